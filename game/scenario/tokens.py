"""Cuts an expression of the scenario language into words, numbers and signs.

It knows spelling only: what a name looks like, that a minus sign stands between spaces, which signs exist.
Which words follow each other is for the parser, what a name means for the resolver.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from game.scenario.positions import Finding, Position, Severity

RESERVED_WORDS = frozenset({"if", "else", "and", "or", "not", "in", "min", "max", "always", "never"})
"""Words of the language that cannot be names."""
RESERVED_IDS = RESERVED_WORDS | {"make", "not-reached"}
"""Words that cannot be ids."""

LONGEST = 2_000
"""The most characters that one expression may have."""

TokenKind = Literal["number", "name", "word", "sign", "end"]


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or sign, and how many characters stand before it."""

    kind: TokenKind
    text: str
    offset: int


class ExpressionError(Exception):
    """One mistake in an expression, as far as it can be read; becomes a finding at `offset`."""

    def __init__(self, code: str, offset: int, message: str, suggestion: str = "") -> None:
        super().__init__(message)
        self.code, self.offset, self.message, self.suggestion = code, offset, message, suggestion

    def finding(self, where: Position) -> Finding:
        """The finding at this mistake's place in an expression that begins at `where`."""
        return Finding(shifted(where, self.offset), Severity.ERROR, self.code, self.message, self.suggestion)


def shifted(where: Position, offset: int) -> Position:
    """The position `offset` characters further on the same line."""
    return Position(where.path, where.line, where.column + offset)


_SPACE = re.compile(r"[ \t\r\n]*")
_NAME = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?:\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*)*")
_PERCENT = re.compile(r"\s*%\s*")
_SIGN = r"\+=|-=|==|!=|<=|>=|[-+*/<>=()\[\],]"
_TOKEN = re.compile(rf"(?P<name>{_NAME.pattern})|(?P<number>[0-9]+)|(?P<sign>{_SIGN})")
_ENDS_PLAINLY = frozenset(" ),]")
"""Before these, and at the end, a word or a number needs no second look."""
_WORD = re.compile(r"[^\W_][\w-]*")

_INSTEAD = {
    "&": "Write `and`.",
    "|": "Write `or`.",
    "!": "Write `not`.",
    "%": "There is no remainder here; write a percentage as `x * 10 / 100`.",
    "^": "There is no power here; multiply with `*`.",
    "?": "Write `a if condition else b`.",
    ":": "Write `a if condition else b`.",
    '"': "Names are written without quotation marks.",
    "'": "Names are written without quotation marks.",
    "`": "Names are written without quotation marks.",
    "“": "Names are written without quotation marks.",
    "”": "Names are written without quotation marks.",
    "{": "Braces belong in texts; here a name stands by itself.",
    "}": "Braces belong in texts; here a name stands by itself.",
    "_": "Ids join their words with hyphens.",
    "−": "Write the plain minus sign `-`, with a space on both sides.",
    "–": "Write the plain minus sign `-`, with a space on both sides.",
    "—": "Write the plain minus sign `-`, with a space on both sides.",
    "×": "Write `*`.",
    "÷": "Write `/`.",
    "≤": "Write `<=`.",
    "≥": "Write `>=`.",
    "≠": "Write `!=`.",
    ".": "A dot joins the parts of a name, as in `readiness.finland`.",
}


def tokens(source: str) -> tuple[Token, ...]:
    """Every token of `source`, closed by one of kind `end`.

    Raises: ExpressionError at the first thing that is not spelled as the language spells it.
    """
    if len(source) > LONGEST:
        raise ExpressionError(
            "LNG08",
            0,
            f"An expression has at most {LONGEST} characters, and this one has {len(source)}.",
            "Split it over several effects, or keep part of it in a variable.",
        )
    found: list[Token] = []
    end = len(source)
    offset = _after_space(source, 0)
    while offset < end:
        match = _TOKEN.match(source, offset)
        if match is None:
            raise _unknown(source, offset)
        token = _token(source, match, found)
        found.append(token)
        offset = _after_space(source, match.end())
    found.append(Token("end", "", end))
    return tuple(found)


