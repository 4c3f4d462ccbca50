"""The scenario language as the file reader uses it: source text in, checked trees and findings out.

`formula` reads a number, `condition` a truth, `effect_action` the `do` of an effect. They never raise for what
an author wrote: each mistake is a finding at its line and column. How texts use names is in `texts`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.scenario import intervals
from game.scenario.cast import Column, PromiseState
from game.scenario.parser import Phrase, parse, parse_tokens
from game.scenario.positions import Finding, Position
from game.scenario.resolver import Resolver, span, start
from game.scenario.scope import MACHINE_VARIABLES
from game.scenario.scope import Scope as Scope
from game.scenario.suggestions import did_you_mean
from game.scenario.tokens import ExpressionError, Token, tokens
from game.scenario.tree import Always, Comparison, Condition, Formula, Number, Numeric


@dataclass(frozen=True, slots=True)
class EffectAction:
    """What an effect does to one column: `change` adds the amount, `set` replaces the value by it."""

    column: str
    operator: Literal["set", "change"]
    amount: Formula


def formula(
    source: str,
    where: Position,
    scope: Scope,
    findings: list[Finding],
    *,
    low: int | None = None,
    high: int | None = None,
) -> Formula | None:
    """The checked number that `source` is, proved to stay in `low`..`high` where these are given; None after errors."""
    phrase = _phrase(source, where, findings)
    if phrase is None:
        return None
    resolver = Resolver(where, scope, findings)
    tree = resolver.numeric(phrase)
    if tree is None or not _proved(tree, resolver, low, high):
        return None
    return Formula(source, where, tree)


def condition(source: str, where: Position, scope: Scope, findings: list[Finding]) -> Condition | None:
    """The checked truth that `source` is; None after errors. One that always or never holds gets a warning."""
    phrase = _phrase(source, where, findings)
    if phrase is None:
        return None
    resolver = Resolver(where, scope, findings)
    tree = resolver.truth(phrase)
    if tree is None:
        return None
    # A comparison by itself has been weighed already.
    weighed = isinstance(tree, Always | Comparison) or resolver.warned
    settled = None if weighed else intervals.settled(tree)
    if settled is not None:
        code, verdict = ("LNG11", "always") if settled else ("LNG12", "never")
        resolver.warn(code, 0, f"This condition {verdict} holds.", f"If that is meant, write `{verdict}`.")
    return Condition(source, where, tree)


def effect_action(
    source: str,
    where: Position,
    scope: Scope,
    findings: list[Finding],
    *,
    opens: PromiseState = PromiseState.OPEN,
) -> EffectAction | None:
    """The checked action of an effect: `x += n`, `x -= n`, `x = n` or `make promise-id`; None after errors.

    A promise that is made stands at `opens`.
    """
    try:
        words = tokens(source)
        if words[0].text == "make" and words[1].kind == "name":
            return _promise_made(source, words, where, scope, opens)
        _check_shape(source, words)
        phrase = parse_tokens(words[2:])
    except ExpressionError as mistake:
        findings.append(mistake.finding(where))
        return None
    resolver = Resolver(where, scope, findings)
    column = _target(words[0], scope, resolver)
    return None if column is None else _change(source, words[1], phrase, column, resolver, where)


def _phrase(source: str, where: Position, findings: list[Finding]) -> Phrase | None:
    try:
        return parse(source)
    except ExpressionError as mistake:
        findings.append(mistake.finding(where))
        return None


def _proved(tree: Numeric, resolver: Resolver, low: int | None, high: int | None) -> bool:
    if (low is None or tree.low >= low) and (high is None or tree.high <= high):
        return True
    asked = f"{low}..{high}" if low is not None and high is not None else _one_sided(low, high)
    wrap = "…" if low is None else f"max({low}, …)"
    wrap = wrap if high is None else f"min({high}, {wrap})"
    lies = f"it can lie in {span(tree)}" if tree.low < tree.high else f"it is {span(tree)}"
    resolver.error("RNG02", 0, f"This number must stay in {asked}, and {lies}.", f"Hold it: `{wrap}`.")
    return False


def _one_sided(low: int | None, high: int | None) -> str:
    return f"{low} or more" if low is not None else f"{high} or less"


def _promise_made(
    source: str, words: tuple[Token, ...], where: Position, scope: Scope, opens: PromiseState
) -> EffectAction:
    promise = words[1]
    if words[2].kind != "end":
        raise ExpressionError("LNG10", words[2].offset, "Nothing can follow `make PROMISE-ID`.")
    if promise.text not in scope.promises:
        raise ExpressionError(
            "LNG04",
            promise.offset,
            f'There is no promise "{promise.text}".',
            did_you_mean(promise.text, tuple(sorted(scope.promises))),
        )
    amount = Formula(source, where, Number(int(opens)))
    return EffectAction(f"promise.{promise.text}", "set", amount)


def _check_turned_sign(source: str, target: Token, sign: Token, after: Token) -> None:
    """Refuses `x =- 3`, which would set x where it was to be changed."""
    if sign.text == "=" and after.text in ("+", "-") and after.offset == sign.offset + 1:
        rest = source[after.offset + 1 :].strip()
        change, setting = f"{target.text} {after.text}= {rest}", f"{target.text} = {after.text.strip('+')}{rest}"
        message = f'"={after.text}" is not a sign of the language.'
        raise ExpressionError("LNG01", sign.offset, message, f"Write `{change}`, or `{setting}`.")


def _check_shape(source: str, words: tuple[Token, ...]) -> None:
    if words[0].kind == "name" and words[1].text in ("+=", "-=", "=") and words[1].kind == "sign":
        _check_turned_sign(source, *words[:3])
        return
    place = words[1] if words[0].kind == "name" else words[0]
    raise ExpressionError(
        "LNG10",
        place.offset,
        "An effect changes a variable or makes a promise.",
        "Write `x += 5`, `x -= 5`, `x = 5` or `make promise-id`.",
    )


def _target(word: Token, scope: Scope, resolver: Resolver) -> Column | None:
    column = scope.find(word.text)
    if column is None:
        resolver.error("LNG04", word.offset, *scope.unknown(word.text))
    elif column.variable == "promise":
        resolver.error(
            "LNG10",
            word.offset,
            "A promise is made by an effect and settled by its own condition, never set.",
            f"Write `make {column.name.removeprefix('promise.')}`.",
        )
    elif column.variable in MACHINE_VARIABLES:
        resolver.error("LNG10", word.offset, f"{word.text} follows from play, and effects cannot change it.")
    else:
        return column
    return None


def _change(
    source: str, sign: Token, phrase: Phrase, column: Column, resolver: Resolver, where: Position
) -> EffectAction | None:
    if sign.text == "=":
        amount = resolver.numeric(phrase) if column.values is None else resolver.valued(phrase, column)
        if amount is not None and column.values is None:
            _warn_outside(amount, column, start(phrase), resolver)
        return None if amount is None else EffectAction(column.name, "set", Formula(source, where, amount))
    if column.values is not None:
        resolver.error(
            "LNG10",
            sign.offset,
            f"{column.name} has names for its values, so nothing can be added to it.",
            f"Write `{column.name} = {column.values[-1]}`.",
        )
        return None
    amount = resolver.numeric(phrase)
    if amount is None:
        return None
    if sign.text == "-=":
        amount = resolver.within_32_bits(intervals.arithmetic("-", Number(0), amount), phrase)
    return None if amount is None else EffectAction(column.name, "change", Formula(source, where, amount))


def _warn_outside(amount: Numeric, column: Column, offset: int, resolver: Resolver) -> None:
    if amount.high < column.low or amount.low > column.high:
        resolver.warn(
            "RNG04",
            offset,
            f"{column.name} is held in {column.low}..{column.high}, and {span(amount)} lies outside it.",
        )
