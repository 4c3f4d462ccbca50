"""Finds in a text the forms under which entries of the codex are named.

The longest form wins, case is kept, and a form stands for itself only as whole words; a hyphen makes one word of
two. In Thai, which parts no words, a form is found wherever its letters stand. What the entries say is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_THAI = "\u0e00-\u0e7f"
_THAI_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
"""Vowels and tones above and below a consonant, without which it is another syllable."""
_BEFORE = rf"(?<![^\W{_THAI}])(?<!-)"
_AFTER = rf"(?![^\W{_THAI}]|-)"
_THAI_BEGINNING = re.compile(f"[{_THAI}]")
NEVER = re.compile("(?!)")


@dataclass(frozen=True, slots=True)
class Named:
    """Where a text names an entry: its characters from `start` to `end`, and the form in the codex's spelling."""

    start: int
    end: int
    form: str
    entry: str


class Forms:
    """The forms of a codex, each with the id of its entry, and the search for them."""

    def __init__(self, entries: Mapping[str, str]) -> None:
        """Takes the entry of every form; of forms that differ in blanks alone the first counts."""
        self._entries: dict[str, str] = {}
        for form, entry in entries.items():
            if spelt(form):
                self._entries.setdefault(spelt(form), entry)
        self._pattern = _pattern(self._entries)

    def find(self, text: str) -> Iterator[Named]:
        """Every place where `text` names an entry, from its beginning to its end.

        >>> forms = Forms({"Stalin": "stalin", "Stalin Line": "line"})
        >>> [(one.form, one.entry) for one in forms.find("Stalin's Stalin Line, not Stalingrad")]
        [('Stalin', 'stalin'), ('Stalin Line', 'line')]
        """
        for match in self._pattern.finditer(text):
            form = spelt(match.group())
            yield Named(match.start(), match.end(), form, self._entries[form])


def spelt(form: str) -> str:
    """A form with single blanks and straight apostrophes: the spelling by which forms are compared."""
    return " ".join(form.replace("’", "'").split())


def begins_in_thai(text: str) -> bool:
    """Whether a text begins with a Thai letter."""
    return _THAI_BEGINNING.match(text) is not None


def _pattern(forms: Mapping[str, str]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=len, reverse=True)
    thai = [form for form in longest_first if begins_in_thai(form)]
    others = [form for form in longest_first if not begins_in_thai(form)]
    parts = [f"{_BEFORE}(?:{_any_of(others)}){_AFTER}"] if others else []
    parts += [f"(?:{_any_of(thai)})(?![{_THAI_MARKS}])"] if thai else []
    return re.compile("|".join(parts)) if parts else NEVER


def _any_of(forms: Sequence[str]) -> str:
    """The pattern of any of these forms, sorted by their first letters: few of them are tried at each word."""
    by_letter: dict[str, list[str]] = {}
    for form in forms:
        by_letter.setdefault(form[0], []).append(_spelling(form[1:]))
    return "|".join(f"{_spelling(letter)}(?:{'|'.join(rests)})" for letter, rests in by_letter.items())


def _spelling(part: str) -> str:
    """The pattern of a part of a form, which may run over the end of a line and have either apostrophe."""
    words = (re.escape(word).replace("'", "['’]") for word in part.split(" "))
    return r"\s+".join(words)
