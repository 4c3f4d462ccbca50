"""The table of a negotiation as blocks: the grid of issues, what stands, what was said, one's own draft.

Values are words; with `numbers` they carry their numbers as well. Nothing here knows of games.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.present.accounts import merged
from game.present.articles import inside_a_sentence
from game.present.conference import cost_words, waiting_issues
from game.present.page import TablePage
from game.present.speech import Speech
from game.present.table_parts import IssueLine, LinkageLine, Position, TermOption, Worth
from game.terminal.blocks import Block, Grid, Heading, Item, Items, Paragraph
from game.terminal.conference_layout import agenda_blocks, hours_blocks, live_blocks
from game.terminal.layouts import (
    account_items,
    adviser_items,
    document_items,
    figure_items,
    opening,
    paragraphs,
    part,
    source_items,
)
from game.terminal.option_words import importance_words, valued


def table_blocks(page: TablePage, speech: Speech, *, numbers: bool, whole: bool) -> list[Block]:
    """A turn at the table; `whole` shows the situation, instructions and advisers too, as on a first turn."""
    return [
        opening(page.title, page.date, page.seat),
        *([Paragraph(page.whose, "strong")] if page.whose else []),
        *(introduction_blocks(page, speech, whole=page.agenda is None or not page.later) if whole else []),
        Paragraph(_place(page, speech), "strong"),
        *hours_blocks(page),
        *_spoken(page, speech),
        *(agenda_blocks(page, speech, numbers=numbers, whole=whole) if page.nominating else []),
        *([] if page.nominating else _bargained(page, speech, numbers=numbers, whole=whole)),
        Paragraph(_how_to(page, speech), "quiet"),
    ]


def _place(page: TablePage, speech: Speech) -> str:
    """Which session and round it is, and how often we may still propose."""
    place = speech("table.place", session=page.session, round=page.round)
    return f"{place} {'' if page.nominating else page.turns}".strip()


def _bargained(page: TablePage, speech: Speech, *, numbers: bool, whole: bool) -> list[Block]:
    """What is bargained over, what stands, and what parting is worth."""
    issues = [_issues(page, speech, numbers=numbers)] if page.agenda is None else []
    return [
        *(issues or live_blocks(page, speech, numbers=numbers, whole=whole)),
        *_standing(page, speech, numbers=numbers),
        *([Paragraph(page.alike)] if page.alike else []),
        Paragraph(_walk_away(page, numbers=numbers)),
        *([Paragraph(page.parting)] if page.parting else []),
    ]


def introduction_blocks(page: TablePage, speech: Speech, *, whole: bool = True) -> list[Block]:
    """What is read once, before a session: the situation, instructions, papers, advisers, what hangs together.

    What is the same at every session of a table is left out unless `whole`.
    """
    return [
        *paragraphs(page.situation),
        *part(speech("terminal.figures"), figure_items(page.figures, speech)),
        *part(speech("terminal.instructions"), paragraphs(page.instructions)),
        *part(speech("terminal.new-documents"), document_items(page.documents, speech)),
        *part(speech("terminal.advisers"), adviser_items(page.advisers, speech)),
        *(_linkages(page, speech) if whole else []),
        *([Paragraph(page.agreement)] if whole else []),
    ]


def _linkages(page: TablePage, speech: Speech) -> list[Block]:
    return part(speech("terminal.linkages"), linkage_items(page, numbers=False))


def how_to_end(page: TablePage, speech: Speech) -> str:
    """What can be typed at the last word of a table."""
    accept = next(action for action in page.actions if action.id == "accept")
    return speech("terminal.how-to-end" if accept.enabled else "terminal.how-to-leave")


def _how_to(page: TablePage, speech: Speech) -> str:
    if page.agenda is not None and page.nominating:
        if not page.agenda.places:
            return speech("terminal.how-to-pass")
        numbers = [str(page.issues.index(issue) + 1) for issue in waiting_issues(page)[: page.agenda.places]]
        return speech("terminal.how-to-nominate", example=" ".join(numbers))
    return how_to_end(page, speech) if page.final else _how_to_bargain(page, speech)


def _how_to_bargain(page: TablePage, speech: Speech) -> str:
    """What can be typed on a turn: no more than what is possible on it."""
    possible = {action.id.partition(":")[0] for action in page.actions if action.enabled}
    number = next((number for number, issue in enumerate(page.issues, start=1) if issue.id in page.open_issues), 1)
    typed = ("accept", "press", "adjourn", "walk-out")
    moves = [speech(f"typed.move.{move}", number=number) for move in typed if move in possible]
    key = "terminal.how-to-bargain" if page.agenda is None else "terminal.how-to-confer"
    return speech(key, moves=", ".join(moves), number=number)


def linkage_items(page: TablePage, *, numbers: bool) -> list[Block]:
    """What counts more together."""
    items = tuple(Item("•", _with_number(line) if numbers else line.words) for line in page.linkages)
    return [Items(items)] if items else []


def _with_number(line: LinkageLine) -> str:
    """What hangs together with what it rests on, and its number."""
    return f"{line.words} ({line.share:+d})" if not line.basis else f"{line.words} {line.basis} ({line.share:+d})"


def _issues(page: TablePage, speech: Speech, *, numbers: bool) -> Block:
    """The grid, or before anybody has offered anything the ways in which each issue can be settled."""
    if any(position.option for issue in page.issues for position in issue.positions):
        return grid_block(page, speech, numbers=numbers)
    return Items(
        tuple(
            Item(
                str(number),
                f"{issue.name} ({importance_words(issue, numbers=numbers)})",
                tuple(f"{option.number} {valued(option, numbers=numbers)}" for option in issue.options),
                "strong",
            )
            for number, issue in enumerate(page.issues, start=1)
        )
    )


def grid_block(page: TablePage, speech: Speech, *, numbers: bool) -> Grid:
    """The grid: a row for each issue, a column for each delegation."""
    parties = page.issues[0].positions if page.issues else ()
    headers = (speech("terminal.issue"), *(_heading(page, position, speech) for position in parties))
    rows = tuple(
        (
            _issue_name(issue, number, numbers=numbers),
            *(_cell(page, issue, position, speech, numbers=numbers) for position in issue.positions),
        )
        for number, issue in enumerate(page.issues, start=1)
    )
    return Grid(headers, rows)


def issue_blocks(page: TablePage, issue: IssueLine, speech: Speech, *, numbers: bool) -> list[Block]:
    """One issue with every way to settle it, what each is worth to us, and who has asked for it."""
    asked = {option.id: [one.name for one in issue.positions if one.option == option.id] for option in issue.options}
    items = tuple(_option(issue, option, asked[option.id], speech, numbers=numbers) for option in issue.options)
    said = tuple(Item("•", f"{one.name}: {one.said}") for one in issue.positions if one.said)
    sources = dict.fromkeys(source for option in issue.options for source in option.sources)
    return [
        Heading(issue.name, importance_words(issue, numbers=numbers), 1),
        Items(items),
        *([Paragraph(speech("terminal.bound", parties=issue.bound))] if issue.bound else []),
        *part(speech("terminal.positions"), [Items(said)] if said else []),
        *source_items(sources, speech),
    ]


def draft_blocks(
    page: TablePage, draft: Mapping[str, str], worth: Worth, speech: Speech, *, numbers: bool
) -> list[Block]:
    """The package being prepared, issue by issue, and what it would be worth to us."""
    items = []
    for number, issue in enumerate(page.issues, start=1):
        option = issue.option(draft.get(issue.id, ""))
        words = f"{issue.name}: {valued(option, numbers=numbers)}" if option else ""
        if words and option:
            people = speech("terminal.people", words=option.people) if option.people else ""
            reads = speech("wording.reads", reads=option.reads) if option.reads else ""
            notes = (option.red_line, reads, option.absent, people)
            items.append(Item(str(number), words, tuple(note for note in notes if note)))
        elif issue.id in page.open_issues:
            items.append(Item(str(number), speech("terminal.draft-open", issue=issue.name), (), "quiet"))
    takes = cost_words(page, "propose", speech, draft) if draft else ""
    return [
        Heading(speech("terminal.draft")),
        Items(tuple(items)),
        Paragraph(_worth(worth, numbers=numbers)),
        *([Paragraph(takes)] if takes else []),
    ]


def _spoken(page: TablePage, speech: Speech) -> list[Block]:
    lines = tuple(Item("»", line.words) for line in page.spoken)
    accounts = account_items(merged(account for line in page.spoken for account in line.accounts), speech)
    return part(speech("terminal.spoken"), [Items(lines), *accounts] if lines else [])


def _standing(page: TablePage, speech: Speech, *, numbers: bool) -> list[Block]:
    stands = page.standing
    if stands is None:
        return [Paragraph(speech("terminal.nothing-stands"))]
    key = "terminal.stands-own" if stands.own else "terminal.stands"
    words = speech(key, proposer=stands.proposer, awaited=stands.awaited)
    return [Paragraph(f"{words} {_worth(stands.worth, numbers=numbers)}")]


def _walk_away(page: TablePage, *, numbers: bool) -> str:
    return f"{page.walk_away.words} ({page.walk_away.share} / 100)" if numbers else page.walk_away.words


def _heading(page: TablePage, position: Position, speech: Speech) -> str:
    asked = speech("terminal.we-offer") if position.own else speech("terminal.they-ask", party=position.name)
    stands = page.standing is not None and page.whole and page.standing.party == position.party
    return f"{asked} ({speech('terminal.on-the-table')})" if stands else asked


def _issue_name(issue: IssueLine, number: int, *, numbers: bool) -> str:
    return f"{number}. {issue.name} ({importance_words(issue, numbers=numbers)})"


def _cell(page: TablePage, issue: IssueLine, position: Position, speech: Speech, *, numbers: bool) -> str:
    if issue.settled:
        settled = valued(issue.option(issue.settled), numbers=numbers)
        return speech("terminal.settled", option=settled) if position.own else speech("terminal.settled-too")
    option = issue.option(position.option)
    if option is None:
        return speech("terminal.nothing-yet")
    words = valued(option, numbers=numbers)
    stands = page.standing is not None and page.standing.party == position.party
    if stands and not page.whole and issue.standing == option.id:
        return speech("words.beside", first=words, second=speech("terminal.on-the-table"))
    return words


def _option(issue: IssueLine, option: TermOption, asked: list[str], speech: Speech, *, numbers: bool) -> Item:
    notes = []
    if asked:
        listed = [*asked[:1], *(inside_a_sentence(speech, name) for name in asked[1:])]
        notes.append(speech("terminal.asked-by", parties=speech.listed(listed)))
    if option.id == issue.unsettled:
        notes.append(speech("terminal.unsettled"))
    if option.id == issue.standing:
        notes.append(speech("terminal.option-stands"))
    if option.id == issue.settled:
        notes.append(speech("terminal.option-settled"))
    if option.red_line:
        notes.append(option.red_line)
    if option.reads:
        notes.append(speech("wording.reads", reads=option.reads))
    if option.absent:
        notes.append(option.absent)
    if option.people:
        notes.append(speech("terminal.people", words=option.people))
    return Item(str(option.number), valued(option, numbers=numbers), tuple(notes))


def _worth(worth: Worth, *, numbers: bool) -> str:
    words = f"{worth.words} ({worth.share} / 100)" if numbers else worth.words
    return f"{words} {worth.together}".strip()
