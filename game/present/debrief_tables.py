"""The debrief's look at each table from every side: worths, walk-away values, the frontier, the solution points.

All values are open now that the game is over. How the plots are made is `game.present.plots`' affair.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache

from game.analysis.comparison import TABLE_SEAT, Comparison, Decision
from game.analysis.refusals import refusals
from game.analysis.tables import Examination, Valued, Weighing, examine_played, weigh_played
from game.engine.game import Game
from game.errors import GameError
from game.present.debrief_decisions import AGREED, outcome_words, table_dates
from game.present.debrief_parts import Block, Case, Grid, Items, Pair, Row, Section
from game.present.debrief_talks import talks_title
from game.present.moves import package_words
from game.present.plots import plots, points_explained, share_words, solution_points, tenths
from game.present.reader import Reader
from game.scenario.table_rules import Table

LaidOpen = Callable[[str], Examination | None]
"""Lays open a table that was held, by its step; None where it has too many packages."""


def lays_open(game: Game) -> LaidOpen:
    """Returns what lays open the tables of a finished game, each once."""

    @cache
    def laid_open(step: str) -> Examination | None:
        try:
            return examine_played(game, step)
        except GameError:
            return None

    return laid_open


def tables(reader: Reader, game: Game, comparison: Comparison, laid_open: LaidOpen) -> Section:
    """Shows every table that was held."""
    held = (decision for decision in comparison.decisions if decision.seat == TABLE_SEAT)
    cases: tuple[Block, ...] = tuple(_table(reader, game, one, laid_open(one.step)) for one in held)
    explained = Items(points_explained(reader.speech))
    return Section("tables", reader.speech("debrief.tables"), (explained, *cases) if cases else ())


def _table(reader: Reader, game: Game, decision: Decision, laid_open: Examination | None) -> Case:
    step = reader.scenario.steps[decision.step]
    assert isinstance(step.body, Table)
    outcome = outcome_words(reader, decision.chosen)
    terms = {gap.issue: gap.mine for gap in decision.issues or ()}
    if laid_open is None:
        return _weighed(reader, game, decision, step.body, terms)
    agreed = laid_open.value(terms) if decision.chosen in AGREED else None
    return Case(
        heading=talks_title(reader, game, decision.step),
        date=table_dates(reader, game, decision),
        marks=(outcome,),
        paragraphs=(*_findings(reader, step.body, laid_open, agreed), *_refused(reader, game, decision.step)),
        pairs=(*_bases(reader, step.body), *_against_interest(reader, step.body)),
        grids=(_worths(reader, laid_open, agreed),),
        plots=plots(reader.scenario, reader.speech, laid_open, agreed),
    )


def _weighed(reader: Reader, game: Game, decision: Decision, table: Table, terms: Mapping[str, str]) -> Case:
    """A table with too many packages to lay open: the worths of what was agreed, here and in history."""
    weighed = weigh_played(game, decision.step)
    agreed = weighed.value(terms) if decision.chosen in AGREED else None
    too_large = reader.speech("debrief.table.too-large", packages=reader.speech.number(weighed.packages))
    return Case(
        heading=talks_title(reader, game, decision.step),
        date=table_dates(reader, game, decision),
        marks=(outcome_words(reader, decision.chosen),),
        paragraphs=(too_large, *_refused(reader, game, decision.step)),
        pairs=tuple(_bases(reader, table)),
        grids=(_worths(reader, weighed, agreed),),
    )


def _findings(reader: Reader, table: Table, laid_open: Examination, agreed: Valued | None) -> Iterator[str]:
    say = reader.speech
    packages, count = say.number(laid_open.packages), say.number(laid_open.acceptable)
    if laid_open.acceptable_most == laid_open.acceptable:
        form = {0: "none", 1: "one"}.get(laid_open.acceptable, "many")
        yield say(f"debrief.table.suits.{form}", packages=packages, count=count)
    else:
        most = say.number(laid_open.acceptable_most)
        yield say("debrief.table.suits.between", packages=packages, count=count, most=most)
    if agreed is not None:
        better = laid_open.improvement(agreed.terms)
        if better is None:
            yield say("debrief.table.efficient")
        else:
            changed = {issue: option for issue, option in better.terms.items() if agreed.terms[issue] != option}
            yield say("debrief.table.inefficient", terms=package_words(reader, table, changed))
            yield say("debrief.table.left", left=_left(laid_open, agreed))
    record = laid_open.record
    if record is not None and (agreed is None or record.terms != agreed.terms):
        left = laid_open.gap(record.terms).left
        yield (
            say("debrief.table.record-left", left=_left(laid_open, record))
            if left
            else say("debrief.table.record-efficient")
        )
    if record is not None:
        below = laid_open.gap(record.terms).below
        parties = say.listed([reader.inside(party) for party in below])
        yield say("debrief.table.record-below", parties=parties) if below else say("debrief.table.record-above")


def _refused(reader: Reader, game: Game, step: str) -> Iterator[str]:
    """Why each side did not take what lay before it last, where the talks came to nothing."""
    say = reader.speech
    for one in refusals(game, step):
        party, values = reader.inside(one.party), {"worth": one.worth, "least": one.least}
        told = [say("debrief.refused", party=party, other=reader.inside(one.proposer), **values)]
        if one.below:
            told.append(say("debrief.refused.below"))
        elif one.asked is not None:
            told.append(say("debrief.refused.asked", asked=one.asked))
        if one.turns and not one.below:
            told.append(say.count("debrief.refused.turns", one.turns))
        yield " ".join(told)


def _left(laid_open: Examination, agreed: Valued) -> str:
    return tenths(laid_open.gap(agreed.terms).left)


def _bases(reader: Reader, table: Table) -> Iterator[Pair]:
    for party, basis in table.walk_away_basis.items():
        yield Pair(reader.speech("debrief.table.basis", party=reader.inside(party)), reader.line(basis))


def _against_interest(reader: Reader, table: Table) -> Iterator[Pair]:
    """Why somebody signed in history for less than leaving was worth, where the file says it."""
    for party, why in table.record.against_interest.items():
        label = reader.speech("debrief.table.against-interest", party=reader.inside(party))
        yield Pair(label, reader.line(why), reader.sources(table.record.sources))


def _worths(reader: Reader, laid_open: Examination | Weighing, agreed: Valued | None) -> Grid:
    say = reader.speech
    rows = [
        Row((label, *(share_words(say, value.shares[party]) for party in laid_open.parties)))
        for label, value in _packages(reader, laid_open, agreed)
    ]
    walk_away = (say.number(laid_open.walk_aways[party]) for party in laid_open.parties)
    rows.append(Row((say("debrief.table.walk-away"), *walk_away)))
    headers = (say("debrief.table.package"), *(reader.party(party) for party in laid_open.parties))
    numeric = (False, *(True for _ in laid_open.parties))
    shares = [share for _, value in _packages(reader, laid_open, agreed) for share in value.shares.values()]
    note = [say("debrief.table.note")]
    note += [say("debrief.table.linked")] if any(not -0.5 < share < 100.5 for share in shares) else []
    return Grid(say("debrief.table.worths"), headers, tuple(rows), numeric, " ".join(note))


def _packages(reader: Reader, laid_open: Examination | Weighing, agreed: Valued | None) -> Iterator[tuple[str, Valued]]:
    """Names the packages worth comparing: both deals, or what was last asked; then the solution points."""
    say = reader.speech
    if agreed is not None:
        yield say("debrief.table.agreed"), agreed
    if laid_open.record is not None:
        yield say("debrief.table.record"), laid_open.record
    else:
        for party, asked in laid_open.last_asked.items():
            yield say("debrief.table.last", party=reader.inside(party)), asked
    if isinstance(laid_open, Weighing):
        return
    for key, found in solution_points(laid_open):
        if found:
            label = say(f"debrief.table.{key}")
            count = sum(point.alike for point in found)
            yield (say("debrief.table.tied", point=label, count=say.number(count)) if count > 1 else label), found[0]
