"""The window's look in one place: colours, type, spaces. Another look is another `Theme`, and nothing else.

Colours are quiet paper and ink on a dark desk; every pair of text and ground that is used reaches a contrast
of 4.5 : 1, which tests hold against what screens really draw. Nothing here opens a window.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple

Colour = tuple[int, int, int]

SERIF = "serif"
SERIF_BOLD = "serif-bold"
SERIF_ITALIC = "serif-italic"
SANS = "sans"
SANS_BOLD = "sans-bold"
CAPITALS = "capitals"
"""Writes small letters as spaced capitals, where a script has them."""
TYPED = "typed"
HEADED = "headed"
"""The typed letters of titles and headings."""
STAMPED = "stamped"
"""The typed letters of stamps."""
THAI = "thai"
THAI_BOLD = "thai-bold"
THAI_SANS = "thai-sans"
THAI_SANS_BOLD = "thai-sans-bold"
THAI_TYPED = "thai-typed"

FACES = {
    SERIF: "EBGaramond-Regular.ttf",
    SERIF_BOLD: "EBGaramond-Bold.ttf",
    SERIF_ITALIC: "EBGaramond-Italic.ttf",
    SANS: "LibreFranklin-Regular.ttf",
    SANS_BOLD: "LibreFranklin-Bold.ttf",
    CAPITALS: "LibreFranklin-Capitals.ttf",
    TYPED: "SpecialElite-Regular.ttf",
    HEADED: "SpecialElite-Regular.ttf",
    STAMPED: "SpecialElite-Regular.ttf",
    THAI: "NotoSerifThai-Regular.ttf",
    THAI_BOLD: "NotoSerifThai-Bold.ttf",
    THAI_SANS: "NotoSansThai-Regular.ttf",
    THAI_SANS_BOLD: "NotoSansThai-Bold.ttf",
    THAI_TYPED: "TlwgTypewriter-Bold.ttf",
}
FALLBACKS = {
    SERIF: (THAI,),
    SERIF_BOLD: (SERIF, THAI_BOLD),
    SERIF_ITALIC: (SERIF, THAI_BOLD),
    SANS: (SERIF, THAI_SANS),
    SANS_BOLD: (SERIF, THAI_SANS_BOLD),
    CAPITALS: (SERIF, THAI_SANS_BOLD),
    TYPED: (SERIF, THAI),
    HEADED: (SERIF, THAI_BOLD),
    STAMPED: (SERIF, THAI_TYPED),
}
"""The faces that write what a face has no sign for, in order.

Thai has no italic, so what is emphasised in it is bold. Its typewriter gives every letter the same room, which
tears words apart that are read, so only stamps have it.
"""
SCRIPTS = dict.fromkeys((THAI, THAI_BOLD, THAI_SANS, THAI_SANS_BOLD, THAI_TYPED), "Thai")
"""The script that a face is shaped for, where that is not Latin: signs above and below letters find their places."""
PROPORTIONS = {THAI: 0.87, THAI_BOLD: 0.87, THAI_SANS: 0.98, THAI_SANS_BOLD: 0.98, THAI_TYPED: 1.04}
"""How large a face is set beside the Latin one that it stands in for, so that both look of one size."""
EMPHASIS = {
    SERIF: SERIF_ITALIC,
    SERIF_ITALIC: SERIF,
    SERIF_BOLD: SERIF_ITALIC,
    SANS: SANS_BOLD,
    SANS_BOLD: SANS,
    CAPITALS: SANS,
    TYPED: SERIF_ITALIC,
    HEADED: SERIF_ITALIC,
    STAMPED: SERIF_ITALIC,
}
"""The face of `*emphasised*` words within each face."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour of the window. Where `grain` is false, papers and the desk are plain and stamps stand straight."""

    desk: Colour = (56, 61, 53)
    desk_light: Colour = (70, 76, 66)
    desk_ink: Colour = (241, 233, 213)
    desk_quiet: Colour = (204, 198, 178)
    shadow: Colour = (16, 14, 10)
    paper: Colour = (240, 230, 208)
    sheet: Colour = (250, 244, 230)
    fold: Colour = (227, 214, 187)
    folder: Colour = (214, 195, 157)
    blotter: Colour = (72, 84, 70)
    leather: Colour = (84, 58, 42)
    line: Colour = (187, 169, 134)
    ink: Colour = (41, 33, 25)
    quiet: Colour = (90, 74, 56)
    accent: Colour = (133, 36, 26)
    blue: Colour = (31, 74, 117)
    green: Colour = (54, 92, 62)
    ochre: Colour = (166, 118, 44)
    stamp: Colour = (152, 38, 30)
    focus: Colour = (24, 92, 160)
    focus_halo: Colour = (250, 232, 180)
    grain: bool = True


