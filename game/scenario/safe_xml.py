"""Reads XML that may come from anybody into plain elements; nothing in a file can make it read or become more.

A file with a document type, and so with entities of its own, is refused, and so is one that is too large or too
deep. What the elements mean is not known here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from game.errors import CannotRead
from game.scenario.source_text import printable

LARGEST = 1_000_000
"""Bytes."""
DEEPEST = 30
MOST_ELEMENTS = 20_000


@dataclass(slots=True)
class Element:
    """An element with its attributes and the elements in it; text between them is left out."""

    tag: str
    attributes: Mapping[str, str]
    elements: list[Element] = field(default_factory=list)

    def named(self, tag: str) -> list[Element]:
        """Lists the elements in it of that name."""
        return [element for element in self.elements if element.tag == tag]

    def within(self, tag: str) -> list[Element]:
        """Lists the elements of that name at any depth, in the order of the file."""
        found: list[Element] = []
        for element in self.elements:
            if element.tag == tag:
                found.append(element)
            found += element.within(tag)
        return found


def read_xml(path: Path) -> Element:
    """Reads the root element of a file.

    Raises:
        CannotRead: when it cannot be read, is too large or too deep, has a document type, or is no XML.
    """
    shown = printable(str(path))
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST + 1)
    except OSError as error:
        raise CannotRead(f"{shown} cannot be read: {(error.strerror or str(error)).lower()}.") from None
    if len(content) > LARGEST:
        raise CannotRead(f"{shown} is larger than {LARGEST:,} bytes, which no domain needs; name another file.")
    return _Reader(shown).read(content)


class _Reader:
    def __init__(self, shown: str) -> None:
        self.shown = shown
        self.open: list[Element] = []
        self.root: Element | None = None
        self.elements = 0

    def read(self, content: bytes) -> Element:
        parser = expat.ParserCreate()
        parser.StartElementHandler = self._begin
        parser.EndElementHandler = self._end
        parser.StartDoctypeDeclHandler = self._refuse_type
        try:
            parser.Parse(content, True)
        except expat.ExpatError as error:
            where, what = f"{self.shown}:{error.lineno}", expat.ErrorString(error.code)
            raise CannotRead(f"{where}: this is not XML: {what}. Name a file as Genius writes it.") from None
        except (ValueError, LookupError):
            raise CannotRead(f"{self.shown} is in an encoding that cannot be read; save it as UTF-8.") from None
        assert self.root is not None
        return self.root

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        self.elements += 1
        if self.elements > MOST_ELEMENTS or len(self.open) >= DEEPEST:
            what = f"more than {MOST_ELEMENTS:,} elements" if self.elements > MOST_ELEMENTS else "elements too deep"
            raise CannotRead(f"{self.shown} has {what}, which no domain needs; name another file.")
        element = Element(tag, attributes)
        if self.open:
            self.open[-1].elements.append(element)
        else:
            self.root = element
        self.open.append(element)

    def _end(self, _tag: str) -> None:
        self.open.pop()

    def _refuse_type(self, *_: object) -> None:
        raise CannotRead(
            f"{self.shown} has a document type (<!DOCTYPE …>), by which a file could make the program read others or"
            " grow without end; delete it, domains need none."
        )
