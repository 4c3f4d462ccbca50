"""The codex on the screen: its entries by kind, what is found by typing, and an entry by itself.

What is typed goes into the field from anywhere on the list; Enter there opens what fits best. Who may read what is
the codex view's to say.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from game.present.codex import CodexView, EntryPage
from game.present.letters import usual_letters
from game.present.speech import Speech
from game.window.controls import Button, buttons, part, sources
from game.window.flow import Flow
from game.window.screen import Column, Panel, Screen, reading
from game.window.screens.around import Around, back_bar
from game.window.screens.dialogs import field


@dataclass(frozen=True, slots=True)
class Sought:
    """What is looked for in the codex: what is typed, and the entries that fit by name or else by a word of theirs."""

    typed: str
    named: tuple[str, ...] = ()
    worded: tuple[str, ...] = ()


def seek(view: CodexView, typed: str) -> Sought:
    """Looks for what is typed; an entry whose name opens for who knows it is found by all of its name."""
    words = " ".join(usual_letters(typed).split())
    if not words:
        return Sought(typed)
    named = tuple(dict.fromkeys((*view.called(words), *view.with_name(words))))
    return Sought(typed, named, tuple(one for one in view.with_words(words) if one not in named))


def codex_screen(view: CodexView | None, here: Iterable[str], typed: str, around: Around) -> Screen:
    """The list of entries, or what fits what is typed; `here` are those that the page before named."""
    speech = around.speech
    found = seek(view, typed) if view is not None else Sought(typed)
    fitting = (*found.named, *found.worded)

    def write_search(flow: Flow) -> None:
        flow.label(speech("window.codex-search"))
        field(flow, typed)
        flow.gap(8)
        flow.text(speech("window.codex-how"), flow.theme.note)
        known = [] if view is None or typed else [one for one in here if one in view.entries]
        if view is not None and known:
            part(flow, speech("codex.on-this-page"))
            _chips(flow, view, known, "here")

    def write_entries(flow: Flow) -> None:
        if view is None:
            flow.text(speech("codex.none"), flow.theme.quiet_italic)
        elif not view.entries:
            flow.text(speech("codex.empty"), flow.theme.quiet_italic)
        elif typed.strip():
            _write_found(flow, view, found, speech)
        else:
            for number, group in enumerate(view.groups()):
                part(flow, group.heading, first=number == 0)
                _chips(flow, view, [line.id for line in group.lines])

    first = next((one for one in here if view is not None and one in view.entries), "")
    return Screen(
        place="codex",
        title=speech("codex.title"),
        columns=(
            Column((Panel("search", write_search),), 0.34),
            Column((Panel("entries", write_entries),), 0.66),
        ),
        bar=(*_opening(view, fitting), *_back(around, bool(fitting))),
        first=f"here:{first}" if first and not typed else "field",
        escape="back",
        pages="entries",
    )


def entry_screen(page: EntryPage, around: Around) -> Screen:
    """One entry, with what to see beside it."""
    speech = around.speech

    def write(flow: Flow) -> None:
        flow.text(speech("codex.about", kind=page.kind, dates=page.dates) if page.dates else page.kind, flow.theme.note)
        flow.heading(page.title)
        flow.prose(page.paragraphs, between=10)
        for one in page.later:
            flow.gap(12)
            flow.text(one.date, flow.theme.label)
            flow.text(one.words)
        if page.see:
            part(flow, speech("codex.see").rstrip(": "))
            buttons(flow, [Button(f"codex:{line.id}", line.name) for line in page.see], gap=6)
        if page.sources:
            part(flow, speech("window.sources"))
            sources(flow, page.sources)

    return Screen(
        place=f"codex:{page.id}",
        title=speech("codex.title"),
        columns=reading("entry", write),
        bar=(*back_bar(around)[:1], Button("codex", speech("window.codex"), "F10")),
        first="do:back",
        escape="back",
        sources=page.sources,
    )


def _write_found(flow: Flow, view: CodexView, found: Sought, speech: Speech) -> None:
    if not (found.named or found.worded):
        flow.text(speech("window.codex-nothing", typed=found.typed.strip()), flow.theme.quiet_italic)
        return
    if found.named:
        flow.label(speech("window.codex-named"))
        _chips(flow, view, found.named)
    if found.worded:
        part(flow, speech("codex.with-words", typed=found.typed.strip()), first=not found.named)
        _chips(flow, view, found.worded)


def _chips(flow: Flow, view: CodexView, ids: Iterable[str], where: str = "entry") -> None:
    """Entries side by side, each to be opened; `where` tells the spots of one list from those of another."""
    flow.gap(2)
    before = len(flow.spots)
    buttons(flow, [Button(f"codex:{id_}", view.line(id_).name) for id_ in ids], gap=6)
    chips = flow.spots[before:]
    flow.spots[before:] = [replace(one, key=f"{where}:{one.action.removeprefix('codex:')}") for one in chips]


def _opening(view: CodexView | None, fitting: tuple[str, ...]) -> tuple[Button, ...]:
    """The button that Enter in the field does: opening what fits best."""
    if view is None or not fitting:
        return ()
    return (Button(f"codex:{fitting[0]}", view.line(fitting[0]).name, "Enter", primary=True),)


def _back(around: Around, beside_another: bool) -> tuple[Button, ...]:
    return tuple(replace(one, primary=not beside_another) for one in back_bar(around)[:1])
