"""What lies on the tables when a person decides away from them: each side's last offer at talks that go on.

In the short game the program bargains while a person decides only about the terms; whoever decides about them
must have them before their eyes. Whoever has read them at an earlier decision is told what is new since then, and
nothing where nothing is. It is given happenings that a view has let through, and adds nothing to them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from game.engine.happenings import table_of
from game.engine.moves import TableMove
from game.present.moves import package_lines, package_words
from game.present.reader import Reader
from game.present.table_parts import LyingLine
from game.scenario.table_rules import Table

if TYPE_CHECKING:
    from game.engine.happenings import Happening

_TERMS = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands in a sentence for the terms, to find what comes before them."""


def lying_offers(reader: Reader, everything: Sequence[Happening], chosen: Mapping[str, int]) -> tuple[LyingLine, ...]:
    """Words the last offers at every table of the viewer's that has been opened and is not closed.

    `chosen` is the entry of the last choice of each party that the reader decides for: what its tables held then has
    been read.
    """
    opened = dict.fromkeys(place for place in (_place(reader, one) for one in everything) if place)
    closed = {_place(reader, one) for one in everything if one.kind == "table-closed"}
    lying = [place for place in opened if place not in closed]
    read = {place: max((chosen.get(one, 0) for one in _parties(reader, place)), default=0) for place in lying}
    return tuple(line for place in lying for line in last_offers(reader, everything, place, read[place]))


def last_offers(reader: Reader, everything: Sequence[Happening], session: str, read: int = 0) -> tuple[LyingLine, ...]:
    """Words what each side last offered at the table that begins with `session`, the others first.

    Of what was offered before entry `read`, only what has changed since.
    """
    table = table_of(reader.scenario.steps[session], reader.scenario)
    if table is None or reader.seat not in table.parties:
        return ()
    seen = reader.view.talks(session)
    settled = seen.initialled if seen is not None else {}
    now = _offers(reader, everything, session, settled)
    before = _offers(reader, [one for one in everything if one.seq < read], session, settled)
    if now == before:
        return ()
    shared, known = _shared(now), _shared(before)
    together = {issue: option for issue, option in shared.items() if known.get(issue) != option}
    apart = {
        party: {i: o for i, o in terms.items() if i not in shared and before.get(party, {}).get(i) != o}
        for party, terms in now.items()
    }
    words = (*_together(reader, table, together, bool(before)), *_asked(reader, table, apart, bool(before)))
    rest = (LyingLine(reader.speech("offers.rest")),) if before else ()
    return (*_settled(reader, table, settled), *words, *rest)


def _offers(
    reader: Reader, everything: Iterable[Happening], session: str, settled: Collection[str]
) -> dict[str, dict[str, str]]:
    """What each side last offered on the issues that are not settled and have not left the agenda since."""
    offers: dict[str, dict[str, str]] = {}
    for one in everything:
        offered = one.move if isinstance(one.move, TableMove) and one.move.kind == "propose" else None
        if one.party is not None and offered is not None and _place(reader, one) == session:
            offers[one.party] = {**offers.get(one.party, {}), **offered.terms}
        elif one.kind == "off-agenda" and _place(reader, one) == session:
            offers = {party: {i: o for i, o in terms.items() if i != one.outcome} for party, terms in offers.items()}
    return {party: {i: o for i, o in terms.items() if i not in settled} for party, terms in offers.items()}


def _shared(offers: Mapping[str, Mapping[str, str]]) -> dict[str, str]:
    """What everybody who has offered anything last offered alike; of a single side, nothing."""
    if len(offers) < 2:
        return {}
    first, *others = offers.values()
    return {issue: option for issue, option in first.items() if all(one.get(issue) == option for one in others)}


def _together(reader: Reader, table: Table, terms: Mapping[str, str], again: bool) -> tuple[LyingLine, ...]:
    key = "offers.new.shared" if again else "offers.shared"
    return (_line(reader, table, key, terms),) if terms else ()


def _settled(reader: Reader, table: Table, terms: Mapping[str, str]) -> tuple[LyingLine, ...]:
    """What has been initialled already: nobody asks for it any more."""
    return (_line(reader, table, "offers.settled", terms),) if terms else ()


def _line(reader: Reader, table: Table, key: str, terms: Mapping[str, str], party: str = "") -> LyingLine:
    """Words some terms: in the sentence they come last, so that what stands before them is their heading."""
    speech = reader.speech
    heading = speech(key, party=party, terms=_TERMS).partition(_TERMS)[0].strip()
    whole = speech(key, party=party, terms=package_words(reader, table, terms))
    return LyingLine(whole, heading, package_lines(reader, table, terms))


def _asked(reader: Reader, table: Table, offers: Mapping[str, Mapping[str, str]], again: bool) -> tuple[LyingLine, ...]:
    return tuple(
        _line(
            reader,
            table,
            f"offers.{'new.' if again else ''}{'own' if party == reader.seat else 'other'}",
            offers[party],
            reader.party(party),
        )
        for party in sorted(offers, key=lambda party: party == reader.seat)
        if offers[party]
    )


def _parties(reader: Reader, session: str) -> tuple[str, ...]:
    table = table_of(reader.scenario.steps[session], reader.scenario)
    return table.parties if table is not None else ()


def _place(reader: Reader, happening: Happening) -> str:
    """The first session of the table at which something happened; empty away from tables."""
    table = table_of(reader.scenario.steps[happening.step], reader.scenario)
    return table.sessions[0] if table is not None else ""
