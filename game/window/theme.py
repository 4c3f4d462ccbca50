"""The window's look in one place: colours, type, spaces. Another look is another `Theme`, and nothing else.

Colours are quiet paper and ink on a dark desk; every pair of text and ground that is used reaches a contrast
of 4.5 : 1, which tests hold against what screens really draw. Nothing here opens a window.
"""

from __future__ import annotations

from dataclasses import dataclass, field

Colour = tuple[int, int, int]

SERIF = "serif"
SERIF_BOLD = "serif-bold"
SERIF_ITALIC = "serif-italic"
SANS = "sans"
SANS_BOLD = "sans-bold"
THAI = "thai"
THAI_BOLD = "thai-bold"

FACES = {
    SERIF: "EBGaramond-Regular.ttf",
    SERIF_BOLD: "EBGaramond-Bold.ttf",
    SERIF_ITALIC: "EBGaramond-Italic.ttf",
    SANS: "LibreFranklin-Regular.ttf",
    SANS_BOLD: "LibreFranklin-Bold.ttf",
    THAI: "NotoSansThai-Regular.ttf",
    THAI_BOLD: "NotoSansThai-Bold.ttf",
}
FALLBACKS = {
    SERIF: (THAI,),
    SERIF_BOLD: (SERIF, THAI_BOLD),
    SERIF_ITALIC: (SERIF, THAI),
    SANS: (SERIF, THAI),
    SANS_BOLD: (SERIF, THAI_BOLD),
}
"""The faces that write what a face has no sign for, in order."""
SCRIPTS = {THAI: "Thai", THAI_BOLD: "Thai"}
"""The script that a face is shaped for, where that is not Latin: signs above and below letters find their places."""
EMPHASIS = {SERIF: SERIF_ITALIC, SERIF_ITALIC: SERIF, SERIF_BOLD: SERIF_ITALIC, SANS: SANS_BOLD, SANS_BOLD: SANS}
"""The face of `*emphasised*` words within each face."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour of the window."""

    desk: Colour = (44, 48, 43)
    desk_light: Colour = (61, 66, 59)
    desk_ink: Colour = (241, 233, 213)
    desk_quiet: Colour = (190, 184, 165)
    shadow: Colour = (16, 14, 10)
    paper: Colour = (243, 235, 217)
    sheet: Colour = (251, 246, 234)
    fold: Colour = (231, 220, 195)
    line: Colour = (190, 174, 141)
    ink: Colour = (41, 33, 25)
    quiet: Colour = (92, 76, 58)
    accent: Colour = (133, 36, 26)
    blue: Colour = (31, 74, 117)
    green: Colour = (54, 92, 62)
    ochre: Colour = (166, 118, 44)
    focus: Colour = (24, 92, 160)
    focus_halo: Colour = (250, 232, 180)


@dataclass(frozen=True, slots=True)
class Style:
    """How a piece of text is set: face, size in pixels of the 1280 × 720 layout, colour, line spacing in sizes."""

    face: str
    size: float
    colour: Colour
    leading: float = 1.3

    def tinted(self, colour: Colour) -> Style:
        """The same type in another colour."""
        return Style(self.face, self.size, colour, self.leading)


_INK = Palette()


@dataclass(frozen=True, slots=True)
class Theme:
    """A palette and the styles of every kind of text."""

    palette: Palette = field(default_factory=Palette)
    title: Style = Style(SERIF_BOLD, 27, _INK.desk_ink, 1.15)
    over_title: Style = Style(SANS_BOLD, 12.5, _INK.desk_quiet, 1.35)
    date: Style = Style(SERIF_ITALIC, 19, _INK.desk_ink, 1.25)
    bar: Style = Style(SANS_BOLD, 13, _INK.desk_ink, 1.35)
    hint: Style = Style(SANS, 12, _INK.desk_quiet, 1.35)
    heading: Style = Style(SERIF_BOLD, 22, _INK.ink, 1.2)
    subheading: Style = Style(SERIF_BOLD, 18.5, _INK.ink, 1.22)
    label: Style = Style(SANS_BOLD, 12, _INK.accent, 1.35)
    strong: Style = Style(SERIF_BOLD, 16.5, _INK.ink, 1.25)
    body: Style = Style(SERIF, 18.5, _INK.ink, 1.3)
    lead: Style = Style(SERIF_ITALIC, 19, _INK.ink, 1.3)
    small: Style = Style(SERIF, 16.5, _INK.ink, 1.27)
    quiet: Style = Style(SERIF, 16.5, _INK.quiet, 1.27)
    quiet_italic: Style = Style(SERIF_ITALIC, 17, _INK.quiet, 1.27)
    note: Style = Style(SANS, 12.5, _INK.quiet, 1.38)
    footnote: Style = Style(SERIF, 15.5, _INK.quiet, 1.25)
    number: Style = Style(SANS_BOLD, 13, _INK.ink, 1.35)
    button: Style = Style(SANS_BOLD, 13.5, _INK.ink, 1.35)
    primary: Style = Style(SANS_BOLD, 13.5, _INK.sheet, 1.35)
    toast: Style = Style(SERIF, 17.5, _INK.desk_ink, 1.3)


@dataclass(frozen=True, slots=True)
class Spaces:
    """Distances in pixels of the 1280 × 720 layout."""

    margin: int = 20
    gap: int = 14
    pad: int = 22
    card_pad: int = 13
    ring: int = 3
    radius: int = 5
    dialog_width: int = 600
    scrollbar: int = 7


BASE_SIZE = (1280, 720)
SMALLEST_SCALE, LARGEST_SCALE = 0.7, 3.0


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
