"""Words for what is not YAML: what a mistake of spelling most likely is, where it lies, and how it is mended.

It is given the parser's own words and the text, and looks at what stands around the place. It reads nothing.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from game.scenario.positions import Position

_SYNTAX = (
    ("mapping values are not allowed", "A colon with a space after it cannot stand inside words without quotes here."),
    ("cannot start any token", "This character cannot begin a value: a tab, or one of @ ` %."),
    ("found unexpected end of stream", "A quotation mark is opened here and never closed."),
    ("found undefined tag handle", "A tag begins with an exclamation mark, and tags are not used here."),
    ("expected ',' or ']'", "A comma or a closing ] is missing here."),
    ("expected ',' or '}'", "A comma or a closing } is missing here."),
    ("could not find expected ':'", "A key needs a colon and a space after it."),
    ("expected '-' indicator", "A list item must begin with a dash at the same depth as the one above it."),
    ("expected key", "A key must begin at the same depth as the one above it."),
    ("expected node content", "A value or a closing bracket is missing here."),
    ("unknown escape character", "This backslash code does not exist."),
    ("expected <document start>", "Nothing may follow here: what stands above is already the whole file."),
)
_NEXT_KEY = re.compile(r"[\w-]+:(?:\s|$)")
_USUAL = "Put texts in quotation marks, and check the spaces before the line."
_LINES_BACK = 3
"""So many lines before its place a mistake may have been made: a line with wrong spaces joins the one before."""


Quotation = tuple[Position, Position]
"""Where a quotation begins, and the place after its last mark."""


@dataclass(frozen=True, slots=True)
class Explained:
    """A mistake of spelling: where it was made, what it is, what to do."""

    where: Position
    message: str
    suggestion: str


def explained(
    words: str, text: str, where: Position, opening: Position | None, quotation: Quotation | None = None
) -> Explained:
    """Explains a mistake that the parser words so and noticed at `where`, within a bracket that opens at `opening`.

    `quotation` is the last one that was read before it.
    """
    lines = text.split("\n", where.line)[: where.line]
    line = lines[-1] if len(lines) == where.line else ""
    return (
        _odd_indentation(lines, where)
        or _runaway_quotation(line, where, quotation)
        or _ended_quotation(line, where, quotation)
        or _begins_with_bracket(line, where)
        or _as_the_parser_says(words, where, opening)
    )


def odd_space(text: str, where: Position) -> Explained:
    """Explains a value or a key that begins with a space that YAML does not take for one."""
    name = unicodedata.name(text[0], "unknown character").lower()
    message = (
        f"The character “{name}” (U+{ord(text[0]):04X}) stands here where line {where.line} should have plain spaces."
    )
    return Explained(where, message, "Delete it and type spaces.")


def _odd_indentation(lines: list[str], where: Position) -> Explained | None:
    first = max(0, len(lines) - 1 - _LINES_BACK)
    for number in range(len(lines) - 1, first - 1, -1):
        line = lines[number]
        indentation = line[: len(line) - len(line.lstrip())]
        odd = next((place for place, sign in enumerate(indentation) if sign not in " \t\r"), None)
        if odd is not None:
            return odd_space(line[odd:], Position(where.path, number + 1, odd + 1))
    return None


def _runaway_quotation(line: str, where: Position, quotation: Quotation | None) -> Explained | None:
    """A quotation that goes on over its line, until the next one opens: its own mark at the end is missing."""
    if quotation is None or not _ends_right_before(line, where, quotation):
        return None
    begun, end = quotation
    if begun.line == end.line:
        return None
    message = f"The quotation that opens here ends only on line {end.line}, and more words follow there."
    hint = "Close it where its text ends; put marks that belong to the text between marks of the other kind."
    return Explained(begun, message, hint)


def _ends_right_before(line: str, where: Position, quotation: Quotation) -> bool:
    end = quotation[1]
    return end.line == where.line and not line[end.column - 1 : where.column - 1].strip()


def _ended_quotation(line: str, where: Position, quotation: Quotation | None) -> Explained | None:
    """A quotation mark within a quotation of the same marks: 'Who's there?'."""
    before, rest = line[: where.column - 1], line[where.column - 1 :]
    closing = before.rstrip()[-1:]
    if not closing or closing not in "'\"" or before.count(closing) < 2 or _NEXT_KEY.match(rest):
        return None
    column = len(before.rstrip())
    other = '"' if closing == "'" else "'"
    again = "write it twice" if closing == "'" else 'write it \\"'
    message = f"The quotation ended here, at the mark {closing}, and more words follow."
    if quotation is not None and _ends_right_before(line, where, quotation):
        begun = f"{quotation[0].line}:{quotation[0].column}"
        message = f"The quotation that opens at {begun} ended here, at the mark {closing}, and more words follow."
    hint = f"If the mark belongs to the text, {again}, or put the whole text between {other} and {other}."
    return Explained(Position(where.path, where.line, column), message, hint)


def _begins_with_bracket(line: str, where: Position) -> Explained | None:
    """A text such as `{unity} is it`, whose brace YAML takes for the beginning of a group."""
    before = line[: where.column - 1].rstrip()
    if before[-1:] not in ("}", "]") or not before:
        return None
    sign = "{" if before[-1] == "}" else "["
    column = before.rfind(sign)
    if column < 0 or before[:column].rstrip()[-1:] not in (":", "-", ""):
        return None
    message = f"A text that begins with {sign} must stand in quotation marks."
    return Explained(Position(where.path, where.line, column + 1), message, 'Put the whole of it between " and ".')


def _as_the_parser_says(words: str, where: Position, opening: Position | None) -> Explained:
    sentence = next((own for word, own in _SYNTAX if word in words), "From here on this is not YAML.")
    if opening is not None:
        sentence = f"{sentence[:-1]}; the bracket opens at {opening.line}:{opening.column}."
    return Explained(where, sentence, _USUAL)
