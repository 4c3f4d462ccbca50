"""Reads YAML strictly into a plain tree with places; the only module that imports yaml.

The events of the parser are turned into nodes with an explicit stack, so that depth costs no recursion, and
aliases and tags are seen before they can do anything. Whatever YAML would quietly turn into something
else (`NO`, `12:30`, `1.10`, an empty value) is a finding. What keys mean is not known here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from game.scenario.nodes import Entry, Mapping, Node, Scalar, Sequence
from game.scenario.positions import Finding, Position, Severity
from game.scenario.source_text import text_of_file
from game.scenario.yaml_syntax import Quotation, explained, odd_space

DEEPEST = 50
"""Levels of lists and mappings."""
MOST_NODES = 200_000
MOST_FINDINGS = 100
"""After so many mistakes of spelling the rest of the file is not read."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_TRUTHS = frozenset(
    ["yes", "Yes", "YES", "no", "No", "NO", "on", "On", "ON", "off", "Off", "OFF", "True", "TRUE", "False", "FALSE"]
)
_NOTHINGS = frozenset(["", "~", "null", "Null", "NULL"])
_MISREAD = _TRUTHS | _NOTHINGS | {"<<"}
_SUSPECT_NUMBER = re.compile(
    r"""[-+]?(?:
        [0-9][0-9_]*\.[0-9_]*(?:[eE][-+]?[0-9]+)?     # 1.10
      | \.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?            # .5
      | [0-9]+[eE][-+]?[0-9]+                         # 1e5
      | [0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?   # 12:30
      | 0[xX][0-9a-fA-F_]+ | 0[oO][0-7_]+ | 0[bB][01_]+
      | 0[0-9_]+ | [0-9][0-9_]*_[0-9_]*               # 017, 1_000
      | \.(?:inf|Inf|INF|nan|NaN|NAN)
    )
    | \+[0-9]+
    | [0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:[Tt]|\s+)[0-9]{1,2}:.*     # a date with a time
    """,
    re.VERBOSE,
)

_DIGEST = re.compile("[0-9a-f]{8}")
"""The digest of a text, which translations name: it may look like a number, and is compared as it is written."""
_NUMBER_BEGINS = frozenset("0123456789+-.")
_QUOTES = frozenset("'\"")
_LONGEST_MISREAD = 40


def read_file(path: Path, shown: str, findings: list[Finding]) -> Node | None:
    """The tree of the file `path`, named `shown` in findings; None when a finding tells why there is none.

    Raises: CannotRead for what is missing or is not a regular file.
    """
    text = text_of_file(path, shown, findings)
    return None if text is None else read_text(text, shown, findings)


def read_text(text: str, shown: str, findings: list[Finding]) -> Node | None:
    """The tree of `text`; None when a finding tells why there is none. Every mistake is appended to `findings`."""
    found: list[Finding] = []
    try:
        return _Builder(shown, text, found).tree()
    except _StopReading:
        return None
    finally:
        findings.extend(found)


class _StopReading(Exception):
    """The rest of the file cannot be read; the reason is already among the findings."""


@dataclass(slots=True)
class _Open:
    """A list or mapping that is not closed yet."""

    where: Position
    items: list[Node] | None = None
    entries: dict[str, Entry] = field(default_factory=dict)
    key: tuple[str, Position] | None = None
    in_braces: bool = False

    def closed(self) -> Node:
        if self.items is not None:
            return Sequence(tuple(self.items), self.where)
        return Mapping(self.entries, self.where)


