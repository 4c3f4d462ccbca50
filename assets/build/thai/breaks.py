"""Sets the places where a line of Thai may break: zero-width spaces between the words of every shipped text.

Run by hand after a text in Thai has changed; the game never imports it. Needs: pythainlp babel.
`python -m assets.build.thai.breaks` takes out what is there and sets anew in the translations of the scenarios, of
the codex and of the world catalogue, and in the interface's catalogue, or only in the files named; `--check` tells
what would change, and changes nothing. Words come from pythainlp's dictionary, the glossary beside this file and the
names in the codex and on the map; these stay whole.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Collection, Iterator
from functools import cache
from pathlib import Path

from babel.messages.pofile import read_po
from pythainlp.corpus import thai_words
from pythainlp.tokenize import word_tokenize
from pythainlp.util import Trie

from assets.build.thai import catalogue
from game.present.breaking import BREAK, unbroken

HOME = Path(__file__).resolve().parent
SCENARIOS = HOME.parents[2] / "scenarios"
GLOSSARY = HOME / "glossary.md"
LONGEST_WORD = 20
"""What has more letters is a phrase of several words, and may break between these."""
_SHORTEST_PHRASE = 14
_SHORT_WORDS = frozenset({"ใน", "มี", "ไป", "คำ", "คน", "รบ", "ปี"})
"""Words of two letters that stand in phrases; other pieces as short are syllables of a foreign name."""
_SHORTEST_WORD = 3
_PREFIXES = frozenset({"การ", "ความ", "ผู้", "นัก", "ชาว"})
"""What makes a noun of the word behind it, and no line ends with."""
_LINKS = frozenset({"ใน", "ที่", "จะ", "ว่า", "จาก", "ถึง", "เป็น"})
"""Words that stand by themselves before what follows, so that a line may well begin with one."""
_NOT_HERE = frozenset({"ว่าความ"})
"""Words of the dictionary that no text here means: pleading in court is always "that" before a noun."""
_HELD_TOGETHER = 16
"""Up to so many letters, words of which it is not plain where one ends stay in one piece."""
_STYLE = "## 8"
"""The glossary's chapter that is about writing, and lists no words."""
_THAI = "\u0e00-\u0e7f"
_RUN = re.compile(f"[{_THAI}]+")
_BEGINS = re.compile("[ก-ฮเแโใไ{(“‘]")
"""What a line may begin with; no vowel or sign that stands behind, above or below, nor ๆ or ฯ."""
_ENDS = re.compile(f"[{_THAI}}})”’]")
_NEVER_ENDS = re.compile("[เแโใไ]")
_HELD = re.compile(r"\{[^{}\s]*\}")
_ENTRY = re.compile(r"^\s+(?P<address>[a-z][a-z0-9.-]*): \{of: ")
_WHOLE = re.compile(r"entries\.[^.]+\.(?:name|forms)|parties\.[^.]+\.(?:name|adjective|members\.[^.]+\.name)")
"""Addresses of what stays in one piece: names, by which a text is searched."""
_NAMED = re.compile(
    r"\s+(?:entries\.[^.]+\.(?:name|forms)|(?:parties|regions)\.[^.]+\.(?:name|members\.[^.]+\.name)): "
)
_TYPED = re.compile(r"word\.|typed\.because|confirm\.(?:yes|no)$|list\.(?:and|or)$")
"""Keys of what is typed, and so compared."""


def main(words: list[str]) -> int:
    """Sets the breaks, or with `--check` tells which files lack them and answers 1."""
    named = {Path(word).resolve() for word in words if word != "--check"}
    if unknown := sorted(named - {*translations(), catalogue.THAI}):
        print(f"{unknown[0]} is no translation of the game; name one, or none for all.", file=sys.stderr)
        return 2
    changed = [(path, text) for path, text in made(named) if path.read_bytes() != text]
    for path, text in changed:
        print(path.relative_to(SCENARIOS.parent))
        if "--check" not in words:
            path.write_bytes(text)
    return 1 if changed and "--check" in words else 0


def made(named: Collection[Path] = ()) -> Iterator[tuple[Path, bytes]]:
    """Every file with Thai in it, or those named, as it should be."""
    for path in translations():
        if not named or path in named:
            yield path, in_yaml(path.read_text(encoding="utf-8")).encode()
    if not named or catalogue.THAI in named:
        yield from _made_catalogue()


def _made_catalogue() -> Iterator[tuple[Path, bytes]]:
    with catalogue.THAI.open("rb") as file:
        read = read_po(file, locale="th")
    for message in read:
        if message.id and isinstance(message.string, str) and not _TYPED.match(str(message.context)):
            message.string = broken(message.string)
    updated = catalogue.updated(read)
    yield catalogue.THAI, catalogue.written(updated)
    yield catalogue.COMPILED, catalogue.compiled(updated)


def translations() -> list[Path]:
    """The files of the scenarios' folder that are in Thai."""
    return sorted((*SCENARIOS.glob("*.th.yaml"), *SCENARIOS.glob("*/th.yaml")))


def in_yaml(text: str) -> str:
    """A translation with its breaks set; addresses, digests and comments stay as they are."""
    keeps_whole = False
    lines = []
    for line in unbroken(text).split("\n"):
        entry = _ENTRY.match(line)
        if entry:
            keeps_whole = _WHOLE.fullmatch(entry["address"]) is not None
        lines.append(line if keeps_whole or line.lstrip().startswith("#") else broken(line))
    return "\n".join(lines)


