"""What has happened in words: under which heading it stands, and what is left out."""

from __future__ import annotations

from pathlib import Path

from game.engine.game import Game
from game.engine.moves import Choose
from game.present.english import english
from game.present.happened import happened
from game.present.reader import Reader
from game.present.situation import account_page
from tests.scenarios.small import choice, do, news, small

MORE = """
promises:
  pact:
    {by: arden, to: [borrel, corvane], due: attack, kept-when: "choice.plan == wait", SECRET
     kept: 7, broken: 30, text: "No attack."}
"""
STEPS = (
    news("treaty", effects=do("make pact"))
    + choice("plan", "arden", 'wait: {text: "Wait"}, strike: {text: "Strike"}', record="wait")
    + news("attack", more='when: "choice.plan == wait"')
)


def reader_of(viewer: str, folder: Path, secret: str = "") -> Reader:
    """A viewer of a game in which the promise was broken, and the step where it was due skipped."""
    program = small(folder, STEPS, parties="arden borrel corvane", more=MORE.replace("SECRET", secret))
    game = Game(program)
    game.play("arden", Choose("strike"))
    return Reader(game.scenario, game.view(viewer), english())


def test_a_promise_is_announced_under_its_own_heading(tmp_path: Path) -> None:
    reader = reader_of("corvane", tmp_path)
    told = happened(reader, reader.view.happenings())[-1]
    assert told.title == "A promise fell due: Arden to Borrel and Corvane"
    assert told.words == ("Arden has broken a promise: No attack.",)
    page = account_page(reader, "standing.arden.corvane")
    assert page is not None
    assert [one.title for one in page.happened] == [told.title]


def test_the_words_of_a_secret_promise_are_not_told_to_others(tmp_path: Path) -> None:
    signer = reader_of("borrel", tmp_path, "secret: true,")
    assert "No attack" in str(happened(signer, signer.view.happenings()))
    reader = reader_of("public", tmp_path, "secret: true,")
    told = happened(reader, reader.view.happenings())
    assert "No attack" not in str(told)
    assert told[-1].title == "What else has changed"
    causes = {item.because for account in told[-1].accounts for item in account.items}
    assert causes == {"for a reason we were not told"}
