"""Makes the Thai faces that a report carries within itself: Thai signs alone, packed.

Run by hand after `assets/fonts/NotoSerifThai-*.ttf` have changed; the game never imports it. Needs: fonttools brotli.
"""

from __future__ import annotations

from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

FONTS = Path(__file__).resolve().parents[2] / "fonts"
THAI = range(0x0E01, 0x0E5C)
BESIDE = (0x20, 0xA0, 0x200B, 0x25CC)
"""Spaces, the place to break, and the ring that carries a sign alone."""


def make(folder: Path = FONTS) -> None:
    """Writes the packed face of each weight into `folder`."""
    for weight in ("Regular", "Bold"):
        font = TTFont(folder / f"NotoSerifThai-{weight}.ttf")
        options = Options()
        options.flavor = "woff2"
        options.hinting = False
        options.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl", "liga", "calt"]
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[*THAI, *BESIDE])
        subsetter.subset(font)
        font.flavor = "woff2"
        font.save(folder / f"NotoSerifThai-{weight}.woff2")


if __name__ == "__main__":
    make()
