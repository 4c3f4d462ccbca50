"""Words what `check` finds in the reader's language: findings come in English from where they are met.

A message is known again by its pattern (`english_check`), and so are the pieces that it was filled with. Ids, keys,
code and places in files stay as they are, and so does a sentence that is not known.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from game.present.breaking import has_thai
from game.present.english_check import CHECK
from game.present.english_repairs import CHECK_WORDS, REPAIRS
from game.present.speech import Speech
from game.scenario.positions import Finding, ScenarioError, Severity

_WORDS = frozenset({
    "again", "asked", "done", "expected", "faults", "found", "habit", "home", "kind", "lies", "other", "place",
    "purpose", "reason", "said", "stands", "subject", "verdict", "what", "when", "where",
})  # fmt: skip
"""What is filled with words of `check` itself."""
_LISTS = frozenset({
    "example", "first", "kinds", "knowers", "last", "missing", "names", "outcomes", "parties", "readers", "second",
    "shown", "steps", "values",
})  # fmt: skip
"""What is filled with lists, whose items stay as they are; all else is filled with ids, numbers and code."""
_JOINED = frozenset({"first", "found", "last", "purpose", "stands", "what", "where"})
"""What stands beside a space that goes where both sides of it are Thai."""
_QUOTES = ('"', "“")
_QUOTED = re.compile(r"[\"“`]\{([a-z]+)\}")
_PARTED = re.compile(r"(?<=[.?]) (?=[A-Z\"`{])")
_JOINT = "\N{WORD JOINER}"
_NO_SPACE = re.compile(f"(?<=[\u0e00-\u0e7f]) {_JOINT}|{_JOINT} (?=[\u0e00-\u0e7f])")


@dataclass(frozen=True, slots=True)
class Pattern:
    """What finds a sentence again, and what it is filled with that is to be said in another language as well."""

    found: re.Pattern[str]
    words: frozenset[str]
    lists: frozenset[str]


def finding_words(speech: Speech, finding: Finding) -> str:
    """What a finding says, as one line that begins with its place.

    >>> from game.present.languages import speech_in
    >>> from game.scenario.positions import Position
    >>> found = Finding(Position("a.yaml", 3, 5), Severity.ERROR, "TXT02", "This text is empty.", "Delete it.")
    >>> finding_words(speech_in("en"), found)
    'a.yaml:3:5: error TXT02 This text is empty. Delete it.'
    """
    if speech.language == "en":
        return str(finding)
    said = _said(speech, finding.message)
    hint = f" {_said(speech, finding.suggestion)}" if finding.suggestion else ""
    return f"{finding.where}: {speech(f'check.word.{finding.severity}')} {finding.code} {said}{hint}"


def error_words(speech: Speech, error: ScenarioError) -> str:
    """What keeps a scenario from being played: its first error, and how many more there are."""
    if speech.language == "en":
        return str(error)
    errors = [finding for finding in error.findings if finding.severity is Severity.ERROR]
    first = finding_words(speech, errors[0] if errors else error.findings[0])
    return f"{first} {speech('check.word.and-more', number=len(errors) - 1)}" if len(errors) > 1 else first


def pattern_of(sentence: str) -> re.Pattern[str]:
    """What finds a sentence again, whatever its placeholders were filled with."""
    return re.compile(
        "".join(
            re.escape(text) + (f"(?P<{name}>.*?)" if name else "")
            for text, name, _, _ in string.Formatter().parse(sentence)
        ),
        re.DOTALL,
    )


def longest_first(sentences: Mapping[str, str]) -> list[str]:
    """Keys of sentences, those that say the most by themselves first."""
    return sorted(sentences, key=lambda key: -len(re.sub(r"\{[a-z]+\}", "", sentences[key])))


def _said(speech: Speech, text: str) -> str:
    """A message or a suggestion, sentence by sentence or as a whole."""
    parts = [_known(speech, part, _sentences()) for part in _PARTED.split(text)]
    if all(part is not None for part in parts):
        return " ".join(part for part in parts if part)
    return _known(speech, text, _sentences()) or text


def _known(speech: Speech, text: str, patterns: Mapping[str, Pattern]) -> str | None:
    for key, pattern in patterns.items():
        match = pattern.found.fullmatch(text)
        if match is not None:
            lists = _joints() if patterns is _sentences() else patterns
            pieces = match.groupdict().items()
            filled = {name: _piece(speech, pattern, name, part, lists) for name, part in pieces}
            return _NO_SPACE.sub("", speech(key, **filled)).replace(_JOINT, "")
    return None


def _piece(speech: Speech, pattern: Pattern, name: str, part: str, lists: Mapping[str, Pattern]) -> str:
    """One filled-in piece: words and the joints of lists are said anew; items are words in a list of words."""
    if name == "sentence":
        return _said(speech, f"{part}.")
    patterns = _words() if name in pattern.words else lists if name in pattern.lists else {}
    if part.startswith(_QUOTES) or (said := _known(speech, part, patterns)) is None:
        return part
    if name not in _JOINED:
        return said
    return (_JOINT if has_thai(said[0]) else "") + said + (_JOINT if has_thai(said[-1]) else "")


@lru_cache(maxsize=1)
def _sentences() -> Mapping[str, Pattern]:
    return _compiled({**CHECK, **REPAIRS})


@lru_cache(maxsize=1)
def _words() -> Mapping[str, Pattern]:
    return _compiled(CHECK_WORDS)


@lru_cache(maxsize=1)
def _joints() -> Mapping[str, Pattern]:
    return {key: pattern for key, pattern in _words().items() if CHECK_WORDS[key].startswith("{")}


def _compiled(sentences: Mapping[str, str]) -> Mapping[str, Pattern]:
    return {key: _pattern(sentences[key]) for key in longest_first(sentences)}


def _pattern(sentence: str) -> Pattern:
    quoted = frozenset(_QUOTED.findall(sentence))
    found = pattern_of(sentence)
    names = frozenset(found.groupindex) - quoted
    return Pattern(found, names & _WORDS, names & _LISTS)
