"""What packages, and leaving, are worth to the party that looks, in words and as shares; what counts together.

Everything is by the party's own values. Of the others nothing is known here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from game.present.articles import inside_a_sentence
from game.present.conditions import options_alone, parts_in_words
from game.present.joining import unended
from game.present.reader import Reader
from game.present.scales import share
from game.present.table_parts import LinkageLine, WalkAway, Worth
from game.scenario.table_rules import IssueOption, Linkage, Table

if TYPE_CHECKING:
    from game.engine.views import TableView


_RED_LINE = 25
"""From so many hundredths of all that a party wants on, what costs that much by itself is told as a red line."""


def package_worth(reader: Reader, seen: TableView, terms: Mapping[str, str]) -> Worth:
    """What a package is worth to the viewer, in words and as a share of the most there is to get."""
    hundredths = _hundredths(seen.worth(terms), seen.total_weight)
    enough = seen.acceptable(terms)
    even = enough and hundredths == seen.walk_away
    key = f"worth.package.{'even' if even else 'enough' if enough else 'short'}"
    words = reader.speech(key, share=share(reader.speech, hundredths))
    return Worth(words, hundredths, enough, _together(reader, seen, terms))


def _together(reader: Reader, seen: TableView, terms: Mapping[str, str]) -> str:
    """Says why a package is worth less than its rows one by one; empty where it is not."""
    table, held = reader.scenario.steps[seen.step].body, seen.linked(terms)
    assert isinstance(table, Table)
    holding = [one for place, one in enumerate(_own_linkages(reader, table)) if place in held]
    broken = [linkage for linkage in holding if _is_red_line(seen, linkage)]
    if broken:
        return " ".join(_costs_words(reader, seen, table, linkage) for linkage in broken)
    total = sum(linkage.add for linkage in holding)
    if _hundredths(total, seen.total_weight) >= 0:
        return ""
    heaviest = min(holding, key=lambda linkage: linkage.add)
    words = _linkage_line(reader, table, heaviest, seen.total_weight).words
    if heaviest.text is None:
        return words
    return reader.speech("worth.together", words=words)


def red_line(reader: Reader, seen: TableView, table: Table, issue: str, option: IssueOption) -> str:
    """Says what an option by itself costs the viewer beyond its own row; empty where it costs nothing more."""
    costly = (
        linkage
        for linkage in _own_linkages(reader, table)
        if linkage.add < 0 and (issue, option.number) in options_alone(linkage.when.tree)
    )
    return " ".join(_costs_words(reader, seen, table, linkage) for linkage in costly)


def _is_red_line(seen: TableView, linkage: Linkage) -> bool:
    """Whether a linkage takes away so much that hardly anything else can make it good."""
    return _hundredths(linkage.add, seen.total_weight) <= -_RED_LINE


def _costs_words(reader: Reader, seen: TableView, table: Table, linkage: Linkage) -> str:
    words = _linkage_line(reader, table, linkage, seen.total_weight).words
    return reader.speech("worth.red-line", words=words) if _is_red_line(seen, linkage) else words


def linkage_lines(reader: Reader, seen: TableView, table: Table) -> tuple[LinkageLine, ...]:
    """What counts more or less together, in the viewer's eyes."""
    own = _own_linkages(reader, table)
    return tuple(_linkage_line(reader, table, linkage, seen.total_weight) for linkage in own)


def _own_linkages(reader: Reader, table: Table) -> list[Linkage]:
    return [linkage for linkage in table.linkages if linkage.party == reader.seat]


def _linkage_line(reader: Reader, table: Table, linkage: Linkage, total_weight: int) -> LinkageLine:
    share = _hundredths(linkage.add, total_weight)
    if linkage.text is not None:
        return LinkageLine(reader.line(linkage.text), share, reader.line(linkage.basis))
    return LinkageLine(_linkage_words(reader, table, linkage), share)


def _linkage_words(reader: Reader, table: Table, linkage: Linkage) -> str:
    basis = reader.line(linkage.basis)
    parts = parts_in_words(reader, table, linkage.when.tree)
    if not parts:
        return basis
    terms = parts[0]
    for part in parts[1:]:
        terms = reader.speech("linkage.between", terms=terms, more=inside_a_sentence(reader.speech, part))
    key = f"linkage.{'more' if linkage.add >= 0 else 'less'}{'' if len(parts) > 1 else '.one'}"
    return reader.speech(key, terms=terms, basis=basis)


def walk_away_line(reader: Reader, seen: TableView, table: Table) -> WalkAway:
    """The viewer's own walk-away value, in words and as a number, and on what it rests."""
    words = reader.speech("table.walk-away", share=share(reader.speech, seen.walk_away))
    basis = table.walk_away_basis.get(reader.seat)
    return WalkAway(words, seen.walk_away, reader.prose(basis))


def parting_words(reader: Reader, seen: TableView, table: Table) -> str:
    """Says what the viewer expects of parting; where something was initialled, that it holds all the same."""
    expected = reader.line(table.parting.get(reader.seat))
    if expected and seen.initialled:
        return reader.speech("table.parting.initialled")
    return reader.speech("table.parting", expected=unended(expected)) if expected else ""


def _hundredths(points: int, total_weight: int) -> int:
    """Points as hundredths of the most: values run to 100 a unit of weight, so points / total weight."""
    return round(points / total_weight) if total_weight else 0
