"""The Thai faces that a report carries within itself, so that it reads and prints alike on any machine.

They hold Thai signs alone and are put into a page only where it has any; everything else is set in what the reader
has. A machine that lacks the files shows the reader's own Thai face.
"""

from __future__ import annotations

from base64 import b64encode

from game.present.breaking import has_thai
from game.scenario.shipped import shipped_folder

FAMILY = "Report Thai"
_FACES = (("NotoSerifThai-Regular.woff2", "400"), ("NotoSerifThai-Bold.woff2", "600 700"))
_MANNERS = """\
:lang(th) { font-synthesis-style: none; letter-spacing: 0 !important; }
:lang(th) :is(h1, h2, h3, th, dt, caption, summary) { line-height: 1.45; }
html:lang(th) body { line-height: 1.75; font-variant-numeric: lining-nums; }
html:lang(th) :is(.kind, .marks, .about, caption, figcaption, summary) { font-style: normal; }
html:lang(th) em { font-style: normal; font-weight: 600; }
html:lang(th) .sources em { font-style: italic; font-weight: inherit; }
@media print { html:lang(th) body { line-height: 1.6; } html:lang(th) .sources { line-height: 1.5; } }
"""


def thai_style(page: str) -> str:
    """The style sheet's part for Thai, with its faces, where a page has any; else nothing."""
    if not has_thai(page):
        return ""
    return "".join(_face(file, weight) for file, weight in _FACES) + _MANNERS


def _face(file: str, weight: str) -> str:
    folder = shipped_folder("assets/fonts", file)
    if folder is None:
        return ""
    data = b64encode((folder / file).read_bytes()).decode()
    return (
        f'@font-face {{ font-family: "{FAMILY}"; font-weight: {weight}; unicode-range: U+0E00-0E7F, U+200B, U+25CC;'
        f' src: url("data:font/woff2;base64,{data}") format("woff2"); }}\n'
    )
