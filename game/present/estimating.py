"""What the verb `estimate` prints: how often each ending came, how measures and interests lie, in plain lines.

Nothing here prints or reckons, and nothing is said without the policy that it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from game.present.findings import aligned_lines
from game.present.quantities import party_name
from game.present.speech import Speech
from game.scenario.model import Scenario

if TYPE_CHECKING:
    from game.analysis.estimates import Estimate, Spread

_FIGURES = ("median", "low", "high", "least", "most", "mean")


def estimate_lines(scenario: Scenario, estimate: Estimate, speech: Speech) -> Iterator[str]:
    """Words an estimate: endings by how often they came, then the measures and the interests."""
    games = speech.number(estimate.games)
    yield speech(
        "estimate.head", games=games, title=speech.plain(scenario.title), policy=estimate.policy, seed=estimate.seed
    )
    yield speech("estimate.model")
    yield from ("", speech("estimate.endings"))
    ordered = sorted(scenario.endings, key=lambda ending: -estimate.endings[ending])
    yield from aligned_lines([_ending(scenario, estimate, ending, speech) for ending in ordered], left=0, free=True)
    for ending in ordered:
        if not estimate.endings[ending]:
            share = _percent(estimate.odds(ending).high)
            never = speech("estimate.never", ending=ending, games=games, share=share)
            yield f"{never} {_astray(estimate, ending, speech)}"
    told = [ending for ending in ordered if scenario.endings[ending].gist is not None]
    yield from ("", speech("estimate.gists")) if told else ()
    for ending in told:
        yield "    " + speech("estimate.gist", ending=ending, gist=_gist(scenario, ending, speech))
    names = {name: speech.plain(measure.name) for name, measure in scenario.measures.items()}
    yield from _spreads(speech("estimate.measures"), names, estimate.measures, speech)
    parties = {party: party_name(scenario, speech, party) for party in estimate.interests}
    yield from _spreads(speech("estimate.interests"), parties, estimate.interests, speech)


def _ending(scenario: Scenario, estimate: Estimate, ending: str, speech: Speech) -> list[str]:
    odds = estimate.odds(ending)
    between = speech("estimate.between", low=_percent(odds.low), high=_percent(odds.high))
    title = speech.plain(scenario.endings[ending].title)
    return [speech("estimate.percent", share=_percent(odds.share)), between, f"{title} ({ending})"]


def _gist(scenario: Scenario, ending: str, speech: Speech) -> str:
    gist = scenario.endings[ending].gist
    return speech.plain(gist) if gist is not None else ""


def _astray(estimate: Estimate, ending: str, speech: Speech) -> str:
    """Says how often games at random came to an ending that no other did."""
    from game.analysis.estimates import STRAYING, odds_of

    count, games = estimate.astray.get(ending, 0), speech.number(STRAYING)
    if not count:
        return speech("estimate.astray.none", games=games, share=_percent(odds_of(0, STRAYING).high))
    return speech("estimate.astray", games=games, share=_percent(count / STRAYING))


def _spreads(head: str, names: Mapping[str, str], spreads: Mapping[str, Spread], speech: Speech) -> Iterator[str]:
    if not spreads:
        return
    yield from ("", head)
    heads = [*(speech(f"estimate.{figure}") for figure in _FIGURES), ""]
    rows = [
        [*(_figure(getattr(spread, figure), speech) for figure in _FIGURES), f"{names[name]} ({name})"]
        for name, spread in spreads.items()
    ]
    yield from aligned_lines([heads, *rows], left=0, free=True)


def _percent(share: float) -> str:
    """Of 100, to one decimal, or to two where it is less than one."""
    return f"{100 * share:.{1 if share >= 0.01 or share == 0 else 2}f}"


def _figure(value: float, speech: Speech) -> str:
    """To one decimal; of what runs into the hundreds whole numbers are enough."""
    return speech.number(round(value)) if value == int(value) or abs(value) >= 100 else f"{value:.1f}"
