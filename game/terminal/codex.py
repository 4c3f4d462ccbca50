"""The codex in a terminal: the commands `codex` and `look NAME`, and the underlining of names that it knows.

Only a page is marked, each entry where the page names it first, and only on a screen that draws marks; in plain
lines nothing is marked. Who may read what is the codex view's to say, which is asked for anew each time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from game.errors import GameError, MoveRefused, UsageError
from game.present.codex import CodexView, EntryPage, GameCodex
from game.present.sitting import Sitting
from game.present.speech import Speech
from game.scenario.model import PUBLIC
from game.scenario.suggestions import nearest
from game.terminal.blocks import MARK_BEGINS, MARK_ENDS, Beside, Block, Curtain, Grid, Heading, Item, Items, Paragraph
from game.terminal.screen import Screen
from game.terminal.words import Named, matches

Read = Callable[[], CodexView | None]
_LONGEST_TYPED = 40


class Reference:
    """The codex at hand; `read` gives what of it may be read now, `screen` marks the pages that it shows."""

    def __init__(self, read: Read, screen: Screen, speech: Speech, how: str = "codex.how") -> None:
        self._read, self._speech, self._how = read, speech, how
        self.screen = MarkingScreen(screen, self._quietly)

    def speak(self, read: Read, speech: Speech) -> None:
        """Goes on in another language, in which `read` gives what may be read."""
        self._read, self._speech = read, speech

    def codex(self, about: str) -> None:
        """Lists the entries by kind, or opens the one that is meant, or lists those in which the words stand.

        Raises:
            UsageError: when nothing fits.
        """
        view = self._view()
        if not about:
            self.screen.show_unmarked(self._listing(view))
            return
        fitting = _fitting(about, view) or view.with_words(about)
        if not fitting:
            raise UsageError(self._unknown(about, view))
        self._open(fitting, about, view)

    def look(self, about: str) -> None:
        """Opens the entry that is meant.

        Raises:
            UsageError: when none is.
        """
        view = self._view()
        fitting = _fitting(about, view)
        if not fitting:
            raise UsageError(self._unknown(about, view))
        self._open(fitting, about, view)

    def continued(self, typed: str, commands: Iterable[str]) -> list[str]:
        """The lines that begin with what is typed, in any capitals: commands, and names behind `look` and `codex`."""
        word, blank, _ = typed.partition(" ")
        view = self._quietly() if blank and word in ("look", "codex") else None
        named = () if view is None else (form for entry in view.entries.values() for form in entry.all_forms)
        lines = (f"{word} {name}" for name in named) if blank else commands
        return sorted({line for line in lines if line.casefold().startswith(typed.casefold())})

    def _view(self) -> CodexView:
        view = self._read()
        if view is None:
            raise UsageError(self._speech("codex.none"))
        if not view.entries:
            raise UsageError(self._speech("codex.empty"))
        return view

    def _quietly(self) -> CodexView | None:
        """What may be read, or nothing where the codex has errors, which only the commands tell."""
        try:
            return self._read()
        except GameError:
            return None

    def _open(self, fitting: tuple[str, ...], typed: str, view: CodexView) -> None:
        if len(fitting) > 1:
            heading = Heading(self._speech("codex.with-words", typed=typed[:_LONGEST_TYPED]), "", 1)
            self.screen.show_unmarked(
                [heading, self._names(fitting, view), Paragraph(self._speech(self._how), "strong")]
            )
            return
        self.screen.show_entry(entry_blocks(view.page(fitting[0]), self._speech), fitting[0])

    def _listing(self, view: CodexView) -> Iterator[Block]:
        yield Heading(self._speech("codex.title"), "", 1)
        here = tuple(id_ for id_ in self.screen.named if id_ in view.entries)
        if here:
            yield Heading(self._speech("codex.on-this-page"))
            yield self._names(here, view)
        for group in view.groups():
            yield Heading(group.heading)
            yield self._names((line.id for line in group.lines), view)
        yield Paragraph(self._speech(self._how), "strong")

    def _names(self, ids: Iterable[str], view: CodexView) -> Block:
        return Paragraph(self._speech("terms.between").join(view.line(id_).name for id_ in ids))

    def _unknown(self, about: str, view: CodexView) -> str:
        typed = about[:_LONGEST_TYPED]
        close = nearest(about, (form for entry in view.entries.values() for form in entry.all_forms))
        return (
            self._speech("codex.meant", typed=typed, meant=close)
            if close
            else self._speech("codex.unknown", typed=typed)
        )


class MarkingScreen:
    """A screen that remembers which entries the last page named, and marks them where the other draws marks."""

    def __init__(self, screen: Screen, read: Read) -> None:
        self._screen, self._read = screen, read
        self._page: list[Block] = []
        self.is_terminal, self.draws_marks = screen.is_terminal, screen.draws_marks

    @property
    def named(self) -> tuple[str, ...]:
        """The entries that the last page named, in order."""
        view = self._read()
        return () if view is None else view.named_in(words for block in self._page for words in _words(block))

    def show(self, blocks: Iterable[Block]) -> None:
        """Prints blocks; what begins with a title is a page."""
        shown = list(blocks)
        first = next((block for block in shown if not isinstance(block, Curtain)), None)
        if isinstance(first, Heading) and first.level == 1:
            self._page = shown
            shown = self._marked(shown, set())
        self._screen.show(shown)

    def show_unmarked(self, blocks: Iterable[Block]) -> None:
        """Prints blocks as they are; the page before stays the last page."""
        self._screen.show(blocks)

    def show_entry(self, blocks: Iterable[Block], own: str) -> None:
        """Prints an entry, in which others are marked but not itself."""
        self._screen.show(self._marked(list(blocks), {own}))

    def prompt(self, words: str) -> None:
        """Prints a prompt and stays on its line."""
        self._screen.prompt(words)

    def _marked(self, blocks: list[Block], done: set[str]) -> list[Block]:
        view = self._read() if self.draws_marks else None
        return (
            blocks
            if view is None
            else [_marked_block(block, lambda words: _mark(words, view, done)) for block in blocks]
        )


def reference_of(sitting: Sitting, screen: Screen) -> Reference:
    """The codex of the scenario that is played, for the person at the machine."""
    return Reference(reading_of(sitting), screen, sitting.speech)


def reading_of(sitting: Sitting) -> Read:
    """What gives the part of the codex that the person at the machine may read now, in the sitting's language."""
    codex = GameCodex(sitting.game.scenario, sitting.speech)
    return lambda: codex.at(sitting.game, _viewer(sitting))


