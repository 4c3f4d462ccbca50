"""Writes a Genius domain as a scenario file with one table: whole numbers whose shares are the domain's utilities.

A share of 100 is a utility of 1. Weights and values are whole numbers, so shares differ from utilities a little;
how far at most, over all packages, is computed and stands in the file. Where a party's utilities cannot reach 1, they
are divided by the most they can reach. A domain has no history: the record of the file is that each side asks for
its best package and they part. Reading a domain is `game.scenario.genius`'s.
"""

from __future__ import annotations

import json
import math
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.scenario.genius import Domain, DomainIssue, Profile
from game.scenario.tokens import RESERVED_WORDS

WEIGHTS = 1_000
"""What the weights of a party add up to."""
ROUNDS = 20
SEATS = ("sweden", "norway", "denmark")
"""Parties of the world catalogue whose seats are lent to the domain's parties, under their own names."""
STEP, SOURCE, DAY = "talks", "domain", "2000-01-01"
_LONGEST_ID = 40
_LEAST = 1e-6
"""A profile that reaches no more utility than this is taken to value nothing."""
_TAKEN = RESERVED_WORDS | {"make", "not-reached", "yes", "no", "on", "off", "true", "false", "null"}


@dataclass(frozen=True, slots=True)
class Measured:
    """A profile in whole numbers: weights by issue, values 0–100 by option, the walk-away value on 0–100.

    `scale` is the most that the profile's utility can reach, by which it is divided, and `error` how far a share of
    100 may differ from 100 × the utility so divided, over all packages.
    """

    weights: tuple[int, ...]
    values: tuple[tuple[int, ...], ...]
    walk_away: int
    scale: float
    error: float


def measured(profile: Profile) -> Measured:
    """Finds whole numbers for a profile; an issue that counts for nothing has the weight 0."""
    tops = [max(fractions) for fractions in profile.fractions]
    parts = [weight * top for weight, top in zip(profile.weights, tops, strict=True)]
    scale = math.fsum(parts)
    if scale < _LEAST:
        even = tuple(tuple(100 for _ in fractions) for fractions in profile.fractions)
        return Measured((1,) * len(even), even, 100, 0.0, 0.0)
    weights = _whole([part / scale for part in parts])
    values = tuple(
        tuple(math.floor(100 * fraction / top + 0.5) if top else 100 for fraction in fractions)
        for fractions, top in zip(profile.fractions, tops, strict=True)
    )
    off = [
        [
            weight * value / WEIGHTS - 100 * own * fraction / scale
            for value, fraction in zip(values_, fractions, strict=True)
        ]
        for weight, values_, own, fractions in zip(weights, values, profile.weights, profile.fractions, strict=True)
    ]
    error = max(math.fsum(max(each) for each in off), -math.fsum(min(each) for each in off))
    walk_away = min(100, math.ceil(100 * profile.reservation / scale - 1e-9))
    return Measured(weights, values, walk_away, scale, error)


def scenario_text(domain: Domain, id_: str) -> str:
    """Writes the scenario file."""
    return "\n".join(_lines(domain, id_)) + "\n"


def id_from(name: str, number: int = 1, word: str = "o") -> str:
    """Makes an id of a name: its letters and digits, joined by hyphens; by a number where it has none.

    >>> id_from("$100 Billion"), id_from("Überraschung (groß)"), id_from("ไทย", 3), id_from("or")
    ('o-100-billion', 'uberraschung-gro', 'o-3', 'o-or')
    """
    letters = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    id_ = "-".join(re.findall("[a-z0-9]+", letters))[:_LONGEST_ID].strip("-") or str(number)
    return id_ if id_[0].isalpha() and id_ not in _TAKEN else f"{word}-{id_}"


def _whole(parts: Sequence[float]) -> tuple[int, ...]:
    """Rounds parts of one to whole numbers that add up to `WEIGHTS`: the largest remainders are rounded up."""
    weights = [math.floor(part * WEIGHTS) for part in parts]
    order = sorted(range(len(parts)), key=lambda place: weights[place] - parts[place] * WEIGHTS)
    for place in order[: WEIGHTS - sum(weights)]:
        weights[place] += 1
    return tuple(weights)


