"""Makes the font files in `assets/fonts`: static weights of variable fonts, with the scripts that the game writes.

Run by hand when a face is added: `python -m assets.build.fonts DOWNLOADS [FOLDER]`; the game never imports it. It needs
fonttools fontpkg-eb-garamond fontpkg-libre-franklin fontpkg-noto-sans-thai pylopdf-fonts-th, and in DOWNLOADS the
unpacked npm package @expo-google-fonts/special-elite 0.4.1 (as the folder `special-elite`) and the unpacked Debian
package fonts-tlwg-typewriter-ttf 0.7.3 (as `tlwg`).
All families are free to change and to pass on; what allows it lies beside each.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from assets.build.asked import folder

WORD_SPACE = 265
"""How wide the spaces of the small sans-serif are, in thousandths of its size: its own run words into numbers."""
TRACKING = 60
"""How much farther apart the capitals of small headings stand, in thousandths of their size."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a face comes from: a file of an installed module, or of what was downloaded where `module` is empty.

    `at` are the places on its axes, `thai` leaves out all but Thai, `capitals` sets small letters as spaced capitals,
    `typed` lets words stand as far apart as a machine sets them.
    """

    module: str
    file: str
    at: dict[str, float] = field(default_factory=dict)
    thai: bool = False
    capitals: bool = False
    typed: bool = False


GARAMOND, FRANKLIN = "fontpkg_eb_garamond", "fontpkg_libre_franklin"
WANTED = {
    "EBGaramond-Regular": Origin(GARAMOND, "files/EBGaramond[wght].ttf", {"wght": 430}),
    "EBGaramond-Bold": Origin(GARAMOND, "files/EBGaramond[wght].ttf", {"wght": 660}),
    "EBGaramond-Italic": Origin(GARAMOND, "files/EBGaramond-Italic[wght].ttf", {"wght": 430}),
    "LibreFranklin-Regular": Origin(FRANKLIN, "files/LibreFranklin[wght].ttf", {"wght": 450}),
    "LibreFranklin-Bold": Origin(FRANKLIN, "files/LibreFranklin[wght].ttf", {"wght": 680}),
    "LibreFranklin-Capitals": Origin(FRANKLIN, "files/LibreFranklin[wght].ttf", {"wght": 640}, capitals=True),
    "SpecialElite-Regular": Origin("", "special-elite/400Regular/SpecialElite_400Regular.ttf", typed=True),
    "NotoSerifThai-Regular": Origin("pylopdf_fonts_th", "NotoSerifThai-Variable.ttf", {"wght": 420}, thai=True),
    "NotoSerifThai-Bold": Origin("pylopdf_fonts_th", "NotoSerifThai-Variable.ttf", {"wght": 680}, thai=True),
    "NotoSansThai-Regular": Origin("fontpkg_noto_sans_thai", "files/NotoSansThai[wdth,wght].ttf", thai=True),
    "NotoSansThai-Bold": Origin(
        "fontpkg_noto_sans_thai", "files/NotoSansThai[wdth,wght].ttf", {"wght": 640}, thai=True
    ),
    "TlwgTypewriter-Bold": Origin("", "tlwg/usr/share/fonts/truetype/tlwg/TlwgTypewriter-Bold.ttf", thai=True),
}
LICENCES = {
    "EBGaramond-OFL.txt": Origin(GARAMOND, "LICENSE"),
    "LibreFranklin-OFL.txt": Origin(FRANKLIN, "LICENSE"),
    "NotoSansThai-OFL.txt": Origin("fontpkg_noto_sans_thai", "LICENSE"),
    "NotoSerifThai-OFL.txt": Origin("fontpkg_noto_sans_thai", "LICENSE"),
    "SpecialElite-Apache.txt": Origin("", "special-elite/LICENSE_FONT"),
    "TlwgTypewriter-GPL.txt": Origin("", "tlwg/usr/share/doc/fonts-tlwg-typewriter-ttf/copyright"),
}
"""Noto Sans Thai and Noto Serif Thai are of one project and under one licence."""
GPL = Path("/usr/share/common-licenses/GPL-2")
"""Where Debian keeps the text that its packages only name."""
RANGES = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x2FF), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0xE01, 0xE5B),
    (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F),
    (0x2150, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x25A0, 0x25FF), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD),
)  # fmt: skip
THAI_RANGES = ((0x20, 0x7E), (0xA0, 0xA0), (0xE01, 0xE5B), (0x2013, 0x2014), (0x2018, 0x201D), (0x2026, 0x2026),
               (0x25CC, 0x25CC))  # fmt: skip
FEATURES = ("kern", "liga", "mark", "mkmk", "ccmp", "locl", "calt")


def make(downloads: Path, folder: Path) -> None:
    """Writes every font file and licence into `folder`."""
    for name, origin in WANTED.items():
        font = subset(instance(TTFont(found(origin, downloads)), origin), THAI_RANGES if origin.thai else RANGES)
        if origin.module == FRANKLIN:
            space_words(font)
        if origin.capitals:
            set_in_capitals(font)
        if origin.typed:
            set_as_typed(font)
        font.save(folder / f"{name}.ttf")
    for name, origin in LICENCES.items():
        whole = (GPL,) if name.endswith("-GPL.txt") else ()
        texts = [path.read_bytes() for path in (found(origin, downloads), *whole)]
        (folder / name).write_bytes(b"\n\n".join(texts))


def found(origin: Origin, downloads: Path) -> Path:
    """The file of an origin."""
    home = Path(str(import_module(origin.module).__file__)).parent if origin.module else downloads
    return home / origin.file


def instance(font: TTFont, origin: Origin) -> TTFont:
    """One place on the axes of a variable font; another font as it is."""
    if "fvar" not in font:
        return font
    usual = {axis.axisTag: axis.defaultValue for axis in font["fvar"].axes}
    return instantiateVariableFont(font, {**usual, **origin.at}, updateFontNames=False)


def subset(font: TTFont, ranges: tuple[tuple[int, int], ...]) -> TTFont:
    """Leaves out the glyphs of scripts that the game does not write, and unneeded features."""
    options = Options()
    options.layout_features = list(FEATURES)
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in ranges for code in range(first, last + 1)])
    subsetter.subset(font)
    return font


def space_words(font: TTFont) -> None:
    """Sets words of a face apart as its small sizes need it."""
    for sign in " \u00a0":
        glyph = font.getBestCmap()[ord(sign)]
        font["hmtx"].metrics[glyph] = (WORD_SPACE, font["hmtx"].metrics[glyph][1])


def set_in_capitals(font: TTFont) -> None:
    """Lets small letters be drawn as capitals, and moves all signs apart: a face for small headings."""
    for table in font["cmap"].tables:
        if table.isUnicode():
            for code in list(table.cmap):
                capital = ord(chr(code).upper()) if len(chr(code).upper()) == 1 else code
                table.cmap[code] = table.cmap.get(capital, table.cmap[code])
    wider = TRACKING * font["head"].unitsPerEm // 1000
    for glyph, (width, bearing) in font["hmtx"].metrics.items():
        font["hmtx"].metrics[glyph] = (width + wider if width else 0, bearing + wider // 2 if width else bearing)
    _move_right(font, wider // 2)


def set_as_typed(font: TTFont) -> None:
    """Gives the space nearly the width of a letter, and takes away what moves letters nearer to each other."""
    names, metrics = font.getBestCmap(), font["hmtx"].metrics
    for code in (0x20, 0xA0):
        metrics[names[code]] = (metrics[names[ord("n")]][0] * 9 // 10, 0)
    for table in ("GPOS", "kern"):
        if table in font:
            del font[table]


def _move_right(font: TTFont, distance: int) -> None:
    """Moves outlines so that they stand in the middle of their new room."""
    outlines = font["glyf"]
    for name in font.getGlyphOrder():
        glyph = outlines[name]
        if glyph.isComposite() or not glyph.numberOfContours or not font["hmtx"].metrics[name][0]:
            continue
        glyph.coordinates.translate((distance, 0))
        glyph.recalcBounds(outlines)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Writes every font file that the game ships, with its licence.")
    parser.add_argument("downloads", type=folder, help="where those lie that no package carries")
    parser.add_argument("folder", type=folder, nargs="?", default=Path(__file__).resolve().parents[1] / "fonts")
    asked = parser.parse_args()
    try:
        make(asked.downloads, asked.folder)
    except (OSError, ImportError) as error:
        parser.error(f"a font or its licence is missing: {error}")
