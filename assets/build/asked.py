"""What people ask of the commands that build and measure: numbers, sizes and places, refused in one sentence.

Each is a `type` for `argparse`. The game's own command line has words of its own.
"""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from collections.abc import Callable
from pathlib import Path


def whole(least: int, most: int) -> Callable[[str], int]:
    """Reads a whole number from `least` to `most`."""

    def read(word: str) -> int:
        number = int(word) if re.fullmatch(r"-?[0-9]{1,18}", word) else None
        if number is None or not least <= number <= most:
            raise ArgumentTypeError(f"a whole number from {least} to {most} was expected, and {word[:40]!r} was found")
        return number

    return read


def size(word: str) -> tuple[int, int]:
    """Reads the width and height of a window, `1280x720` for example."""
    found = re.fullmatch(r"([1-9][0-9]{2,3})x([1-9][0-9]{2,3})", word)
    if found is None:
        raise ArgumentTypeError(f"a width and a height such as 1280x720 were expected, and {word[:40]!r} was found")
    return int(found[1]), int(found[2])


def folder(word: str) -> Path:
    """Reads the path of a folder that is there."""
    path = Path(word)
    if "\0" in word or not path.is_dir():
        raise ArgumentTypeError(f"there is no folder {word[:200]!r}")
    return path


def new_folder(word: str) -> Path:
    """Reads the path of a folder that is there or can be made."""
    path = Path(word)
    there = next((one for one in (path, *path.parents) if one.exists()), path) if "\0" not in word else path
    if not there.is_dir():
        raise ArgumentTypeError(f"{word[:200]!r} cannot be a folder")
    return path
