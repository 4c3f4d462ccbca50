"""The handsome screen: rules, bold and italic type, grids with lines, from 80 columns upwards.

Colour is not used, so that it looks right on dark and light terminals and loses nothing without any. Words of
scenarios are printed as they are, never read as markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TextIO

from rich import box
from rich.console import Console, ConsoleOptions, Group, JustifyMethod, OverflowMethod, RenderableType
from rich.containers import Lines
from rich.measure import Measurement
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text
from rich.tree import Tree

from game.present.breaking import has_thai, unbroken
from game.terminal.blocks import (
    MARK_BEGINS,
    MARK_ENDS,
    Beside,
    Block,
    Curtain,
    Drawing,
    Grid,
    Heading,
    Item,
    Items,
    Paragraph,
    Tone,
    Twig,
    Twigs,
    Verbatim,
)
from game.terminal.printable import visible
from game.terminal.screen import emphasis, one_under_the_other
from game.terminal.wrapping import columns, line_starts, widest_piece

_STYLES: dict[Tone, str] = {"normal": "", "quiet": "dim", "strong": "bold"}
_NARROWEST, _WIDEST = 40, 110
"""Columns; where there are fewer the terminal breaks the lines, since in the narrowest the drawing leaves words out."""
_BESIDE = 100
"""Columns from which on two things stand side by side."""
_DEEPEST = 4
"""A twig further out is drawn beside what it grows out of: its words name that anyway."""
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"


class RichScreen:
    """Blocks drawn by rich."""

    def __init__(self, out: TextIO, width: int | None = None) -> None:
        self._console = Console(file=out, width=width, highlight=False, markup=False, emoji=False, legacy_windows=False)
        self._measured = Console(file=out, width=width)
        self.is_terminal = self.draws_marks = self._console.is_terminal
        self._out = out

    def show(self, blocks: Iterable[Block]) -> None:
        """Draws blocks in order."""
        for block in blocks:
            if isinstance(block, Curtain):
                self._draw_curtain()
            elif isinstance(block, Verbatim):
                self._out.write(f"{visible(block.words)}\n\n")
            else:
                self._print(self._drawn(block))
        self._out.flush()

    def prompt(self, words: str) -> None:
        """Prints a prompt and stays on its line."""
        self._out.write(unbroken(words))
        self._out.flush()

    def _print(self, drawn: RenderableType) -> None:
        """Prints without the blanks that fill up lines: they would only be read, copied and wrapped."""
        self._console.width = self._width
        with self._console.capture() as capture:
            # Text by itself would be joined into a plain one, which breaks at spaces alone.
            self._console.print(Group(drawn))
        self._out.write("\n".join(unbroken(line).rstrip() for line in capture.get().split("\n")))

    @property
    def _width(self) -> int:
        """The columns there are now: the window may have been made wider or narrower since the last page."""
        return min(max(self._measured.width, _NARROWEST), _WIDEST)

    def _draw_curtain(self) -> None:
        self._out.write(_CLEAR if self.is_terminal else "\n" * 60)

    def _drawn(self, block: Block) -> RenderableType:
        match block:
            case Heading(words, note, 1):
                title = _Parted.assemble("\n", (words, "bold"), (f"   {note}" if note else "", ""))
                return Group(title, Rule(characters="─", style=""))
            case Heading(words, note, _):
                return _Parted.assemble((words, "bold"), (f"   {note}" if note else "", "dim"))
            case Paragraph(words, tone, indent, literal):
                return Padding(_text(words, tone, literal=literal), (0, 2, 0 if indent else 1, 2 * indent))
            case Items(items, spaced):
                return Padding(_items(items, spaced), (0, 2, 1, 0))
            case Grid(headers, rows):
                return Padding(_grid(headers, rows), (0, 0, 1, 0))
            case Beside(headers, rows):
                if self._width < _BESIDE:
                    return Padding(_items(one_under_the_other(block), spaced=False), (0, 2, 1, 0))
                return Padding(_grid(("", *headers), rows), (0, 0, 1, 0))
            case Twigs(twigs):
                return Padding(Group(*map(_tree, twigs)), (0, 2, 1, 0))
            case Drawing():
                return self._drawing(block)
            case Verbatim() | Curtain():
                return Text()

    def _drawing(self, drawing: Drawing) -> RenderableType:
        """A picture above its key; none where it does not fit into the columns, as words say the same."""
        if max(map(len, drawing.lines)) > self._width:
            return Text()
        key = (_text(line) for line in drawing.key)
        return Padding(Group(*(Text(line, no_wrap=True) for line in drawing.lines), *key), (0, 0, 1, 0))


class _Parted(Text):
    """Text that in Thai breaks only where it says so; rich itself knows of spaces alone."""

    def wrap(
        self,
        console: Console,
        width: int,
        *,
        justify: JustifyMethod | None = None,
        overflow: OverflowMethod | None = None,
        tab_size: int = 8,
        no_wrap: bool | None = None,
    ) -> Lines:
        """Breaks it into lines."""
        if not has_thai(self.plain) or no_wrap:
            return super().wrap(console, width, justify=justify, overflow=overflow, tab_size=tab_size, no_wrap=no_wrap)
        lines = Lines()
        for line in self.split("\n", allow_blank=True):
            lines.extend(line.divide(line_starts(line.plain, width)))
        for line in lines:
            line.rstrip_end(width)
        return lines

    def __rich_measure__(self, console: Console, options: ConsoleOptions) -> Measurement:
        """The widest piece that stays together, and the longest line."""
        if not has_thai(self.plain):
            return super().__rich_measure__(console, options)
        lines = self.plain.split("\n")
        return Measurement(max(map(widest_piece, lines)), max(map(columns, lines)))


def _text(words: str, tone: Tone = "normal", *, literal: bool = False) -> _Parted:
    text = _Parted(style=_STYLES[tone])
    for part, stressed in [(words, False)] if literal else emphasis(words):
        for piece, marked in _marked(part):
            text.append(visible(piece, breaking=True), " ".join(["italic"] * stressed + ["underline"] * marked))
    return text


def _marked(words: str) -> Iterator[tuple[str, bool]]:
    """Parts words into runs, and tells which are marked."""
    before, *others = words.split(MARK_BEGINS)
    yield before, False
    for other in others:
        marked, _, after = other.partition(MARK_ENDS)
        yield from ((marked, True), (after, False))


def _items(items: tuple[Item, ...], spaced: bool) -> Table:
    table = Table.grid(padding=(0, 2, 1 if spaced else 0, 0))
    table.add_column(justify="right", no_wrap=True, min_width=3, style="bold")
    table.add_column(overflow="fold")
    for item in items:
        words = _text(item.words, item.tone)
        for note in item.notes:
            words.append("\n")
            words.append_text(_text(note))
        table.add_row(Text(item.mark), words)
    return table


def _grid(headers: tuple[str, ...], rows: tuple[tuple[str, ...], ...]) -> Table:
    table = Table(box=box.HORIZONTALS, show_lines=True, padding=(0, 1), expand=False, header_style="bold")
    for place, header in enumerate(headers):
        table.add_column(_Parted(header), ratio=2 if place == 0 else 3, overflow="fold")
    for row in rows:
        table.add_row(_text(row[0], "strong"), *(_text(cell) for cell in row[1:]))
    return table


def _tree(twig: Twig) -> Tree:
    tree = Tree(_twig(twig))
    _grow(tree, twig, 1)
    return tree


def _grow(tree: Tree, twig: Twig, depth: int) -> None:
    for inner in twig.twigs:
        grown = tree.add(_twig(inner))
        _grow(grown if depth < _DEEPEST else tree, inner, depth + (depth < _DEEPEST))


def _twig(twig: Twig) -> Group:
    words = _Parted.assemble((f"{twig.mark}  ", "bold"), _text(twig.words, twig.tone))
    return Group(words, Padding(_text(f"{twig.begun}; {twig.note}", "quiet"), (0, 0, 0, 3)))
