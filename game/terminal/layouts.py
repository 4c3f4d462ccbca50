"""Pages as blocks: how a terminal lays out everything but the table of a negotiation.

Each function takes a page and gives the blocks to print, from top to bottom; the last lines say what can be
done, since the prompt follows them. Nothing here knows of games.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.present.page import (
    AccountPage,
    BriefingPage,
    ConsequencePage,
    DecisionPage,
    DocumentPage,
    DocumentsPage,
    HandOverPage,
    HistoryPage,
    NotePage,
    OverPage,
    Seat,
    StatePage,
)
from game.present.parts import (
    AccountLine,
    AdviserLine,
    DocumentLine,
    FigureLine,
    Happened,
    HistoryLine,
    InterestLine,
    MemberLine,
    OptionLine,
    Prose,
    SourceLine,
)
from game.present.speech import Speech
from game.terminal.blocks import Block, Curtain, Heading, Item, Items, Paragraph


def paragraphs(prose: Prose, indent: int = 0) -> list[Block]:
    """Running text."""
    return [Paragraph(words, indent=indent) for words in prose]


def opening(title: str, date: str, seat: Seat | None = None) -> Heading:
    """The first line of a page: what, when, and for whom."""
    note = " · ".join(part for part in (date, seat.name if seat else "") if part)
    return Heading(title, note, 1)


def part(heading: str, blocks: Sequence[Block]) -> list[Block]:
    """A part of a page under its heading; nothing where there is nothing."""
    return [Heading(heading), *blocks] if blocks else []


def note_blocks(page: NotePage, speech: Speech) -> list[Block]:
    """The content note."""
    return [opening(page.title, ""), *paragraphs(page.paragraphs), to_go_on(speech)]


def hand_over_blocks(page: HandOverPage, speech: Speech) -> list[Block]:
    """A blank screen, and whose turn it is."""
    press_enter = Paragraph(speech("terminal.hand-over", party=page.seat.name), "strong")
    return [Curtain(), opening(page.title, ""), *paragraphs(page.paragraphs), press_enter]


def briefing_blocks(page: BriefingPage, speech: Speech) -> list[Block]:
    """A seat's own brief."""
    return [
        opening(page.seat.name, page.dates),
        *paragraphs(page.brief),
        *part(speech("terminal.interests"), interest_blocks(page.interests, speech, numbers=False)),
        *part(speech("terminal.members"), member_blocks(page.members, speech)),
        *part(speech("terminal.documents"), document_items(page.documents, speech)),
        to_go_on(speech),
    ]


def member_blocks(members: Sequence[MemberLine], speech: Speech) -> list[Block]:
    """The delegation."""
    return (
        []
        if not members
        else [
            Paragraph(speech("members.words")),
            Items(
                tuple(
                    Item(
                        "•",
                        speech("words.beside", first=member.name, second=member.role),
                        (*_said(member.conviction), *member.brief),
                    )
                    for member in members
                ),
                spaced=True,
            ),
        ]
    )


def interest_blocks(interests: Sequence[InterestLine], speech: Speech, *, numbers: bool) -> list[Block]:
    """What a side weighs, in words, or with numbers and their bases."""
    if not interests:
        return []
    items = []
    for line in interests:
        counted = f" ({line.weight}; {line.value} / 100)" if numbers else ""
        words = speech("words.beside", first=line.importance, second=line.outlook)
        items.append(Item("•", f"{line.name}: {words}{counted}", _when(numbers, line.basis)))
    return [Items(tuple(items))]


def decision_blocks(page: DecisionPage, speech: Speech) -> list[Block]:
    """A choice."""
    return [
        opening(page.title, page.date, page.seat),
        *([Paragraph(page.whose, "strong")] if page.whose else []),
        *paragraphs(page.situation),
        *part(speech("terminal.terms"), list(paragraphs(tuple(line.words for line in page.terms)))),
        *part(speech("terminal.figures"), figure_items(page.figures, speech)),
        *part(speech("terminal.new-documents"), document_items(page.documents, speech)),
        *part(speech("terminal.advisers"), adviser_items(page.advisers, speech)),
        *([Heading(speech("terminal.decide"))] if page.question or page.options else []),
        *paragraphs(page.question),
        Items(tuple(_option(option, speech) for option in page.options), spaced=True),
        *([Paragraph(page.note)] if page.note else []),
        Paragraph(speech("terminal.how-to-choose"), "quiet"),
    ]


