"""People read names and never the ids of a file: on no page of a game, in no debrief and in no report.

An id of several words is looked for as it is written and with spaces for its hyphens, unless the file, the codex or
the program have these very words in a sentence of their own.
"""

from __future__ import annotations

import html
import io
import re
from functools import cache
from pathlib import Path
from random import Random

import pytest

from game.present.debrief import debrief
from game.present.english import english
from game.present.html_report import render
from game.present.wishes import Wishes
from game.scenario.model import Scenario
from game.terminal.session import Session, Streams
from tests.kept import kept, kept_program, kept_scenario
from tests.playing import random_game

LAST_PAGE = "Press Enter to compare with what happened."
GAMES = [
    ("finland-1939", "finland", 3),
    ("pact-1939", "soviet-union", 5),
    ("yalta-1945", "united-kingdom", 2),
]
TYPED = ("", "", "", "1", "2", "send", "accept", "adjourn", "yes", "nominate 1 2", "nominate nothing", "walk out")
ASKED = ("history", "state", "interests", "linkages", "documents", "members", "issue 1", "tree")
MOST_LINES = 2_000


class Typist(io.StringIO):
    """Plays on at random and looks at a page now and then; at the end reads the whole debrief and leaves."""

    def __init__(self, seed: int, out: io.StringIO) -> None:
        super().__init__()
        self._random, self._out, self._seen, self._rest = Random(seed), out, 0, ["", "all", "quit"]
        self._typed = 0

    def readline(self, size: int = -1, /) -> str:
        self._typed += 1
        if LAST_PAGE in self._out.getvalue()[self._seen :]:
            return f"{self._rest.pop(0)}\n" if self._rest else ""
        self._seen = len(self._out.getvalue()) - len(LAST_PAGE)
        words = self._random.choice(ASKED if self._typed % 12 == 0 else TYPED)
        return f"{words}\n" if self._typed < MOST_LINES else ""


def ids_of(scenario: Scenario) -> set[str]:
    """Every id of several words that the file or its catalogue uses."""
    found = {*scenario.party_ids, *scenario.regions, *scenario.variables, *scenario.promises, *scenario.documents}
    found |= {*scenario.steps, *scenario.endings, *scenario.measures, *scenario.sources, *scenario.sides, scenario.id}
    found |= {part for address in scenario.texts for part in address.split(".")}
    found |= {value for column in scenario.columns.values() for value in column.values or ()}
    return {id_ for id_ in found if "-" in id_}


@cache
def sentences_of(name: str) -> str:
    """All that somebody wrote to be read: by the author, in the codex, and in the program."""
    scenario = kept_scenario(name)
    written = [paragraph.source for text in scenario.texts.values() for paragraph in text.paragraphs]
    written += [one.source for variable in scenario.variables.values() for one in variable.name.paragraphs]
    written += [one.source for region in scenario.regions.values() for one in region.name.paragraphs]
    written += [f"{source.title} {source.author} {source.place}" for source in scenario.sources.values()]
    codex = kept().codex_of(scenario)
    for entry in codex.entries.values() if codex else ():
        written += [entry.name, *entry.forms, entry.text, *(later.text for later in entry.later)]
    written += english().sentences.values()
    return " ".join(" ".join(written).lower().split())


def stands(words: str, text: str) -> bool:
    """Whether the words stand in a text by themselves."""
    return re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", text) is not None


def ids_read(name: str, text: str) -> list[str]:
    """The ids of a scenario that a reader of a text meets."""
    own, read = sentences_of(name), " ".join(text.lower().split())
    forms = (form for id_ in sorted(ids_of(kept_scenario(name))) for form in (id_, id_.replace("-", " ")))
    return [form for form in forms if form in read and stands(form, read) and not stands(form, own)]


def walked(scenario: str, seat: str, seed: int, folder: Path) -> str:
    """Everything that the terminal prints of one game, from the content note to the end of the debrief."""
    out = io.StringIO()
    wishes = Wishes(scenario, seats=(seat,), style="random", seed=seed, length="short", save=folder / "a.json")
    Session(wishes, Streams(Typist(seed, out), out, plain=True), lambda path, scenario: "").run()
    return out.getvalue()


@pytest.mark.parametrize(("name", "seat", "seed"), GAMES)
def test_no_page_of_a_game_and_no_part_of_its_debrief_tells_an_id(
    name: str, seat: str, seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GRAND_ALLIANCE_HOME", str(tmp_path / "home"))
    printed = walked(name, seat, seed, tmp_path)
    assert LAST_PAGE in printed
    assert ids_read(name, printed) == []


@pytest.mark.parametrize(("name", "seat", "seed"), GAMES)
def test_no_report_tells_an_id(name: str, seat: str, seed: int) -> None:
    report = render(debrief(random_game(kept_program(name), seed), english()), english())
    text = html.unescape(re.sub(r"<style>.*?</style>|<[^>]*>", " | ", report, flags=re.DOTALL))
    assert ids_read(name, text) == []


def test_an_id_that_is_told_is_found() -> None:
    told = "The odds: columns destroyed 20 %, columns-through 30 %. Finland asks the soviet-union for a lease."
    assert {"columns-through", "soviet-union"} <= set(ids_read("finland-1939", told))
