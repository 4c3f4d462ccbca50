"""Joining words into sentences: full stops that neither double nor lack, articles inside a sentence.

Texts come from scenarios with and without their full stops; whoever puts one inside a sentence or after another
does it here, or through `Speech`, which mends what it says. Nothing here knows what the words are about.
"""

from __future__ import annotations

import re

_ENDS = (".", "?", "!", "…")
_WITHOUT_STOPS = re.compile(r"[\u0e00-\u0e7f][^A-Za-z\u00c0-\u024f]*$")
"""A sentence in Thai, which writes no full stops; signs, marks and numbers may follow its last letter."""
_SCRIPTS_MEET = re.compile(r"(?<=[\u0e00-\u0e7f])\u200b?(?=[A-Za-z0-9])|(?<=[A-Za-z0-9])\u200b?(?=[\u0e00-\u0e7f])")
_DOUBLED = re.compile(r"(?<=[\w)\]’”\"'%*])([.?!…])\.(?=\s|$)")


def ended(sentence: str) -> str:
    """A sentence with its full stop, if it does not end already, and its language has full stops.

    >>> ended("They signed"), ended("Which was first?"), ended("ลงนามแล้ว")
    ('They signed.', 'Which was first?', 'ลงนามแล้ว')
    """
    if not sentence or sentence.rstrip("*").endswith(_ENDS) or _WITHOUT_STOPS.search(sentence):
        return sentence
    return f"{sentence}."


def unended(sentence: str) -> str:
    """A sentence without its full stop, to stand within another."""
    return sentence[:-1] if sentence.endswith(".") and not sentence.endswith("..") else sentence


def mended(words: str) -> str:
    """Words in which a full stop put after the end of a sentence is taken out; three dots stay.

    And where Thai meets a word or number in another script, a space parts them.

    >>> mended("A judgement.. Which was first?. And so on...")
    'A judgement. Which was first? And so on...'
    >>> mended("เล่นเป็นFinland"), mended("หรือ\N{ZERO WIDTH SPACE}3")
    ('เล่นเป็น Finland', 'หรือ 3')
    """
    words = _DOUBLED.sub(r"\1", words) if "." in words else words
    return words if words.isascii() else _SCRIPTS_MEET.sub(" ", words)
