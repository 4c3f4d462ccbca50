"""The picture of a table's packages: an inline SVG of worths to two sides, readable without colour.

Marks differ by shape; the frontier and the walk-away values are lines of different kinds. The picture carries a
title and a description in words. Coordinates are worths on 0–100, more where linkages add to them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from game.present.debrief_parts import Mark, MarkKind, Plot

SIDE, LEFT, BELOW, MARGIN = 360, 46, 44, 10
"""Lengths in the picture's own units: the square of the plot, and what lies around it."""

_SHAPES: Mapping[MarkKind, str] = {
    "agreement": '<circle r="5.4" class="solid"/>',
    "record": '<rect x="-6.5" y="-6.5" width="13" height="13" class="open"/>',
    "unsettled": '<path d="M0 12 10-6.5h-20z" class="open"/>',
    "nash": '<path d="M0-12 10 6.5h-20z" class="open"/>',
    "kalai-smorodinsky": '<path d="M0-10.5 10.5 0 0 10.5-10.5 0z" class="open"/>',
    "egalitarian": '<circle r="11.5" class="open"/>',
    "utilitarian": '<path d="M-8.5-8.5 8.5 8.5M8.5-8.5-8.5 8.5" class="open"/>',
}
"""The shapes nest, so that marks that fall together can all be seen."""
FEW_CELLS = 300
"""Up to so many distinct points, every dot is drawn large."""


@dataclass(frozen=True, slots=True)
class _Scale:
    """Places worths in the picture."""

    low: int
    high: int

    def along(self, worth: float) -> float:
        return round((worth - self.low) / (self.high - self.low) * SIDE, 1)


def picture(plot: Plot, number: int, escaped: Callable[[str], str], words: Mapping[str, str]) -> str:
    """Draws the plot; `words` has escaped labels of the `frontier` and of the `walk-away` values."""
    across, up = _scale(plot, 0), _scale(plot, 1)
    inner = "".join(
        (
            _axes(across, up),
            _cloud(plot, across, up),
            _walk_away(plot, across, up, words["walk-away"]),
            _frontier(plot, across, up, words["frontier"]),
            *(_mark(mark, tag, across, up, escaped) for mark, tag in reversed(tagged(plot.marks))),
        )
    )
    width, height = SIDE + LEFT + MARGIN, SIDE + BELOW + MARGIN
    ids = f"plot-{number}-title plot-{number}-words"
    return (
        f'<svg class="plot" viewBox="{-LEFT} {-MARGIN} {width} {height}" role="img" aria-labelledby="{ids}">'
        f'<title id="plot-{number}-title">{escaped(plot.caption)}</title>'
        f'<desc id="plot-{number}-words">{escaped(plot.words)}</desc>{inner}'
        f'<text class="axis" x="{SIDE / 2:g}" y="{SIDE + 38}" text-anchor="middle">{escaped(plot.across)} →</text>'
        f'<text class="axis" transform="translate(-34 {SIDE / 2:g}) rotate(-90)" text-anchor="middle">'
        f"{escaped(plot.up)} →</text></svg>"
    )


def tagged(marks: Sequence[Mark]) -> list[tuple[Mark, str]]:
    """Numbers the marks that share their shape with another; the others go without."""
    found: list[tuple[Mark, str]] = []
    for mark in marks:
        alike = [other for other in marks if other.kind == mark.kind]
        found.append((mark, str(alike.index(mark) + 1) if len(alike) > 1 else ""))
    return found


def line_sign(kind: Literal["walk-away", "frontier"]) -> str:
    """Draws a line small enough to stand in a line of the key."""
    return f'<svg class="sign" viewBox="-13 -13 26 26" aria-hidden="true"><path class="{kind}" d="M-13 0h26"/></svg>'


def mark_sign(kind: MarkKind) -> str:
    """Draws a mark small enough to stand in a line of the key."""
    return f'<svg class="sign" viewBox="-13 -13 26 26" aria-hidden="true">{_SHAPES[kind]}</svg>'


def _scale(plot: Plot, place: int) -> _Scale:
    return _Scale(*plot.span(place))


def _axes(across: _Scale, up: _Scale) -> str:
    lines = [f'<rect class="frame" width="{SIDE}" height="{SIDE}"/>']
    for worth in range(across.low - across.low % 25, across.high + 1, 25):
        if worth >= across.low:
            x = across.along(worth)
            lines.append(f'<path class="tick" d="M{x:g} {SIDE}v5"/>')
            lines.append(f'<text x="{x:g}" y="{SIDE + 18}" text-anchor="middle">{worth}</text>')
    for worth in range(up.low - up.low % 25, up.high + 1, 25):
        if worth >= up.low:
            y = round(SIDE - up.along(worth), 1)
            lines.append(f'<path class="tick" d="M0 {y:g}h-5"/>')
            lines.append(f'<text x="-9" y="{y + 4:g}" text-anchor="end">{worth}</text>')
    return "".join(lines)


def _cloud(plot: Plot, across: _Scale, up: _Scale) -> str:
    """Draws dots in three sizes, by how many packages fall together; of very many, by their usual number."""
    usual = max(1, sum(count for _, _, count in plot.cloud) // max(1, 16 * len(plot.cloud)))
    sizes: dict[str, list[str]] = {"few": [], "some": [], "many": []}
    for x, y, count in plot.cloud:
        size = "few" if count < 4 * usual and len(plot.cloud) > FEW_CELLS else "some" if count < 16 * usual else "many"
        sizes[size].append(f"M{across.along(x):g} {round(SIDE - up.along(y), 1):g}h0")
    return "".join(f'<path class="cloud {size}" d="{"".join(dots)}"/>' for size, dots in sizes.items() if dots)


def _walk_away(plot: Plot, across: _Scale, up: _Scale, label: str) -> str:
    x, y = across.along(plot.walk_away[0]), round(SIDE - up.along(plot.walk_away[1]), 1)
    return f'<path class="walk-away" d="M{x:g} 0V{SIDE}M0 {y:g}H{SIDE}"><title>{label}</title></path>'


def _frontier(plot: Plot, across: _Scale, up: _Scale, label: str) -> str:
    if not plot.frontier:
        return ""
    points = " ".join(f"{across.along(x):g},{round(SIDE - up.along(y), 1):g}" for x, y in plot.frontier)
    return f'<polyline class="frontier" points="{points}"><title>{label}</title></polyline>'


def _mark(mark: Mark, tag: str, across: _Scale, up: _Scale, escaped: Callable[[str], str]) -> str:
    x, y = across.along(mark.across), round(SIDE - up.along(mark.up), 1)
    shape = _SHAPES[mark.kind]
    number = f'<text class="tag" x="10" y="-7">{tag}</text>' if tag else ""
    return f'<g transform="translate({x:g} {y:g})"><title>{escaped(mark.label)}</title>{shape}{number}</g>'
