"""Joining words into sentences: full stops that neither double nor lack, articles inside a sentence.

Texts come from scenarios with and without their full stops; whoever puts one inside a sentence or after another
does it here, or through `Speech`, which mends what it says. Nothing here knows what the words are about.
"""

from __future__ import annotations

import re

_ENDS = (".", "?", "!", "…")
_DOUBLED = re.compile(r"(?<=[\w)\]’”\"'%*])([.?!…])\.(?=\s|$)")


def ended(sentence: str) -> str:
    """A sentence with its full stop, if it does not end already.

    >>> ended("They signed"), ended("Which was first?")
    ('They signed.', 'Which was first?')
    """
    return sentence if not sentence or sentence.rstrip("*").endswith(_ENDS) else f"{sentence}."


def unended(sentence: str) -> str:
    """A sentence without its full stop, to stand within another."""
    return sentence[:-1] if sentence.endswith(".") and not sentence.endswith("..") else sentence


def mended(words: str) -> str:
    """Words in which a full stop put after the end of a sentence is taken out; three dots stay.

    >>> mended("A judgement.. Which was first?. And so on...")
    'A judgement. Which was first? And so on...'
    """
    return _DOUBLED.sub(r"\1", words) if "." in words else words
