"""Writes files so that a reader never meets half of one, and keeps the last few versions.

A file is written beside its place, forced to the disk and then renamed into place: whoever opens the name
finds the old content or the new, whenever the program is killed. Nothing here knows what the files hold.
"""

from __future__ import annotations

import contextlib
import os
from itertools import pairwise
from pathlib import Path

from game.errors import GameError

KEPT = 3
"""How many versions of a file are kept, the newest included."""


class CannotWrite(GameError):
    """A file that cannot be written; its text says why and that nothing was lost."""


def typed_path(word: str) -> Path:
    """Reads a path as a person types it, `~` for the home folder; a `~` that means nobody stays as it is."""
    try:
        return Path(word).expanduser()
    except RuntimeError:
        return Path(word)


def write_atomically(path: Path, content: bytes) -> None:
    """Replaces the file at `path` by `content`, all or nothing.

    Raises:
        CannotWrite: when the folder or the disk refuses; what stood there before still stands.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = _write_beside(path, content)
        fresh.replace(path)
        _settle(path.parent)
    except (OSError, ValueError) as error:
        raise _refusal(path, error) from None


def write_keeping_versions(path: Path, content: bytes) -> None:
    """Replaces the file as `write_atomically` does, and keeps the versions before it under numbered names.

    The new content lies complete on the disk before any name changes, and the newest name is replaced in one
    stroke, so at every moment it holds the latest version but one, or a later one. Where the system cannot give
    a file two names, the newest name may be missing for a moment; the next older one then holds that version.

    Raises:
        CannotWrite: when the folder or the disk refuses.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = _write_beside(path, content)
        _, *older = versions(path)
        for newer, next_older in reversed(list(pairwise(older))):
            with contextlib.suppress(FileNotFoundError):
                newer.replace(next_older)
        if path.exists():
            _name_twice(path, older[0])
        fresh.replace(path)
        _settle(path.parent)
    except (OSError, ValueError) as error:
        raise _refusal(path, error) from None


def versions(path: Path) -> tuple[Path, ...]:
    """Names the kept versions of a file, newest first: `game.json`, `game.1.json`, `game.2.json`."""
    return (path, *(path.with_name(f"{path.stem}.{number}{path.suffix}") for number in range(1, KEPT)))


def set_aside(path: Path, why: str = "unreadable") -> Path:
    """Renames a file so that its name is free and its bytes are kept; `why` becomes part of the name it returns.

    Raises:
        CannotWrite: when the folder refuses.
    """
    number = 1
    while (aside := path.with_name(f"{path.stem}.{why}-{number}{path.suffix}")).exists():
        number += 1
    try:
        path.rename(aside)
    except OSError as error:
        raise _refusal(path, error) from None
    return aside


def _name_twice(path: Path, other: Path) -> None:
    """Gives a file another name beside its own, or instead of it where the system knows no second names."""
    try:
        other.unlink(missing_ok=True)
        other.hardlink_to(path)
    except (OSError, NotImplementedError):
        path.replace(other)


def _write_beside(path: Path, content: bytes) -> Path:
    fresh = path.with_name(f".{path.name}.new")
    try:
        with fresh.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        fresh.unlink(missing_ok=True)
        raise
    return fresh


def _settle(folder: Path) -> None:
    """Forces the folder's names to the disk, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refusal(path: Path, error: OSError | ValueError) -> CannotWrite:
    reason = ((isinstance(error, OSError) and error.strerror) or "its name is not possible here").lower()
    return CannotWrite(f"{path} cannot be written: {reason}. What was saved before is unchanged; try another folder.")
