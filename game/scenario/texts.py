"""Texts as the file has them: their placeholders, their addresses, and the digests that translations name.

`{column}` in a text stands for that column's value, `{{` and `}}` for braces. How a value is worded, and in
which language, is for the floors above.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator

from game.scenario.cast import Paragraph, Text
from game.scenario.positions import Finding, Position, Severity
from game.scenario.scope import Scope
from game.scenario.tokens import shifted

LONGEST = 6_000
"""The most characters that one paragraph may have: about two pages."""

_PIECE = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_HOW_NAMED = "Write one, as in `{readiness.finland}`, or `{{` for a brace that the reader is to see."
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*)*")


def address(*parts: str) -> str:
    """The address of the text that these keys and ids lead to: `address("steps", "aim", "title")`."""
    return ".".join(parts)


def paragraph_address(text: Text, paragraph: Paragraph) -> str:
    """Where a translation puts this paragraph: the text's address, and the paragraph's id where it has one."""
    return address(text.address, paragraph.id) if paragraph.id else text.address


def digest(source: str) -> str:
    """Eight hexadecimal digits that tell whether a translated text has changed.

    The first is a letter, so that YAML never takes them for a number.

    >>> digest("War")
    'fe8816db'
    """
    digits = hashlib.sha256(source.encode()).hexdigest()
    return "abcdef"[int(digits[0], 16) % 6] + digits[1:8]


def names_in(source: str) -> Iterator[tuple[str, int]]:
    """Every placeholder of `source` as written, with its place; what is not closed is left out."""
    for piece in _PIECE.finditer(source):
        if piece.group(1) is not None:
            yield piece.group(1).strip(), piece.start(1)


def fill(source: str, values: Callable[[str], str]) -> str:
    """The text with every `{column}` replaced by `values(column)`, and doubled braces by single ones.

    >>> fill("{{x}} is {x}", lambda column: "5")
    '{x} is 5'
    """

    def worded(piece: re.Match[str]) -> str:
        name = piece.group(1)
        return piece.group()[0] if name is None else values(name.strip())

    return _PIECE.sub(worded, source)


def paragraph_placeholders(source: str, where: Position, scope: Scope, findings: list[Finding]) -> tuple[str, ...]:
    """The columns that the placeholders of a paragraph name, each once, in order; findings on the paragraph."""
    check_form(source, where, findings)
    if "{" not in source:
        return ()
    found = (_column(name, _place(source, where, offset), scope, findings) for name, offset in names_in(source))
    return tuple(dict.fromkeys(column for column in found if column is not None))


def check_form(source: str, where: Position, findings: list[Finding]) -> None:
    """Adds findings on a paragraph that is empty or too long, or whose braces do not match."""
    _check_length(source, where, findings)
    if "{" not in source and "}" not in source:
        return
    for piece in _PIECE.finditer(source):
        if piece.group() in ("{", "}"):
            findings.append(_unbalanced(source, piece, where))


def place_in_text(name: str, paragraph: Paragraph) -> Position:
    """Where a paragraph has the placeholder of this name; its beginning if it has none."""
    offsets = [offset for found, offset in names_in(paragraph.source) if found == name]
    return _place(paragraph.source, paragraph.where, offsets[0]) if offsets else paragraph.where


def _check_length(source: str, where: Position, findings: list[Finding]) -> None:
    if not source.strip():
        findings.append(
            Finding(where, Severity.ERROR, "TXT02", "This text is empty.", "Write it, or leave out its key.")
        )
    elif len(source) > LONGEST:
        message = f"A paragraph has at most {LONGEST} characters, and this one has {len(source)}."
        findings.append(
            Finding(where, Severity.ERROR, "TXT03", message, "Make it a list of paragraphs, each with an id.")
        )


def _unbalanced(source: str, piece: re.Match[str], where: Position) -> Finding:
    brace = piece.group()
    meant = "closed with `}`" if brace == "{" else "opened with `{`"
    message = f"This brace is not {meant}."
    hint = f"Write `{brace}{brace}` for a brace that the reader is to see."
    return Finding(_place(source, where, piece.start()), Severity.ERROR, "TXT01", message, hint)


def _column(name: str, where: Position, scope: Scope, findings: list[Finding]) -> str | None:
    if not _NAME.fullmatch(name):
        message = f'"{name}" in braces is not the name of a variable.'
        findings.append(Finding(where, Severity.ERROR, "TXT04", message, _HOW_NAMED))
        return None
    column = scope.find(name)
    if column is None:
        message, hint = scope.unknown(name)
        findings.append(Finding(where, Severity.ERROR, "TXT04", message, hint or _HOW_NAMED))
        return None
    if column.name != name:
        message = f'In a text a variable goes by its own name, and "{name}" is another spelling.'
        findings.append(Finding(where, Severity.ERROR, "TXT04", message, f"Write `{{{column.name}}}`."))
        return None
    return name


def _place(source: str, where: Position, offset: int) -> Position:
    # Where a text runs over lines, its indentation is not known here, so the place is that of its beginning.
    return where if "\n" in source[:offset] else shifted(where, offset)
