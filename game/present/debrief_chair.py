"""The debrief's second look at the decisive session: as another side lived it, with its papers and its figures.

What a chair knew then is told by that party's own view of that moment, and said as it would have said it. What each
move was worth to it is told with it, which nobody else knew; so all of this is for the time after the end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from game.analysis.sessions import Decided, HeldSession, Lay, decisive, lay_after
from game.analysis.tables import Examination, Valued
from game.engine.game import Game
from game.engine.history import CHANCE
from game.engine.moves import TableMove
from game.engine.views import TableView
from game.present.choosing import adviser_lines
from game.present.debrief_parts import CHAIR, Block, Case, Chair, Grid, Items, Pair, Passage, Row, Section
from game.present.debrief_tables import LaidOpen
from game.present.desk import document_lines, document_page
from game.present.joining import unended
from game.present.moves import move_words, package_words, table_move_words
from game.present.parts import Prose
from game.present.reader import Reader
from game.present.scales import importance
from game.present.valuing import linkage_lines, parting_words, walk_away_line
from game.scenario.model import Step
from game.scenario.table_rules import Issue, Table


@dataclass(frozen=True, slots=True)
class _Replay:
    """One session from one chair; `reader` and `seen` are the chair's at its opening."""

    reader: Reader
    game: Game
    session: HeldSession
    step: Step
    table: Table
    seen: TableView

    @property
    def party(self) -> str:
        return self.reader.inside(self.reader.seat)


def decisive_session(
    reader: Reader, game: Game, people: Collection[str], laid_open: LaidOpen
) -> tuple[Section, tuple[Chair, ...]]:
    """Says which session decided most for `people` (none: for anybody), and replays it from the other chairs.

    `reader` may read everything. Where several persons sat at the table, or none, every chair there is another's.
    """
    say, found = reader.speech, decisive(game, people)
    heading = say("debrief.chair")
    if found is None:
        return Section(CHAIR, heading, ()), ()
    seated = game.program.tables[found.session.table].table.parties
    own = [party for party in seated if party in people]
    others = [party for party in seated if [party] != own]
    chairs = tuple(
        Chair(party, reader.party(party), _replayed(reader, game, found.session, party, laid_open)) for party in others
    )
    named = say.listed([reader.inside(party) for party in others], "or")
    passage = Passage((_why(reader, found), say("debrief.chair.open", parties=named)))
    return Section(CHAIR, heading, (passage,)), chairs


def _replayed(reader: Reader, game: Game, session: HeldSession, party: str, laid_open: LaidOpen) -> Section:
    step, table = reader.scenario.steps[session.step], reader.scenario.steps[session.table].body
    assert isinstance(table, Table)
    own = Reader(reader.scenario, game.elsewhere(session.opening).view(party), reader.speech)
    seen = own.view.talks(session.table)
    assert seen is not None
    replay = _Replay(own, game, session, step, table, seen)
    lays = [lay_after(game, session.table, party, entry.seq) for entry in session.entries]
    blocks: tuple[Block, ...] = (
        Passage((reader.speech("debrief.chair.intro", party=replay.party), *own.prose(step.text))),
        _told(replay),
        *_papers(replay),
        Case(reader.speech("debrief.chair.moves"), grids=(_moves(replay, lays),)),
        _came(replay, lays, laid_open(session.table)),
    )
    title = unended(reader.line(step.title))
    heading = reader.speech("debrief.chair.of", session=title, party=reader.inside(party))
    return Section(f"chair-{party}", heading, blocks)


def _why(reader: Reader, found: Decided) -> str:
    say, party, step = reader.speech, reader.inside(found.party), reader.scenario.steps[found.session.step]
    title, dates = unended(reader.line(step.title)), reader.dates(step)
    if found.moved < 1:
        return say("debrief.chair.even", party=party, session=title, dates=dates)
    before, after = (_rounded(reader, share) for share in (found.before, found.after))
    key = "why" if not found.whole else "why.signed" if found.signed else "why.whole"
    return say(f"debrief.chair.{key}", party=party, session=title, dates=dates, before=before, after=after)


