"""What was settled before a face opens: by the command line, or by nothing at all.

Light, so that a face can show something before the engine is there. Nothing here opens or begins anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from game.storage.settings import Length as Length


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was settled before a face opens; None and empty leave it to be asked, or to be usual."""

    scenario: str | Path | None = None
    saved: Path | None = None
    seats: tuple[str, ...] = ()
    style: str | None = None
    seed: int = 0
    length: Length | None = None
    language: str | None = None
    """None: as the player's settings have it, if the scenario is there in that language."""
    save: Path | None = None
    """Where to save; a name of its own in the saves folder if None."""
    unsaved: bool = False
    """Whether to play without saving."""
