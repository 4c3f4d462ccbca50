"""Every bargaining style against every other: `python -m tests.benchmarks.round_robin [--domains FOLDER] [--rounds R]`.

On invented domains, and on those in the Genius format below a folder, prints for each style its mean advantage,
(worth − walk-away) / (best − walk-away), 0 where talks fail, its rate of agreement, the Nash product and the welfare as
parts of the largest that an acceptable package gives, and the best response found against it: among the other styles
and fifty time-based curves. Both sides of a domain and both orders are played: the last mover of the last round can
only accept or leave. Then three of a style at one table, and talks per second. With `--own` the project's own tables
are played instead: `tests.benchmarks.own_tables`.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import replace
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

import numpy as np

from assets.build.asked import folder, whole
from game.players.styles import seat_of, styles
from tests.benchmarks.bargaining_domains import Domain, genius_domains, invented
from tests.benchmarks.bargaining_rig import CURVES, Curves, Measured, talk
from tests.benchmarks.own_tables import GAMES, print_tables, tables
from tests.benchmarks.unseen_opponents import outsider

POOL = tuple(style for style in styles() if style != "record")
UNYIELDING = ("never", "stubborn")
"""The second takes with its last word whatever is worth its walk-away value."""
DICE = 8
"""Talks held in each case where the dice of `random` matter."""


def main() -> None:
    """Plays and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--domains", type=folder, help="a folder of domains in the Genius format, to play beside invented ones"
    )
    parser.add_argument("--rounds", type=whole(1, 1_000), nargs="+", default=[20, 100])
    parser.add_argument(
        "--invented", type=whole(0, 1_000), default=10, help="how many invented domains of two and of three parties"
    )
    parser.add_argument("--most", type=whole(100, 100_000), default=3_000, help="packages of the largest invented one")
    parser.add_argument("--style", choices=POOL, action="append", help="measure this style alone; may be given again")
    parser.add_argument("--own", action="store_true", help="play the project's own tables, and nothing else")
    parser.add_argument("--games", type=whole(1, 10_000), default=GAMES, help="games that come to each of these")
    parser.add_argument("--table", action="append", default=[], help="this table alone; may be given again")
    words = parser.parse_args()
    if words.own:
        known = [table for _, table, _ in tables()]
        if unknown := [table for table in words.table if table not in known]:
            parser.error(f"there is no table {unknown[0][:40]!r}; there are {', '.join(known)}")
        print_tables(POOL, words.style or ("trades", "strategist"), words.games, words.table)
        return
    read = read_below(words.domains, parser) if words.domains else []
    drawn = [invented(seed, parties, most=words.most) for parties in (2, 3) for seed in range(words.invented)]
    for (name, domains), rounds in product((("invented", drawn), ("read", read)), words.rounds):
        two = [domain for domain in domains if len(domain.valuations) == 2]
        three = [domain for domain in domains if len(domain.valuations) == 3]
        if two:
            of_two(name, two, rounds, words.style or POOL)
            against_the_unyielding(name, two, rounds)
        if three:
            of_three(name, three, rounds, words.style or POOL)
    speed()


def read_below(top: Path, parser: argparse.ArgumentParser) -> list[Domain]:
    """Reads the domains below a folder; what cannot be read is told."""
    try:
        found = list(genius_domains(top))
    except (ElementTree.ParseError, OSError, KeyError, ValueError, AttributeError, TypeError) as error:
        parser.error(f"a domain below {top} is not one in the Genius format ({type(error).__name__}: {error})")
    if not found:
        parser.error(f"no folder below {top} holds a domain of two parties or more in the Genius format")
    return found


def of_two(name: str, domains: Sequence[Domain], rounds: int, measured: Sequence[str]) -> None:
    """Prints a line for each style, against all of the pool."""
    nash = np.mean([domain.ideal[2].mean() for domain in domains])
    print(f"\nTwo parties, {len(domains)} {name} domains, {rounds} rounds; at the Nash point both have {nash:.3f}")
    print(f"{'style':<16}{'advantage':>10}{'agreement':>10}{'Nash':>7}{'welfare':>8}{'itself':>8}   best response")
    for style in measured:
        against = {other: facing(domains, style, other, rounds) for other in POOL}
        means = np.mean([scores[:5] for scores in against.values()], axis=0)
        answer, best = best_response(domains, style, rounds, {other: scores[5] for other, scores in against.items()})
        figures = f"{means[0]:>10.3f}{means[1]:>10.3f}{means[2]:>7.3f}{means[3]:>8.3f}{against[style][0]:>8.3f}"
        print(f"{style:<16}{figures}   {best:.3f} {answer}", flush=True)


