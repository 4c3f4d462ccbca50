"""The language that a person reads: the interface's sentences, and a scenario's texts in that language.

`Speech` is passed to everything that words something, so that no language is global. The sentences of a
language stand in one catalogue (`game.present.languages`). Nothing here knows of views or pages.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from game.present.joining import mended
from game.scenario.cast import Paragraph, Text

Era = Literal["common", "buddhist"]
"""How years are counted: from the birth of Christ, or from the death of the Buddha."""


def as_written(text: Text, paragraph: Paragraph) -> str:
    """The paragraph in the scenario's own language."""
    return paragraph.source


@dataclass(frozen=True, slots=True)
class Speech:
    """One language: its catalogue of sentences, and how a scenario's paragraphs read in it."""

    language: str
    sentences: Mapping[str, str]
    paragraph: Callable[[Text, Paragraph], str] = as_written
    era: Era = "common"

    def __call__(self, key: str, /, **values: object) -> str:
        """Says a sentence of the catalogue with its `{placeholders}` filled, and no full stop doubled by that."""
        said = self.sentences[key].format_map({name: str(value) for name, value in values.items()})
        return mended(said) if values else said

    def has(self, key: str) -> bool:
        """Whether the catalogue has a sentence for `key`."""
        return key in self.sentences

    def count(self, key: str, number: int, **values: object) -> str:
        """Says `KEY.one` or `KEY.many`, with `{number}` among its placeholders."""
        form = "one" if abs(number) == 1 else "many"
        return self(f"{key}.{form}", number=self.number(number), **values)

    def number(self, value: int) -> str:
        """Writes a whole number with its thousands parted and a true minus sign.

        >>> from game.present.english import english
        >>> english().number(-126875)
        '−126,875'
        """
        digits = f"{abs(value):,}".replace(",", self.sentences["number.thousands"])
        return f"−{digits}" if value < 0 else digits

    def signed(self, value: int) -> str:
        """Writes a change with its sign."""
        return f"+{self.number(value)}" if value > 0 else self.number(value)

    def ordinal(self, value: int) -> str:
        """Writes "first", "second" … as far as the catalogue has words, then "13th"."""
        key = f"ordinal.{value}"
        return self.sentences[key] if key in self.sentences else self("ordinal.more", number=value)

    def listed(self, words: Sequence[str], joint: str = "and") -> str:
        """Joins words into a list: "a, b and c"; `joint` is `and` or `or`. Two may stand closer than more."""
        if len(words) < 2:
            return "".join(words)
        first = self.sentences["list.between"].join(words[:-1])
        return self(f"list.{'two' if len(words) == 2 else 'last'}.{joint}", first=first, last=words[-1])

    def plain(self, text: Text) -> str:
        """A text that has no guards or placeholders, such as a name or a title."""
        return "\n\n".join(self.paragraph(text, paragraph).strip() for paragraph in text.paragraphs)
