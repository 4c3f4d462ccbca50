"""Where a line may break: at spaces, and in Thai, which parts no words by spaces, where a text says so.

Texts in Thai carry zero-width spaces between their words; they are set when a text is made, never drawn, and mean
nothing else. Some spaces hold together what stands beside them: a number and its unit, a word and its sign of
repetition. Nothing here knows of widths.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

BREAK = "\N{ZERO WIDTH SPACE}"
FIXED_SPACE = "\N{NO-BREAK SPACE}"
_THAI = "\u0e00-\u0e7f"
_BEFORE_A_NUMBER = (
    "พ.ศ.", "ค.ศ.", "ร้อยละ", "ที่", "ข้อ", "ราว", "อีก", "เพียง", "กว่า", "จาก", "ทุก", "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน",
    "พฤษภาคม", "มิถุนายน", "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip
_HELD = re.compile(
    "|".join(
        (
            r" (?=[ๆฯ)”’])",
            r"(?<=[(“‘]) ",
            rf"(?<=\d)(?<!\b(?:1[89]|2[45])\d\d) (?=[{_THAI}])",
            rf"(?:{'|'.join(f'(?<={re.escape(word)})' for word in _BEFORE_A_NUMBER)}) (?=\d)",
        )
    )
)
"""Spaces beside signs, between a number that is no year and its unit, and between a word and the number it leads to."""
_THAI_LETTER = re.compile(f"[{_THAI}]")
_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
_CLUSTER = re.compile(rf"[เแโใไ]*[ก-ฮ]?[{_MARKS}]*[ะาำๅๆฯ{_MARKS}]*|.[\u0300-\u036f]*", re.DOTALL)


def has_thai(text: str) -> bool:
    """Whether any of a text is in Thai, so that it goes by the rules for it."""
    return _THAI_LETTER.search(text) is not None


def unbroken(text: str) -> str:
    """A text without its places to break, to be searched, compared and typed.

    >>> unbroken("สงคราม\\u200bโลก")
    'สงครามโลก'
    """
    return text.replace(BREAK, "")


def held_together(text: str) -> str:
    """A text in which spaces that are no place to break are fixed ones.

    >>> held_together("ต่าง ๆ ราว 5 กองพล ใน พ.ศ. 2482 มอสโก 49 จาก 100").split(" ")
    ['ต่าง\\xa0ๆ', 'ราว\\xa05\\xa0กองพล', 'ใน', 'พ.ศ.\\xa02482', 'มอสโก', '49\\xa0จาก\\xa0100']
    """
    return _HELD.sub(FIXED_SPACE, text) if has_thai(text) else text


def clusters(text: str) -> Iterator[str]:
    """What may not be parted even where a word must be: a letter with the vowels and signs around it.

    >>> list(clusters("เกาะนี้"))
    ['เกาะ', 'นี้']
    """
    place = 0
    while place < len(text):
        found = _CLUSTER.match(text, place)
        end = found.end() if found and found.end() > place else place + 1
        yield text[place:end]
        place = end
