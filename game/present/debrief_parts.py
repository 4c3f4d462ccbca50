"""What a debrief is made of: sections of a few kinds of blocks that the terminal, the window and HTML draw.

Everything is finished words in the reader's language; a text may hold `*emphasis*`. A difference from the
record is told in words and never marked as an error, and nothing here is a grade. Nothing here draws.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from game.present.holdings import Holding
from game.present.mapping import MapNames
from game.present.parts import Prose, SourceLine

Sources = tuple[SourceLine, ...]
MarkKind = Literal["agreement", "record", "unsettled", "nash", "kalai-smorodinsky", "egalitarian", "utilitarian"]
"""What a named point of a plot is."""
CHAIR = "chair"
"""The section that leads to the other chairs."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Paragraphs, with the sources they rest on."""

    paragraphs: Prose
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class Items:
    """A list; numbered where its order or number matters in a discussion."""

    items: Prose
    numbered: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a grid; the first cell is its heading."""

    cells: tuple[str, ...]
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of words; `numeric` tells by column whether its cells read as numbers. `note` stands beneath."""

    caption: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    numeric: tuple[bool, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Pair:
    """A labelled line: "In history: …"."""

    label: str
    words: str
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A named point of a plot; `kind` tells faces which sign to draw, `label` says it in words."""

    kind: MarkKind
    label: str
    across: float
    up: float


@dataclass(frozen=True, slots=True)
class Plot:
    """The packages of a table by their worth to two parties, each on 0–100 of the most that could count.

    `words` says the same without a picture. `cloud` has (across, up, packages); `frontier` is in falling order
    of `across`; `walk_away` is the point below which one side does better without a deal.
    """

    caption: str
    words: str
    across: str
    up: str
    cloud: tuple[tuple[int, int, int], ...]
    frontier: tuple[tuple[float, float], ...]
    walk_away: tuple[int, int]
    marks: tuple[Mark, ...]

    def span(self, place: int) -> tuple[int, int]:
        """From where to where an axis runs, 0 across and 1 up: over 0–100, widened in tens to hold every worth."""
        worths: list[float] = [point[place] for point in (*self.cloud, *self.frontier, self.walk_away)]
        worths += [(mark.across, mark.up)[place] for mark in self.marks]
        return int(min(0, *worths) // 10) * 10, -int(-max(100, *worths) // 10) * 10


@dataclass(frozen=True, slots=True)
class Case:
    """One thing told in full: a decision, a seal, a promise, a voice.

    `marks` are a few words each, such as whose decision it was.
    """

    heading: str
    date: str = ""
    marks: tuple[str, ...] = ()
    paragraphs: Prose = ()
    pairs: tuple[Pair, ...] = ()
    grids: tuple[Grid, ...] = ()
    plots: tuple[Plot, ...] = ()
    sources: Sources = ()


@dataclass(frozen=True, slots=True)
class MapPicture:
    """A map at one moment; `changed` are the regions that stand otherwise than at the start, told in `lines`."""

    caption: str
    sheet: str
    holdings: Mapping[str, Holding]
    changed: tuple[str, ...]
    lines: Prose
    names: MapNames
    listed: tuple[str, ...]
    """The regions of the scenario's own, which the picture shows."""
    lands: Mapping[str, str]
    """Whose the lands are that are no regions."""


@dataclass(frozen=True, slots=True)
class Maps:
    """Maps side by side, with a note beneath."""

    pictures: tuple[MapPicture, ...]
    note: str


Block = Passage | Items | Grid | Case | Maps


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of the debrief; `id` is stable, `heading` is in the reader's language."""

    id: str
    heading: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Chair:
    """The decisive session replayed from the chair of a party, by its id and name."""

    party: str
    name: str
    replay: Section


@dataclass(frozen=True, slots=True)
class Debrief:
    """A finished game beside the record, in the order to read it.

    `content_note` tells what the reader will meet, `played` who sat where and how the game can be repeated.
    `sources` are all those cited, in the order of their first citing. `chairs` replay the decisive session, each as
    another side lived it: the section `chair` leads to them, and they are read on request.
    """

    scenario: str
    language: str
    title: str
    dates: str
    content_note: Prose
    played: Prose
    sections: tuple[Section, ...]
    sources: Sources
    licence: str
    chairs: tuple[Chair, ...] = ()

    def section(self, id_: str) -> Section | None:
        """Finds a section by its id; those with nothing to say are left out of a debrief."""
        return next((section for section in self.sections if section.id == id_), None)

    @property
    def chapters(self) -> tuple[Section, ...]:
        """The sections, and behind the one that leads to them the replays, which are read on request."""
        replays = tuple(chair.replay for chair in self.chairs)
        return tuple(one for section in self.sections for one in (section, *(replays if section.id == CHAIR else ())))


def cited(blocks: tuple[Block, ...]) -> Sources:
    """Lists the sources of blocks in the order of their first citing."""
    found: dict[str, SourceLine] = {}
    for block in blocks:
        for source in _of(block):
            found.setdefault(source.id, source)
    return tuple(found.values())


def _of(block: Block) -> Sources:
    match block:
        case Passage(_, sources):
            return sources
        case Grid():
            return tuple(source for row in block.rows for source in row.sources)
        case Case():
            inner = [source for pair in block.pairs for source in pair.sources]
            inner += [source for grid in block.grids for source in _of(grid)]
            return (*inner, *block.sources)
        case _:
            return ()