class _Builder:
    """Turns events into one tree and notes what is not strict."""

    def __init__(self, shown: str, text: str, findings: list[Finding]) -> None:
        self.shown, self.text, self.findings = shown, text, findings
        self.lines: list[str] | None = None
        self.open: list[_Open] = []
        self.root: Node | None = None
        self.nodes = 0

    def tree(self) -> Node | None:
        self._take_all()
        if self.root is None:
            message = "The file is empty."
            self._stop(Position(self.shown, 1, 1), "YML02", message, "Begin with `format: 1`.")
        return self.root

    def _take_all(self) -> None:
        loader = _LOADER(self.text)
        following = loader.get_event
        try:
            while (event := following()) is not None:
                if type(event) is yaml.ScalarEvent:
                    self._take_scalar(event)
                else:
                    self._take(event)
        except yaml.MarkedYAMLError as problem:
            self._refuse_syntax(problem)
        except yaml.YAMLError:
            self._stop(Position(self.shown, 1, 1), "YML03", "This is not YAML that can be read.")
        finally:
            loader.dispose()

    def _refuse_syntax(self, problem: yaml.MarkedYAMLError) -> None:
        words = f"{problem.context} {problem.problem}"
        begun, mark = problem.context_mark, problem.problem_mark or problem.context_mark
        if begun and ("quoted scalar" in words or "unexpected end of stream" in words):
            mark = begun
        where = self._position(mark) if mark else Position(self.shown, 1, 1)
        if "nesting depth" in words:
            # A reader with a bound of its own meets it while it looks ahead, before any event.
            self._refuse_so_deep(where)
        opening = self.open[-1].where if "flow" in words and self.open else None
        found = explained(words, self.text, where, opening, self._last_quotation())
        self._drop_what_follows_from(found.where)
        self._stop(found.where, "YML06" if "tag" in words else "YML03", found.message, found.suggestion)

    def _last_quotation(self) -> Quotation | None:
        """The last quotation before the text breaks off; only then it is gone through once more."""
        loader, last = _LOADER(self.text), None
        try:
            while (event := loader.get_event()) is not None:
                last = event if type(event) is yaml.ScalarEvent and event.style in _QUOTES else last
        except yaml.YAMLError:
            return None if last is None else (self._position(last.start_mark), self._position(last.end_mark))
        finally:
            loader.dispose()
        return None

    def _drop_what_follows_from(self, where: Position) -> None:
        """Takes back what was said of values further on in the line of a mistake, which it explains."""
        while self.findings and self.findings[-1].where.line == where.line and self.findings[-1].where > where:
            self.findings.pop()

    def _take(self, event: Any) -> None:
        kind = type(event)
        if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            self._begin(event)
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            self._put(self.open.pop().closed())
        elif kind is yaml.AliasEvent:
            where = self._position(event.start_mark)
            self._note(where, "YML05", "An alias stands here.", "Write the value out again.")
            self._put(Scalar("", True, where))
        elif kind is yaml.DocumentStartEvent:
            self._begin_document(event)

    def _begin_document(self, event: Any) -> None:
        where = self._position(event.start_mark)
        if self.root is not None:
            message = "A second document begins here, and a file holds one."
            self._stop(where, "YML07", message, "Delete the line `---` and what follows, or make two files.")
        if event.tags:
            self._note(where, "YML06", "A tag directive stands here, and tags are not used.", "Delete it.")

    def _refuse_decoration(self, event: Any) -> None:
        where = self._position(event.start_mark)
        if event.anchor is not None:
            self._note(where, "YML05", f"The anchor &{event.anchor} stands here.", "Delete it and write values out.")
        if event.tag is not None:
            tag = event.tag.replace("tag:yaml.org,2002:", "!!")
            self._note(where, "YML06", f"The tag {tag} stands here, and tags are not used.", "Delete it.")

    def _begin(self, event: Any) -> None:
        where = self._position(event.start_mark)
        if event.anchor is not None or event.tag is not None:
            self._refuse_decoration(event)
        if len(self.open) >= DEEPEST:
            self._refuse_so_deep(where)
        self._count(where)
        if self._wants_key():
            message = "A list or a group stands where a key should be."
            self._stop(where, "YML13", message, "A key is one word; put braces that belong to a text in quotes.")
        items: list[Node] | None = [] if isinstance(event, yaml.SequenceStartEvent) else None
        self.open.append(_Open(where, items, in_braces=items is None and event.flow_style))

    def _wants_key(self) -> bool:
        return bool(self.open) and self.open[-1].items is None and self.open[-1].key is None

    def _put(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        around = self.open[-1]
        if around.items is not None:
            around.items.append(node)
        elif around.key is None:
            around.key = (node.text if isinstance(node, Scalar) else "", node.where)
        else:
            self._put_entry(around, *around.key, node)

    def _put_entry(self, around: _Open, key: str, where: Position, value: Node) -> None:
        around.key = None
        first = around.entries.get(key)
        if first is None:
            around.entries[key] = Entry(where, value)
        else:
            message = f'The key "{key}" stands here a second time; the first is on line {first.where.line}.'
            self._note(where, "YML04", message, "Keep one of them.")

    def _take_scalar(self, event: Any) -> None:
        # Most of a file is these, so that what is done for each is done here, in one go.
        if event.anchor is not None or event.tag is not None:
            self._refuse_decoration(event)
        text, quoted, mark = event.value, event.style, event.start_mark
        where = self._text_position(event) if quoted else Position(self.shown, mark.line + 1, mark.column + 1)
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self._refuse_so_many(where)
        if not quoted:
            self._check_plain(event, text, where)
        around = self.open[-1] if self.open else None
        if around is None:
            self.root = Scalar(text, not quoted, where)
        elif around.items is not None:
            around.items.append(Scalar(text, not quoted, where))
        elif around.key is None:
            around.key = (text, where)
        else:
            self._put_entry(around, *around.key, Scalar(text, not quoted, where))

    def _check_plain(self, event: Any, text: str, where: Position) -> None:
        first = text[:1]
        if first in _NUMBER_BEGINS or text in _MISREAD:
            if event.tag is None and len(text) < _LONGEST_MISREAD:
                self._refuse_misread(text, where)
        elif first.isspace():
            found = odd_space(text, where)
            self._stop(found.where, "YML03", found.message, found.suggestion)

    def _refuse_misread(self, text: str, where: Position) -> None:
        quoted = f'Write "{text}" in quotation marks if it is a word.'
        if text in _TRUTHS:
            hint = f"{quoted} For a truth write true or false."
            self._note(where, "YML08", f"YAML programs read {text} as true or false.", hint)
        elif text in _NOTHINGS:
            found = f"{text} stands here, which YAML reads as nothing." if text else "A value is missing here."
            hint = "Write the value, or delete the key."
            if not text and self.open and self.open[-1].in_braces:
                hint = "Write the value; if this is a text that begins with {, put it in quotation marks."
            self._note(where, "YML08", found, hint)
        elif text == "<<":
            self._note(where, "YML05", "The merge key << stands here.", "Write the values out.")
        elif text[0] in _NUMBER_BEGINS and not _DIGEST.fullmatch(text) and _SUSPECT_NUMBER.fullmatch(text):
            message = f"YAML programs read {text} as different numbers."
            self._note(where, "YML09", message, f"{quoted} Numbers are whole and written in plain digits.")

    def _count(self, where: Position) -> None:
        self.nodes += 1
        if self.nodes > MOST_NODES:
            self._refuse_so_many(where)

    def _refuse_so_deep(self, where: Position) -> None:
        message = f"Lists and groups lie more than {DEEPEST} deep in one another here."
        self._stop(where, "YML10", message, "A scenario needs fewer than ten levels; look for a bracket too many.")

    def _refuse_so_many(self, where: Position) -> None:
        message = f"The file holds more than {MOST_NODES} values."
        self._stop(where, "YML11", message, "Divide it into several scenarios.")

    def _position(self, mark: Any) -> Position:
        return Position(self.shown, mark.line + 1, mark.column + 1)

    def _text_position(self, event: Any) -> Position:
        """The place of the first character of a text that is in quotes or below a `|`."""
        mark = event.start_mark
        if event.anchor is not None or event.tag is not None:
            return self._position(mark)
        if event.style in ("|", ">"):
            return self._block_position(mark)
        return Position(self.shown, mark.line + 1, mark.column + 2)

    def _block_position(self, mark: Any) -> Position:
        if self.lines is None:
            self.lines = self.text.splitlines()
        for number in range(mark.line + 1, len(self.lines)):
            if line := self.lines[number].strip():
                return Position(self.shown, number + 1, self.lines[number].index(line) + 1)
        return self._position(mark)

    def _note(self, where: Position, code: str, message: str, suggestion: str = "") -> None:
        self.findings.append(Finding(where, Severity.ERROR, code, message, suggestion))
        if len(self.findings) >= MOST_FINDINGS:
            raise _StopReading

    def _stop(self, where: Position, code: str, message: str, suggestion: str = "") -> None:
        self._note(where, code, message, suggestion)
        raise _StopReading