def _rounded(reader: Reader, share: float) -> str:
    return reader.speech.number(round(share))


# What the chair had been told


def _told(replay: _Replay) -> Case:
    reader, table, party = replay.reader, replay.table, replay.reader.seat
    say = reader.speech
    walk_away = walk_away_line(reader, replay.seen, table)
    least = " ".join((walk_away.words, say("walk-away.number", share=walk_away.share), *walk_away.basis))
    parting = parting_words(reader, replay.seen, table)
    advice = (
        Pair(say("debrief.briefs.member", name=one.name, role=one.role), f"{one.recommends}: {one.words}")
        for one in adviser_lines(reader, party, table.advice, None)
    )
    together = (
        Pair(say("debrief.chair.together"), say("debrief.chair.linked", words=one.words, share=say.signed(one.share)))
        for one in linkage_lines(reader, replay.seen, table)
    )
    return Case(
        heading=say("debrief.chair.told", party=replay.party),
        date=reader.dates(replay.step),
        paragraphs=reader.prose(table.instructions.get(party)),
        pairs=(
            Pair(say("debrief.chair.least"), least),
            *((Pair(say("debrief.chair.parting"), parting),) if parting else ()),
            *advice,
            *together,
        ),
        grids=(_wishes(replay),),
    )


def _wishes(replay: _Replay) -> Grid:
    """What the chair wanted of each issue that was open to talk, the dearest first."""
    say, seen = replay.reader.speech, replay.seen
    spoken = _spoken_of(replay)
    issues = [issue for id_, issue in replay.table.issues.items() if id_ in spoken and id_ in seen.values]
    issues.sort(key=lambda issue: -seen.weights.get(issue.id, 0))
    heaviest = max(seen.weights.values(), default=1)
    rows = tuple(
        Row(
            (
                replay.reader.line(issue.name),
                importance(say, seen.weights.get(issue.id, 0), heaviest),
                _options(replay, issue),
            )
        )
        for issue in issues
    )
    headers = tuple(say(f"debrief.chair.wish{key}") for key in ("", ".weight", ".options"))
    return Grid(say("debrief.chair.wishes"), headers, rows, (False,) * 3)


def _spoken_of(replay: _Replay) -> frozenset[str]:
    """The issues of the session: at a table with an agenda those that were on it, else all that were open."""
    if replay.table.agenda is None:
        return frozenset(replay.seen.open_issues)
    moves = [entry.move for entry in replay.session.entries if isinstance(entry.move, TableMove)]
    return frozenset(replay.seen.live).union(*(move.issues for move in moves), *(move.terms for move in moves))


def _options(replay: _Replay, issue: Issue) -> str:
    """The options of an issue by what they were worth to the chair, the best first, with what it read into words."""
    reader, values = replay.reader, replay.seen.values[issue.id]
    ordered = sorted(issue.options.values(), key=lambda option: (-values[option.id], option.number))
    return reader.speech("terms.between").join(
        reader.speech("debrief.chair.option", option=unended(reader.line(option.text)), value=values[option.id])
        for option in ordered
    )


# Its papers


def _papers(replay: _Replay) -> Iterator[Block]:
    """The papers that came with this table, in full, and the titles of what else lay on the desk."""
    reader = replay.reader
    sessions = {*replay.table.sessions}
    for document in reader.view.documents():
        if document.at in sessions:
            page = document_page(reader, document)
            yield Case(page.title, page.date, (page.note,) if page.note else (), page.paragraphs, sources=page.sources)
    at_hand = {document.id for document in reader.view.documents() if document.at in sessions}
    others = [line for line in document_lines(reader, at_hand) if line.id not in at_hand]
    if others:
        yield Passage((reader.speech("debrief.chair.papers"),))
        yield Items(tuple(reader.speech("words.beside", first=one.title, second=one.date) for one in others))


