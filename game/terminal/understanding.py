"""Typed command words of other languages, made into the English ones that the terminal goes by.

Only whole words are changed, and only where a command or what follows it can stand: what names an option, a file or
a person is left as it is. Nothing here knows what a command does.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from game.present.english_typed import TYPED
from game.present.languages import LANGUAGES, speech_in

_FOREIGN = re.compile(r"[^\x00-\u024f]")
_TAKES_A_WORD = frozenset({"state", "tree", "compare", "start", "nominate"})
"""Commands whose last word may be one of the interface's."""


def understood(line: str) -> str:
    """The line with its command words in English, whatever language of the interface they were typed in.

    >>> understood("สถานะ ทั้งหมด"), understood("1 2; ส่ง"), understood("อ่าน 3"), understood("state all")
    ('state all', '1 2; send', 'read 3', 'state all')
    """
    if not _FOREIGN.search(line):
        return line
    words = _words()
    *terms, last = line.split(";")
    if terms and words.get(last.strip()) in ("send", "offer", "propose"):
        return f"{';'.join(terms)}; {words[last.strip()]}"
    first, *rest = line.split(" ")
    command = words.get(first, first)
    if rest and command in _TAKES_A_WORD:
        rest[-1] = words.get(rest[-1], rest[-1])
    return " ".join((command, *rest))


@lru_cache(maxsize=1)
def _words() -> Mapping[str, str]:
    """The English word for each word of another language."""
    return {
        speech(key): word
        for language in LANGUAGES
        if language != "en"
        for speech in (speech_in(language),)
        for key, word in TYPED.items()
    }
