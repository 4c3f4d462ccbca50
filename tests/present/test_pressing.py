"""What is said before one presses: that signing afterwards what lay there costs one's word, where that is so."""

from game.engine.game import Game
from game.engine.moves import propose
from game.present.english import english
from game.present.page import TablePage
from game.present.reader import Reader
from game.present.turns import turn_page
from tests.kept import kept_program
from tests.present.test_guessing import play_on

AT_STAKE = "Whoever presses, and then signs the very offer that lay there, is believed less afterwards."


def said_before_pressing(game: Game, party: str) -> list[str]:
    page = turn_page(Reader(game.scenario, game.view(party), english()), game, (party,), read=())
    assert isinstance(page, TablePage)
    return [words for action in page.actions if action.id.startswith("press:") for words in action.details]


def test_who_presses_against_an_offer_is_told_what_signing_it_would_cost() -> None:
    game = play_on(Game(kept_program("finland-1939"), 2), "kremlin-talks")
    first = said_before_pressing(game, "soviet-union")
    assert first and AT_STAKE not in first
    table = game.scenario.steps["kremlin-talks"].body
    mine, theirs = ({id_: next(iter(one.options)) for id_, one in table.issues.items()} for _ in range(2))  # type: ignore[union-attr]
    game.play("soviet-union", propose(mine))
    game.play("finland", propose(theirs))
    assert AT_STAKE in said_before_pressing(game, "soviet-union")
