"""What a player prefers, kept in one small JSON file.

A missing file means the defaults, a damaged one means the defaults and a note; settings never stop a game.
What a setting does is for the faces.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Literal, get_args

from game.errors import CannotRead
from game.storage.files import set_aside, stands, write_atomically
from game.storage.strict_json import Json, read_json

WHAT = "a settings file of this game"
LIMIT = 100_000
FORMER = frozenset({"reading_level"})
"""Settings that there were once; a file that still has them is in order."""

Length = Literal["full", "short"]
WishedEra = Literal["own", "common", "buddhist"]
"""How years are to be counted: by an era, or by the one that is usual in the language."""
PaletteName = Literal["usual", "high-contrast"]
ERAS: tuple[WishedEra, ...] = get_args(WishedEra)
PALETTES: tuple[PaletteName, ...] = get_args(PaletteName)


@dataclass(frozen=True, slots=True)
class Settings:
    """The preferences of this machine's player; `text_size` is in per cent of the usual size."""

    language: str = "en"
    plain: bool = False
    length: Length = "full"
    opponents: str = "strategist"
    text_size: int = 100
    fullscreen: bool = False
    era: WishedEra = "own"
    palette: PaletteName = "usual"
    still: bool = False
    """Whether nothing is to move by itself on the screen."""


@dataclass(frozen=True, slots=True)
class LoadedSettings:
    """Settings and, where the file could not be read as it stands, a sentence that says so."""

    settings: Settings
    note: str = ""


def load_settings(path: Path) -> LoadedSettings:
    """Reads settings; whatever is wrong with the file, there are settings to play with."""
    if not stands(path):
        return LoadedSettings(Settings())
    try:
        value = read_json(path, what=WHAT, limit=LIMIT)
    except CannotRead as error:
        return LoadedSettings(Settings(), f"{error} The usual settings are used.")
    if not isinstance(value, dict):
        return LoadedSettings(Settings(), f"{path} is not {WHAT}. The usual settings are used.")
    kept = {key: part for key, part in value.items() if _fits(key, part)}
    ignored = sorted(set(value) - set(kept) - FORMER)
    names = ", ".join(key[:40] for key in ignored)
    note = f"{path}: {names} cannot be understood; the usual settings are used there." if ignored else ""
    return LoadedSettings(Settings(**kept), note)  # type: ignore[arg-type]


def save_settings(settings: Settings, path: Path) -> None:
    """Writes settings, all or nothing; a file there that is no JSON object is set aside, never overwritten.

    Raises:
        CannotWrite: when the folder or the disk refuses.
    """
    if stands(path) and not _is_ours(path):
        set_aside(path)
    write_atomically(path, (json.dumps(asdict(settings), indent=2, ensure_ascii=False) + "\n").encode())


def _is_ours(path: Path) -> bool:
    try:
        return isinstance(read_json(path, what=WHAT, limit=LIMIT), dict)
    except CannotRead:
        return False


def _fits(key: str, value: Json) -> bool:
    """Tells whether a value is of the kind that its setting takes."""
    usual = {field.name: field.default for field in fields(Settings)}.get(key)
    if usual is None or type(value) is not type(usual):
        return False
    allowed: dict[str, Collection[Json]] = {
        "length": get_args(Length),
        "text_size": range(50, 301),
        "era": ERAS,
        "palette": PALETTES,
    }
    if key in allowed:
        return value in allowed[key]
    return not isinstance(value, str) or re.fullmatch(r"[a-z][a-z-]{0,39}", value) is not None
