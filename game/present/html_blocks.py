"""The blocks of a debrief as HTML: paragraphs, lists, tables with headings, cases, figures, notes to sources.

Words pass through `escaped` or `rich` and nowhere else into the markup.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping, Sequence

from game.present import html_map
from game.present.debrief_parts import Case, Grid, Items, MapPicture, Maps, Pair, Passage, Plot, Row, Sources
from game.present.html_plot import line_sign, mark_sign, picture, tagged
from game.present.speech import Speech

_EMPHASIS = re.compile(r"\*(?=\S)([^*\n]+?)(?<=\S)\*")
_UNPRINTABLE = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u061c\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)


MOST_ROWS = 4
"""As many rows a further table of one case may have and stand open."""


def escaped(words: str) -> str:
    """Escapes words for markup and attributes; what would steer a reader's screen is left out."""
    return html.escape(_UNPRINTABLE.sub("", words), quote=True)


def rich(words: str) -> str:
    """Escapes words and sets `*emphasis*`.

    >>> rich("a *quiet* <b>")
    'a <em>quiet</em> &lt;b&gt;'
    """
    return _EMPHASIS.sub(r"<em>\1</em>", escaped(words))


def folded(summary: str, blocks: str) -> str:
    """Folds what is long and seldom read; browsers open it for a link into it, and print it only while it is open."""
    return f"<details><summary>{escaped(summary)}</summary>\n{blocks}\n</details>"


