"""Makes the font files in `assets/fonts`: static weights of variable fonts, with the scripts that the game writes.

Run by hand when a weight is added; the game never imports it. Needs: fonttools fontpkg-eb-garamond
fontpkg-libre-franklin fontpkg-noto-sans-thai. All families are under the SIL Open Font License 1.1 without
reserved names; the licence of each is copied beside its files.
"""

from __future__ import annotations

import shutil
import sys
from importlib import import_module
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

WANTED = {
    "EBGaramond-Regular": ("fontpkg_eb_garamond", "EBGaramond[wght].ttf", 430),
    "EBGaramond-Bold": ("fontpkg_eb_garamond", "EBGaramond[wght].ttf", 660),
    "EBGaramond-Italic": ("fontpkg_eb_garamond", "EBGaramond-Italic[wght].ttf", 430),
    "LibreFranklin-Regular": ("fontpkg_libre_franklin", "LibreFranklin[wght].ttf", 450),
    "LibreFranklin-Bold": ("fontpkg_libre_franklin", "LibreFranklin[wght].ttf", 680),
    "NotoSansThai-Regular": ("fontpkg_noto_sans_thai", "NotoSansThai[wdth,wght].ttf", 400),
    "NotoSansThai-Bold": ("fontpkg_noto_sans_thai", "NotoSansThai[wdth,wght].ttf", 640),
}
RANGES = (
    (0x20, 0x7E), (0xA0, 0x24F), (0x2B0, 0x2FF), (0x300, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0xE01, 0xE5B),
    (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F),
    (0x2150, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x25A0, 0x25FF), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD),
)  # fmt: skip
FEATURES = ("kern", "liga", "mark", "mkmk", "ccmp", "locl", "calt")


def make(folder: Path) -> None:
    """Writes every font file and licence into `folder`."""
    for name, (package, file, weight) in WANTED.items():
        home = Path(str(import_module(package).__file__)).parent
        variable = TTFont(home / "files" / file)
        usual = {axis.axisTag: axis.defaultValue for axis in variable["fvar"].axes}
        font = instantiateVariableFont(variable, {**usual, "wght": weight}, updateFontNames=False)
        subset(font).save(folder / f"{name}.ttf")
        shutil.copyfile(home / "LICENSE", folder / f"{name.split('-')[0]}-OFL.txt")


def subset(font: TTFont) -> TTFont:
    """Leaves out the glyphs of scripts that the game does not write, and unneeded features."""
    options = Options()
    options.layout_features = list(FEATURES)
    options.hinting = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[code for first, last in RANGES for code in range(first, last + 1)])
    subsetter.subset(font)
    return font


if __name__ == "__main__":
    make(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[1] / "fonts")