def adviser_items(advisers: Sequence[AdviserLine], speech: Speech) -> list[Block]:
    """Advisers, a line each, and what would change their minds."""
    return [
        Items(
            tuple(
                Item(
                    "•",
                    speech("terminal.adviser", name=one.name, role=one.role, recommends=one.recommends),
                    (one.words, *_labelled(speech, "terminal.would-change", one.would_change)),
                )
                for one in advisers
            )
        )
    ] * bool(advisers)


def figure_items(figures: Sequence[FigureLine], speech: Speech, first: int = 0, *, short: bool = False) -> list[Block]:
    """Figures with their values; numbered from `first` where they can be called by number."""
    items = tuple(
        Item(str(first + place) if first else "•", figure_words(figure, speech, short=short))
        for place, figure in enumerate(figures)
    )
    return [Items(items), *since_when(figures, speech)] if items else []


def since_when(figures: Sequence[FigureLine], speech: Speech) -> list[Block]:
    """Says what the changes in brackets are counted from, where there are any."""
    return [Paragraph(speech("figures.since"), "quiet")] * any(figure.change for figure in figures)


def figure_words(figure: FigureLine, speech: Speech, *, short: bool = False) -> str:
    """A figure in a line: its name, its value, how it moved, and whether it is only believed."""
    value = f"{figure.words} ({figure.change})" if figure.change else figure.words
    believed = f" {speech('terminal.believed')}" if figure.knowledge == "believed" else ""
    return f"{figure.short if short else figure.name}: {value}{believed}"


def consequence_blocks(page: ConsequencePage, speech: Speech) -> list[Block]:
    """What has happened."""
    body = [block for one in page.happened for block in happened_blocks(one, speech)]
    onward = Paragraph(speech("terminal.enter-or-more"), "strong") if len(page.actions) > 1 else to_go_on(speech)
    return [opening(page.title, "", page.seat), *body, onward]


def happened_blocks(one: Happened, speech: Speech) -> list[Block]:
    """One thing that happened, with its accounts."""
    lines = [Items(tuple(Item("•", words) for words in one.lines))] if one.lines else []
    return [Heading(one.title, one.date), *paragraphs(one.words), *lines, *account_items(one.accounts, speech)]


def account_items(accounts: Iterable[AccountLine], speech: Speech) -> list[Block]:
    """Accounts: what a figure was and is, and each cause beneath it."""
    items = tuple(_account(account, speech) for account in accounts)
    return [Items(items)] if items else []


def state_blocks(page: StatePage, speech: Speech, *, numbers: bool, whole: bool) -> list[Block]:
    """How things stand, every figure numbered so that its account can be asked for; minor ones only if `whole`."""
    places = {figure.column: place for place, figure in enumerate(figures_in_order(page), start=1)}
    blocks: list[Block] = [opening(page.title, page.date, page.seat)]
    for group in page.groups:
        shown = [figure for figure in group.figures if whole or not figure.minor]
        items = tuple(Item(str(places[one.column]), figure_words(one, speech, short=group.of_one)) for one in shown)
        blocks += part(group.heading, [Items(items)] if items else [])
    blocks += since_when([figure for group in page.groups for figure in group.figures], speech)
    hidden = 0 if whole else sum(figure.minor for group in page.groups for figure in group.figures)
    blocks += [Paragraph(speech.count("terminal.minor", hidden))] if hidden else []
    blocks += part(speech("terminal.interests"), interest_blocks(page.interests, speech, numbers=numbers))
    promises = [Items(tuple(Item("•", words) for words in page.promises))] if page.promises else []
    blocks += part(speech("terminal.promises"), promises)
    blocks += [Paragraph(page.note)] if page.note else []
    return [*blocks, Paragraph(speech("terminal.how-to-account"), "quiet")]


def figures_in_order(page: StatePage) -> list[FigureLine]:
    """The figures in the order of their numbers: minor ones after all others, so that numbers stay in sight."""
    figures = [figure for group in page.groups for figure in group.figures]
    return sorted(figures, key=lambda figure: figure.minor)