def against_the_unyielding(name: str, domains: Sequence[Domain], rounds: int) -> None:
    """Prints a line for each of two styles against one who says its best for ever, and one who gives in at the end."""
    print(f"\nAgainst those who never yield, {len(domains)} {name} domains, {rounds} rounds: advantage, agreement")
    print(f"{'style':<16}" + "".join(f"{other:>20}" for other in UNYIELDING))
    for style in ("micro", "strategist"):
        found = [facing(domains, style, other, rounds)[:2] for other in UNYIELDING]
        print(f"{style:<16}" + "".join(f"{gained:>12.3f}{agreed:>8.3f}" for gained, agreed in found), flush=True)


def facing(domains: Sequence[Domain], style: str, other: str, rounds: int) -> tuple[float, ...]:
    """Returns a style's advantage, agreement, Nash product, welfare, share of falls below; the other's advantage."""
    copies = DICE if "random" in (style, other) else 1
    scores = []
    for number, domain in enumerate(domains):
        for side, place in product((domain, domain.turned()), (0, 1)):
            seats = [seat_of(style), outsider(other) if other in UNYIELDING else seat_of(other)][:: 1 - 2 * place]
            held = talk(side, seats, rounds, seed=number, copies=copies)
            scores.append((*_scores(held, place), held.advantages[1 - place].mean()))
    found: tuple[float, ...] = tuple(np.mean(scores, axis=0).tolist())
    return found


def best_response(domains: Sequence[Domain], style: str, rounds: int, pool: dict[str, float]) -> tuple[str, float]:
    """Finds who gains most against a style: one of the pool, or a curve."""
    gained = []
    for domain in domains:
        for side, place in product((domain, domain.turned()), (0, 1)):
            many = replace(side, walk_aways=np.tile(side.walk_aways, len(CURVES)))
            held = talk(many, [Curves(), seat_of(style)][:: 1 - 2 * place], rounds)
            gained.append(held.advantages[place].reshape(len(CURVES), -1).mean(axis=1))
    curves = np.mean(gained, axis=0)
    exponent, stop = CURVES[int(curves.argmax())]
    found = {**pool, f"curve {exponent}, {stop / 1000:g} never conceded": float(curves.max())}
    answer = max(found, key=lambda one: found[one])
    return answer, found[answer]


def of_three(name: str, domains: Sequence[Domain], rounds: int, measured: Sequence[str]) -> None:
    """Prints a line for each style at a table with two of its own kind, each party first in turn."""
    print(f"\nThree of a style, {len(domains)} {name} domains, {rounds} rounds")
    print(f"{'style':<16}{'advantage':>10}{'agreement':>10}{'Nash':>7}{'welfare':>8}")
    for style in measured:
        scores = []
        for domain, first in product(domains, range(3)):
            order = [(first + place) % 3 for place in range(3)]
            side = Domain(domain.name, tuple(domain.valuations[one] for one in order), domain.walk_aways[order].copy())
            held = talk(side, [seat_of(style) for _ in order], rounds, copies=DICE if style == "random" else 1)
            scores.append(np.mean([_scores(held, place) for place in range(3)], axis=0))
        means = np.mean(scores, axis=0)
        print(f"{style:<16}{means[0]:>10.3f}{means[1]:>10.3f}{means[2]:>7.3f}{means[3]:>8.3f}", flush=True)


def speed() -> None:
    """Prints talks per second: 576 packages, 100 rounds, each talk from its own walk-away values."""
    domain = _of_576(np.random.default_rng(5))
    assert len(domain.ideal[0])  # what talks are measured by is worked out before the clock runs
    for style, bar in (("holds-out", 5_000), ("strategist", 500)):
        begun = time.process_time()
        talk(domain, [seat_of(style), seat_of(style)], 100)
        rate = domain.walk_aways.shape[1] / (time.process_time() - begun)
        print(f"{style} pair: {rate:,.0f} talks a second; bar {bar:,}")


def _of_576(random: np.random.Generator) -> Domain:
    for seed in range(10_000):
        domain = invented(seed, most=600, rows=1)
        if domain.packages == 576:
            return replace(domain, walk_aways=random.integers(0, 30, (2, 1_000)).astype(np.int32))
    raise AssertionError("no invented domain has 576 packages")


def _scores(held: Measured, place: int) -> tuple[float, ...]:
    below = float((held.advantages[place] < 0).any())
    return (held.advantages[place].mean(), held.agreed.mean(), held.nash.mean(), held.welfare.mean(), below)


if __name__ == "__main__":
    main()
