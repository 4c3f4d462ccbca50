"""The codex in the window: names underlined in texts, the list of entries, and what is found by typing."""

from __future__ import annotations

from types import SimpleNamespace

import pygame
import pytest

from game.present.codex import GameCodex, whole_codex
from game.present.page import ConsequencePage, DecisionPage
from game.scenario.codex_forms import Forms
from game.window.app import App
from game.window.flow import Flow, spot
from game.window.naming import Marker, Names
from game.window.sheet import Stroke
from tests.window.hands import Keyboard, Mouse, words_shown
from tests.window.test_screens import no_lines_overlap, nothing_leaves_its_paper

SETTINGS = (((1280, 720), 80), ((760, 520), 100), ((1280, 720), 250))
"""Sizes of the window, each with a size of the type."""
TALKS = Forms({"Vyacheslav Molotov": "molotov", "Molotov": "molotov", "the Kremlin": "kremlin", "สหภาพโซเวียต": "union"})


@pytest.fixture
def finland(open_app) -> App:
    """Finland's first decision."""
    app = open_app("finland", played="finland-1939")
    while not isinstance(app.shown.play.sitting.page, DecisionPage):
        app.do("continue")
    app.draw()
    return app


def written(app: App, text: str, width: int = 2000) -> Flow:
    """A text with the names of an invented codex underlined."""
    flow = Flow(app.stage.kit, width)
    flow.names = Marker(Names(TALKS.find), "")
    flow.text(text)
    return flow


def test_a_name_is_underlined_as_wide_as_it_stands(open_app) -> None:
    kit = open_app().stage.kit
    flow = written(SimpleNamespace(stage=SimpleNamespace(kit=kit)), "Then *Vyacheslav Molotov* left the Kremlin.")
    (first, second) = flow.spots
    assert (first.action, second.action) == ("codex:molotov", "codex:kremlin")
    before = kit.type.width("Then", flow.theme.body)
    assert before < first.rect.left < before + kit.px(12)
    assert first.rect.right <= second.rect.left
    assert second.rect.width == pytest.approx(kit.type.width("the Kremlin", flow.theme.body), abs=3)
    assert sum(isinstance(mark, Stroke) for mark in flow.marks) == 2