def account_blocks(page: AccountPage, speech: Speech) -> list[Block]:
    """Everything that moved one figure."""
    body = [block for one in page.happened for block in happened_blocks(one, speech)]
    unmoved = [] if page.happened else [Paragraph(speech("terminal.unmoved"))]
    return [
        opening(page.title, figure_words(page.figure, speech).removeprefix(f"{page.figure.name}: "), page.seat),
        *paragraphs(page.explanation),
        Paragraph(speech("terminal.account-start", start=page.start)),
        *body,
        *unmoved,
    ]


def documents_blocks(page: DocumentsPage, speech: Speech) -> list[Block]:
    """The papers on the desk."""
    how = [Paragraph(speech("terminal.how-to-read"), "quiet")] if page.documents else []
    return [
        opening(page.title, "", page.seat),
        *document_items(page.documents, speech),
        Paragraph(page.note),
        *how,
    ]


def document_items(documents: Sequence[DocumentLine], speech: Speech) -> list[Block]:
    """Papers by title and the number that opens them; words mark those not read yet."""
    items = tuple(
        Item(
            str(line.number),
            speech("words.beside", first=line.title, second=line.date)
            + (speech("terminal.unread") if line.unread else ""),
        )
        for line in documents
    )
    return [Items(items)] if items else []


def document_blocks(page: DocumentPage, speech: Speech) -> list[Block]:
    """One paper."""
    return [
        opening(page.title, page.date),
        *paragraphs(page.paragraphs),
        *([Paragraph(page.note)] if page.note else []),
        *source_items(page.sources, speech),
    ]


def source_items(sources: Iterable[SourceLine], speech: Speech) -> list[Block]:
    """Sources as a list."""
    items = tuple(Item("•", source.words) for source in sources)
    return part(speech("terminal.sources"), [Items(items)] if items else [])


def history_blocks(page: HistoryPage, speech: Speech) -> list[Block]:
    """The decisions so far."""
    items = tuple(_history(line, speech) for line in page.lines)
    how = [Paragraph(speech("terminal.how-to-go"), "quiet")] if items else []
    return [opening(page.title, "", page.seat), *([Items(items)] if items else []), Paragraph(page.note), *how]


def over_blocks(page: OverPage, speech: Speech) -> list[Block]:
    """How it came out."""
    return [
        opening(page.title, page.date),
        *paragraphs(page.ending),
        Paragraph(speech("terminal.to-debrief.alone" if page.alone else "terminal.to-debrief"), "strong"),
    ]


def to_go_on(speech: Speech) -> Block:
    """The line that asks for Enter."""
    return Paragraph(speech("terminal.enter"), "strong")


def _option(option: OptionLine, speech: Speech) -> Item:
    notes = [
        *option.detail,
        *_labelled(speech, "terminal.advocate", option.advocate),
        *_labelled(speech, "terminal.costs", option.costs),
        *(speech("terminal.people", words=words) for words in option.people),
        *([] if option.enabled else [speech("terminal.not-open", why=option.why_not)]),
    ]
    return Item(str(option.number), option.text, tuple(notes), "strong" if option.enabled else "quiet")


def _account(account: AccountLine, speech: Speech) -> Item:
    words = speech("terminal.account", name=account.name, before=account.before, after=account.after)
    causes = tuple(f"{item.amount} {item.because}".strip() for item in account.items)
    return Item("•", words, causes)


def _history(line: HistoryLine, speech: Speech) -> Item:
    words = speech("terminal.history-line", date=line.date, title=line.title, words=line.words)
    branch = "" if line.past else speech("terminal.other-branch")
    here = speech("terminal.here") if line.here else ""
    return Item(str(line.seq) if line.own else "•", f"{words}{branch}{here}", (), "normal" if line.past else "quiet")


def _labelled(speech: Speech, key: str, words: str) -> tuple[str, ...]:
    return (speech(key, words=words),) if words else ()


def _said(words: str) -> tuple[str, ...]:
    return (words,) if words else ()


def _when(shown: bool, words: str) -> tuple[str, ...]:
    return (words,) if shown and words else ()
