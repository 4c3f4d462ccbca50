"""Two branches side by side: where they part, what was decided after it, what it came to, and the land on each.

A difference is a difference: neither side is the better, and neither has a colour of its own.
"""

from __future__ import annotations

from game.present.branch_comparison import ComparisonPage
from game.present.branch_lines import alike_words, caused, end_lines, row_heading
from game.present.branch_words import ComparedPart
from game.present.mapping import MapPage
from game.present.speech import Speech
from game.window.controls import part
from game.window.flow import Flow, Writer
from game.window.screen import Column, Panel, Screen
from game.window.screens.around import Around, back_bar, over_title
from game.window.theme import Style

_SHARES = (0.26, 0.37, 0.37)


def comparison_screen(page: ComparisonPage, maps: tuple[MapPage, ...], around: Around) -> Screen:
    """Two branches; `maps` are those of their ends, where there is land."""
    speech = around.speech

    def write(flow: Flow) -> None:
        flow.prose((*page.parting, *end_lines(page, speech)), flow.theme.small, between=5)
        for one in page.parts:
            _write_part(flow, page, one, speech)
        if page.figures:
            part(flow, speech("compare.figures"))
            flow.text(speech("compare.figures.note"), flow.theme.note)
            _write_heads(flow, page)
            for figure in page.figures:
                cells = (
                    caused(figure.left, figure.left_causes, speech),
                    caused(figure.right, figure.right_causes, speech),
                )
                _write_row(flow, row_heading(page, figure, speech), *cells)
        flow.gap(10)
        flow.text(page.note, flow.theme.quiet_italic)

    charts = tuple(_chart(number, one) for number, one in enumerate(maps))
    return Screen(
        place=f"compare:{page.left}:{page.right}",
        title=page.title,
        over_title=over_title(around, page.seat),
        columns=(
            Column((Panel("compared", write),), 0.62, widest=900),
            *((Column(charts, 0.38),) if charts else ()),
        ),
        bar=back_bar(around),
        first="do:back",
        escape="back",
        pages="compared",
    )


def _chart(number: int, page: MapPage) -> Panel:
    def write_head(flow: Flow) -> None:
        flow.text(page.title, flow.theme.note)
        flow.gap(3)

    return Panel(f"end-{number}", lambda flow: None, tight=True, head=write_head, chart=page)


def _write_part(flow: Flow, page: ComparisonPage, one: ComparedPart, speech: Speech) -> None:
    """What differs under one heading, then what is alike, then what only one branch has come to."""
    part(flow, one.heading)
    unlike = [row for row in one.rows if not row.same and row.left and row.right]
    if unlike:
        _write_heads(flow, page)
    for row in unlike:
        _write_row(flow, row_heading(page, row, speech), row.left, row.right)
    flow.gap(4 if unlike else 0)
    flow.text(alike_words(one, speech), flow.theme.note)
    beyond = [row for row in one.rows if not (row.left and row.right)]
    if beyond:
        letters = (page.left, page.right) if beyond[0].left else (page.right, page.left)
        flow.gap(5)
        flow.text(speech("compare.beyond", letter=letters[0], other=letters[1]), flow.theme.small)
    for row in beyond:
        words = row.left or row.right
        with flow.inset(left=flow.kit.px(14)):
            heading = row_heading(page, row, speech)
            flow.text(speech("compare.beyond.one", heading=heading, words=words), flow.theme.small)


def _write_heads(flow: Flow, page: ComparisonPage) -> None:
    flow.gap(3)
    heads = zip(_SHARES, ("", page.left, page.right), strict=True)
    flow.row([(share, _cell(words, flow.theme.number)) for share, words in heads], gap=12)


def _write_row(flow: Flow, heading: str, left: str, right: str) -> None:
    flow.rule()
    flow.gap(4)
    styles = (flow.theme.note, flow.theme.small, flow.theme.small)
    cells = zip(_SHARES, (heading, left, right), styles, strict=True)
    flow.row([(share, _cell(words, style)) for share, words, style in cells], gap=12)
    flow.gap(4)


def _cell(words: str, style: Style) -> Writer:
    return lambda flow: flow.text(words, style)