def _after_space(source: str, offset: int) -> int:
    space = _SPACE.match(source, offset)
    return space.end() if space else offset


def _token(source: str, match: re.Match[str], before: list[Token]) -> Token:
    text, offset = match.group(), match.start()
    if match.lastgroup == "sign":
        return _sign(source, text, offset, before)
    following = source[match.end() : match.end() + 1]
    if match.lastgroup == "name":
        if following and following not in _ENDS_PLAINLY:
            _check_end_of_name(source, match)
        return Token("word" if text in RESERVED_WORDS else "name", text, offset)
    if following and (following not in _ENDS_PLAINLY or not before):
        _check_end_of_number(source, match, before)
    return Token("number", text, offset)


def _check_end_of_number(source: str, match: re.Match[str], before: list[Token]) -> None:
    offset = match.start()
    following = source[match.end() : match.end() + 2]
    if following[:1] == "." and following[1:].isdigit():
        raise ExpressionError(
            "LNG01", offset, "Numbers are whole numbers, and this one has a decimal point.", "Count in smaller units."
        )
    if following[:1].isalpha() or following[:1] == "_":
        raise ExpressionError(
            "LNG01", offset, f'A number is digits only, and "{match.group()}{following[:1]}…" goes on with a letter.'
        )
    if following[:1] == "-":
        raise _crowded(match.end())
    if _PERCENT.fullmatch(source, match.end()) and not before:
        hint = f"Write `{match.group()}`; a percentage of something is `x * {match.group()} / 100`."
        raise ExpressionError("LNG01", match.end(), 'The sign "%" does not belong to the language.', hint)


def _check_end_of_name(source: str, match: re.Match[str]) -> None:
    following = source[match.end() : match.end() + 1]
    if following == "-" and source[match.end() : match.end() + 2] != "-=":
        raise _crowded(match.end())
    if following == "_" or following.isupper() or (following.isalpha() and not following.isascii()):
        raise _unknown(source, match.start())


def _sign(source: str, text: str, offset: int, before: list[Token]) -> Token:
    if text == "-" and _is_operand(before):
        left, right = source[offset - 1 : offset], source[offset + 1 : offset + 2]
        if not left.isspace() or not (right.isspace() or not right):
            raise _crowded(offset)
    if text in "*/" and source[offset + 1 : offset + 2] == text:
        instead = "`/` already rounds down." if text == "/" else "There is no power here; multiply with `*`."
        raise ExpressionError("LNG01", offset, f'"{text}{text}" is not a sign of the language.', instead)
    if text == "<" and source[offset + 1 : offset + 2] == ">":
        raise ExpressionError("LNG01", offset, '"<>" is not a sign of the language.', "Write `!=`.")
    return Token("sign", text, offset)


def _is_operand(before: list[Token]) -> bool:
    return bool(before) and (before[-1].kind in ("number", "name") or before[-1].text in (")", "]", "always", "never"))


def _crowded(offset: int) -> ExpressionError:
    return ExpressionError(
        "LNG02",
        offset,
        "A minus sign has a space on both sides, because `a-b` is a name.",
        "Write `a - b`.",
    )


def _unknown(source: str, offset: int) -> ExpressionError:
    word = _WORD.match(source, offset)
    if word is None:
        sign = source[offset]
        return ExpressionError(
            "LNG01", offset, f'The sign "{sign}" does not belong to the language.', _INSTEAD.get(sign, "")
        )
    spelled = word.group().lower().replace("_", "-").rstrip("-")
    instead = {"true": "always", "false": "never"}.get(spelled, spelled)
    hint = f"Write `{instead}`." if _NAME.fullmatch(instead) else ""
    return ExpressionError(
        "LNG01",
        offset,
        f'"{word.group()}" is not a name; names are lower-case words joined by hyphens and dots.',
        hint,
    )