def broken(text: str) -> str:
    """A text with a zero-width space between its words.

    >>> broken("สงครามโลก").split(BREAK)
    ['สงคราม', 'โลก']
    """
    text = unbroken(text)
    held = {place for found in _HELD.finditer(text) for place in range(found.start() + 1, found.end())}
    held |= _inside_names(text)
    places = sorted(place for place in _between_words(text) if place not in held and _may_break(text, place))
    pieces = [text[start:end] for start, end in zip([0, *places], [*places, len(text)], strict=True)]
    return BREAK.join(pieces)


def glossary_words() -> frozenset[str]:
    """The words of the glossary, without its phrases."""
    return frozenset(word for word in _entries() - _phrases() if _SHORTEST_WORD <= len(word) <= LONGEST_WORD)


def _between_words(text: str) -> Iterator[int]:
    """The places between words, and those beside placeholders and quotation marks."""
    for run in _RUN.finditer(text):
        place = run.start()
        yield place
        for word in _tokenized()(run.group()):
            place += len(word)
            yield place


def _may_break(text: str, place: int) -> bool:
    """Whether a line may end before `place`: between what can end a line and what can begin one."""
    if not 0 < place < len(text):
        return False
    before, after = text[place - 1], text[place]
    return bool(_ENDS.match(before) and _BEGINS.match(after)) and not _NEVER_ENDS.match(before)


def _inside_names(text: str) -> set[int]:
    """The places inside a word of the glossary or a name."""
    names, inside = _names(), set[int]()
    for run in _RUN.finditer(text):
        for start in range(run.start(), run.end()):
            for name in names.prefixes(text[start : min(run.end(), start + LONGEST_WORD)]):
                inside.update(range(start + 1, start + len(name)))
    return inside


@cache
def _tokenized() -> Callable[[str], list[str]]:
    dictionary = Trie((set(thai_words()) | _entries() | _shipped_names()) - _phrases() - _NOT_HERE)
    known = frozenset(dictionary)
    return lambda run: _with_fragments(_steadied(word_tokenize(run, custom_dict=dictionary, engine="newmm"), known))


def _with_fragments(words: list[str]) -> list[str]:
    """The words; a lone letter, which is a piece of an unknown word, belongs to the one before."""
    joined: list[str] = []
    for word in words:
        if joined and len(re.sub("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]", "", word)) < 2:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _steadied(words: list[str], known: Collection[str]) -> list[str]:
    """The words with their ends where a reader has them: no prefix alone, and no doubtful end.

    The tokenizer takes the fewest words, of which a rare one may have swallowed the end or the beginning of another.
    Where two words can also be parted elsewhere into two that are known, the one before a link ends there; else they
    stay together, unless that is too long for a line.
    """
    steady: list[str] = []
    last = ""  # the word at the end of what stands so far, which may be longer
    for word in words:
        between = _between(last, word, known) if last else None
        if last in _PREFIXES or (between == "" and len(steady[-1] + word) <= _HELD_TOGETHER):
            steady[-1] += word
        elif between:
            steady[-1] += word.removesuffix(between)
            steady.append(between)
            word = between
        else:
            steady.append(word)
        last = word
    return steady


def _between(first: str, second: str, known: Collection[str]) -> str | None:
    """How else two words can be parted: the link that the second ends with; empty if otherwise, None if not at all."""
    both = first + second
    ends = [place for place in range(2, len(both) - 1) if place != len(first)]
    others = [both[end:] for end in ends if both[:end] in known and both[end:] in known]
    links = [other for other in others if other in _LINKS and len(other) < len(second)]
    return links[0] if links else "" if others else None


@cache
def _names() -> Trie:
    shipped = _shipped_names() - _phrases()
    return Trie(glossary_words() | {name for name in shipped if _SHORTEST_WORD <= len(name) <= LONGEST_WORD})


@cache
def _phrases() -> frozenset[str]:
    """Long entries and names that are made of words known by themselves, and may break between these."""
    entries = _entries() | _shipped_names()
    known = set(thai_words()) | {entry for entry in entries if len(entry) < _SHORTEST_PHRASE}
    dictionary = Trie(known)
    parted = {
        entry: word_tokenize(entry, custom_dict=dictionary, engine="newmm")
        for entry in entries
        if len(entry) >= _SHORTEST_PHRASE
    }
    return frozenset(entry for entry, words in parted.items() if len(words) > 1 and _are_words(words, known))


def _are_words(pieces: list[str], known: Collection[str]) -> bool:
    return all(piece in known and (len(piece) >= _SHORTEST_WORD or piece in _SHORT_WORDS) for piece in pieces)


@cache
def _entries() -> frozenset[str]:
    """Whatever stands in the Thai column of the glossary, each alternative and each word of a name by itself."""
    found: set[str] = set()
    listed = True
    for line in GLOSSARY.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            listed = not line.startswith(_STYLE)
        cells = line.split("|")
        if listed and len(cells) > 1:
            found.update(_RUN.findall(cells[1]))
    return frozenset(found)


@cache
def _shipped_names() -> frozenset[str]:
    """Names in the codex, in the world catalogue and on the map, each word of them."""
    found: set[str] = set()
    for path in translations():
        lines = unbroken(path.read_text(encoding="utf-8")).splitlines()
        found.update(word for line in lines if _NAMED.match(line) for word in _RUN.findall(line))
    with catalogue.THAI.open("rb") as file:
        for message in read_po(file, locale="th"):
            if str(message.context).startswith(("map.city.", "map.sea.", "map.land.", "map.state.")):
                found.update(_RUN.findall(unbroken(str(message.string))))
    return frozenset(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