class Writer:
    """Writes blocks; it knows the number of each source, and numbers figures in passing."""

    def __init__(self, speech: Speech, sources: Sources, words: Callable[[str], str] = rich) -> None:
        """Takes what turns running words into markup; headings and captions are always `rich`."""
        self.speech, self._words = speech, words
        self._numbers = {source.id: number for number, source in enumerate(sources, start=1)}
        self._drawn = self._mapped = 0

    def also_cite(self, sources: Sources) -> Sources:
        """Numbers further sources after those there are; returns those that have not been listed in other places."""
        new = tuple(source for source in sources if source.id not in self._numbers)
        self._numbers.update({source.id: number for number, source in enumerate(new, len(self._numbers) + 1)})
        return new

    def notes(self, sources: Sources) -> str:
        """Writes the numbers of sources."""
        return self._notes(sources)

    def passage(self, block: Passage) -> str:
        """Writes paragraphs."""
        return self._paragraphs(block.paragraphs, block.sources)

    def items(self, block: Items) -> str:
        """Writes a list."""
        tag = "ol" if block.numbered else "ul"
        return f'<{tag} class="items">{"".join(f"<li>{self._words(item)}</li>" for item in block.items)}</{tag}>'

    def grid(self, block: Grid) -> str:
        """Writes a table whose columns and rows have headings."""
        shades = [' class="number"' if numeric else "" for numeric in block.numeric]
        heads = "".join(
            f'<th scope="col"{shade}>{rich(header)}</th>' for header, shade in zip(block.headers, shades, strict=True)
        )
        rows = "".join(self._row(row, shades) for row in block.rows)
        note = f'<p class="note">{rich(block.note)}</p>' if block.note else ""
        return (
            f'<div class="grid"><table><caption>{rich(block.caption)}</caption>'
            f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>{note}</div>"
        )

    def maps(self, block: Maps) -> str:
        """Writes maps beside each other, each with the list that its numbers lead to."""
        self._mapped += 1
        figures = "".join(
            f"<figure>{html_map.picture(block.pictures, place, self._mapped, escaped)}"
            f"<figcaption>{rich(shown.caption)}{self._changes(shown)}</figcaption></figure>"
            for place, shown in enumerate(block.pictures)
        )
        shapes = html_map.outlines(block.pictures, self._mapped)
        return f'{shapes}<div class="maps">{figures}</div><p class="note">{rich(block.note)}</p>'

    def _changes(self, shown: MapPicture) -> str:
        """What changed hands: a line for each number on the map, where each region has one."""
        lines = "".join(f"<li>{self._words(line)}</li>" for line in shown.lines)
        return f'<ol class="changes">{lines}</ol>' if shown.changed else f"<p>{rich(shown.lines[0])}</p>"

    def case(self, block: Case) -> str:
        """Writes one thing told in full."""
        date = f'<p class="date">{rich(block.date)}</p>' if block.date else ""
        marks = "".join(f"<li>{rich(mark)}</li>" for mark in block.marks)
        notes = self._notes(block.sources)
        parts = [
            f'<article class="case">{date}<h3>{rich(block.heading)}{"" if block.paragraphs else notes}</h3>',
            f'<ul class="marks">{marks}</ul>' if marks else "",
            self._paragraphs(block.paragraphs, block.sources),
            self._pairs(block.pairs),
            *(self.grid(grid) for grid in block.grids[:1]),
            *(self._further(grid) for grid in block.grids[1:]),
            self._plots(block.plots),
            "</article>",
        ]
        return "\n".join(part for part in parts if part)

    def _further(self, grid: Grid) -> str:
        """Writes a table that comes after a first one: folded where it is long."""
        return folded(grid.caption, self.grid(grid)) if len(grid.rows) > MOST_ROWS else self.grid(grid)

    def _paragraphs(self, paragraphs: Sequence[str], sources: Sources) -> str:
        if not paragraphs:
            return ""
        *before, last = paragraphs
        opening = "".join(f"<p>{self._words(one)}</p>" for one in before)
        return f"{opening}<p>{self._words(last)}{self._notes(sources)}</p>"

    def _pairs(self, pairs: Sequence[Pair]) -> str:
        lines = "".join(
            f"<div><dt>{rich(pair.label)}</dt><dd>{self._words(pair.words)}{self._notes(pair.sources)}</dd></div>"
            for pair in pairs
        )
        return f"<dl>{lines}</dl>" if lines else ""

    def _row(self, row: Row, shades: Sequence[str]) -> str:
        first, *rest = row.cells
        cells = [f'<th scope="row">{self._words(first)}{self._notes(row.sources)}</th>']
        cells += [f"<td{shade}>{self._words(cell)}</td>" for cell, shade in zip(rest, shades[1:], strict=True)]
        return f"<tr>{''.join(cells)}</tr>"

    def _notes(self, sources: Sources) -> str:
        return "".join(self._note(source.id) for source in sources if source.id in self._numbers)

    def _note(self, source: str) -> str:
        number = self._numbers[source]
        label = escaped(self.speech("debrief.source-mark", number=number))
        return f'<sup><a href="#source-{number}" aria-label="{label}">{number}</a></sup>'

    def _plots(self, plots: Sequence[Plot]) -> str:
        figures = "".join(self._plot(plot) for plot in plots)
        return f'<div class="plots">{figures}</div>' if figures else ""

    def _plot(self, plot: Plot) -> str:
        self._drawn += 1
        words = {name: escaped(self.speech(f"debrief.plot.{name}")) for name in ("frontier", "walk-away")}
        label = escaped(self.speech("debrief.plot.key"))
        return (
            f"<figure>{picture(plot, self._drawn, escaped, words)}<figcaption>{rich(plot.caption)}"
            f'<ul class="key" aria-label="{label}">{self._key(plot, words)}</ul></figcaption></figure>'
        )

    def _key(self, plot: Plot, words: Mapping[str, str]) -> str:
        lines = [
            f"<li>{mark_sign(mark.kind)} {f'{tag}. ' if tag else ''}{rich(mark.label)}</li>"
            for mark, tag in tagged(plot.marks)
        ]
        if plot.frontier:
            lines.append(f"<li>{line_sign('frontier')} {words['frontier']}</li>")
        lines.append(f"<li>{line_sign('walk-away')} {words['walk-away']}</li>")
        return "".join(lines)
