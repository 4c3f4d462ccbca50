"""What a screen consists of, before it has a size: a head, columns of panels, a bar of buttons.

Screens are made anew from a page whenever something changes; `place` tells whether it is still the same page,
so that focus and scrolling stay. Nothing here draws or acts.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from game.present.parts import SourceLine
from game.window.controls import Button
from game.window.flow import Writer

if TYPE_CHECKING:
    from game.present.mapping import MapPage


@dataclass(frozen=True, slots=True)
class Panel:
    """A sheet of paper that scrolls by itself.

    Where `fits`, it is no taller than what is on it; where `tight`, it has less margin above and below. `head` is
    written above it and stays there while it scrolls. `tab` is the name on the tab that sticks out above the paper;
    a `folder` is the closed cover of a dossier.
    A panel with a `chart` shows that map beneath its head, and what it writes is left out; Enter on it does `enters`.
    """

    name: str
    write: Writer
    fits: bool = False
    tight: bool = False
    head: Writer | None = None
    tab: str = ""
    folder: bool = False
    chart: MapPage | None = None
    enters: str = ""
    share: float = 1.0
    """How much of the height it gets beside other panels of its column that scroll."""
    low: Panel | None = None
    """Its shorter form, for a window with little height."""
    aside: Button | None = None
    """Where maps stand side by side in a narrow window, it is left out, and this button in the bar leads to it."""


@dataclass(frozen=True, slots=True)
class Column:
    """Panels above each other. `share` is of the window's width, `widest` in pixels of the 1280 × 720 layout.

    In a window too narrow for columns, or narrower than `least` in pixels of that layout, one with an `aside` is left
    out, and that button in the bar leads to it.
    """

    panels: tuple[Panel, ...]
    share: float = 1.0
    widest: int = 0
    aside: Button | None = None
    least: int = 0


@dataclass(frozen=True, slots=True)
class Screen:
    """A whole screen, or with `modal` a dialog over another.

    `first` is the key of the spot that is focused when the screen opens, `escape` the action of Esc. `pages` is
    the panel that Page Up and Page Down scroll; empty: the one with the focus. `read_first` is a panel that Enter
    on `first` pages through before it acts; `shows` is the key of a spot that is scrolled into view as it opens. Where
    `turn` has changed since, the page begins anew at its top.
    """

    place: str
    title: str
    columns: tuple[Column, ...]
    bar: tuple[Button, ...] = ()
    over_title: str = ""
    date: str = ""
    first: str = ""
    escape: str = ""
    sources: tuple[SourceLine, ...] = ()
    pages: str = ""
    read_first: str = ""
    shows: str = ""
    turn: str = ""
    modal: bool = False


def reading(name: str, write: Writer, widest: int = 0, tab: str = "") -> tuple[Column, ...]:
    """One sheet for reading, no wider than lines of text should be and no longer than what is on it."""
    return (Column((Panel(name, write, fits=True, tab=tab),), widest=widest or 760),)
