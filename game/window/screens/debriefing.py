"""The debrief: a list of its chapters at the left, the chapter that is read at the right.

A chapter of maps shows them side by side, each with what changed hands beneath it. A difference from the record has no
colour of its own. The plot of a table is drawn as in the printed report; its words stand beside it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from game.present.debrief_parts import (
    CHAIR,
    Block,
    Case,
    Debrief,
    Grid,
    Items,
    MapPicture,
    Maps,
    Pair,
    Passage,
    Section,
    Sources,
)
from game.present.holdings import changed
from game.present.mapping import MapPage
from game.present.page import Seat
from game.present.speech import Speech
from game.window.controls import Button, part, sources
from game.window.flow import Flow, Writer, spot
from game.window.screen import Column, Panel, Screen
from game.window.screens.around import Around, game_bar
from game.window.screens.dialogs import column_dialog, dialog
from game.window.screens.pieces import listed
from game.window.screens.plotting import plot
from game.window.theme import Style

_WIDE_MAP = 240
"""From this width on, in pixels of the 1280 × 720 layout, a map has its caption in large type."""
_BETWEEN = 12
"""The distance between the columns of a table, in pixels of the 1280 × 720 layout."""
_SEALS = "seals"
"""The chapter whose papers were secret: it is stamped so."""


def debrief_screen(debrief: Debrief, chapter: int, around: Around, report: str = "") -> Screen:
    """The finished game beside the record; `chapter` is the place of the section that is read.

    `report` is where it was written as a page to print, empty where it was not.
    """
    speech, chapters = around.speech, debrief.chapters
    last = len(chapters)  # the sources, which stand behind the last of them
    chapter = min(max(chapter, 0), last)
    shown = chapters[chapter].blocks if chapter < len(chapters) else ()
    maps = [one for block in shown if isinstance(block, Maps) for one in block.pictures]
    unlike = changed(maps[0].holdings, maps[-1].holdings) if maps else ()
    contents = Panel("contents", lambda flow: _write_contents(flow, debrief, chapter, speech, report))
    read = Panel("chapter", lambda flow: _write_chapter(flow, debrief, chapter, speech))
    onward = (Button(f"chapter:{chapter + 1}", speech("window.next-chapter"), primary=True),) if chapter < last else ()
    return Screen(
        place=f"debrief:{chapter}",
        title=debrief.title,
        date=debrief.dates,
        columns=(
            Column((contents,), 0.21 if maps else 0.28, aside=Button("contents", speech("window.contents"))),
            *(_map_column(one, number, unlike, speech) for number, one in enumerate(maps)),
            *(() if maps else (Column((read,), 0.72, widest=960),)),
        ),
        bar=game_bar(around, *onward, Button("report", speech("window.report"), spare=True)),
        first=f"do:{onward[0].action}" if onward else "do:menu",
        escape="menu",
        pages="" if maps else "chapter",
        read_first="chapter",
        shows=f"chapter:{chapter}",
        sources=debrief.sources,
    )


def _headings(debrief: Debrief, speech: Speech) -> list[str]:
    """The headings of all chapters; the sources come last."""
    return [*(section.heading for section in debrief.chapters), speech("window.sources")]


def _aside(debrief: Debrief) -> frozenset[int]:
    """The places of the chapters that belong to the one before them: the replays of the decisive session."""
    replays = {chair.replay.id for chair in debrief.chairs}
    return frozenset(place for place, section in enumerate(debrief.chapters) if section.id in replays)


def _write_contents(flow: Flow, debrief: Debrief, chapter: int, speech: Speech, report: str) -> None:
    """Writes the list of chapters, with the one that is read marked, and how the game was played."""
    if report:
        flow.text(speech("window.reported"), flow.theme.note)
        flow.text(report, flow.theme.small)
        flow.gap(12)
    flow.label(speech("window.contents"))
    palette, aside = flow.kit.palette, _aside(debrief)
    for number, heading in enumerate(_headings(debrief, speech)):
        flow.gap(4 if number else 0)
        chosen = number == chapter
        place = spot(f"chapter:{number}", f"chapter:{number}", digit=number + 1 if number < 9 else 0)
        fill, edge = palette.sheet if chosen else palette.paper, palette.blue if chosen else None
        inset = flow.kit.px(14) if number in aside else 0
        with flow.inset(left=inset), flow.card(fill, edge, place, 6):
            flow.text(heading, flow.theme.note if number in aside else flow.theme.small)
    part(flow, speech("window.played"))
    flow.prose(debrief.played, flow.theme.note, between=3)
    flow.gap(10)
    flow.text(debrief.licence, flow.theme.note)


def _write_chapter(flow: Flow, debrief: Debrief, chapter: int, speech: Speech) -> None:
    """Writes a chapter under its heading, or behind them all the sources."""
    if chapter == len(debrief.chapters):
        flow.heading(speech("window.sources"))
        sources(flow, debrief.sources)
        return
    section, aside = debrief.chapters[chapter], _aside(debrief)
    if section.id == _SEALS or chapter in aside:
        flow.dated(section.heading, speech("window.secret"))
        flow.gap(8)
    else:
        flow.heading(section.heading)
    _section(flow, section, speech)
    if section.id == CHAIR:
        _to_the_chairs(flow, debrief, aside)


def _to_the_chairs(flow: Flow, debrief: Debrief, aside: Collection[int]) -> None:
    """Leads from the chapter of the decisive session to its replays."""
    for number in sorted(aside):
        flow.gap(10)
        with flow.card(flow.kit.palette.sheet, flow.kit.palette.blue, spot(f"chair:{number}", f"chapter:{number}"), 11):
            flow.text(debrief.chapters[number].heading, flow.theme.subheading)


def contents_dialog(debrief: Debrief, speech: Speech) -> Screen:
    """The chapters to choose from, for a window that has no room for them beside what is read."""
    chapters = [Button(f"chapter:{number}", heading) for number, heading in enumerate(_headings(debrief, speech))]
    close = Button("close", speech("window.close"), "Esc")
    return column_dialog("contents", speech("window.contents"), chapters, (close,))


def _map_column(picture: MapPicture, number: int, lit: tuple[str, ...], speech: Speech) -> Column:
    """A map under its caption, and beneath it what changed hands."""

    def write_caption(flow: Flow) -> None:
        wide = flow.width >= flow.kit.px(_WIDE_MAP)
        flow.text(picture.caption, flow.theme.subheading if wide else flow.theme.note)
        flow.gap(5 if wide else 2)

    def write_lines(flow: Flow) -> None:
        flow.label(speech("map.changes"))
        _items(flow, Items(picture.lines), flow.theme.small)
        flow.gap(8)
        flow.text(speech("map.approximate"), flow.theme.footnote)

    page = MapPage(
        title=picture.caption,
        seat=Seat(),
        date="",
        sheet=picture.sheet,
        holdings=picture.holdings,
        lit=lit,
        names=picture.names,
        lands=picture.lands,
        listed=picture.listed,
    )
    chart = Panel(f"map-{number}", write_caption, tight=True, head=write_caption, chart=page, share=1.8)
    aside = Button("land", speech("window.land"))
    return Column((chart, Panel(f"lines-{number}", write_lines, tight=True, aside=aside)), 0.395)


def land_dialog(debrief: Debrief, chapter: int, speech: Speech) -> Screen:
    """What changed hands on each map of a chapter, for a window that has no room for it beneath the maps."""
    blocks = [block for block in debrief.chapters[chapter].blocks if isinstance(block, Maps)]

    def write(flow: Flow) -> None:
        for block in blocks:
            _block(flow, block, speech, "")

    return dialog("land", speech("map.changes"), write, (Button("close", speech("window.close"), "Esc"),))


def _section(flow: Flow, section: Section, speech: Speech) -> None:
    for number, block in enumerate(section.blocks):
        flow.gap(16 if number else 0)
        _block(flow, block, speech, section.heading)


def _block(flow: Flow, block: Block, speech: Speech, heading: str) -> None:
    match block:
        case Passage():
            flow.prose(block.paragraphs)
            _footnote(flow, block.sources, speech)
        case Items():
            _items(flow, block, flow.theme.body)
        case Grid():
            _grid(flow, block, speech, heading)
        case Case():
            _case(flow, block, speech)
        case Maps():
            for number, shown in enumerate(block.pictures):
                flow.gap(14 if number else 0)
                flow.text(shown.caption, flow.theme.subheading)
                _items(flow, Items(shown.lines), flow.theme.body)


def _items(flow: Flow, block: Items, style: Style) -> None:
    for number, item in enumerate(block.items, start=1):
        flow.gap(6 if number > 1 else 0)
        listed(flow, f"{number}." if block.numbered else "•", item, style)


def _case(flow: Flow, case: Case, speech: Speech) -> None:
    with flow.card(pad=14):
        flow.text("  ·  ".join(word for word in (case.date, *case.marks) if word), flow.theme.note)
        # A case that only tells is read as a page is; where figures follow, as what introduces them.
        tells = not (case.pairs or case.grids or case.plots)
        flow.text(case.heading, flow.theme.heading if tells else flow.theme.subheading)
        flow.gap(4)
        flow.prose(case.paragraphs, flow.theme.body if tells else flow.theme.small, between=8 if tells else 5)
        for pair in case.pairs:
            flow.gap(7)
            _pair(flow, pair, speech)
        for grid in case.grids:
            flow.gap(12)
            _grid(flow, grid, speech, case.heading)
        for one in case.plots:
            flow.gap(12)
            plot(flow, one, speech)
        _footnote(flow, case.sources, speech)


def _pair(flow: Flow, pair: Pair, speech: Speech) -> None:
    def write_words(inner: Flow) -> None:
        inner.text(pair.words, inner.theme.small)
        _footnote(inner, pair.sources, speech)

    def write_label(inner: Flow) -> None:
        style = inner.theme.number.tinted(inner.kit.palette.quiet)
        inner.top += round(inner.kit.type.foot(inner.theme.small) - inner.kit.type.foot(style))
        inner.text(pair.label, style)

    flow.row([(0.24, write_label), (0.76, write_words)], gap=12)


def _grid(flow: Flow, grid: Grid, speech: Speech, heading: str = "") -> None:
    if grid.caption != heading:
        flow.text(grid.caption, flow.theme.label)
        flow.gap(4)
    shares = _shares(flow, grid)
    flow.row(_cells(grid.headers, shares, heading=True), gap=_BETWEEN)
    flow.gap(3)
    for row in grid.rows:
        flow.rule()
        flow.gap(4)
        flow.row(_cells(row.cells, shares, heading=False), gap=_BETWEEN)
        _footnote(flow, row.sources, speech)
        flow.gap(4)
    flow.rule()
    if grid.note:
        flow.gap(4)
        flow.text(grid.note, flow.theme.quiet_italic)


def _shares(flow: Flow, grid: Grid) -> list[float]:
    """Columns as wide as what stands in them asks for, within reason, and none that tears a word if all have room."""
    lines = [grid.headers, *(row.cells for row in grid.rows)]
    columns = [[line[place] for line in lines if place < len(line)] for place in range(len(grid.headers))]
    wished = [min(max(max(map(len, column)), 12), 120) ** 0.65 for column in columns]
    room = flow.width - flow.kit.px(_BETWEEN) * (len(columns) - 1)
    # A little more, since a word that nearly fills a line is cut as well.
    least = [1.04 * max(flow.kit.type.longest(words, flow.theme.small) for words in column) for column in columns]
    return _roomy([wish * room / sum(wished) for wish in wished], least, room)


def _roomy(wished: Sequence[float], least: Sequence[float], room: float) -> list[float]:
    """Widths as they are wished for, but where one is too narrow the others give it of what they can spare."""
    widths = [max(wish, low) for wish, low in zip(wished, least, strict=True)]
    spare = [width - low for width, low in zip(widths, least, strict=True)]
    over = sum(widths) - room
    if over > sum(spare):
        return list(least)
    return [width - over * can / max(1.0, sum(spare)) for width, can in zip(widths, spare, strict=True)]


def _cells(words: Sequence[str], shares: Sequence[float], *, heading: bool) -> list[tuple[float, Writer]]:
    def writer(text: str) -> Writer:
        return lambda flow: flow.text(text, flow.theme.note if heading else flow.theme.small)

    return [(share, writer(text)) for share, text in zip(shares, words, strict=False)]


def _footnote(flow: Flow, cited: Sources, speech: Speech) -> None:
    if cited:
        words = speech("terms.between").join(source.words for source in cited)
        flow.gap(3)
        flow.text(speech("window.sources-of", sources=words), flow.theme.footnote)
