"""The save file as values and as text: a header and an append-only tree of entries, in readable JSON.

One entry stands on one line. Nothing in a save can run: it holds ids, whole numbers and the players' own
reasons. Reading is strict, and every refusal is one sentence that names the entry. Whether the moves are
possible in a scenario is for the replay.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from dataclasses import fields as fields_of
from typing import Literal, TypeVar

from game.analysis.guessed import DEAREST, MOST_LEAST, Guess
from game.errors import CannotRead
from game.storage.strict_json import Json

FORMAT = "grand-alliance-save"
VERSION = 1
WHAT = "a saved game"
LIMIT = 8_000_000
"""The largest save that is read, in bytes; a long game takes about a hundredth of it."""
PERSON = "person"
"""Stands for a style where a person holds the seat."""
SHORT_GAME = "short game"
"""The reason noted where the short game decided for a person."""
BEFORE = "as in the record, before anybody came in"
"""The reason noted with a move that was played before the persons came in."""

Length = Literal["full", "short"]
_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_DIGEST = re.compile(r"[0-9a-f]{8,128}")
_COLUMN = re.compile(r"[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*")
_STYLE = re.compile(r"[a-z_-]{1,40}")
_REASON = 2_000
_MOST_ENTRIES = 20_000
_MOST_PAPERS = 5_000
_MOST_GUESSES = 1_000

Kind = TypeVar("Kind")


@dataclass(frozen=True, slots=True)
class SavedEntry:
    """One move of the tree: `parent` is the entry that it answers (0: the start), `move` its plain JSON."""

    seq: int
    parent: int
    seat: str
    step: str
    move: Json
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class SaveFile:
    """Everything that a save holds; `start` overrides start values by column, `at` is where play stands.

    For the list of saves alone: `waits` is the step that waits for a decision, `ending` how the game came out;
    both are empty in older saves. `read` has the papers that were read, by party, `guesses` what was guessed at tables.
    """

    scenario: str
    rules: str
    text: str
    seed: int
    start: Mapping[str, int] | None
    follow_record: bool
    seats: Mapping[str, str]
    length: Length
    entries: tuple[SavedEntry, ...]
    at: int
    waits: str = ""
    ending: str = ""
    read: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    guesses: tuple[Guess, ...] = ()


def to_bytes(save: SaveFile) -> bytes:
    """Writes a save as UTF-8 JSON with a fixed order of keys."""
    header: dict[str, object] = {
        "format": FORMAT,
        "version": VERSION,
        "scenario": save.scenario,
        "rules": save.rules,
        "text": save.text,
        "seed": save.seed,
        "start": None if save.start is None else dict(save.start),
        "follow_record": save.follow_record,
        "seats": dict(save.seats),
        "length": save.length,
        "at": save.at,
        "waits": save.waits or None,
        "ending": save.ending or None,
        "read": {party: list(papers) for party, papers in save.read.items()},
        "guesses": [asdict(guess) for guess in save.guesses],
    }
    lines = [f"  {_json(key)}: {_json(value)}," for key, value in header.items()]
    entries = ",\n".join(f"    {_json(_entry_json(entry))}" for entry in save.entries)
    body = f"[\n{entries}\n  ]" if entries else "[]"
    return ("{\n" + "\n".join(lines) + f'\n  "entries": {body}\n}}\n').encode()


def from_json(value: Json, name: str) -> SaveFile:
    """Reads the JSON value of the file called `name` as a save.

    Raises:
        CannotRead: when it is another kind of file, of a newer format, or damaged.
    """
    fields = _Fields(name, "", _recognised(value, name))
    save = SaveFile(
        scenario=fields.take("scenario", "a scenario's id", _as_id),
        rules=fields.take("rules", "a digest", _as_digest),
        text=fields.take("text", "a digest", _as_digest),
        seed=fields.take("seed", "a whole number of at most 64 bits", _as_seed),
        start=fields.take_if_any("start", "null or values by column", _as_start),
        follow_record=fields.take("follow_record", "true or false", _as_truth),
        seats=fields.take("seats", "styles by party", _as_seats),
        length=fields.take("length", '"full" or "short"', _as_length),
        at=fields.take("at", "an entry's number", _as_number),
        waits=fields.take_if_any("waits", "a step's id", _as_id) or "",
        ending=fields.take_if_any("ending", "an ending's id", _as_id) or "",
        read=fields.take_if_any("read", "papers' ids by party", _as_read) or {},
        guesses=fields.take_if_any("guesses", f"a list of at most {_MOST_GUESSES} guesses", _as_guesses) or (),
        entries=_read_entries(fields.take("entries", f"a list of at most {_MOST_ENTRIES} entries", _as_list), name),
    )
    fields.finish()
    if save.at > len(save.entries):
        raise CannotRead(f"{name} is damaged: it stands at entry {save.at}, but its last is {len(save.entries)}.")
    return save


def clean_reason(reason: str) -> str:
    """Keeps of a typed reason what a file and a screen can bear: printable characters, spaces, line breaks."""
    return "".join(letter for letter in reason if letter.isprintable() or letter == "\n")[:_REASON]


def is_continued_by(earlier: SaveFile, later: SaveFile) -> bool:
    """Tells whether `later` is the same game as `earlier` with no entry of it missing."""
    same_game = (earlier.scenario, earlier.seed, earlier.start) == (later.scenario, later.seed, later.start)
    return same_game and later.entries[: len(earlier.entries)] == earlier.entries


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(", ", ": "))


def _entry_json(entry: SavedEntry) -> dict[str, object]:
    written: dict[str, object] = {
        "seq": entry.seq,
        "parent": entry.parent,
        "seat": entry.seat,
        "step": entry.step,
        "move": entry.move,
    }
    if entry.reason is not None:
        written["reason"] = entry.reason
    return written


def _recognised(value: Json, name: str) -> dict[str, Json]:
    """Returns the object after its format and version have been checked and taken off."""
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise CannotRead(f'{name} is not {WHAT}: a save begins with "format": "{FORMAT}".')
    version = value.get("version")
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise CannotRead(f"{name} is damaged: its version should be a whole number from 1.")
    if version > VERSION:
        raise CannotRead(
            f"{name} was saved by a newer version of the game (save format {version}; this one reads {VERSION})."
            " Update the game to open it."
        )
    return {key: part for key, part in value.items() if key not in ("format", "version")}


def _read_entries(values: list[Json], name: str) -> tuple[SavedEntry, ...]:
    return tuple(_read_entry(value, number, name) for number, value in enumerate(values, start=1))


def _read_entry(value: Json, number: int, name: str) -> SavedEntry:
    place = f" entry {number}:"
    if not isinstance(value, dict):
        raise CannotRead(f"{name} is damaged:{place} an object was expected.")
    fields = _Fields(name, place, value)
    entry = SavedEntry(
        seq=fields.take("seq", f"the number {number}", lambda found: _as_number(found) if found == number else None),
        parent=fields.take("parent", "an earlier entry's number", lambda found: _as_parent(found, number)),
        seat=fields.take("seat", "a party's id or chance", _as_id),
        step=fields.take("step", "a step's id", _as_id),
        move=fields.take("move", "a move", _as_move),
        reason=fields.take_if_any("reason", "a short text without control characters", _as_reason),
    )
    fields.finish()
    return entry


@dataclass(frozen=True, slots=True)
class _Fields:
    """The keys of one object: each is taken once, and what is left over is refused."""

    name: str
    place: str
    values: dict[str, Json]

    def take(self, key: str, expected: str, convert: Callable[[Json], Kind | None]) -> Kind:
        """Takes a value off; `convert` returns None for what does not fit."""
        if key not in self.values:
            raise CannotRead(f'{self.name} is damaged:{self.place} "{key}" is missing ({expected}).')
        found = self.values.pop(key)
        kept = convert(found)
        if kept is None:
            shown = json.dumps(found)[:60]
            raise CannotRead(f'{self.name} is damaged:{self.place} "{key}" should be {expected}, not {shown}.')
        return kept

    def take_if_any(self, key: str, expected: str, convert: Callable[[Json], Kind | None]) -> Kind | None:
        """Takes a value off that may be null or missing."""
        if self.values.get(key) is None:
            self.values.pop(key, None)
            return None
        return self.take(key, expected, convert)

    def finish(self) -> None:
        """Refuses a key that no save of this version has."""
        if self.values:
            raise CannotRead(f"{self.name} is damaged:{self.place} no save has a key {next(iter(self.values))[:60]!r}.")


def _as_id(found: Json) -> str | None:
    return found if isinstance(found, str) and len(found) <= 80 and _ID.fullmatch(found) else None


def _as_digest(found: Json) -> str | None:
    return found if isinstance(found, str) and _DIGEST.fullmatch(found) else None


def _as_number(found: Json) -> int | None:
    return found if isinstance(found, int) and not isinstance(found, bool) and 0 <= found < 2**31 else None


def _as_seed(found: Json) -> int | None:
    return found if isinstance(found, int) and not isinstance(found, bool) and -(2**63) <= found < 2**64 else None


def _as_truth(found: Json) -> bool | None:
    return found if isinstance(found, bool) else None


def _as_list(found: Json) -> list[Json] | None:
    return found if isinstance(found, list) and len(found) <= _MOST_ENTRIES else None


def _as_length(found: Json) -> Length | None:
    return "full" if found == "full" else "short" if found == "short" else None


def _as_parent(found: Json, number: int) -> int | None:
    parent = _as_number(found)
    return parent if parent is not None and parent < number else None


def _as_reason(found: Json) -> str | None:
    return found if isinstance(found, str) and found == clean_reason(found) else None


def _as_seats(found: Json) -> dict[str, str] | None:
    if not isinstance(found, dict):
        return None
    seats = {
        party: style
        for party, style in found.items()
        if _as_id(party) and isinstance(style, str) and _STYLE.fullmatch(style)
    }
    return seats if len(seats) == len(found) else None


def _as_read(found: Json) -> dict[str, tuple[str, ...]] | None:
    if not isinstance(found, dict):
        return None
    read = {
        party: tuple(str(paper) for paper in papers)
        for party, papers in found.items()
        if _as_id(party) and isinstance(papers, list) and len(papers) <= _MOST_PAPERS and all(map(_as_id, papers))
    }
    return read if len(read) == len(found) else None


def _as_guesses(found: Json) -> tuple[Guess, ...] | None:
    if not isinstance(found, list) or len(found) > _MOST_GUESSES:
        return None
    guesses = [_as_guess(one) for one in found]
    return tuple(one for one in guesses if one is not None) if None not in guesses else None


def _as_guess(found: Json) -> Guess | None:
    if not isinstance(found, dict) or set(found) != {one.name for one in fields_of(Guess)}:
        return None
    seq, dearest = _as_number(found["seq"]), found["dearest"]
    least = _as_number(found["least"])
    ids = [_as_id(found[key]) for key in ("party", "table", "other")]
    if seq is None or None in ids or (least is None and found["least"] is not None) or (least or 0) > MOST_LEAST:
        return None
    if not isinstance(dearest, list) or len(dearest) > DEAREST or not all(map(_as_id, dearest)):
        return None
    party, table, other = (str(id_) for id_ in ids)
    return Guess(seq, party, table, other, tuple(str(issue) for issue in dearest), least)


def _as_start(found: Json) -> dict[str, int] | None:
    if not isinstance(found, dict):
        return None
    values = {
        column: value
        for column, value in found.items()
        if _COLUMN.fullmatch(column) and isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**31
    }
    return values if len(values) == len(found) else None


def _as_move(found: Json) -> Json:
    """Accepts the shapes of a move: a word, or an object of one key with a word, words, or words by word."""
    if isinstance(found, str):
        return found if _is_word(found) else None
    if not isinstance(found, dict) or len(found) != 1:
        return None
    (inner,) = found.values()
    words = [*inner, *inner.values()] if isinstance(inner, dict) else inner if isinstance(inner, list) else [inner]
    return found if all(isinstance(word, str) and _is_word(word) for word in [*found, *words]) else None


def _is_word(word: str) -> bool:
    """Tells whether a word could be an id, or the word of a move; whether it is one is for the replay."""
    return len(word) <= 80 and word.isascii() and word.isprintable()
