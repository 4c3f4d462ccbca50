"""Reads a JSON file that a stranger may have sent: bounded, strict, and always with a sentence when it fails.

Only regular files are opened, only so many bytes are read, and a key that stands twice, a number that is not
whole, a value nested too deep or text that is not UTF-8 are refused. What the values mean is for the caller.
"""

from __future__ import annotations

import codecs
import json
import stat
from pathlib import Path
from typing import NoReturn

from game.errors import CannotRead

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]


def read_json(path: Path, *, what: str, limit: int) -> Json:
    """Reads the JSON value in a file; `what` names the kind of file in sentences, `limit` is in bytes.

    Raises:
        CannotRead: when it is no regular file, too large, not UTF-8 or not strict JSON.
    """
    return parse_json(bytes_of(path, what, limit), str(path), what=what)


def parse_json(content: bytes, name: str, *, what: str) -> Json:
    """Parses the content of the file called `name`.

    Raises:
        CannotRead: when it is not UTF-8 or not strict JSON.
    """
    content = content.removeprefix(codecs.BOM_UTF8)  # some editors write a mark before the text
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CannotRead(f"{name} is not {what}: it is not UTF-8 text (byte {error.start + 1}).") from None
    try:
        value: Json = json.loads(
            text, object_pairs_hook=_without_twins, parse_constant=_refuse_number, parse_float=_refuse_number
        )
    except json.JSONDecodeError as error:
        place = f"line {error.lineno}, column {error.colno}"
        raise CannotRead(f"{name} is not {what}, or is damaged: its JSON breaks off at {place}.") from None
    except RecursionError:
        raise CannotRead(f"{name} is not {what}: it is nested too deep.") from None
    except ValueError as error:
        raise CannotRead(f"{name} is not {what}, or is damaged: {_first_line(error)}.") from None
    return value


def bytes_of(path: Path, what: str, limit: int) -> bytes:
    """Reads a regular file of at most `limit` bytes.

    Raises:
        CannotRead: when it is no regular file, cannot be opened or is larger.
    """
    try:
        kind = path.stat()
        if not stat.S_ISREG(kind.st_mode):
            raise CannotRead(f"{path} is not {what}: it is not a regular file.")
        with path.open("rb") as file:
            content = file.read(limit + 1)
    except FileNotFoundError:
        raise CannotRead(f"{path} does not exist; {what} was expected there.") from None
    except (OSError, ValueError) as error:
        raise CannotRead(f"{path} cannot be opened: {_reason(error)}.") from None
    if len(content) > limit:
        raise CannotRead(f"{path} is not {what}: it is larger than {limit // 1_000_000} MB.")
    return content


def _reason(error: OSError | ValueError) -> str:
    return error.strerror.lower() if isinstance(error, OSError) and error.strerror else _first_line(error)


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or ["it cannot be understood"])[0].rstrip(".")[:200]


def _without_twins(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twin = next(key for key in keys if keys.count(key) > 1)
        raise ValueError(f"the key {twin[:60]!r} stands twice in one place")
    return found


def _refuse_number(word: str) -> NoReturn:
    raise ValueError(f"{word[:20]!r} is not a whole number")
