"""What the verbs `table` and `bargain` print: plain lines that align in a terminal.

Ids stand beside the words, because authors work with both. Nothing here prints.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from game.present.aims import aims_lines
from game.present.dates import date_words
from game.present.plot_lines import key_lines, plot_lines
from game.present.plots import plots, points_explained, tenths
from game.present.quantities import number_words, party_inside, party_name
from game.present.speech import Speech
from game.scenario.model import Scenario
from game.scenario.table_rules import Table, Wording

if TYPE_CHECKING:
    from game.analysis.tables import Examination, Gap, Valued
    from game.analysis.talks import Talks

SHOWN = 20
"""How many packages of the frontier are printed."""
SOLUTIONS = ("nash", "kalai_smorodinsky", "egalitarian", "utilitarian")


def table_lines(scenario: Scenario, laid_open: Examination, speech: Speech, *, drawn: bool = False) -> Iterator[str]:
    """Words an examined table: worths of the packages that matter, then their terms; `drawn` adds pictures."""
    step = scenario.steps[laid_open.step]
    dates = date_words(speech, step.date, step.until, stated=True)
    yield speech("findings.table", title=speech.plain(step.title), step=step.id, dates=dates)
    yield speech("findings.state" if laid_open.reached else "findings.passed-by")
    yield from _value_sets(scenario, laid_open, speech)
    yield from _rules(scenario, laid_open, speech)
    yield from _counts(scenario, laid_open, speech)
    if laid_open.record is None:
        yield speech("findings.no-record", outcome=speech(f"outcome.{laid_open.outcome.id}"))
    gap = laid_open.gap(laid_open.record.terms) if laid_open.record else None
    yield from ("", speech("findings.worths"))
    named = list(_named(scenario, laid_open, gap, speech))
    yield from aligned_lines(_worth_rows(scenario, laid_open, named, speech))
    yield ""
    for terms in dict.fromkeys(_terms(value) for _, value in named):
        labels = [label for label, value in named if _terms(value) == terms]
        yield speech("findings.terms", label=speech.listed(labels, "and"), terms=terms)
    yield from _missing_points(laid_open, speech)
    if gap and laid_open.record:
        yield from ("", *_gap(scenario, laid_open, laid_open.record, gap, speech))
    yield from _frontier(scenario, laid_open, speech)
    yield from ("", *points_explained(speech))
    if drawn:
        yield from _drawings(scenario, laid_open, speech)
    yield from ("", *_glossary(scenario, laid_open, [value for _, value in named], speech))


def talks_lines(scenario: Scenario, talks: Talks, speech: Speech) -> Iterator[str]:
    """Words what many talks came to."""
    title = speech.plain(scenario.steps[talks.step].title)
    games = speech.number(talks.games)
    yield speech("findings.talks", games=games, title=title, step=talks.step, seed=talks.seed)
    if talks.rounds is not None:
        yield speech("findings.one-session", rounds=speech.number(talks.rounds))
    percent = f"{100 * talks.agreement:.1f}"
    yield speech("findings.agreement", percent=percent, rounds=f"{talks.rounds_begun:.1f}")
    yield ""
    heads = [speech(f"findings.{key}") for key in ("party", "style", "worth", "walk-away", "best", "advantage")]
    rows = [
        [
            party_name(scenario, speech, party),
            told.style,
            *(f"{share:.1f}" for share in (told.worth, told.walk_away, told.best)),
            _decimal(told.advantage, speech),
        ]
        for party, told in talks.parties.items()
    ]
    yield from aligned_lines([heads, *rows], left=2)
    yield ""
    both = {"nash": _decimal(talks.nash_product, speech), "welfare": _decimal(talks.welfare, speech)}
    yield speech("findings.joint", **both)
    yield speech("findings.failing")
    if talks.aims:
        yield from ("", speech("debrief.aims"), *aims_lines(scenario, talks.step, talks.aims, speech))


def _rules(scenario: Scenario, laid_open: Examination, speech: Speech) -> Iterator[str]:
    """Says how it is agreed here, in how many sessions, and which words are elastic."""
    table = _table(scenario, laid_open)
    if laid_open.whole:
        yield speech("findings.whole")
    else:
        unsettled = "; ".join(f"{id_} {issue.unsettled}" for id_, issue in table.issues.items())
        yield speech("findings.by-issue", terms=unsettled)
    if len(table.sessions) > 1:
        count = speech.number(len(table.sessions))
        yield speech("findings.sessions", count=count, steps=speech.listed(table.sessions, "and"))
    elastic = [
        f"{id_} {option.id}"
        for id_, issue in table.issues.items()
        for option in issue.options.values()
        if option.wording is Wording.ELASTIC
    ]
    if elastic:
        yield speech("findings.elastic", options="; ".join(elastic))


def _counts(scenario: Scenario, laid_open: Examination, speech: Speech) -> Iterator[str]:
    packages, least, most = (
        speech.number(count) for count in (laid_open.packages, laid_open.acceptable, laid_open.acceptable_most)
    )
    if least == most:
        yield speech("findings.packages", packages=packages, acceptable=least)
    else:
        yield speech("findings.packages.between", packages=packages, least=least, most=most)
    if not laid_open.each:
        yield speech("findings.by-parts")
    if any(laid_open.errors.values()):
        errors = [
            speech("findings.error", party=party_name(scenario, speech, party), error=tenths(error))
            for party, error in (
                (party, laid_open.share(party, laid_open.errors[party])) for party in laid_open.parties
            )
        ]
        yield speech("findings.near", errors="; ".join(errors))


def _missing_points(laid_open: Examination, speech: Speech) -> Iterator[str]:
    missing = [speech(f"findings.{key}") for key in SOLUTIONS if not getattr(laid_open, key)]
    if len(missing) == len(SOLUTIONS):
        yield speech("findings.none-acceptable", points="; ".join(missing))
        return
    for point in missing:
        yield speech("findings.none", point=point)


def _gap(scenario: Scenario, laid_open: Examination, record: Valued, gap: Gap, speech: Speech) -> Iterator[str]:
    """Says how far the recorded deal stood from the frontier, and for whom leaving was better."""
    if gap.better is None:
        yield speech("findings.gap.none")
    else:
        changed = [issue for issue, option in gap.better.terms.items() if record.terms[issue] != option]
        terms = "; ".join(f"{issue} {gap.better.terms[issue]}" for issue in changed)
        yield speech("findings.gap.left", left=tenths(gap.left), terms=terms)
    if gap.below:
        parties = speech.listed([party_inside(scenario, speech, party) for party in gap.below], "and")
        yield speech("findings.gap.below", parties=parties)
        for party, why in _table(scenario, laid_open).record.against_interest.items():
            if party in gap.below:
                name = party_name(scenario, speech, party)
                yield speech("findings.gap.why", party=name, why=speech.plain(why))
    else:
        yield speech("findings.gap.above")


def _frontier(scenario: Scenario, laid_open: Examination, speech: Speech) -> Iterator[str]:
    yield from ("", speech("findings.frontier", count=speech.number(len(laid_open.frontier))))
    heads = [*(party_name(scenario, speech, party) for party in laid_open.parties), ""]
    shares = [[*_shares(laid_open, value), _terms(value)] for value in laid_open.frontier[:SHOWN]]
    yield from aligned_lines([heads, *shares], left=0, free=True)
    if len(laid_open.frontier) > SHOWN:
        yield speech("findings.more", count=speech.number(len(laid_open.frontier) - SHOWN))


def _drawings(scenario: Scenario, laid_open: Examination, speech: Speech) -> Iterator[str]:
    """Draws the packages by their worth to two sides at a time."""
    for plot in plots(scenario, speech, laid_open):
        yield from ("", plot.caption, *plot_lines(plot), *key_lines(plot, speech))


def _glossary(scenario: Scenario, laid_open: Examination, packages: Sequence[Valued], speech: Speech) -> Iterator[str]:
    """Says in words what the packages that are told in full name by ids."""
    yield speech("findings.named")
    for id_, issue in _table(scenario, laid_open).issues.items():
        used = {package.terms[id_] for package in packages}
        options = [
            speech("findings.option", option=option.id, text=speech.plain(option.text))
            for option in issue.options.values()
            if option.id in used
        ]
        yield "    " + speech("findings.issue", issue=id_, name=speech.plain(issue.name), options="; ".join(options))


def _table(scenario: Scenario, laid_open: Examination) -> Table:
    table = scenario.steps[laid_open.step].body
    assert isinstance(table, Table)
    return table


def _value_sets(scenario: Scenario, laid_open: Examination, speech: Speech) -> Iterator[str]:
    table = _table(scenario, laid_open)
    for party, value in laid_open.value_sets.items():
        column = table.values_by[party]
        declared = scenario.columns[column]
        number = declared.low + (declared.values or ()).index(value)
        words = number_words(scenario, speech, column, number)
        yield speech("findings.value-set", party=party_name(scenario, speech, party), value=words)


def _named(scenario: Scenario, laid_open: Examination, gap: Gap | None, speech: Speech) -> Iterator[tuple[str, Valued]]:
    """Names the packages that are told in full: the record's, nothing settled, each solution's, ties numbered."""
    if laid_open.record is not None:
        yield speech("findings.record"), laid_open.record
        if gap and gap.better:
            yield speech("findings.better"), gap.better
    else:
        for party, asked in laid_open.last_asked.items():
            yield speech("findings.last-asked", party=party_inside(scenario, speech, party)), asked
    yield speech("findings.unsettled"), laid_open.unsettled
    for key in SOLUTIONS:
        points: tuple[Valued, ...] = getattr(laid_open, key)
        label = speech(f"findings.{key}")
        for number, point in enumerate(points, start=1):
            tied = speech("findings.tied", point=label, number=number, count=len(points))
            told = tied if len(points) > 1 else label
            alike = speech.number(point.alike)
            yield (speech("findings.alike", label=told, count=alike) if point.alike > 1 else told), point


def _worth_rows(
    scenario: Scenario, laid_open: Examination, named: Sequence[tuple[str, Valued]], speech: Speech
) -> list[list[str]]:
    parties = laid_open.parties
    return [
        ["", *(party_name(scenario, speech, party) for party in parties)],
        [speech("findings.walk-away"), *(f"{laid_open.walk_aways[party]:.1f}" for party in parties)],
        [speech("findings.best"), *(f"{laid_open.share(party, laid_open.best[party]):.1f}" for party in parties)],
        *([label, *_shares(laid_open, value)] for label, value in named),
    ]


def _shares(laid_open: Examination, value: Valued) -> list[str]:
    return [f"{value.shares[party]:.1f}" for party in laid_open.parties]


def _terms(value: Valued) -> str:
    return "; ".join(f"{issue} {option}" for issue, option in value.terms.items())


def _decimal(value: float | None, speech: Speech) -> str:
    return speech("findings.undefined") if value is None else f"{value:.3f}"


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