def _lines(domain: Domain, id_: str) -> Iterator[str]:
    seats = dict(zip(SEATS, domain.profiles, strict=False))
    numbers = {seat: measured(profile) for seat, profile in seats.items()}
    yield from _head(domain, id_, seats)
    issues = dict(zip(_ids([issue.name for issue in domain.issues], "issue"), domain.issues, strict=True))
    options = {issue: _ids(described.options, "o") for issue, described in issues.items()}
    yield from _parties(seats)
    yield from _interests(seats, numbers, options)
    yield from _step(domain, seats, numbers)
    yield "      issues:"
    for place, (issue, described) in enumerate(issues.items()):
        yield from _issue(place, issue, described, options[issue], numbers)
    yield from _rest(seats, numbers, options)


def _head(domain: Domain, id_: str, seats: dict[str, Profile]) -> Iterator[str]:
    names = _listed([profile.name for profile in seats.values()])
    packages = math.prod(len(issue.options) for issue in domain.issues)
    files = _listed([profile.file for profile in seats.values()])
    about = f"{names} bargain over {_counted(len(domain.issues), 'issue')}, which can be settled in {packages:,} ways."
    yield from (
        "format: 1",
        f"id: {id_}",
        "language: en",
        f"title: {_quoted(f'{domain.name}: can {names} agree?')}",
        f"summary: {_quoted(f'{about} A domain of the Genius format, on which bargaining programs are compared.')}",
        'content-note: "An exercise in bargaining; nothing in it is taken from history."',
        f"dates: {{from: {DAY}, to: {DAY}}}",
        "minutes: {full: 15, short: 15}",
        "sources:",
        f"  {SOURCE}: {{title: {_quoted(f'{domain.name}, a negotiation domain of the Genius format')},"
        f" kind: reference, place: {_quoted(f'profiles {files}')}}}",
    )


def _parties(seats: dict[str, Profile]) -> Iterator[str]:
    yield "parties:"
    for seat, profile in seats.items():
        brief = f"You bargain for {profile.name}. What each option is worth to you stands beside it."
        yield f"  {seat}: {{name: {_quoted(profile.name)}, brief: {_quoted(brief)}}}"


def _interests(seats: dict[str, Profile], numbers: dict[str, Measured], options: dict[str, list[str]]) -> Iterator[str]:
    yield "interests:"
    for seat in seats:
        own = numbers[seat]
        terms = [
            f"{weight} * ({_chosen(issue, ids, values)})"
            for (issue, ids), weight, values in zip(options.items(), own.weights, own.values, strict=True)
            if weight
        ]
        value = f"({' + '.join(terms)}) / {sum(own.weights)} if agreed.{STEP} == whole else {own.walk_away}"
        yield (
            f"  {seat}: [{{id: deal, name: {_quoted('What the talks bring')}, weight: 1, value: {_exactly(value)},"
            f" basis: {_quoted('The profile of the domain; without a deal its reservation value.')},"
            f" sources: [{SOURCE}]}}]"
        )


def _chosen(issue: str, ids: Sequence[str], values: Sequence[int]) -> str:
    """Words the value of what was agreed on an issue; the value of most options stands at the end."""
    usual = max(sorted(set(values)), key=values.count)
    parts = []
    for value in sorted(set(values) - {usual}):
        named = [id_ for id_, own in zip(ids, values, strict=True) if own == value]
        among = f"== {named[0]}" if len(named) == 1 else f"in [{', '.join(named)}]"
        parts.append(f"{value} if agreed.{STEP}.{issue} {among} else ")
    return f"{''.join(parts)}{usual}"


