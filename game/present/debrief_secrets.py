"""The debrief's account of what nobody decided: seals opened, and how chance fell.

A seal shows what was believed, what the file drew and what historians dispute; other chances show the
record's outcome beside the game's, or that history never came to them, and where chance followed the record, what
the dice alone would have given.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from game.analysis.moments import dice_alone
from game.engine.game import Game
from game.engine.history import CHANCE
from game.engine.moves import Choose
from game.present.dates import date_words
from game.present.debrief_parts import Case, Pair, Section, Sources
from game.present.quantities import column_name, outcome_name
from game.present.reader import Reader
from game.scenario.cast import Document
from game.scenario.model import Chance, ChanceOutcome, Dispatch, Step, StepBody
from game.scenario.tree import Number


def seals(reader: Reader, game: Game) -> Section:
    """Opens every seal that was drawn on the path."""
    cases = tuple(
        _seal(reader, step, chance, outcome) for step, chance, outcome in _draws(reader, game) if chance.seals
    )
    return Section("seals", reader.speech("debrief.seals"), cases)


def chances(reader: Reader, game: Game, came_to: Collection[str]) -> Section:
    """Tells how every other chance of the path fell; `came_to` are the steps of the record."""
    alone = dice_alone(game) if game.follow_record else {}
    cases = tuple(
        _chance(reader, step, chance, (outcome, alone.get(step.id, outcome)), beyond=step.id not in came_to)
        for step, chance, outcome in _draws(reader, game)
        if not chance.seals
    )
    return Section("chance", reader.speech("debrief.chance"), cases)


def papers(reader: Reader, game: Game) -> Section:
    """Tells which papers and news on the path were uncertain, mistaken or late, and who read them."""
    read = (_document(reader, one) for one in reader.view.documents() if one.reliability != "reliable")
    told = (
        _news(reader, reader.scenario.steps[one.step], reader.scenario.steps[one.step].body)
        for one in game.happenings
        if one.kind == "dispatch"
    )
    cases = (*read, *(case for case in told if case is not None))
    return Section("papers", reader.speech("debrief.papers"), cases)


def _document(reader: Reader, document: Document) -> Case:
    return Case(
        heading=reader.line(document.title),
        date=date_words(reader.speech, document.date),
        marks=(reader.speech(f"debrief.paper.{document.reliability}"),),
        pairs=(
            _readers(reader, document.to),
            Pair(reader.speech("debrief.paper.said"), " ".join(reader.prose(document.text))),
            _wrong(reader, document.reliability),
        ),
        sources=reader.sources(document.sources),
    )


def _news(reader: Reader, step: Step, body: StepBody) -> Case | None:
    if not isinstance(body, Dispatch) or body.reliability == "reliable":
        return None
    return Case(
        heading=reader.line(step.title),
        date=reader.dates(step),
        marks=(reader.speech(f"debrief.paper.{body.reliability}"),),
        pairs=(
            _readers(reader, body.to),
            Pair(reader.speech("debrief.paper.said"), reader.line(body.text)),
            _wrong(reader, body.reliability),
        ),
        sources=reader.sources(step.sources),
    )


def _wrong(reader: Reader, reliability: str) -> Pair:
    """Says in which way a paper was not what it seemed; the file gives the kind alone."""
    return Pair(reader.speech("debrief.paper.wrong"), reader.speech(f"debrief.paper.wrong.{reliability}"))


def _readers(reader: Reader, to: frozenset[str] | None) -> Pair:
    named = [party for party in reader.scenario.parties if to is None or party in to]
    words = reader.speech("debrief.paper.everybody") if to is None else reader.parties(named) if named else "–"
    return Pair(reader.speech("debrief.paper.to"), words)


def _draws(reader: Reader, game: Game) -> Iterator[tuple[Step, Chance, str]]:
    for entry in game.path:
        step = reader.scenario.steps[entry.step]
        if entry.seat == CHANCE and isinstance(step.body, Chance) and isinstance(entry.move, Choose):
            yield step, step.body, entry.move.option


def _seal(reader: Reader, step: Step, chance: Chance, drawn: str) -> Case:
    assert chance.seals
    say, column = reader.speech, chance.seals
    declared = reader.scenario.columns[column]
    believed = [
        Pair(say("debrief.seal.believed", party=reader.inside(party)), reader.worded(column, value))
        for party, value in declared.believed.items()
    ]
    return Case(
        heading=column_name(reader.scenario, say, column),
        date=reader.dates(step),
        paragraphs=(say("debrief.seal.disputed"),) if chance.record is None else (),
        pairs=(
            Pair(say("debrief.seal.drawn"), reader.worded(column, reader.view.value(column))),
            *believed,
            *_recorded_seal(reader, chance),
            *(_reading(reader, column, outcome, drawn) for outcome in chance.outcomes.values() if outcome.reading),
            *_chapter(reader, chance),
            *_basis(reader, chance),
        ),
    )


def _recorded_seal(reader: Reader, chance: Chance) -> tuple[Pair, ...]:
    if chance.record is None:
        return ()
    return (Pair(reader.speech("debrief.seal.record"), _told(reader, chance, chance.record)),)


def _reading(reader: Reader, column: str, outcome: ChanceOutcome, drawn: str) -> Pair:
    key = "debrief.seal.reading.drawn" if outcome.id == drawn else "debrief.seal.reading"
    declared = reader.scenario.columns[column]
    value = declared.low + (declared.values or ()).index(outcome.id)
    label = reader.speech(key, reading=reader.worded(column, value))
    return Pair(label, reader.line(outcome.reading), reader.sources(outcome.sources))


def _chance(reader: Reader, step: Step, chance: Chance, outcomes: tuple[str, str], *, beyond: bool) -> Case:
    """Tells how a draw fell, and how the dice alone would have fallen; `beyond`: history never came to it."""
    say, (fell, alone) = reader.speech, outcomes
    pairs = [
        Pair(say("debrief.chance.fell"), _told(reader, chance, fell), _sources(reader, chance, fell)),
        _recorded_chance(reader, chance, beyond=beyond),
    ]
    if alone != fell:
        pairs.append(Pair(say("debrief.chance.dice"), _told(reader, chance, alone)))
    believed = [
        Pair(say("debrief.chance.believed", party=reader.inside(party)), _odds(reader, chance, weights))
        for party, weights in chance.believed.items()
    ]
    return Case(
        heading=reader.line(step.title),
        date=reader.dates(step),
        pairs=(*pairs, *_file_odds(reader, chance), *believed, *_chapter(reader, chance), *_basis(reader, chance)),
    )


def _recorded_chance(reader: Reader, chance: Chance, *, beyond: bool) -> Pair:
    say = reader.speech
    if beyond:
        return Pair(say("debrief.chance.record"), say("debrief.chance.beyond"))
    told = _told(reader, chance, chance.record) if chance.record else say("debrief.chance.disputed")
    return Pair(say("debrief.chance.record"), told, _sources(reader, chance, chance.record))


def _sources(reader: Reader, chance: Chance, outcome: str | None) -> Sources:
    return reader.sources(chance.outcomes[outcome].sources) if outcome else ()


def _told(reader: Reader, chance: Chance, outcome: str) -> str:
    return reader.line(chance.outcomes[outcome].text) or outcome_name(reader.scenario, reader.speech, chance, outcome)


def _file_odds(reader: Reader, chance: Chance) -> tuple[Pair, ...]:
    """Tells the odds where they are constants of the file; of odds that hang on the state it says just that."""
    trees = [outcome.odds.tree for outcome in chance.outcomes.values()]
    weights = tuple(tree.value for tree in trees if isinstance(tree, Number))
    if len(weights) < len(trees):
        return (Pair(reader.speech("debrief.chance.odds"), reader.speech("debrief.chance.odds.state")),)
    return (Pair(reader.speech("debrief.chance.odds"), _odds(reader, chance, weights)),)


def _odds(reader: Reader, chance: Chance, weights: tuple[int, ...]) -> str:
    say, total = reader.speech, sum(weights) or 1
    return say("terms.between").join(
        say(
            "debrief.chance.share",
            outcome=outcome_name(reader.scenario, say, chance, id_),
            percent=(200 * weight + total) // (2 * total),
        )
        for id_, weight in zip(chance.outcomes, weights, strict=True)
    )


def _chapter(reader: Reader, chance: Chance) -> tuple[Pair, ...]:
    words = reader.line(chance.chapter)
    return (Pair(reader.speech("debrief.decision.chapter"), words),) if words else ()


def _basis(reader: Reader, chance: Chance) -> tuple[Pair, ...]:
    words = reader.line(chance.basis)
    return (Pair(reader.speech("debrief.chance.basis"), words),) if words else ()
