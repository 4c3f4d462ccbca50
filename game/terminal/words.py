"""Finding what a person means by a few typed words: an option, an issue, a paper, a figure.

A number, an id or the whole text names a thing; otherwise words are matched by their beginnings, in any
order, without regard to capitals and accents. What fits several things is never guessed, and where more than a
look hangs on it, what was not named for certain is asked back (`is_certain`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from game.errors import AmbiguousWord, UsageError
from game.present.breaking import has_thai, unbroken
from game.present.speech import Speech
from game.scenario.suggestions import nearest

_THAI = "\u0e00-\u0e7f"
_WORD = re.compile(rf"[\w{_THAI}]+")
_MOST_LISTED = 6
_SHORTEST_WORD = 3
_ANSWERS = frozenset({"all", "any", "back", "end", "exit", "go", "next", "no", "none", "nothing", "ok", "stop", "yes"})
"""Words that people type for other ends; alone they are never taken to name a thing for certain."""
_Tokens = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A thing that can be meant: its id, its words, and its number if it is shown with one."""

    id: str
    words: str
    number: int | None = None


def tokens(words: str) -> tuple[str, ...]:
    """The words of a text in small letters without accents: `("jussaro", "and", "ino")`.

    >>> tokens("Jussarö – and Ino")
    ('jussaro', 'and', 'ino')
    """
    decomposed = unicodedata.normalize("NFKD", unbroken(words))
    bare = "".join(letter for letter in decomposed if has_thai(letter) or not unicodedata.combining(letter))
    return tuple(_WORD.findall(bare.casefold()))


def find(typed: str, things: Sequence[Named], speech: Speech) -> str:
    """Finds the id of what was meant.

    Raises:
        AmbiguousWord: when several things fit; the text lists them.
        UsageError: when nothing fits; the text says what there is.
    """
    fitting = matches(typed, things)
    if len(fitting) == 1:
        return fitting[0].id
    if fitting:
        raise AmbiguousWord(speech("typed.ambiguous", typed=typed[:40], choices=_listed(fitting, speech)))
    own = () if has_thai(typed) else (thing.id for thing in things)
    close = nearest(typed, (*own, *(thing.words for thing in things)))
    if close:
        raise UsageError(speech("typed.meant", typed=typed[:40], meant=close))
    numbers = [thing.number for thing in things if thing.number]
    if len(numbers) == len(things) > _MOST_LISTED:
        raise UsageError(speech("typed.of-many", typed=typed[:40], first=min(numbers), last=max(numbers)))
    raise UsageError(speech("typed.unknown", typed=typed[:40], choices=_listed(things, speech)))


def parted_from_reason(typed: str, speech: Speech) -> tuple[str, bool, str]:
    """What is done, whether a reason follows, and the reason: "2 because winter is near".

    The word may be the reader's language's or English; where a script parts no words, the reason may follow it at once.
    """
    for word in dict.fromkeys((speech("typed.because"), "because")):
        what, found, why = typed.partition(f" {word} " if word.isascii() else f" {word}")
        if found:
            return what, True, why.strip()
    return typed, False, ""


def answers(typed: str, answer: Literal["yes", "no"], speech: Speech) -> bool:
    """Whether what was typed says yes, or no: in the reader's language or in English, whole or by its first letter."""
    said = (speech(f"confirm.{answer}"), answer)
    return typed.casefold() in {*said, *(word[0] for word in said)}


def is_certain(typed: str, thing: Named) -> bool:
    """Whether the words name a thing for certain: its number, its id, its words, or the first whole words of these.

    >>> is_certain("send paasikivi", Named("envoy", "Send Paasikivi from Stockholm"))
    True
    >>> is_certain("stockholm", Named("envoy", "Send Paasikivi from Stockholm"))
    False
    """
    wanted, id_, words = tokens(typed), tokens(thing.id), tokens(thing.words)
    if len(wanted) == 1 and wanted[0].isdecimal():
        return thing.number == int(wanted[0])
    if _is_whole(wanted, id_, words):
        return True
    if len(wanted) == 1 and (wanted[0] in _ANSWERS or len(wanted[0]) < _SHORTEST_WORD):
        return False
    return bool(wanted) and wanted == words[: len(wanted)]


def matches(typed: str, things: Sequence[Named]) -> list[Named]:
    """Lists what the words may mean: by number, else by the closest way in which they fit anything.

    Whole; from the first word on; whole words in any order; beginnings of words in any order; and in Thai, which
    parts no words, pieces in any place.
    """
    wanted = tokens(typed)
    if not wanted:
        return []
    if len(wanted) == 1 and wanted[0].isdecimal():
        return [thing for thing in things if thing.number == int(wanted[0])]
    for fits in (_is_whole, _leads, _has_words, _has_beginnings, _has_pieces):
        found = [thing for thing in things if fits(wanted, tokens(thing.id), tokens(thing.words))]
        if found:
            return found
    return []


def _is_whole(wanted: _Tokens, id_: _Tokens, words: _Tokens) -> bool:
    return wanted in (id_, words)


def _leads(wanted: _Tokens, id_: _Tokens, words: _Tokens) -> bool:
    return len(wanted) > 1 and wanted in (id_[: len(wanted)], words[: len(wanted)])


def _has_words(wanted: _Tokens, id_: _Tokens, words: _Tokens) -> bool:
    return set(wanted) <= {*id_, *words}


def _has_beginnings(wanted: _Tokens, id_: _Tokens, words: _Tokens) -> bool:
    return all(any(word.startswith(part) for word in (*id_, *words)) for part in wanted)


def _has_pieces(wanted: _Tokens, id_: _Tokens, words: _Tokens) -> bool:
    return all(has_thai(part) and any(part in word for word in words) for part in wanted)


def _listed(things: Sequence[Named], speech: Speech) -> str:
    shown = [f"{thing.number} ({thing.words})" if thing.number else thing.words for thing in things[:_MOST_LISTED]]
    if len(things) > _MOST_LISTED:
        shown.append(speech("typed.more"))
    return speech.listed(shown, "or")