@pytest.mark.parametrize("text", ["It was Vyacheslav Molotov.", "ผู้แทนของ\u200bสหภาพ\u200bโซเวียต\u200bตอบ"])
def test_a_name_that_runs_over_a_line_is_underlined_on_both(open_app, text: str) -> None:
    app = open_app()
    narrow = app.stage.kit.type.width("It was Vyacheslav", app.stage.kit.theme.body) * 9 // 10
    whole, broken = written(app, text), written(app, text, narrow if text.isascii() else narrow // 2)
    assert len(whole.spots) == 1
    assert len(broken.spots) == 2
    assert len({one.rect.top for one in broken.spots}) == 2
    assert all(one.rect.left >= 0 and one.rect.right <= broken.width for one in broken.spots)


def test_each_entry_is_underlined_once_and_never_on_what_is_itself_to_be_chosen(open_app) -> None:
    flow = written(open_app(), "Molotov smiled.")
    flow.text("Molotov again.")
    with flow.card(spot=spot("option:go", "decide:go")):
        flow.text("Go to the Kremlin.")
    assert [one.action for one in flow.spots] == ["codex:molotov", "decide:go"]


def test_a_click_on_a_name_opens_its_entry_and_escape_leads_back(finland: App) -> None:
    before = finland.stage.screen.place
    name = next(one.spot.key for one in finland.stage.targets if one.spot.key.startswith("name:"))
    entry = name.split(":")[1]
    Mouse(finland).do(name)
    assert finland.stage.screen.place == f"codex:{entry}"
    Keyboard(finland).press(pygame.K_ESCAPE)
    assert finland.stage.screen.place == before


def test_the_codex_lists_first_what_the_page_names_and_enter_opens_it(finland: App) -> None:
    keyboard = Keyboard(finland)
    keyboard.press(pygame.K_F10)
    assert finland.stage.focus.startswith("here:")
    entry = finland.stage.focus.removeprefix("here:")
    keyboard.press(pygame.K_RETURN)
    assert finland.stage.screen.place == f"codex:{entry}"
    keyboard.press(pygame.K_ESCAPE)
    assert finland.stage.screen.place == "codex"
    keyboard.press(pygame.K_ESCAPE)
    assert finland.stage.screen.place.startswith("decision:")


def test_what_is_typed_is_looked_for_and_enter_opens_what_fits_best(finland: App) -> None:
    keyboard = Keyboard(finland)
    keyboard.press(pygame.K_F10)
    keyboard.type("paasi")
    assert finland.shown.typed == "paasi"
    assert "Paasikivi" in words_shown(finland)
    keyboard.press(pygame.K_RETURN)
    assert finland.stage.screen.place == "codex:paasikivi"
    keyboard.press(pygame.K_ESCAPE)
    keyboard.type("qqq")
    assert "The codex has nothing on “qqq”." in words_shown(finland)


def test_nothing_that_a_seat_has_not_met_is_opened(finland: App) -> None:
    sitting = finland.shown.play.sitting
    view = GameCodex(sitting.game.scenario, sitting.speech).at(sitting.game, "finland")
    unknown = set(whole_codex(sitting.game.scenario, sitting.speech).entries) - set(view.entries)
    hidden = next(one for one in sorted(unknown) if not view.may_open(one))
    place = finland.stage.screen.place
    finland.do(f"codex:{hidden}")
    assert finland.stage.screen.place == place


def test_thai_words_are_found_wherever_they_may_part(finland: App) -> None:
    from game.present.languages import speech_in

    view = whole_codex(finland.shown.play.sitting.game.scenario, speech_in("th"))
    found = view.with_name("มอโลตอฟ") or view.with_name("โมโลตอฟ")
    assert found
    name = view.line(found[0]).name.replace("\u200b", "")
    assert found[0] in view.with_name("\u200b".join(name))
    assert found[0] in view.with_words(name)


def test_the_codex_is_well_set(finland: App) -> None:
    for size, text in SETTINGS:
        resize(finland, size, text)
        for action in ("codex", "codex:paasikivi"):
            finland.do(action)
            finland.draw()
            well_set(finland, action)


def resize(app: App, size: tuple[int, int], text: int) -> None:
    """Gives the window another size, and its type another."""
    pygame.display.set_mode(size, pygame.RESIZABLE)
    app.handle(pygame.Event(pygame.VIDEORESIZE, size=size, w=size[0], h=size[1]))
    while app.shown.settings.text_size != text:
        app.do("larger" if app.shown.settings.text_size < text else "smaller")


def well_set(app: App, name: str) -> None:
    """Nothing is cut, overlaps or lies outside its paper, and every spot has a key of its own."""
    layout = app.on_top.layout
    nothing_leaves_its_paper(app, layout, name)
    for sheet in (layout.head, *(panel.sheet for panel in layout.panels), layout.bar):
        no_lines_overlap(sheet, name)
    keys = [target.spot.key for target in app.on_top.targets]
    assert len(keys) == len(set(keys)), f"{name} has two spots of one key"
    assert app.on_top.focused is not None, f"{name} opens with nothing focused"


def test_the_codex_is_closed_while_the_machine_is_handed_over(open_app) -> None:
    app = open_app("finland", "soviet-union", played="finland-1939")
    while not app.stage.screen.place.startswith("hand-over"):
        app.do("continue")
    app.do("codex")
    assert app.stage.screen.place.startswith("hand-over")
    assert app.said
    assert not isinstance(app.shown.play.sitting.page, ConsequencePage)


@pytest.mark.parametrize("hand", [Keyboard, Mouse])
def test_the_codex_is_open_before_a_game_too(open_app, hand) -> None:
    app = open_app()
    app.do("shelf")
    hand(app).do("do:codex")
    assert app.stage.screen.place == "codex"
    entry = next(one.spot.key for one in app.stage.targets if one.spot.key.startswith("entry:"))
    hand(app).do(entry)
    assert app.stage.screen.place == entry.replace("entry:", "codex:")
    for place in ("codex", "shelf"):
        Keyboard(app).press(pygame.K_ESCAPE)
        assert app.stage.screen.place == place
