"""Two branches side by side, as data: where they part, what was decided after it, what it came to on each.

Of branches that both are over everything is told, their interests and measures too; otherwise only what the viewer's
own view tells at the end of each. A difference is a difference: neither side is the better. Nothing here draws.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from game.analysis.branches import shared
from game.engine.history import Entry
from game.engine.moves import TableMove
from game.present.branch_figures import figures
from game.present.branch_sides import Side, dated_words, end_words, first_difference, seat_of, unlike_words
from game.present.branch_tables import tables
from game.present.branch_words import Compared, ComparedFigure, ComparedPart
from game.present.history import entry_words
from game.present.measures import is_told_by_a_word, measure_words
from game.present.page import Seat
from game.present.parts import Prose
from game.present.scales import outlook
from game.scenario.cast import PromiseState
from game.scenario.model import FACILITATOR, Step

MOST_FIGURES = 12
"""As many figures as are compared unless all are asked for: those that differ most for their range."""


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """Two branches by their letters; `parting` tells where they part and what each then decided.

    `left_out` says what is compared no further unless all is asked for; it may be empty. `note` is on the dice.
    """

    title: str
    seat: Seat
    left: str
    right: str
    parting: Prose
    ends: Compared
    parts: tuple[ComparedPart, ...]
    figures: tuple[ComparedFigure, ...]
    left_out: str
    note: str


def comparison_page(left: Side, right: Side, *, whole: bool = False) -> ComparisonPage:
    """Compares two branches; of the figures that differ only those that do so most, unless `whole`."""
    say = left.reader.speech
    found = figures(left, right)
    shown = found if whole else found[:MOST_FIGURES]
    hidden = len(found) - len(shown)
    letters = {"left": left.letter, "right": right.letter}
    return ComparisonPage(
        title=say("compare.title", **letters),
        seat=seat_of(left),
        left=left.letter,
        right=right.letter,
        parting=tuple(_parting(left, right)),
        ends=_row(say("compare.ends"), end_words(left), end_words(right)),
        parts=tuple(part for part in _parts(left, right) if part.rows),
        figures=shown,
        left_out=say.count("compare.left-out", hidden, **letters) if hidden else "",
        note=say("branches.dice"),
    )


def _parting(left: Side, right: Side) -> Iterator[str]:
    say = left.reader.speech
    firsts = (first_difference(left, right), first_difference(right, left))
    first = firsts[0] or firsts[1]
    if first is None:
        yield say("compare.no-parting")
        return
    step = left.reader.scenario.steps[first.step]
    yield say("compare.parting", title=left.reader.line(step.title), date=left.reader.dates(step))
    for side, entry, other in ((left, firsts[0], firsts[1]), (right, firsts[1], firsts[0])):
        yield say("compare.on", letter=side.letter, words=_parted(side, step, entry, other))


def _parted(side: Side, step: Step, entry: Entry | None, other: Entry | None) -> str:
    """What was done where two branches part, or later where one of them did not come to that."""
    if entry is None:
        return side.reader.speech("compare.not-yet" if _is_ahead(side, step) else "compare.never")
    if entry.step != step.id:
        return dated_words(side, entry)
    return unlike_words(side, entry, (other,) if other is not None else ())


def _words(side: Side, entry: Entry) -> str:
    return entry_words(side.reader, side.game, entry)


def _parts(left: Side, right: Side) -> Iterator[ComparedPart]:
    say = left.reader.speech
    yield ComparedPart("decisions", say("compare.decisions"), tuple(_decisions(left, right)))
    yield ComparedPart("tables", say("compare.tables"), tuple(tables(left, right)))
    yield ComparedPart("promises", say("compare.promises"), tuple(_promises(left, right)))
    if left.viewer.id == FACILITATOR:
        yield ComparedPart("interests", say("compare.interests"), tuple(_interests(left, right)))
        yield ComparedPart("measures", say("compare.measures"), tuple(_measures(left, right)))


def _row(heading: str, left: str, right: str) -> Compared:
    return Compared(heading, left, right, same=left == right)


def _decisions(left: Side, right: Side) -> Iterator[Compared]:
    """What was decided after the parting, by step."""
    start = shared(left.told, right.told)
    start += _is_choice_of_both(left.told[start:], right.told[start:])
    after = (left.told[start:], right.told[start:])
    reached = {entry.step for told in after for entry in told}
    for step in left.reader.scenario.steps.values():
        if step.id in reached:
            one, other = (tuple(entry for entry in told if entry.step == step.id) for told in after)
            yield _step_row(left, right, step, one, other)


def _is_choice_of_both(one: Sequence[Entry], other: Sequence[Entry]) -> bool:
    """Whether two paths part at one choice, so that all of it is told with the parting."""
    if not one or not other or isinstance(one[0].move, TableMove):
        return False
    return (one[0].step, one[0].seat) == (other[0].step, other[0].seat)


def _step_row(left: Side, right: Side, step: Step, one: Sequence[Entry], other: Sequence[Entry]) -> Compared:
    alike = len(one) == len(other) == shared(one, other)
    cells = _cell(left, step, one), _cell(right, step, other)
    return Compared(left.reader.line(step.title), *cells, same=alike, date=left.reader.dates(step))


def _cell(side: Side, step: Step, entries: Sequence[Entry]) -> str:
    """What was decided at one step; of many moves at a table only the last is told. Empty where it lies ahead."""
    if not entries:
        return "" if _is_ahead(side, step) else side.reader.speech("compare.never")
    moves = [entry for entry in entries if isinstance(entry.move, TableMove)]
    if len(moves) > 1:
        return side.reader.speech.count("compare.moves", len(moves), last=_words(side, moves[-1]))
    return " ".join(_words(side, entry) for entry in moves or entries)


def _is_ahead(side: Side, step: Step) -> bool:
    return side.game.step is not None and side.game.step.number <= step.number


def _promises(left: Side, right: Side) -> Iterator[Compared]:
    say = left.reader.speech
    for promise in left.reader.scenario.promises.values():
        column = f"promise.{promise.id}"
        if left.reader.view.knows(column) != "known":
            continue
        values = [side.reader.view.value(column) for side in (left, right)]
        if any(value != PromiseState.NOT_MADE for value in values):
            heading = say(
                "compare.promise", party=left.reader.party(promise.by), promise=left.reader.line(promise.text)
            )
            yield _row(heading, *(say(f"promise.{PromiseState(value).id}") for value in values))


def _interests(left: Side, right: Side) -> Iterator[Compared]:
    say = left.reader.speech
    values = [side.game.interests() for side in (left, right)]
    for party in left.viewer.own:
        for one in left.reader.scenario.interests.get(party, ()):
            found = [here[party][one.id] for here in values]
            cells = [say("debrief.interest.stands", words=outlook(say, value), number=value) for value in found]
            name = left.reader.line(one.name)
            several = len(left.viewer.own) > 1
            heading = say("column.of", name=name, instance=left.reader.inside(party)) if several else name
            yield _numbered(left, _row(heading, *cells), found)


def _measures(left: Side, right: Side) -> Iterator[Compared]:
    say = left.reader.speech
    values = [side.game.measures() for side in (left, right)]
    for id_, measure in left.reader.scenario.measures.items():
        found = [here[id_] for here in values]
        row = _row(say.plain(measure.name), *(measure_words(say, measure, value) for value in found))
        counted = not any(is_told_by_a_word(measure, value) for value in found)
        yield _numbered(left, row, found) if counted else row


def _numbered(side: Side, row: Compared, values: Sequence[int]) -> Compared:
    return replace(row, difference=side.reader.speech.signed(values[1] - values[0]) if not row.same else "")
