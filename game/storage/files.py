"""Writes files so that a reader never meets half of one, and keeps the last few versions.

A file is written beside its place, forced to the disk and then renamed into place: whoever opens the name
finds the old content or the new, whenever the program is killed. A link is followed, never replaced. Nothing
here knows what the files hold.
"""

from __future__ import annotations

import contextlib
import errno
import glob
import os
from itertools import pairwise
from pathlib import Path

from game.errors import GameError

KEPT = 3
"""How many versions of a file are kept, the newest included."""
_AT_WORK = 60
"""Seconds; a fresh file older than the newest by more than this belongs to nobody any more."""
_TRIED = 65_536
"""Bytes that are written on trial: a full disk often has room for a name, and for nothing in it."""


class CannotWrite(GameError):
    """A file that cannot be written; its text says why and that nothing was lost."""


def typed_path(word: str) -> Path:
    """Reads a path as a person types it, `~` for the home folder; a `~` that means nobody stays as it is."""
    try:
        return Path(word).expanduser()
    except RuntimeError:
        return Path(word)


def stands(path: Path) -> bool:
    """Tells whether there is something at `path`; no name is too strange to ask about."""
    return os.path.exists(path)  # noqa: PTH110 (Path.exists raises for names too long)


def expect_writable(path: Path) -> None:
    """Tries whether a file could be written at `path`, and leaves nothing there; its folder is made if need be.

    Raises:
        CannotWrite: when the folder or the disk refuses.
    """
    try:
        path = _followed(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_beside(versions(path)[-1], bytes(_TRIED)).unlink()
    except (OSError, ValueError) as error:
        raise _refusal(path, error) from None


def expect_folder(path: Path) -> None:
    """Refuses a file's name whose folder does not exist, so that a slip in a name makes no folders.

    Raises:
        CannotWrite: when there is no such folder.
    """
    folder = path.parent
    if not os.path.isdir(folder):  # noqa: PTH112 (Path.is_dir raises for names too long)
        what = "is not a folder" if stands(folder) else "does not exist"
        raise CannotWrite(
            f"{path} cannot be written: the folder {folder} {what}. Make the folder first, or name another."
        )


def write_atomically(path: Path, content: bytes) -> None:
    """Replaces the file at `path` by `content`, all or nothing.

    Raises:
        CannotWrite: when the folder or the disk refuses; what stood there before still stands.
    """
    try:
        path = _followed(path)
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
        path, *older = versions(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = _write_beside(path, content)
        for newer, next_older in reversed(list(pairwise(older))):
            with contextlib.suppress(FileNotFoundError):
                newer.replace(next_older)
        if stands(path):
            _name_twice(path, older[0])
        fresh.replace(path)
        _settle(path.parent)
        _clear_away(path)
    except (OSError, ValueError) as error:
        raise _refusal(path, error) from None


def versions(path: Path) -> tuple[Path, ...]:
    """Names the kept versions of a file, newest first: `game.json`, `game.1.json`, `game.2.json`.

    Those of a link are those of what it leads to; what has no name, as `/`, has no older ones.
    """
    path = _followed(path)
    if not path.name:
        return (path,)
    return (path, *(path.with_name(f"{path.stem}.{number}{path.suffix}") for number in range(1, KEPT)))


def newest_of(path: Path) -> Path | None:
    """Names the file of which `path` would hold an older version, if its name is of that kind."""
    stem, _, number = path.stem.rpartition(".")
    return path.with_name(f"{stem}{path.suffix}") if stem and number in map(str, range(1, KEPT)) else None


def set_aside(path: Path, why: str = "unreadable") -> Path:
    """Renames a file so that its name is free and its bytes are kept; `why` becomes part of the name it returns.

    Raises:
        CannotWrite: when the folder refuses.
    """
    try:
        path = _followed(path)
        number = 1
        while stands(aside := path.with_name(f"{path.stem}.{why}-{number}{path.suffix}")):
            number += 1
        path.rename(aside)
    except (OSError, ValueError) as error:
        raise _refusal(path, error) from None
    return aside


def _followed(path: Path) -> Path:
    """Follows a link, so that what is written goes where it leads; one that leads in a circle stays itself."""
    try:
        return path.resolve() if path.is_symlink() else path
    except (OSError, RuntimeError, ValueError):
        return path


def _name_twice(path: Path, other: Path) -> None:
    """Gives a file another name beside its own, or instead of it where the system knows no second names."""
    try:
        other.unlink(missing_ok=True)
        other.hardlink_to(path)
    except (OSError, NotImplementedError):
        path.replace(other)


def _write_beside(path: Path, content: bytes) -> Path:
    """Writes a fresh file under a name of this process's own, since another may be saving there too."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        with fresh.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        with contextlib.suppress(OSError):
            fresh.unlink(missing_ok=True)
        raise
    return fresh


def _clear_away(path: Path) -> None:
    """Removes what processes that were killed while writing have left beside a file just written."""
    with contextlib.suppress(OSError):
        settled = path.stat().st_mtime - _AT_WORK
        for left in path.parent.glob(f".{glob.escape(path.name)}.*new"):
            if left.stat().st_mtime < settled:
                left.unlink(missing_ok=True)


def _settle(folder: Path) -> None:
    """Forces the folder's names to the disk, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _refusal(path: Path, error: OSError | ValueError) -> CannotWrite:
    return CannotWrite(
        f"{path} cannot be written: {_reason(error)}. What was saved before is unchanged; try another name or folder."
    )


def _reason(error: OSError | ValueError) -> str:
    if isinstance(error, FileExistsError | NotADirectoryError):
        return "its folder is a file"
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return "it is a link that leads in a circle"
    return ((isinstance(error, OSError) and error.strerror) or "its name is not possible here").lower()
