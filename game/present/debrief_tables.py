"""The debrief's look at each table from every side: worths, walk-away values, the frontier, the solution points.

All values are open now that the game is over. The plots show two sides at a time; what they show is also said
in words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Literal

from game.analysis.comparison import TABLE_SEAT, Comparison, Decision
from game.analysis.survey import LOWEST, Cloud
from game.analysis.tables import Examination, Valued, Weighing, examine_played, weigh_played
from game.engine.game import Game
from game.errors import GameError
from game.present.debrief_decisions import AGREED, outcome_words, table_dates
from game.present.debrief_parts import Case, Grid, Mark, Pair, Plot, Row, Section
from game.present.moves import package_words
from game.present.reader import Reader
from game.scenario.table_rules import Table

MOST_DOTS = 6_000
PointKind = Literal["nash", "kalai-smorodinsky", "egalitarian", "utilitarian"]


def tables(reader: Reader, game: Game, comparison: Comparison) -> Section:
    """Shows every table that was held."""
    held = (decision for decision in comparison.decisions if decision.seat == TABLE_SEAT)
    return Section("tables", reader.speech("debrief.tables"), tuple(_table(reader, game, one) for one in held))


def _table(reader: Reader, game: Game, decision: Decision) -> Case:
    step = reader.scenario.steps[decision.step]
    assert isinstance(step.body, Table)
    outcome = outcome_words(reader, decision.chosen)
    terms = {gap.issue: gap.mine for gap in decision.issues or ()}
    try:
        laid_open = examine_played(game, step.id)
    except GameError:
        return _weighed(reader, game, decision, step.body, terms)
    agreed = laid_open.value(terms) if decision.chosen in AGREED else None
    return Case(
        heading=reader.line(step.title),
        date=table_dates(reader, game, decision),
        marks=(outcome,),
        paragraphs=tuple(_findings(reader, step.body, laid_open, agreed)),
        pairs=tuple(_bases(reader, step.body)),
        grids=(_worths(reader, laid_open, agreed),),
        plots=tuple(_plot(reader, laid_open, agreed, pair) for pair in combinations(range(len(laid_open.parties)), 2)),
    )


def _weighed(reader: Reader, game: Game, decision: Decision, table: Table, terms: Mapping[str, str]) -> Case:
    """A table with too many packages to lay open: the worths of what was agreed, here and in history."""
    weighed = weigh_played(game, decision.step)
    agreed = weighed.value(terms) if decision.chosen in AGREED else None
    too_large = reader.speech("debrief.table.too-large", packages=reader.speech.number(weighed.packages))
    return Case(
        heading=reader.line(reader.scenario.steps[decision.step].title),
        date=table_dates(reader, game, decision),
        marks=(outcome_words(reader, decision.chosen),),
        paragraphs=(too_large,),
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


def _left(laid_open: Examination, agreed: Valued) -> str:
    return f"{laid_open.gap(agreed.terms).left:.2f}"


def _bases(reader: Reader, table: Table) -> Iterator[Pair]:
    for party, basis in table.walk_away_basis.items():
        yield Pair(reader.speech("debrief.table.basis", party=reader.inside(party)), reader.line(basis))


def _worths(reader: Reader, laid_open: Examination | Weighing, agreed: Valued | None) -> Grid:
    say = reader.speech
    rows = [
        Row((label, *(_share(reader, value.shares[party]) for party in laid_open.parties)))
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
    for key, found in _points(laid_open):
        if found:
            label = say(f"debrief.table.{key}")
            count = sum(point.alike for point in found)
            yield (say("debrief.table.tied", point=label, count=say.number(count)) if count > 1 else label), found[0]


def _points(laid_open: Examination) -> Iterator[tuple[PointKind, tuple[Valued, ...]]]:
    yield "nash", laid_open.nash
    yield "kalai-smorodinsky", laid_open.kalai_smorodinsky
    yield "egalitarian", laid_open.egalitarian
    yield "utilitarian", laid_open.utilitarian


def _share(reader: Reader, share: float) -> str:
    return reader.speech.number(int(share + 0.5)) if share >= 0 else reader.speech.number(-int(0.5 - share))


def _plot(reader: Reader, laid_open: Examination, agreed: Valued | None, places: tuple[int, int]) -> Plot:
    across, up = (laid_open.parties[place] for place in places)
    marks = tuple(_marks(reader, laid_open, agreed, across, up))
    frontier = sorted({(point.shares[across], point.shares[up]) for point in laid_open.frontier}, reverse=True)
    # What no government would sign would only make the plot small.
    cloud = tuple(cell for cell in laid_open.clouds[places] if min(cell[:2]) >= LOWEST)
    beyond = laid_open.packages - sum(count for _, _, count in cloud)
    words = _plot_words(reader, laid_open, across, up, marks)
    if beyond:
        words = f"{words} {reader.speech('debrief.plot.beyond', count=reader.speech.number(beyond), lowest=-LOWEST)}"
    return Plot(
        caption=reader.speech("debrief.plot", across=reader.inside(across), up=reader.inside(up)),
        words=words,
        across=reader.party(across),
        up=reader.party(up),
        cloud=_drawn(cloud),
        frontier=tuple(frontier) if len(laid_open.parties) == 2 else (),
        walk_away=(laid_open.walk_aways[across], laid_open.walk_aways[up]),
        marks=marks,
    )


def _drawn(cloud: Cloud) -> Cloud:
    """Takes dots together, two by two each way, where there are so many that they would run into one."""
    if len(cloud) <= MOST_DOTS:
        return cloud
    cells: dict[tuple[int, int], int] = {}
    for across, up, count in cloud:
        cell = (across // 2 * 2, up // 2 * 2)
        cells[cell] = cells.get(cell, 0) + count
    return tuple((across, up, count) for (across, up), count in cells.items())


def _marks(reader: Reader, laid_open: Examination, agreed: Valued | None, across: str, up: str) -> Iterator[Mark]:
    say = reader.speech
    if agreed is not None:
        yield Mark("agreement", say("debrief.table.agreed"), agreed.shares[across], agreed.shares[up])
    if laid_open.record is not None:
        record = laid_open.record
        yield Mark("record", say("debrief.table.record"), record.shares[across], record.shares[up])
    else:
        for party, asked in laid_open.last_asked.items():
            label = say("debrief.table.last", party=reader.inside(party))
            yield Mark("record", label, asked.shares[across], asked.shares[up])
    for key, found in _points(laid_open):
        for point in found[:1]:
            yield Mark(key, say(f"debrief.table.{key}"), point.shares[across], point.shares[up])


def _plot_words(reader: Reader, laid_open: Examination, across: str, up: str, marks: tuple[Mark, ...]) -> str:
    say = reader.speech
    names = {"across": reader.inside(across), "up": reader.inside(up)}
    told = " ".join(
        say(
            "debrief.plot.mark",
            label=mark.label,
            across_name=names["across"],
            up_name=names["up"],
            across=_share(reader, mark.across),
            up=_share(reader, mark.up),
        )
        for mark in marks
    )
    return say(
        "debrief.plot.words",
        packages=say.number(laid_open.packages),
        walk_across=say.number(laid_open.walk_aways[across]),
        walk_up=say.number(laid_open.walk_aways[up]),
        marks=told,
        **names,
    ).strip()
