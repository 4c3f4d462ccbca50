"""A window in which a game cannot be saved asks before it plays one that is lost when it closes."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.present.wishes import Wishes
from game.window.app import App
from game.window.visit import Visit
from tests.window.conftest import SCENARIO


@pytest.fixture(autouse=True)
def file_for_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, no_screen: None) -> None:
    """A home folder that is a file, so that nothing can be saved."""
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("GRAND_ALLIANCE_HOME", str(tmp_path / "file"))


def test_it_asks_and_yes_begins(open_app) -> None:  # type: ignore[no-untyped-def]
    app = open_app("arden")
    visit = app.shown
    assert visit.play is None and app.dialog is not None
    app.draw()
    app.do(app.dialog.screen.bar[0].action)
    assert visit.play is not None and visit.play.begun.path is None
    assert app.said == "This game is not being saved."
    app.draw()


def test_not_yet_leads_back_to_the_shelf(open_app) -> None:  # type: ignore[no-untyped-def]
    app = open_app("arden")
    app.do("close")
    assert app.shown.play is None and app.dialog is None
    app.draw()
    app.do("begin")
    assert app.dialog is not None


def test_yes_to_nothing_does_nothing(small_shelf: None, open_app) -> None:  # type: ignore[no-untyped-def]
    app = open_app()
    app.do("confirmed unsaved")
    assert app.shown.play is None


def test_a_save_that_cannot_be_written_again_is_asked_about_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from game.present.opening import Plan, begin, open_scenario
    from game.storage.files import CannotWrite

    path = tmp_path / "game.json"
    begin(open_scenario(SCENARIO), Plan((("arden",),)), path).save_copy(path)

    def refuse(path: Path) -> None:
        raise CannotWrite(f"{path} cannot be written.")

    monkeypatch.setattr("game.present.opening.expect_savable", refuse)
    visit = Visit(Wishes(scenario=SCENARIO, saved=path))
    app = App(visit)
    app.prepare()
    assert visit.play is None and app.dialog is not None
    app.do("close")
    assert visit.dialog is None and visit.play is None
    app.draw()
    app.do(f"resume:{path}")
    assert visit.play is None


def test_what_was_wished_for_unsaved_is_not_asked_about(open_app) -> None:  # type: ignore[no-untyped-def]
    app = open_app("arden", unsaved=True)
    assert app.shown.play is not None and app.dialog is None