def _step(domain: Domain, seats: dict[str, Profile], numbers: dict[str, Measured]) -> Iterator[str]:
    names = _listed([profile.name for profile in seats.values()])
    yield from (
        "steps:",
        f"  - id: {STEP}",
        f"    date: {DAY}",
        f"    title: {_quoted(domain.name)}",
        f"    text: {_quoted(f'{names} sit down to talk. A package settles every issue at once.')}",
        f"    sources: [{SOURCE}]",
        "    table:",
        f"      parties: [{', '.join(seats)}]",
        "      agreement: whole",
        f"      rounds: {ROUNDS}",
    )
    yield f"      walk-away: {{{', '.join(f'{seat}: {own.walk_away}' for seat, own in numbers.items())}}}"
    yield "      walk-away-basis:"
    for seat, profile in seats.items():
        yield f"        {seat}: {_quoted(_basis(profile, numbers[seat]))}"


def _basis(profile: Profile, own: Measured) -> str:
    if not own.scale:
        return "In this profile nothing is worth anything, so every package is worth the same."
    told = (
        f"The reservation value of {profile.file} is {profile.reservation:g}, rounded up to a whole share of 100."
        f" A share differs from 100 times the utility by {own.error:.3f} at most."
    )
    if abs(own.scale - 1) < 1e-6:
        return told
    return f"{told} Utilities of this profile reach {own.scale:.4g} at most, and are divided by that here."


def _issue(
    place: int, issue: str, described: DomainIssue, ids: Sequence[str], numbers: dict[str, Measured]
) -> Iterator[str]:
    yield f"        {issue}:"
    yield f"          name: {_quoted(described.name)}"
    yield f"          unsettled: {ids[0]}"
    yield "          options:"
    for id_, name in zip(ids, described.options, strict=True):
        yield f"            {id_}: {{text: {_quoted(name)}, sources: [{SOURCE}]}}"
    yield f"          weight: {{{', '.join(f'{seat}: {own.weights[place]}' for seat, own in numbers.items())}}}"
    yield "          values:"
    for seat, own in numbers.items():
        valued = zip(ids, own.values[place], strict=True)
        yield f"            {seat}: {{{', '.join(f'{id_}: {value}' for id_, value in valued)}}}"


def _rest(seats: dict[str, Profile], numbers: dict[str, Measured], options: dict[str, list[str]]) -> Iterator[str]:
    yield "      record:"
    yield "        outcome: failed"
    yield "        moves:"
    yield f"          {STEP}:"
    for seat in seats:
        named = zip(options.items(), numbers[seat].values, strict=True)
        best = ", ".join(f"{issue}: {ids[values.index(max(values))]}" for (issue, ids), values in named)
        yield f"            - {{{seat}: {{propose: {{{best}}}}}}}"
    yield f"            - {{{SEATS[0]}: walk-out}}"
    yield (
        '        text: "A domain has no history. So that there is something to compare with, each side asks for its'
        ' best package, and they part."'
    )
    yield f"        sources: [{SOURCE}]"
    names = _listed([profile.name for profile in seats.values()])
    yield from (
        "endings:",
        f"  - {{id: agreed, title: {_quoted('A deal')}, when: {_exactly(f'agreed.{STEP} == whole')},"
        f" text: {_quoted(f'{names} have agreed.')}, sources: [{SOURCE}]}}",
        f"  - {{id: parted, title: {_quoted('No deal')}, text: {_quoted(f'{names} part without a deal.')},"
        f" sources: [{SOURCE}]}}",
        "record: {ending: parted, invented: true}",
    )


def _ids(names: Sequence[str], word: str) -> list[str]:
    """Makes ids that differ."""
    ids: list[str] = []
    for number, name in enumerate(names, start=1):
        id_ = id_from(name, number, word)
        ids.append(id_ if id_ not in ids else f"{id_}-n{number}")
    return ids


def _quoted(words: str) -> str:
    """Writes words between quotation marks, so that they mean themselves in a text: no variable, no emphasis."""
    return _exactly(words.replace("{", "{{").replace("}", "}}").replace("*", "\N{ASTERISK OPERATOR}"))


def _exactly(words: str) -> str:
    return json.dumps(words, ensure_ascii=False)


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"
