"""What parties that plan believed and aimed at in talks, in words: for the debrief, and for styles that were tried."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from game.analysis.aims import Aims, aims_at
from game.analysis.sessions import held_sessions
from game.engine.game import Game
from game.present.debrief_parts import Case, Section
from game.present.debrief_talks import talks_title
from game.present.quantities import party_inside, party_name
from game.present.reader import Reader
from game.present.speech import Speech
from game.scenario.model import Scenario
from game.scenario.table_rules import Table


def aims(reader: Reader, game: Game, styles: Mapping[str, str]) -> Section:
    """Tells what the opponents that planned made of each table that was held."""
    cases = [
        Case(
            heading=talks_title(reader, game, step),
            paragraphs=tuple(aims_lines(reader.scenario, step, aims_at(game, step, styles), reader.speech)),
        )
        for step in dict.fromkeys(session.table for session in held_sessions(game))
    ]
    return Section("aims", reader.speech("debrief.aims"), tuple(case for case in cases if case.paragraphs))


def aims_lines(scenario: Scenario, step: str, aims: Sequence[Aims], say: Speech) -> Iterator[str]:
    """Words what each party believed and asked for at one table, a paragraph each."""
    body = scenario.steps[step].body
    assert isinstance(body, Table)
    for one in aims:
        party, words = party_name(scenario, say, one.party), []
        for belief in one.beliefs:
            other = party_inside(scenario, say, belief.other)
            issues = "; ".join(say.plain(body.issues[issue].name) for issue in belief.dearest)
            words.append(say("aims.believed", party=party, other=other, issues=issues))
            if belief.least is not None and belief.least < 100:
                words.append(say("aims.least", other=other, least=belief.least))
        if not words:
            words.append(say("aims.unheard", party=party))
        if one.asked:
            words.append(say("aims.asked", shares=", ".join(str(share) for share in one.asked)))
        yield " ".join(words)