HIGH_CONTRAST = Palette(
    desk=(0, 0, 0),
    desk_light=(28, 28, 28),
    desk_ink=(255, 255, 255),
    desk_quiet=(222, 222, 222),
    shadow=(0, 0, 1),
    paper=(255, 255, 255),
    sheet=(254, 254, 254),
    fold=(226, 226, 226),
    folder=(242, 242, 242),
    blotter=(12, 12, 12),
    leather=(24, 24, 24),
    line=(70, 70, 70),
    ink=(1, 1, 1),
    quiet=(34, 34, 34),
    accent=(120, 0, 0),
    blue=(0, 44, 120),
    green=(0, 76, 24),
    ochre=(122, 72, 0),
    stamp=(140, 0, 0),
    focus=(0, 64, 200),
    focus_halo=(255, 222, 0),
    grain=False,
)
PALETTES: Mapping[str, Palette] = MappingProxyType({"usual": Palette(), "high-contrast": HIGH_CONTRAST})


class Style(NamedTuple):
    """How a piece of text is set: face, size in pixels of the 1280 × 720 layout, colour, line spacing in sizes."""

    face: str
    size: float
    colour: Colour
    leading: float = 1.3

    def tinted(self, colour: Colour) -> Style:
        """The same type in another colour."""
        return Style(self.face, self.size, colour, self.leading)

    def faced(self, face: str) -> Style:
        """The same size and colour in another face."""
        return Style(face, self.size, self.colour, self.leading)


@dataclass(frozen=True, slots=True)
class Theme:
    """A palette, the styles of every kind of text, and whether anything may move by itself."""

    palette: Palette
    moves: bool
    name: Style
    title: Style
    over_title: Style
    date: Style
    bar: Style
    hint: Style
    heading: Style
    subheading: Style
    label: Style
    tab: Style
    strong: Style
    body: Style
    typed: Style
    lead: Style
    small: Style
    quiet: Style
    quiet_italic: Style
    note: Style
    footnote: Style
    number: Style
    button: Style
    primary: Style
    stamp: Style
    stamp_date: Style
    toast: Style


def themed(palette: Palette | None = None, *, moves: bool = True) -> Theme:
    """The type of the window in the colours of a palette, the usual one by default."""
    of = palette or PALETTES["usual"]
    return Theme(
        palette=of,
        moves=moves,
        name=Style(HEADED, 58, of.ink, 1.12),
        title=Style(HEADED, 25, of.desk_ink, 1.22),
        over_title=Style(CAPITALS, 11.5, of.desk_quiet, 1.45),
        date=Style(HEADED, 17, of.desk_ink, 1.3),
        bar=Style(SANS_BOLD, 13, of.desk_ink, 1.35),
        hint=Style(SANS, 12, of.desk_quiet, 1.35),
        heading=Style(HEADED, 21, of.ink, 1.25),
        subheading=Style(SERIF_BOLD, 18.5, of.ink, 1.22),
        label=Style(CAPITALS, 11.5, of.accent, 1.45),
        tab=Style(CAPITALS, 11.5, of.ink, 1.45),
        strong=Style(SERIF_BOLD, 16.5, of.ink, 1.25),
        body=Style(SERIF, 18.5, of.ink, 1.3),
        typed=Style(TYPED, 17, of.ink, 1.45),
        lead=Style(SERIF_ITALIC, 19, of.ink, 1.3),
        small=Style(SERIF, 16.5, of.ink, 1.27),
        quiet=Style(SERIF, 16.5, of.quiet, 1.27),
        quiet_italic=Style(SERIF_ITALIC, 17, of.quiet, 1.27),
        note=Style(SANS, 12.5, of.quiet, 1.38),
        footnote=Style(SERIF, 15.5, of.quiet, 1.25),
        number=Style(SANS_BOLD, 13, of.ink, 1.35),
        button=Style(SANS_BOLD, 13.5, of.ink, 1.35),
        primary=Style(SANS_BOLD, 13.5, of.sheet, 1.35),
        stamp=Style(STAMPED, 19, of.stamp, 1.2),
        stamp_date=Style(STAMPED, 14.5, of.stamp, 1.2),
        toast=Style(SERIF, 17.5, of.desk_ink, 1.3),
    )


@dataclass(frozen=True, slots=True)
class Spaces:
    """Distances in pixels of the 1280 × 720 layout."""

    margin: int = 20
    gap: int = 14
    pad: int = 22
    card_pad: int = 13
    ring: int = 3
    radius: int = 4
    dialog_width: int = 600
    scrollbar: int = 7
    tab: int = 24


BASE_SIZE = (1280, 720)
SMALLEST_SCALE, LARGEST_SCALE = 0.7, 6.0


def scale_for(size: tuple[int, int], text_size: int = 100) -> float:
    """The scale of everything for a window size; `text_size` is the player's wish in per cent."""
    fitting = min(size[0] / BASE_SIZE[0], size[1] / BASE_SIZE[1])
    return min(max(fitting * text_size / 100, SMALLEST_SCALE), LARGEST_SCALE)


def contrast(first: Colour, second: Colour) -> float:
    """The contrast ratio of two colours, 1 to 21.

    Source: World Wide Web Consortium, Web Content Accessibility Guidelines 2.1, 2018.
    """
    light, dark = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    red, green, blue = (_linear(part / 255) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
