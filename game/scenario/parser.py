"""Reads an expression of the scenario language into phrases, by precedence.

A phrase is what was written, with its place; whether its names exist and whether it is a number or a truth
is for the resolver. Phrases are at most forty deep, so every walk over them may recurse; long sums are
split in the middle, which keeps them shallow and, since they are integers, equal.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.scenario.tokens import ExpressionError, Token, tokens

DEEPEST = 40
"""How deep an expression may be nested."""

PhraseKind = Literal[
    "number", "name", "truth", "arithmetic", "extreme", "conditional", "comparison", "member", "logic", "negation"
]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of an expression as written: `word` is its number, name or sign, `parts` what it is made of.

    `conditional` holds then, test, otherwise; `member` the left side and every item of the list.
    """

    kind: PhraseKind
    word: str
    offset: int
    parts: tuple[Phrase, ...] = ()
    depth: int = 1


_NEGATION = 4
_COMPARISON = 5
_SUM = 6
_PRODUCT = 7
_BINDING = {
    "if": 1,
    "or": 2,
    "and": 3,
    **dict.fromkeys(("==", "!=", "<", "<=", ">", ">=", "in"), _COMPARISON),
    **dict.fromkeys("+-", _SUM),
    **dict.fromkeys("*/", _PRODUCT),
}


def parse(source: str) -> Phrase:
    """The phrase that `source` is.

    Raises: ExpressionError at the first mistake.
    """
    return parse_tokens(tokens(source))


def parse_tokens(words: tuple[Token, ...]) -> Phrase:
    """The phrase that these tokens are, all of them.

    Raises: ExpressionError at the first mistake.
    """
    return _Parser(words).whole()


