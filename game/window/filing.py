"""The files of a game in the window: a save now, a copy, the debrief as a page to print; each tells where it went."""

from __future__ import annotations

from pathlib import Path

from game.present.opening import Begun
from game.storage.places import autosave_path, saves_folder, shown_path


def save(begun: Begun) -> str:
    """Saves where the game is saved in any case.

    Raises:
        CannotWrite: when it cannot be written.
    """
    if begun.path is None:
        return begun.sitting.speech("window.unsaved")
    begun.save_copy(begun.path)
    return begun.sitting.speech("window.saved", path=shown_path(begun.path))


def save_copy(begun: Begun) -> str:
    """Saves beside it, under a name of its own.

    Raises:
        CannotWrite: when it cannot be written.
    """
    path = autosave_path(begun.sitting.game.scenario.id, begun.sitting.game.seed)
    begun.save_copy(path)
    return begun.sitting.speech("window.copied", path=shown_path(path))


def write_report(begun: Begun) -> Path:
    """Writes the debrief of a finished game beside its save; returns where.

    Raises:
        UsageError: when the game is not over.
        CannotWrite: when it cannot be written.
    """
    from game.present.codex import whole_codex
    from game.present.html_report import write

    sitting = begun.sitting
    stem = begun.path.stem if begun.path else sitting.game.scenario.id
    path: Path = (begun.path.parent if begun.path else saves_folder()) / f"{stem}.html"
    write(sitting.debrief(), sitting.speech, path, whole_codex(sitting.game.scenario, sitting.speech))
    return path