def entry_blocks(page: EntryPage, speech: Speech) -> list[Block]:
    """One entry."""
    about = speech("codex.about", kind=page.kind, dates=page.dates) if page.dates else page.kind
    later = [Paragraph(speech("codex.later", date=one.date, words=one.words)) for one in page.later]
    names = speech("terms.between").join(line.name for line in page.see)
    see = [Paragraph(f"{speech('codex.see')} {names}")] if names else []
    sources = speech("terms.between").join(source.words for source in page.sources)
    cited = [Paragraph(speech("debriefing.sources", sources=sources), "quiet")] if sources else []
    return [Heading(page.title, about, 1), *map(Paragraph, page.paragraphs), *later, *see, *cited]


def _viewer(sitting: Sitting) -> str:
    """Who reads: nobody in particular while the machine is being handed over."""
    try:
        return sitting.reader.seat
    except MoveRefused:
        return PUBLIC


def _fitting(typed: str, view: CodexView) -> tuple[str, ...]:
    forms = [Named(entry.id, form) for entry in view.entries.values() for form in entry.all_forms]
    return tuple(dict.fromkeys(one.id for one in matches(typed, forms))) or view.called(typed)


def _mark(words: str, view: CodexView, done: set[str]) -> str:
    pieces, end = list[str](), 0
    for one in view.find(words):
        if one.entry not in done:
            done.add(one.entry)
            pieces += [words[end : one.start], MARK_BEGINS, words[one.start : one.end], MARK_ENDS]
            end = one.end
    return "".join((*pieces, words[end:]))


def _marked_block(block: Block, mark: Callable[[str], str]) -> Block:
    """A block with names marked in its running words; titles, and what is to be copied, are left alone."""
    match block:
        case Paragraph(words):
            return replace(block, words=mark(words))
        case Items(items):
            return replace(block, items=tuple(_marked_item(item, mark) for item in items))
        case Grid(_, rows):
            return replace(block, rows=tuple(tuple(map(mark, row)) for row in rows))
        case Beside(_, pairs):
            return replace(block, rows=tuple((mark(name), mark(left), mark(right)) for name, left, right in pairs))
        case _:
            return block


def _marked_item(item: Item, mark: Callable[[str], str]) -> Item:
    words = mark(item.words)
    return replace(item, words=words, notes=tuple(map(mark, item.notes)))


def _words(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(words) | Heading(words):
            yield words
        case Items(items):
            yield from (words for item in items for words in (item.words, *item.notes))
        case Grid(_, rows) | Beside(_, rows):
            yield from (cell for row in rows for cell in row)
        case _:
            return
