"""Letters as keyboards and copied texts bring them, made into those that the game's own words are written with.

The same word can be typed in several ways that look alike: as parted letters, full-width ones, with marks in another
order, or with signs in it that nobody sees. Nothing here knows what words mean.
"""

from __future__ import annotations

import re
import unicodedata

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_FULL_WIDTH = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
_TONES = "\u0e48-\u0e4b"
_PARTED_AM = re.compile(f"\u0e4d([{_TONES}]?)\u0e32|([{_TONES}])\u0e4d\u0e32")
_TONE_BEFORE_VOWEL = re.compile(f"([{_TONES}])([\u0e31\u0e34-\u0e37])")


def usual_letters(text: str) -> str:
    """The same words in the letters that they are usually written with.

    >>> usual_letters("ｈｅｌｐ ２"), usual_letters("เเผน") == "แผน", usual_letters("น\u0e4dา") == "นำ"
    ('help 2', True, True)
    """
    seen = unicodedata.normalize("NFC", _UNSEEN.sub("", text).translate(_FULL_WIDTH))
    ordered = _TONE_BEFORE_VOWEL.sub(r"\2\1", seen.replace("\u0e40\u0e40", "\u0e41"))
    return _PARTED_AM.sub(lambda found: f"{found[1] or found[2] or ''}\u0e33", ordered)
