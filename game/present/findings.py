"""What the verbs `table` and `bargain` print: plain lines that align in a terminal.

Ids stand beside the words, because authors work with both. Nothing here prints.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from game.present.dates import date_words
from game.present.quantities import number_words, party_inside, party_name
from game.present.speech import Speech
from game.scenario.model import Scenario
from game.scenario.table_rules import Table

if TYPE_CHECKING:
    from game.analysis.tables import Examination, Valued
    from game.analysis.talks import Talks

SHOWN = 20
"""How many packages of the frontier are printed."""
SOLUTIONS = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")


def table_lines(scenario: Scenario, laid_open: Examination, speech: Speech) -> Iterator[str]:
    """Words an examined table: worths of the packages that matter, then their terms."""
    step = scenario.steps[laid_open.step]
    dates = date_words(speech, step.date, step.until, stated=True)
    yield speech("findings.table", title=speech.plain(step.title), step=step.id, dates=dates)
    yield speech("findings.state" if laid_open.reached else "findings.passed-by")
    yield from _value_sets(scenario, laid_open, speech)
    counts = {"packages": laid_open.packages, "acceptable": laid_open.acceptable}
    yield speech("findings.packages", **{name: speech.number(count) for name, count in counts.items()})
    if laid_open.record is None:
        yield speech("findings.no-record", outcome=speech(f"outcome.{laid_open.outcome.id}"))
    yield from ("", speech("findings.worths"))
    named = list(_named(scenario, laid_open, speech))
    frontier = laid_open.frontier[:SHOWN]
    yield from aligned_lines(_worth_rows(scenario, laid_open, named, speech))
    yield ""
    for label, value in named:
        yield speech("findings.terms", label=label, terms=_terms(value))
    for key in SOLUTIONS:
        if not getattr(laid_open, key):
            yield speech("findings.none", point=speech(f"findings.{key}"))
    yield from ("", speech("findings.frontier", count=speech.number(len(laid_open.frontier))))
    heads = [*(party_name(scenario, speech, party) for party in laid_open.parties), ""]
    shares = [[*_shares(laid_open, value), _terms(value)] for value in frontier]
    yield from aligned_lines([heads, *shares], left=0, free=True)
    if len(laid_open.frontier) > SHOWN:
        yield speech("findings.more", count=speech.number(len(laid_open.frontier) - SHOWN))


def talks_lines(scenario: Scenario, talks: Talks, speech: Speech) -> Iterator[str]:
    """Words what many talks came to."""
    title = speech.plain(scenario.steps[talks.step].title)
    games = speech.number(talks.games)
    yield speech("findings.talks", games=games, title=title, step=talks.step, seed=talks.seed)
    if talks.rounds is not None:
        yield speech("findings.one-session", rounds=speech.number(talks.rounds))
    percent = f"{100 * talks.agreement:.2f}"
    yield speech("findings.agreement", percent=percent, rounds=f"{talks.rounds_begun:.2f}")
    yield ""
    heads = [speech(f"findings.{key}") for key in ("party", "style", "worth", "walk-away", "best", "advantage")]
    rows = [
        [
            party_name(scenario, speech, party),
            told.style,
            *(f"{share:.2f}" for share in (told.worth, told.walk_away, told.best)),
            _decimal(told.advantage, speech),
        ]
        for party, told in talks.parties.items()
    ]
    yield from aligned_lines([heads, *rows], left=2)
    yield ""
    both = {"nash": _decimal(talks.nash_product, speech), "welfare": _decimal(talks.welfare, speech)}
    yield speech("findings.joint", **both)
    yield speech("findings.failing")


def _value_sets(scenario: Scenario, laid_open: Examination, speech: Speech) -> Iterator[str]:
    table = scenario.steps[laid_open.step].body
    assert isinstance(table, Table)
    for party, value in laid_open.value_sets.items():
        column = table.values_by[party]
        declared = scenario.columns[column]
        number = declared.low + (declared.values or ()).index(value)
        words = number_words(scenario, speech, column, number)
        yield speech("findings.value-set", party=party_name(scenario, speech, party), value=words)


def _named(scenario: Scenario, laid_open: Examination, speech: Speech) -> Iterator[tuple[str, Valued]]:
    """Names the packages that are told in full: the record's, then each solution's, ties numbered."""
    if laid_open.record is not None:
        yield speech("findings.record"), laid_open.record
    else:
        for party, asked in laid_open.last_asked.items():
            yield speech("findings.last-asked", party=party_inside(scenario, speech, party)), asked
    for key in SOLUTIONS:
        points: tuple[Valued, ...] = getattr(laid_open, key)
        label = speech(f"findings.{key}")
        for number, point in enumerate(points, start=1):
            tied = speech("findings.tied", point=label, number=number, count=len(points))
            yield (tied if len(points) > 1 else label), point


def _worth_rows(
    scenario: Scenario, laid_open: Examination, named: Sequence[tuple[str, Valued]], speech: Speech
) -> list[list[str]]:
    parties = laid_open.parties
    return [
        ["", *(party_name(scenario, speech, party) for party in parties)],
        [speech("findings.walk-away"), *(f"{laid_open.walk_aways[party]:.2f}" for party in parties)],
        [speech("findings.best"), *(f"{laid_open.share(party, laid_open.best[party]):.2f}" for party in parties)],
        *([label, *_shares(laid_open, value)] for label, value in named),
    ]


def _shares(laid_open: Examination, value: Valued) -> list[str]:
    return [f"{value.shares[party]:.2f}" for party in laid_open.parties]


def _terms(value: Valued) -> str:
    return "; ".join(f"{issue} {option}" for issue, option in value.terms.items())


def _decimal(value: float | None, speech: Speech) -> str:
    return speech("findings.undefined") if value is None else f"{value:.4f}"


def aligned_lines(rows: Sequence[Sequence[str]], left: int = 1, free: bool = False) -> Iterator[str]:
    """Aligns rows: the first `left` columns to the left, the others to the right; `free`: the last as it comes."""
    aligned = [row[:-1] if free else row for row in rows]
    widths = [max(map(len, column)) for column in zip(*aligned, strict=True)]
    for row, cells in zip(rows, aligned, strict=True):
        padded = [
            cell.ljust(width) if place < left else cell.rjust(width)
            for place, (cell, width) in enumerate(zip(cells, widths, strict=True))
        ]
        yield "    " + "  ".join([*padded, row[-1]] if free else padded).rstrip()
