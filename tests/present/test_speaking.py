"""A game goes on in another language: on the same page, with the same papers read, and the words remade."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import UsageError
from game.present.opening import Begun, Plan, begin, open_preferred, open_scenario, resume
from game.present.page import BriefingPage, DecisionPage

PLAN = Plan((("finland",),), seed=4)


@pytest.fixture
def begun() -> Begun:
    return begin(open_scenario("finland-1939"), PLAN, None)


def to_a_decision(begun: Begun) -> DecisionPage:
    while not isinstance(begun.sitting.page, DecisionPage):
        begun.sitting.proceed()
    return begun.sitting.page


def test_the_page_is_the_same_in_the_other_language(begun: Begun) -> None:
    english = to_a_decision(begun)
    begun.speak("th")
    thai = begun.sitting.page
    assert isinstance(thai, DecisionPage)
    assert [option.id for option in thai.options] == [option.id for option in english.options]
    assert thai.date == "6–11 ตุลาคม พ.ศ. 2482 (ค.ศ. 1939)"
    begun.speak("en")
    assert begun.sitting.page == english


def test_the_brief_of_the_first_morning_is_remade(begun: Begun) -> None:
    begun.sitting.proceed()
    english = begun.sitting.page
    begun.speak("ไทย")
    thai = begun.sitting.page
    assert isinstance(english, BriefingPage) and isinstance(thai, BriefingPage)
    assert thai.seat.name == "ฟินแลนด์"
    assert [member.id for member in thai.members] == [member.id for member in english.members]
    assert thai.brief != english.brief


def test_the_era_is_the_readers_choice(begun: Begun) -> None:
    to_a_decision(begun)
    begun.speak("th", "common")
    assert begun.sitting.page.date == "6–11 ตุลาคม ค.ศ. 1939"  # type: ignore[union-attr]


def test_a_language_that_is_not_spoken_changes_nothing(begun: Begun) -> None:
    page = to_a_decision(begun)
    with pytest.raises(UsageError, match="There is no language"):
        begun.speak("fi")
    assert begun.sitting.page is page


def test_a_save_is_the_same_in_every_language(tmp_path: Path) -> None:
    saves = []
    for language in ("en", "th"):
        path = tmp_path / f"{language}.json"
        game = begin(open_preferred("finland-1939", None, language), PLAN, path)
        game.sitting.act(f"choose:{to_a_decision(game).options[0].id}")
        saves.append(path.read_bytes())
    assert saves[0] == saves[1]
    assert "ตุลาคม" not in saves[1].decode()
    assert resume(tmp_path / "en.json", "th").sitting.speech.language == "th"


def test_a_scenario_that_is_not_translated_keeps_its_words_in_a_thai_interface() -> None:
    folder = Path(__file__).parents[1] / "scenarios" / "three-parties"
    opened = open_preferred(folder, None, "th")
    assert opened.speech("action.back") == "กลับ"
    assert opened.speech.plain(opened.scenario.title) == opened.scenario.title.paragraphs[0].source