# Move by move


def _moves(replay: _Replay, lays: list[Lay]) -> Grid:
    say, number = replay.reader.speech, replay.reader.speech.number
    rows = tuple(
        Row((f"{place}. {words}", _rounded(replay.reader, lay.share), number(lay.seen.walk_away)))
        for place, (words, lay) in enumerate(zip(_said(replay), lays, strict=True), start=1)
    )
    headers = tuple(say(f"debrief.chair.{key}") for key in ("move", "worth", "least-then"))
    note = say(f"debrief.chair.note{'.whole' if lays[-1].whole else ''}", party=replay.party)
    return Grid(say("debrief.chair.moves"), headers, rows, (False, True, True), note)


def _said(replay: _Replay) -> Iterator[str]:
    """What was said in the session as the chair heard it: a new offer by what was new in it."""
    reader, last = replay.reader, dict[str, dict[str, str]]()
    for entry in replay.game.path:
        move = entry.move
        if entry.step not in replay.table.sessions or entry.seq > replay.session.entries[-1].seq:
            continue
        if entry in replay.session.entries:
            if entry.seat == CHANCE or not isinstance(move, TableMove):
                yield move_words(reader, replay.step, entry.seat, move)
            else:
                yield table_move_words(reader, replay.table, entry.seat, move, last.get(entry.seat))
        if isinstance(move, TableMove) and move.kind == "propose":
            last[entry.seat] = {**last.get(entry.seat, {}), **move.terms}


# What it came to


def _came(replay: _Replay, lays: list[Lay], laid_open: Examination | None) -> Case:
    say, number = replay.reader.speech, replay.reader.speech.number
    end = lays[-1]
    key = ("closed" if replay.session.closing else "went-on") + (".nothing" if _holds_nothing(end) else "")
    worth, least = _rounded(replay.reader, end.share), number(end.seen.walk_away)
    told = [say(f"debrief.chair.{key}", worth=worth, least=least, party=replay.party)]
    offers = [(round(lay.share), -place) for place, lay in enumerate(lays, start=1) if _is_offered(replay, lay)]
    if offers:
        most, place = max(offers)
        told.append(say("debrief.chair.offered", worth=number(most), place=-place))
    else:
        told.append(say("debrief.chair.nothing-offered"))
    if laid_open is not None:
        told += _could_have(replay, laid_open)
    return Case(say("debrief.chair.came"), paragraphs=tuple(told))


def _holds_nothing(lay: Lay) -> bool:
    """Whether nothing was signed, or lay there, at a table whose package is taken whole."""
    return lay.whole and not lay.agreed and (lay.closed or not lay.seen.standing)


def _is_offered(replay: _Replay, lay: Lay) -> bool:
    """Whether something of others lay there that the chair could consent to."""
    return not lay.closed and bool(lay.seen.standing) and replay.reader.seat not in lay.seen.consents


def _could_have(replay: _Replay, laid_open: Examination) -> Prose:
    """The package that was best for the chair among those that nobody would have left for."""
    chair, say = replay.reader.seat, replay.reader.speech
    best = _best(laid_open, chair)
    if best is None:
        return (say("debrief.chair.none-suits"),)
    held = replay.seen.initialled
    terms = {issue: option for issue, option in best.terms.items() if issue not in held}
    words = package_words(replay.reader, replay.table, terms)
    worth = _rounded(replay.reader, best.shares[chair])
    return (say("debrief.chair.could-have", party=replay.party, worth=worth, terms=words),)


def _best(laid_open: Examination, chair: str) -> Valued | None:
    floors = {party: laid_open.walk_aways[party] * laid_open.total_weights[party] for party in laid_open.parties}
    suiting = [
        point
        for point in laid_open.frontier
        if all(point.worths[party] >= floors[party] for party in laid_open.parties)
    ]
    return max(suiting, key=lambda point: point.worths[chair], default=None)
