"""The window in Thai: no English word on any page of a game, and no line that ends where none may."""

from __future__ import annotations

import re
from random import Random

import pytest

from game.present.page import DecisionPage
from game.window.text import Typesetter
from tests.kept import kept_scenario
from tests.window.hands import Mouse
from tests.window.player import play_through

LATIN = re.compile(r"[A-Za-zÀ-ž]{2,}")
STAYS = frozenset({
    "Enter", "Esc", "Tab", "Shift", "Space", "Ctrl", "Page", "Up", "Down", "Home", "End", "Plus", "Minus", "English",
    "CC", "BY", "game", "json",
})  # fmt: skip
"""Keys, languages' own names, and what a file is called."""
LOOKS = ("state", "documents", "briefing", "history", "map", "codex", "keys", "menu")
STARTS_NO_LINE = re.compile(r"[\u0e30-\u0e3a\u0e45-\u0e4eฯ]")


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> dict[str, list[str]]:
    """Every text that is set, with its lines."""
    found: dict[str, list[str]] = {}
    lines, width = Typesetter.lines, Typesetter.width

    def noted_lines(self, text, style, limit):
        done = lines(self, text, style, limit)
        found[text] = ["".join(run.text for run in line.runs) for line in done]
        return done

    def noted_width(self, text, style):
        found.setdefault(text, [text])
        return width(self, text, style)

    monkeypatch.setattr(Typesetter, "lines", noted_lines)
    monkeypatch.setattr(Typesetter, "width", noted_width)
    return found


def latin_of_sources(name: str) -> set[str]:
    scenario = kept_scenario(name)
    cited = (*scenario.sources.values(), *scenario.catalogue.sources.values())
    return set(LATIN.findall(" ".join(f"{one.title} {one.author} {one.place}" for one in cited)))


@pytest.mark.parametrize(("name", "seat"), [("finland-1939", "finland"), ("yalta-1945", "united-kingdom")])
def test_no_english_word_is_left_on_any_page(open_app, written, name, seat, tmp_path):
    app = open_app(seat, played=name, length="short", language="th")
    mouse = Mouse(app)
    for page in play_through(app, mouse, Random(4)):
        if isinstance(app.shown.play.sitting.page, DecisionPage) and len(written) % 5 == 0:
            app.do("staff")
            app.draw()
            app.do("back")
        if page.title and len(written) % 3 == 0:
            for look in LOOKS:
                app.do(look)
                app.draw()
                app.do("close" if look in ("keys", "menu") else "back")
    mouse.do("do:debrief")
    for chapter in range(len(app.shown.play.looking.debrief.sections)):
        app.do(f"chapter:{chapter}")
        app.draw()
    # The menu tells where the game is saved.
    allowed = STAYS | latin_of_sources(name) | set(LATIN.findall(str(app.shown.play.begun.path)))
    left = {word for text in written for word in LATIN.findall(text.replace(str(tmp_path), ""))} - allowed
    assert sorted(left) == []
    for text, lines in written.items():
        assert not [line for line in lines if STARTS_NO_LINE.match(line)], text
