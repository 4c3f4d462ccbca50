"""The codex in the terminal: its commands, the underlining of names, and the menus before a game."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest

from game.present.codex import CodexView
from game.present.english import english
from game.present.wishes import Wishes
from game.scenario.catalogue import scenarios_folder
from game.scenario.codex import load_codex
from game.terminal.blocks import Beside, Grid, Heading, Item, Items, Paragraph
from game.terminal.choosing import Chooser, Left
from game.terminal.codex import Reference
from game.terminal.lines import Lines
from game.terminal.rich_screen import RichScreen
from game.terminal.screen import PlainScreen
from game.terminal.session import Session, Streams
from tests.with_codex import SCENARIOS, scenario_with_codex

TO_DECISION = ("", "", "")
UNDERLINED = re.compile("\x1b\\[(?:\\d+;)*4(?:;\\d+)*m(.*?)\x1b\\[0m", re.DOTALL)


class Terminal(io.StringIO):
    """Output that says it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return scenario_with_codex(tmp_path)


def played(scenario: Path | None, *lines: str, out: io.StringIO | None = None, plain: bool = True) -> str:
    """Plays lines as Arden, and returns everything printed."""
    out = io.StringIO() if out is None else out
    wishes = Wishes(scenario, seats=("arden",) if scenario else (), seed=3, unsaved=True)
    streams = Streams(io.StringIO("".join(f"{line}\n" for line in lines)), out, plain, 100)
    Session(wishes, streams, lambda path, scenario: f"play {path.name}").run()
    return out.getvalue()


def answer(printed: str) -> str:
    """What was printed after the last line typed but one, without line breaks."""
    return " ".join(printed.rsplit("> ", 2)[1].split())


# Commands


def test_codex_lists_what_the_page_names_and_then_everything_by_kind(home: Path) -> None:
    listed = answer(played(home, *TO_DECISION, "codex"))
    assert listed.startswith("codex People, places and terms On this page ")
    assert (
        "People Ada Hale Places Gull Shoal Institutions The council of Arden Documents The oil ledger of Arden"
        in listed
    )
    assert "night watch" not in listed


@pytest.mark.parametrize("typed", ["look arden", "codex arden", "look council of arden", "LOOK the council", "l arden"])
def test_a_name_or_some_of_its_words_open_an_entry(home: Path, typed: str) -> None:
    opened = answer(played(home, *TO_DECISION, typed))
    assert "The council of Arden. institution, since 1801 Seven keepers who answer for the light" in opened
    assert "They meet by the Gull Shoal" in opened
    assert "See also: Gull Shoal; The oil ledger of Arden" in opened
    assert "Sources: B. Wright, An almanac of the strait, 1924" in opened


def test_codex_with_a_word_finds_the_entries_in_which_it_stands(home: Path) -> None:
    assert "Gull Shoal. place A fishing ground" in answer(played(home, *TO_DECISION, "codex fishing"))
    several = answer(played(home, *TO_DECISION, "codex keepers"))
    assert "Where “keepers” stands The council of Arden; The oil ledger of Arden" in several


def test_what_the_codex_does_not_have_is_told_with_what_was_meant(home: Path) -> None:
    assert 'nothing on "moon"; codex alone lists what it has.' in answer(played(home, *TO_DECISION, "look moon"))
    assert 'Did you mean "Gull Shoal"?' in answer(played(home, *TO_DECISION, "look gul shaol"))


def test_looking_up_tells_nothing_of_the_days_to_come(home: Path) -> None:
    printed = played(home, *TO_DECISION, "codex", "look arden", "look night", "codex resign", "codex chosen")
    assert "resign." not in printed and "new council" not in printed
    assert printed.count("The codex has nothing on") == 3


def test_looking_up_decides_nothing_and_look_alone_shows_the_page_again(home: Path) -> None:
    printed = played(home, *TO_DECISION, "look gull shoal", "codex", "look")
    assert "We decided" not in printed
    assert printed.count("What will Arden do with the light?") == 2


def test_help_tells_of_the_codex(home: Path) -> None:
    helped = answer(played(home, *TO_DECISION, "help"))
    assert "look NAME: what the codex says of a name" in helped and "codex: people, places and terms" in helped


def test_a_scenario_without_a_codex_says_so() -> None:
    assert "There is no codex with this scenario." in played(SCENARIOS / "three-parties", *TO_DECISION, "codex")


def test_a_broken_codex_is_told_by_the_commands_and_spoils_no_page(home: Path) -> None:
    (home.parent / "codex.yaml").write_text("format: 1\nlanguage: en\n", encoding="utf-8")
    out = Terminal()
    printed = played(home, *TO_DECISION, "codex", "look arden", out=out, plain=False)
    assert " ".join(printed.split()).count('error KEY02 The key "entries" is missing') == 2
    assert "What will Arden do with the light?" in printed and not UNDERLINED.search(printed)


