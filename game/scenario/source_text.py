"""Takes a file from the disk as text that is safe to parse: bounded, UTF-8, without control characters.

Device files, pipes and folders are refused before a byte is read. Nothing here knows YAML.
"""

from __future__ import annotations

import os
import re
import stat
from pathlib import Path

from game.errors import CannotRead
from game.scenario.positions import Finding, Position, Severity

LARGEST_FILE = 4_000_000
"""Bytes; a scenario of 200 kilobytes is a long one."""
LONGEST_LINE = 1_000_000
"""Bytes."""

_LOOKED_AT = 400
"""Bytes by whose noughts a wide encoding is told; the head of a scenario is in plain letters."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")


def text_of_file(path: Path, shown: str, findings: list[Finding]) -> str | None:
    """The text of `path`, named `shown` in findings; None when a finding tells why there is none.

    Raises: CannotRead for what is missing or is not a regular file.
    """
    content = _bytes_of(path, shown)
    if len(content) > LARGEST_FILE:
        message = f"The file is larger than {LARGEST_FILE // 1_000_000} million bytes."
        findings.append(_error(Position(shown, 1, 1), "YML11", message, "Divide it into several scenarios."))
        return None
    if (long_line := _first_long_line(content)) is not None:
        message = f"This line is longer than {LONGEST_LINE // 1_000_000} million bytes."
        findings.append(_error(Position(shown, long_line, 1), "YML11", message, "Break it into several lines."))
        return None
    return _decoded(content, shown, findings)


def _bytes_of(path: Path, shown: str) -> bytes:
    try:
        _expect_regular(path.stat().st_mode, shown)
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        with os.fdopen(descriptor, "rb") as file:
            _expect_regular(os.fstat(descriptor).st_mode, shown)
            return file.read(LARGEST_FILE + 1)
    except FileNotFoundError:
        raise CannotRead(
            f'There is no file or folder "{printable(shown)}"; look at the spelling of its name.'
        ) from None
    except (OSError, ValueError) as problem:
        reason = getattr(problem, "strerror", None) or str(problem)
        raise CannotRead(f'The file "{printable(shown)}" cannot be opened: {reason}.') from None


def _expect_regular(mode: int, shown: str) -> None:
    if not stat.S_ISREG(mode):
        raise CannotRead(f'"{printable(shown)}" is not a regular file; name a scenario file or its folder.')


def _first_long_line(content: bytes) -> int | None:
    if len(content) <= LONGEST_LINE:
        return None
    lines = content.split(b"\n")
    return next((number for number, line in enumerate(lines, 1) if len(line) > LONGEST_LINE), None)


def _decoded(content: bytes, shown: str, findings: list[Finding]) -> str | None:
    if _is_wide(content):
        message = "The file is written in UTF-16 or UTF-32, and not in UTF-8."
        findings.append(_error(Position(shown, 1, 1), "YML01", message, "Save it with the encoding UTF-8."))
        return None
    content = content.removeprefix(b"\xef\xbb\xbf")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as problem:
        before = content[: problem.start].decode("utf-8")
        message = "The file is not UTF-8 text from here on."
        findings.append(_error(place(before, shown), "YML01", message, "Save it with the encoding UTF-8."))
        return None
    if control := _CONTROL.search(text):
        message = f"An invisible control character (U+{ord(control[0]):04X}) stands here."
        findings.append(_error(place(text[: control.start()], shown), "YML12", message, "Delete it."))
        return None
    return text


def _is_wide(content: bytes) -> bool:
    """Whether letters take two bytes or four: by the mark before them, or by a nought in every second one."""
    beginning = content[:_LOOKED_AT]
    noughts = max(beginning[0::2].count(0), beginning[1::2].count(0))
    alternating = noughts * 4 > len(beginning) and beginning.count(0) * 8 < len(beginning) * 7
    return content.startswith((b"\xff\xfe", b"\xfe\xff")) or alternating


def printable(word: str) -> str:
    """A name from outside as a sentence can show it: not too long, and without control characters."""
    short = word if len(word) <= 160 else f"{word[:60]}…{word[-60:]}"
    return "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in short)


def without_control(words: str) -> str:
    """Words without the control characters that no file may have, so that they can stand in one."""
    return _CONTROL.sub("", words)


def place(before: str, shown: str) -> Position:
    """The position in file `shown` that the text `before` leads up to."""
    lines = before.replace("\r\n", "\n").replace("\r", "\n")
    return Position(shown, lines.count("\n") + 1, len(lines) - lines.rfind("\n"))


def _error(where: Position, code: str, message: str, suggestion: str) -> Finding:
    return Finding(where, Severity.ERROR, code, message, suggestion)
