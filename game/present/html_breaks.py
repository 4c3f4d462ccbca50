"""Where lines of a report in Thai may end: between the words that a text marks, and nowhere else.

A browser parts Thai by a dictionary of its own, which knows none of the names, so that what stands between two marks
is held together, and the marks themselves become places to break that leave nothing behind in what is copied.
"""

from __future__ import annotations

import re

from game.present.breaking import BREAK, FIXED_SPACE, has_thai, held_together

_PARTS = re.compile(r"<svg\b.*?</svg>|<[^>]*>|[^<]+", re.DOTALL)
_STRETCH = re.compile(f"[^ \\n\\t{FIXED_SPACE}]+(?:{FIXED_SPACE}[^ \\n\\t{FIXED_SPACE}]+)*")
_SHORT = 3
"""Of so few characters no browser makes two words."""
_LONG = 36
"""What is longer has no marks, as where a person typed it: there a browser knows better."""


def with_breaks(markup: str) -> str:
    """Holds together the Thai words of a document's body; pictures and what is not Thai stay as they are.

    >>> with_breaks("<p>ไนเมเคิน\\u200bและ Oder</p>")
    '<p><span>ไนเมเคิน</span><wbr>และ Oder</p>'
    """
    if not has_thai(markup):
        return markup
    return _PARTS.sub(lambda part: part[0] if part[0].startswith("<") else _held(part[0]), markup)


def _held(words: str) -> str:
    return _STRETCH.sub(_stretch, held_together(words)) if has_thai(words) else words


def _stretch(found: re.Match[str]) -> str:
    """One stretch without a space at which a line may end."""
    words = found[0].split(BREAK)
    longest = max(map(len, words))
    if not has_thai(found[0]) or len(found[0].strip(BREAK)) <= _SHORT or longest > _LONG:
        return found[0]
    return "<wbr>".join(map(_word, words))


def _word(word: str) -> str:
    """Holds one word together; the marks stand between such, since not every browser minds one within."""
    together = len(word) > _SHORT or FIXED_SPACE in word
    return f"<span>{word.replace(FIXED_SPACE, ' ')}</span>" if together else word