def test_tab_offers_commands_and_behind_look_the_names_that_there_are(home: Path) -> None:
    view = CodexView(load_codex(home.parent / "codex.yaml"), english(), "", ["arden", "gull-shoal"])
    reference = Reference(lambda: view, PlainScreen(io.StringIO()), english())
    commands = ("look", "codex", "undo")
    assert reference.continued("", commands) == ["codex", "look", "undo"]
    assert reference.continued("LO", commands) == ["look"]
    assert reference.continued("look ", commands) == ["look Arden", "look Gull Shoal", "look The council of Arden"]
    assert reference.continued("codex gu", commands) == ["codex Gull Shoal"]
    assert reference.continued("look ada", commands) == [] == reference.continued("undo g", commands)


# Marks


@pytest.fixture
def _terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.mark.usefixtures("_terminal")
def test_the_first_naming_on_a_page_is_underlined_and_no_other(home: Path) -> None:
    printed = played(home, *TO_DECISION, "look", out=Terminal(), plain=False)
    page = printed.rsplit("> ", 2)[1]
    assert UNDERLINED.findall(page) == ["The oil ledger of Arden", "Ada Hale", "Gull Shoal", "Arden"]
    assert len(re.findall("Gull Shoal", page)) > 1


@pytest.mark.usefixtures("_terminal")
def test_an_entry_marks_others_and_not_itself(home: Path) -> None:
    entry = played(home, *TO_DECISION, "look arden", out=Terminal(), plain=False).rsplit("> ", 2)[1]
    assert UNDERLINED.findall(entry) == ["Gull Shoal", "The oil ledger of Arden"]


@pytest.mark.usefixtures("_terminal")
def test_marks_change_no_word_and_plain_lines_have_none(home: Path) -> None:
    marked = played(home, *TO_DECISION, "codex", out=Terminal(), plain=False)
    unmarked = played(SCENARIOS / "three-parties", *TO_DECISION, out=Terminal(), plain=False)
    bare = [re.sub("\x1b\\[[0-9;]*m", "", printed) for printed in (marked, unmarked)]
    assert bare[0].startswith(bare[1].rsplit("> ", 1)[0])
    plain = played(home, *TO_DECISION, "look arden", out=Terminal())
    assert "\x1b" not in plain and "\x0e" not in plain and "\x0f" not in plain


def test_words_of_lists_and_grids_are_marked_and_titles_are_not(home: Path) -> None:
    view = CodexView(load_codex(home.parent / "codex.yaml"), english(), "")
    shown: list[object] = []

    class Kept(PlainScreen):
        def show(self, blocks: object) -> None:
            shown.extend(blocks)  # type: ignore[call-overload]

    screen = Kept(io.StringIO())
    screen.draws_marks = True
    items, grid = Items((Item("1", "Gull Shoal", ("Arden",)),)), Grid(("Arden",), (("Arden", "the night watch"),))
    Reference(lambda: view, screen, english()).screen.show([Heading("Arden", "", 1), items, grid, Paragraph("Arden")])
    heading, marked_items, marked_grid, last = shown
    assert heading == Heading("Arden", "", 1) and last == Paragraph("Arden")
    assert marked_items == Items((Item("1", "\x0eGull Shoal\x0f", ("\x0eArden\x0f",)),))
    assert marked_grid == Grid(("Arden",), (("Arden", "the \x0enight watch\x0f"),))


def test_words_of_two_branches_side_by_side_are_marked(home: Path) -> None:
    view = CodexView(load_codex(home.parent / "codex.yaml"), english(), "")
    out = Terminal()
    rows = (("The shoal", "Gull Shoal", "the night watch"),)
    page = [Heading("Arden", "", 1), Beside(("A", "B"), rows)]
    Reference(lambda: view, RichScreen(out, 110), english()).screen.show(page)
    assert UNDERLINED.findall(out.getvalue()) == ["Gull Shoal", "night watch"]


# Before a game


def test_the_codex_can_be_asked_at_any_question_before_a_game() -> None:
    asked: list[str] = []
    out = io.StringIO()
    screen = PlainScreen(out)
    chooser = Chooser(
        screen, Lines(io.StringIO("codex\nlook some name\ncodex x y\nquit\n"), screen), english(), asked.append
    )
    with pytest.raises(Left):
        chooser._ask("Which?", str)
    assert asked == ["", "some name", "x y"]


@pytest.mark.skipif(not (scenarios_folder() / "codex.yaml").is_file(), reason="no codex is shipped yet")
def test_the_shipped_codex_can_be_read_before_a_game() -> None:
    printed = played(None, "codex", "codex molotov", "quit")
    assert "People, places and terms" in printed and "Molotov. person" in " ".join(printed.split())
    assert "Type codex and a name to open an entry, or answer the question above." in printed
