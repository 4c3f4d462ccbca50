"""The staff's estimate as blocks: option by option, then what the advisers make of it."""

from __future__ import annotations

from game.present.speech import Speech
from game.present.staff_parts import Expectation, Recommendation, StaffPage
from game.terminal.blocks import Block, Heading, Item, Items
from game.terminal.layouts import paragraphs, part


def staff_blocks(page: StaffPage, speech: Speech) -> list[Block]:
    """The whole page."""
    return [
        Heading(page.title, page.seat, 1),
        *paragraphs(page.policy),
        Items(tuple(_option(one, speech) for one in page.options), spaced=True),
        *part(speech("staff.advisers"), [Items(tuple(_adviser(one, speech) for one in page.advisers))]),
        *part(
            speech("staff.meanings"),
            [Items(tuple(_meaning(*one, speech) for one in page.meanings))][: len(page.meanings)],
        ),
        *paragraphs(page.caution),
    ]


def _option(option: Expectation, speech: Speech) -> Item:
    if not option.enabled:
        return Item(str(option.number), option.text, (option.words,), "quiet")
    endings = (speech("staff.ending", ending=one.title, odds=one.words) for one in option.endings)
    listed = (speech("staff.endings"), *endings) if option.endings else ()
    return Item(str(option.number), option.text, (option.words, *listed), "strong")


def _meaning(title: str, gist: str, speech: Speech) -> Item:
    return Item("•", speech("staff.meaning", ending=title, gist=gist))


def _adviser(adviser: Recommendation, speech: Speech) -> Item:
    told = [adviser.words, speech("staff.conviction", conviction=adviser.conviction)]
    if adviser.would_change:
        told.append(speech("staff.would-change", change=adviser.would_change))
    return Item("•", speech("staff.adviser", name=adviser.name, role=adviser.role), tuple(told))