class _Parser:
    """A place in a row of tokens."""

    def __init__(self, words: tuple[Token, ...]) -> None:
        self._words = words
        self._at = 0
        self._nested = 0

    def whole(self) -> Phrase:
        if len(self._words) == 1:
            message = "An expression is expected here, and there is none."
            raise ExpressionError("LNG03", self._next.offset, message, "Write one, or leave out the key.")
        phrase = self._expression(0)
        if self._next.kind != "end":
            raise self._unexpected()
        return phrase

    @property
    def _next(self) -> Token:
        return self._words[self._at]

    def _take(self) -> Token:
        token = self._words[self._at]
        self._at += 1
        return token

    def _expect(self, text: str, purpose: str) -> Token:
        if self._next.kind == "name" or self._next.text != text:
            found = f'"{self._next.text}"' if self._next.text else "the end"
            raise ExpressionError("LNG03", self._next.offset, f"`{text}` is expected {purpose}, and {found} is found.")
        return self._take()

    def _expression(self, tightness: int) -> Phrase:
        self._nested += 1
        if self._nested > DEEPEST:
            raise _too_deep(self._next.offset)
        left = self._operand()
        while self._binding() > tightness:
            left = self._continue(left)
        self._nested -= 1
        return left

    def _binding(self) -> int:
        return 0 if self._next.kind in ("name", "number", "end") else _BINDING.get(self._next.text, 0)

    def _continue(self, left: Phrase) -> Phrase:
        binding = self._binding()
        if self._next.text == "if":
            return self._conditional(left)
        if self._next.text in ("and", "or"):
            return self._logic(left)
        if binding == _COMPARISON:
            return self._comparison(left)
        if binding == _SUM:
            return self._sum(left)
        sign = self._take()
        return _phrase("arithmetic", sign.text, sign.offset, left, self._expression(binding))

    def _conditional(self, then: Phrase) -> Phrase:
        offset = self._take().offset
        test = self._expression(_BINDING["if"])
        self._expect("else", "after `a if condition`")
        return _phrase("conditional", "if", offset, then, test, self._expression(0))

    def _logic(self, left: Phrase) -> Phrase:
        sign = self._next
        parts = [left]
        while self._next.kind == "word" and self._next.text == sign.text:
            self._take()
            parts.append(self._expression(_BINDING[sign.text]))
        return _phrase("logic", sign.text, sign.offset, *parts)

    def _comparison(self, left: Phrase) -> Phrase:
        sign = self._take()
        if sign.text == "in":
            phrase = _phrase("member", "in", sign.offset, left, *self._list())
        else:
            phrase = _phrase("comparison", sign.text, sign.offset, left, self._expression(_COMPARISON))
        if self._binding() == _COMPARISON:
            raise ExpressionError(
                "LNG09",
                self._next.offset,
                "Comparisons cannot be chained.",
                "Write both and join them: `1 < a and a < 5`.",
            )
        return phrase

    def _list(self) -> list[Phrase]:
        self._expect("[", "after `in`")
        items = [self._expression(_COMPARISON)]
        while self._next.text == ",":
            self._take()
            items.append(self._expression(_COMPARISON))
        self._expect("]", "at the end of the list")
        return items

    def _sum(self, left: Phrase) -> Phrase:
        terms, signs = [left], [Token("sign", "+", left.offset)]
        while self._next.text in ("+", "-") and self._next.kind == "sign":
            signs.append(self._take())
            terms.append(self._expression(_SUM))
        return _balanced(terms, signs)

    def _operand(self) -> Phrase:
        token = self._take() if self._next.kind != "end" else self._next
        if token.kind in ("number", "name"):
            return _phrase("number" if token.kind == "number" else "name", token.text, token.offset)
        if token.text in ("always", "never"):
            return _phrase("truth", token.text, token.offset)
        if token.text == "not":
            return _phrase("negation", "not", token.offset, self._expression(_NEGATION))
        if token.text in ("min", "max"):
            return self._extreme(token)
        if token.text == "(":
            return self._bracket()
        if token.text == "-" and self._next.kind == "number":
            return _phrase("number", f"-{self._take().text}", token.offset)
        raise self._missing(token)

    def _extreme(self, word: Token) -> Phrase:
        self._expect("(", f"after `{word.text}`")
        parts = [self._expression(0)]
        while self._next.text == ",":
            self._take()
            parts.append(self._expression(0))
        self._expect(")", f"at the end of `{word.text}(…)`")
        if len(parts) < 2:
            raise ExpressionError(
                "LNG03", word.offset, f"`{word.text}` compares two or more numbers, and one is given."
            )
        return _phrase("extreme", word.text, word.offset, *parts)

    def _bracket(self) -> Phrase:
        inside = self._expression(0)
        self._expect(")", "to close the bracket")
        return inside

    def _missing(self, token: Token) -> ExpressionError:
        found = f'"{token.text}"' if token.text else "the end"
        hint = "A negative name is written `0 - name`." if token.text == "-" else ""
        if token.text == "[":
            hint = "Lists stand only after `in`."
        return ExpressionError("LNG03", token.offset, f"A number or a name is expected, and {found} is found.", hint)

    def _unexpected(self) -> ExpressionError:
        token = self._next
        hint = ""
        if token.text == "=":
            hint = "Equality is written `==`."
        elif token.text == "not":
            hint = "Write `not x in [a, b]`."
        elif token.kind in ("number", "name"):
            hint = "Join the two with a sign, or with `and` or `or`."
        elif token.text == ")":
            hint = "There is no bracket open here."
        return ExpressionError("LNG03", token.offset, f'"{token.text}" cannot follow here.', hint)


def _phrase(kind: PhraseKind, word: str, offset: int, *parts: Phrase) -> Phrase:
    depth = 1 + max((part.depth for part in parts), default=0)
    if depth > DEEPEST:
        raise _too_deep(offset)
    return Phrase(kind, word, offset, parts, depth)


def _balanced(terms: list[Phrase], signs: list[Token]) -> Phrase:
    if len(terms) == 1:
        return terms[0]
    middle = (len(terms) + 1) // 2
    joint = signs[middle]
    turned = [_turned(sign) if joint.text == "-" else sign for sign in signs[middle:]]
    left = _balanced(terms[:middle], signs[:middle])
    return _phrase("arithmetic", joint.text, joint.offset, left, _balanced(terms[middle:], turned))


def _turned(sign: Token) -> Token:
    return Token("sign", "+" if sign.text == "-" else "-", sign.offset)


def _too_deep(offset: int) -> ExpressionError:
    return ExpressionError(
        "LNG08",
        offset,
        f"An expression may be nested at most {DEEPEST} deep, and this one goes deeper.",
        "Split it over several effects, or keep part of it in a variable.",
    )
