"""The tree of branches and the comparison of two as blocks. Nothing here knows of games."""

from __future__ import annotations

from collections.abc import Iterator

from game.present.branch_comparison import ComparisonPage
from game.present.branch_lines import alike_words, caused, end_lines, row_heading
from game.present.branch_words import ComparedPart
from game.present.branches import BranchesPage, BranchLine
from game.present.speech import Speech
from game.terminal.blocks import Beside, Block, Heading, Item, Items, Paragraph, Twig, Twigs
from game.terminal.layouts import opening


def branches_blocks(page: BranchesPage, speech: Speech) -> list[Block]:
    """The tree, and where the game stands in it."""
    several = len(page.lines) > 1
    return [
        opening(page.title, "", page.seat),
        Twigs(tuple(_twigs(page.lines, speech))),
        *map(Paragraph, page.folded),
        *([Paragraph(speech("tree.all"))] if page.folded else []),
        Paragraph(page.where, "strong"),
        Paragraph(page.note),
        Paragraph(speech("tree.how.many" if several else "tree.how.one"), "quiet"),
    ]


def comparison_blocks(page: ComparisonPage, speech: Speech) -> list[Block]:
    """Two branches: where they part, and part by part what differs, with what is the same in a line."""
    left_out = [Paragraph(page.left_out)] if page.left_out else []
    return [
        opening(page.title, "", page.seat),
        *map(Paragraph, page.parting),
        *map(Paragraph, end_lines(page, speech)),
        *(block for part in page.parts for block in _part(page, part, speech)),
        *_figures(page, speech),
        *left_out,
        Paragraph(page.note, "quiet"),
    ]


def _twigs(lines: tuple[BranchLine, ...], speech: Speech) -> Iterator[Twig]:
    """The lines as trees; a branch grows out of what it parted from, or stands alone where that is not shown."""
    shown = {line.letter for line in lines}
    grown: dict[str, list[BranchLine]] = {}
    for line in lines:
        grown.setdefault(line.parent if line.parent in shown else "", []).append(line)

    def grow(line: BranchLine) -> Twig:
        twigs = tuple(grow(inner) for inner in grown.get(line.letter, ()))
        return _twig(line, twigs, speech)

    yield from (grow(line) for line in grown.get("", ()))


def _twig(line: BranchLine, twigs: tuple[Twig, ...], speech: Speech) -> Twig:
    counted = [speech.count("tree.decisions", line.decisions)] if line.decisions else []
    return Twig(
        mark=line.letter,
        begun=_from(line, speech),
        words=f"{line.name}{speech('tree.here') if line.here else ''}",
        note=speech("terms.between").join((*counted, line.ends)),
        tone="strong" if line.here else "normal",
        twigs=twigs,
    )


def _from(line: BranchLine, speech: Speech) -> str:
    if not line.parent:
        return speech("tree.first")
    key = "tree.of.number" if line.number else "tree.of"
    return speech(key, parent=line.parent, number=line.number)


def _part(page: ComparisonPage, part: ComparedPart, speech: Speech) -> list[Block]:
    differing = tuple(
        (row_heading(page, row, speech), row.left, row.right)
        for row in part.rows
        if not row.same and row.left and row.right
    )
    alike = alike_words(part, speech)
    return [
        Heading(part.heading),
        *([Beside((page.left, page.right), differing)] if differing else []),
        *([Paragraph(alike)] if alike else []),
        *_beyond(page, part, speech),
    ]


def _beyond(page: ComparisonPage, part: ComparedPart, speech: Speech) -> list[Block]:
    """What only one branch has come to so far."""
    rows = [row for row in part.rows if not (row.left and row.right)]
    if not rows:
        return []
    letters = (page.left, page.right) if rows[0].left else (page.right, page.left)
    words = (
        speech("compare.beyond.one", heading=row_heading(page, row, speech), words=row.left or row.right)
        for row in rows
    )
    intro = Paragraph(speech("compare.beyond", letter=letters[0], other=letters[1]))
    return [intro, Items(tuple(Item("•", one) for one in words))]


def _figures(page: ComparisonPage, speech: Speech) -> list[Block]:
    if not page.figures:
        return []
    rows = tuple(
        (
            row_heading(page, one, speech),
            caused(one.left, one.left_causes, speech),
            caused(one.right, one.right_causes, speech),
        )
        for one in page.figures
    )
    note = Paragraph(speech("compare.figures.note"))
    return [Heading(speech("compare.figures")), note, Beside((page.left, page.right), rows)]
