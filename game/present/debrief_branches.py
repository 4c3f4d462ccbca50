"""The other branches of a finished game in its debrief: each that was played to its end, beside the one told here.

The letters are those of the branch browser. Only what is over is compared, since a debrief opens everything; the
latest branches come first. Which branches there are and what differs is `game.present.branch_comparison`'s.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice

from game.analysis.branches import BranchTree
from game.engine.game import Game
from game.present.branch_comparison import ComparisonPage, comparison_page
from game.present.branch_lines import alike_words, caused, end_lines, row_heading
from game.present.branch_sides import Side, Viewer, side_at
from game.present.branch_words import ComparedPart
from game.present.debrief_parts import Block, Case, Grid, Passage, Row, Section
from game.present.parts import Prose
from game.present.reader import Reader
from game.scenario.model import FACILITATOR

MOST_COMPARED, MOST_LOOKED_AT = 3, 12
"""As many branches as are set beside the one told, and as are looked at in search of them: each is played again."""


def branches(reader: Reader, game: Game, people: Collection[str]) -> Section:
    """Makes the section; it is empty where nothing else was played to its end.

    The interests that are compared are those of `people`, or everybody's where nobody played.
    """
    tree = BranchTree(game.history)
    viewer = Viewer(FACILITATOR, people or tuple(reader.scenario.parties))
    here = side_at(game, tree.branch_of(game.seq), viewer, reader.speech)
    others = list(islice(_finished(game, tree, here, reader), MOST_COMPARED))
    return Section("branches", reader.speech("debrief.branches"), tuple(_blocks(reader, here, others, len(tree))))


def _finished(game: Game, tree: BranchTree, here: Side, reader: Reader) -> Iterator[Side]:
    """The other branches that are over, those last played first."""
    others = sorted((one for one in tree.branches if one.letter != here.letter), key=lambda one: -one.end)
    for branch in others[:MOST_LOOKED_AT]:
        side = side_at(game, branch, here.viewer, reader.speech)
        if side.game.over:
            yield side


def _blocks(reader: Reader, here: Side, others: list[Side], number: int) -> Iterator[Block]:
    if not others:
        return
    say, left = reader.speech, number - 1 - len(others)
    more = (say.count("debrief.branches.more", left),) if left else ()
    yield Passage((say("debrief.branches.intro", letter=here.letter), *more))
    for other in others:
        yield _beside(reader, comparison_page(here, other))


def _beside(reader: Reader, page: ComparisonPage) -> Case:
    grids = [grid for part in page.parts if (grid := _grid(reader, page, part)) is not None]
    return Case(
        heading=page.title,
        paragraphs=(*page.parting, *end_lines(page, reader.speech), *_all_alike(reader, page)),
        grids=(*grids, *_figures(reader, page)),
    )


def _grid(reader: Reader, page: ComparisonPage, part: ComparedPart) -> Grid | None:
    """What differs under one heading, with what is alike beneath; nothing where all is alike."""
    say = reader.speech
    unlike = (row for row in part.rows if row.left != row.right)
    rows = tuple(Row((row_heading(page, row, say), row.left or "–", row.right or "–")) for row in unlike)
    return Grid(part.heading, _headers(reader, page), rows, (False,) * 3, alike_words(part, say)) if rows else None


def _all_alike(reader: Reader, page: ComparisonPage) -> Prose:
    """Names the headings under which nothing differs."""
    alike = [part.heading for part in page.parts if all(row.left == row.right for row in part.rows)]
    return (reader.speech("compare.same-on-both", things=reader.speech("terms.between").join(alike)),) if alike else ()


def _figures(reader: Reader, page: ComparisonPage) -> tuple[Grid, ...]:
    say = reader.speech
    rows = tuple(
        Row(
            (
                row_heading(page, one, say),
                caused(one.left, one.left_causes, say),
                caused(one.right, one.right_causes, say),
            )
        )
        for one in page.figures
    )
    note = say("compare.figures.note")
    return (Grid(say("compare.figures"), _headers(reader, page), rows, (False,) * 3, note),) if rows else ()


def _headers(reader: Reader, page: ComparisonPage) -> tuple[str, str, str]:
    letters = (page.left, page.right)
    one, other = (reader.speech("debrief.branches.on", letter=letter) for letter in letters)
    return (reader.speech("debrief.branches.what"), one, other)
