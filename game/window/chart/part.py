"""Which part of a sheet is shown, how large: the one place that turns units of the sheet into pixels and back."""

from __future__ import annotations

from dataclasses import dataclass

from game.present.atlas import Line, Place, Sheet

CLOSEST = 6.0
"""How many times as large as the whole sheet in the window the map may be drawn."""


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a sheet: the unit in the upper left corner, pixels to a unit, and the size in pixels."""

    left: float
    top: float
    scale: float
    size: tuple[int, int]

    def pixel(self, place: Place, finer: int = 1) -> tuple[float, float]:
        """Tells where a place of the sheet is shown; `finer` times as far in a picture that is scaled down later."""
        scale = self.scale * finer
        return (place[0] - self.left) * scale, (place[1] - self.top) * scale

    def pixels(self, line: Line, finer: int = 1) -> list[tuple[float, float]]:
        """Tells where the points of a line are shown."""
        scale, left, top = self.scale * finer, self.left, self.top
        return [((x - left) * scale, (y - top) * scale) for x, y in line]

    def place(self, pixel: tuple[float, float]) -> tuple[float, float]:
        """Tells what place of the sheet a pixel shows."""
        return self.left + pixel[0] / self.scale, self.top + pixel[1] / self.scale

    def moved(self, right: float, down: float) -> Part:
        """The part that is seen when the map is dragged by so many pixels."""
        return Part(self.left - right / self.scale, self.top - down / self.scale, self.scale, self.size)

    def zoomed(self, times: float, about: tuple[float, float]) -> Part:
        """The part that is seen closer or from farther off; what lies at the pixel `about` stays there."""
        x, y = self.place(about)
        scale = self.scale * times
        return Part(x - about[0] / scale, y - about[1] / scale, scale, self.size)

    def within(self, sheet: Sheet) -> Part:
        """The nearest part that is neither too close nor too far off, and shows nothing beyond the sheet's edges."""
        whole = max(self.size[0] / sheet.size[0], self.size[1] / sheet.size[1])
        scale = min(max(self.scale, whole), whole * CLOSEST)
        kept = self if scale == self.scale else self.zoomed(scale / self.scale, (self.size[0] / 2, self.size[1] / 2))
        most_left = sheet.size[0] - self.size[0] / scale
        most_top = sheet.size[1] - self.size[1] / scale
        return Part(min(max(kept.left, 0), most_left), min(max(kept.top, 0), most_top), scale, self.size)


def about(sheet: Sheet, places: tuple[Place, ...], size: tuple[int, int], margin: float = 0.25) -> Part:
    """The closest part that shows all of some places, with a margin on each side in shares of what is shown."""
    if not places:
        return Part(0, 0, 0.0001, size).within(sheet)
    lefts, tops = [x for x, _ in places], [y for _, y in places]
    width, height = max(max(lefts) - min(lefts), 1), max(max(tops) - min(tops), 1)
    scale = (1 - 2 * margin) * min(size[0] / width, size[1] / height)
    middle = ((max(lefts) + min(lefts)) / 2, (max(tops) + min(tops)) / 2)
    return Part(middle[0] - size[0] / scale / 2, middle[1] - size[1] / scale / 2, scale, size).within(sheet)
