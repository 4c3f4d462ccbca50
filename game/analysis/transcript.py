"""One game as the JSON that `play --auto … --json` and `replay --json` print, equal to the byte.

Keys and ids stand in a fixed order and are never translated; numbers are whole, or rounded half up to two
decimals. Nothing here words anything for a player.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from game.analysis.comparison import Comparison, Decision, compare
from game.engine.game import Game
from game.engine.moves import move_to_json


def transcript(game: Game) -> dict[str, object]:
    """Describes the present path of a game: moves, ending, measures, interests, distance from the record."""
    return {
        "scenario": game.scenario.id,
        "seed": game.seed,
        "moves": [
            {"seq": entry.seq, "step": entry.step, "seat": entry.seat, "move": move_to_json(entry.move)}
            for entry in game.path
        ],
        "ending": game.ending(),
        "measures": {id_: int(value) for id_, value in game.measures().items()},
        "interests": {party: weighted_mean(game, party) for party in game.scenario.parties},
        "divergence": _divergence(compare(game)),
    }


def dumps(value: dict[str, object]) -> str:
    """Writes a transcript as text: the same game gives the same bytes on any machine."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def weighted_mean(game: Game, party: str) -> float | None:
    """Computes Σ weight × value ÷ Σ weight of a party's interests, to two decimals; None where it has none."""
    interests = game.scenario.interests.get(party, ())
    values = game.interests().get(party, {})
    points = sum(interest.weight * values[interest.id] for interest in interests)
    return rounded_ratio(points, sum(interest.weight for interest in interests))


def rounded_ratio(points: int, total: int) -> float | None:
    """Divides and rounds half up to two decimals, exactly; None for no total.

    >>> rounded_ratio(1, 8)
    0.13
    """
    return (200 * points + total) // (2 * total) / 100 if total else None


def _divergence(comparison: Comparison) -> dict[str, object]:
    first = comparison.first
    return {
        "first": None if first is None else {"seq": first.seq, **_decision(first)},
        "decisions": [_compared(decision) for decision in comparison.decisions],
        "same": comparison.same,
        "of": len(comparison.decisions),
    }


def _decision(decision: Decision) -> dict[str, object]:
    return {
        "step": decision.step,
        "seat": decision.seat,
        "chosen": decision.chosen,
        "record": decision.record,
    }


def _compared(decision: Decision) -> dict[str, object]:
    compared = {**_decision(decision), "same": decision.same}
    if decision.issues is not None:
        compared["issues"] = _gaps((gap.issue, gap.mine, gap.record) for gap in decision.issues)
    return compared


def _gaps(gaps: Iterable[tuple[str, str, str | None]]) -> dict[str, list[str | None]]:
    return {issue: [mine, record] for issue, mine, record in gaps}
