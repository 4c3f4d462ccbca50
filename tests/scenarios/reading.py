"""What persons read and decide on one path through a shipped scenario: every chair is held, and its pages are walked.

Counted are the words that a page shows by itself, a line once however often it comes again: the content note, the
brief with the members of the delegation and its interests; what has happened; at a choice the situation, the
advisers, the question and the sentence of each option; at a table the situation, instructions, advisers, linkages
and the line on parting; the ending. Not counted is what is looked up beneath: papers, sources, figures and accounts,
the detail, advocate, price and people of an option, the grid and the offers of a table, the debrief.

A decision is a choice, or a session of a table however many turns it has. Nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random

from game.engine.game import Game
from game.engine.legality import LegalTable
from game.engine.moves import ADJOURN, Choose, Move
from game.players.match import Length, Match, decided
from game.players.styles import seat_of
from game.present.news import Chair
from game.present.opening import Opened, chairs_of
from game.present.page import (
    BriefingPage,
    ConsequencePage,
    DecisionPage,
    HandOverPage,
    NotePage,
    OverPage,
    Page,
    TablePage,
)
from game.present.sitting import Sitting

PATIENCE = 0.3
"""How often a walk at random stays at a table that it may leave: enough that something is agreed now and then."""


@dataclass(slots=True)
class Path:
    """What one chair read and decided: the words of each line, the advisers' recommendations at each decision."""

    lines: dict[str, int] = field(default_factory=dict)
    decisions: set[tuple[str, str]] = field(default_factory=set)
    advised: dict[tuple[str, str], set[str]] = field(default_factory=dict)

    @property
    def words(self) -> int:
        """Counts the words read."""
        return sum(self.lines.values())


@dataclass(frozen=True, slots=True)
class Walk:
    """A game walked through by all persons at once: its paths by chair."""

    game: Game
    paths: dict[Chair, Path]


def chairs(opened: Opened) -> tuple[Chair, ...]:
    """Seats a person wherever one may sit; those of one side sit together."""
    people = [party for party, one in opened.scenario.parties.items() if one.playable]
    return chairs_of(opened.scenario, people)


def walk(opened: Opened, seed: int, length: Length = "full", *, on_record: bool = False) -> Walk:
    """Walks one game to its end: on the record, or with random choices and tables that are soon left."""
    held, random = chairs(opened), Random(seed)
    people = {party for chair in held for party in chair}
    game = Game.start(opened.scenario, seed, follow_record=on_record)
    style = "record" if on_record else "concedes-early"
    seats = {party: None if party in people else seat_of(style) for party in opened.scenario.parties}
    sitting = Sitting(Match(game, seats, length), held, opened.speech)
    paths = {chair: Path() for chair in held}
    while not isinstance(sitting.page, OverPage):
        page = sitting.page
        _read(page, _readers(page, paths))
        if isinstance(page, DecisionPage | TablePage):
            _note(page, sitting.party, _readers(page, paths)[0])
            sitting.move(_recorded(game, sitting.party) if on_record else _random(game, sitting.party, random))
        else:
            sitting.proceed()
    _read(sitting.page, list(paths.values()))
    return Walk(game, paths)


def _readers(page: Page, paths: dict[Chair, Path]) -> list[Path]:
    """Those who read a page: its chair, or everybody where it is nobody's."""
    if isinstance(page, HandOverPage):
        return []
    party = "" if isinstance(page, NotePage | OverPage) else page.seat.party  # type: ignore[union-attr]
    return [path for chair, path in paths.items() if not party or party in chair]


def _read(page: Page, readers: list[Path]) -> None:
    for line in shown(page):
        for path in readers:
            path.lines[line] = len(line.split())


def _note(page: DecisionPage | TablePage, party: str, path: Path) -> None:
    path.decisions.add((page.step, party))
    if isinstance(page, DecisionPage) or page.fresh:
        path.advised.setdefault((page.step, party), set()).update(one.recommends for one in page.advisers)


def _recorded(game: Game, party: str) -> Move:
    return decided(seat_of("record"), game.ask(party), game.seat_stream(party))


def _random(game: Game, party: str, random: Random) -> Move:
    legal = game.legal(party)
    if not isinstance(legal, LegalTable):
        return Choose(random.choice([option.id for option in legal.options if option.legal]))
    if "adjourn" in legal.kinds and random.random() > PATIENCE:
        return ADJOURN
    return decided(seat_of("random"), game.ask(party), game.seat_stream(party))


def shown(page: Page) -> Iterator[str]:
    """Yields the lines of a page that count."""
    match page:
        case NotePage():
            yield from (page.title, *page.paragraphs)
        case BriefingPage():
            yield from page.brief
            for member in page.members:
                yield from (f"{member.name}, {member.role}", member.conviction, *member.brief)
            yield from (f"{one.name}: {one.importance}, {one.outlook}" for one in page.interests)
        case ConsequencePage():
            for one in page.happened:
                yield from (one.title, *one.words, *one.lines)
        case DecisionPage():
            yield from (
                page.title,
                *page.situation,
                *(line.words for line in page.terms),
                *_advice(page),
                *page.question,
                page.note,
            )
            yield from (option.text for option in page.options)
        case TablePage():
            yield from (page.title, *page.situation, *page.instructions, *_advice(page), page.parting)
            yield from (line.words for line in page.linkages)
        case OverPage():
            yield from (page.title, *page.ending)


def _advice(page: DecisionPage | TablePage) -> Iterator[str]:
    for adviser in page.advisers:
        yield from (f"{adviser.name}, {adviser.role}: {adviser.recommends}", adviser.words, adviser.would_change)
