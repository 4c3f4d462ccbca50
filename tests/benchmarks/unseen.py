"""One style on domains and against opponents that it was not made on: `python -m tests.benchmarks.unseen`.

Prints against each opponent, for each number of rounds, what the style and the other gain and how often they agree, and
then what three of the style do at one table. All domains have a package that everybody can accept.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from itertools import product

import numpy as np

from assets.build.asked import whole
from game.players.seats import Seat
from game.players.styles import seat_of, styles
from tests.benchmarks.bargaining_domains import Domain
from tests.benchmarks.bargaining_rig import Measured, talk
from tests.benchmarks.unseen_domains import FAMILIES, unseen
from tests.benchmarks.unseen_opponents import OPPONENTS, outsider

SHIPPED = tuple(style for style in styles() if style not in ("record", "random"))


def main() -> None:
    """Plays and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--style", default="strategist", choices=SHIPPED)
    parser.add_argument("--rounds", type=whole(1, 1_000), nargs="+", default=[5, 10, 20, 30, 60, 100])
    parser.add_argument("--families", nargs="+", default=list(FAMILIES), choices=list(FAMILIES))
    parser.add_argument("--against", nargs="+", default=[*OPPONENTS, *SHIPPED], choices=[*OPPONENTS, *SHIPPED])
    parser.add_argument("--first", type=whole(0, 10**9), default=1_000, help="the first seed")
    parser.add_argument("--seeds", type=whole(1, 1_000), default=2, help="domains of each family")
    parser.add_argument("--by-family", action="store_true", help="a line for each family as well")
    parser.add_argument("--three", action="store_true", help="three of the style alone")
    words = parser.parse_args()
    if words.three and words.families == ["large"]:
        parser.error("three parties are not tried on the family large; name another with --families")
    seeds = range(words.first, words.first + words.seeds)
    for rounds in words.rounds:
        if not words.three:
            two = {family: [unseen(family, seed) for seed in seeds] for family in words.families}
            _print_two(words.style, words.against, two, rounds, words.by_family)
        three = {
            family: [unseen(family, seed, parties=3) for seed in seeds]
            for family in words.families
            if family != "large"
        }
        if three:
            _print_three(words.style, three, rounds, words.by_family)


def _print_two(
    style: str, against: Sequence[str], domains: dict[str, list[Domain]], rounds: int, by_family: bool
) -> None:
    every = [domain for some in domains.values() for domain in some]
    nash = np.mean([domain.ideal[2].mean() for domain in every])
    print(f"\n{style}, {len(every)} domains, {rounds} rounds; at the Nash point both have {nash:.3f}")
    print(f"{'against':<36}{'gains':>7}{'other':>7}{'agreed':>8}{'Nash':>7}{'welfare':>9}{'below':>7}")
    for other in against:
        found = {family: [_facing(domain, style, other, rounds) for domain in some] for family, some in domains.items()}
        print(_line(other, [one for some in found.values() for one in some]), flush=True)
        if by_family:
            for family, some in found.items():
                print(_line(f"    {family}", some), flush=True)


def _print_three(style: str, domains: dict[str, list[Domain]], rounds: int, by_family: bool) -> None:
    print(f"Three of {style}, {rounds} rounds")
    found = {family: [_alike(domain, style, rounds) for domain in some] for family, some in domains.items()}
    print(_line("all", [one for some in found.values() for one in some]), flush=True)
    if by_family:
        for family, some in found.items():
            print(_line(f"    {family}", some), flush=True)


def _line(name: str, scores: Sequence[tuple[float, ...]]) -> str:
    gains, other, agreed, nash, welfare, below = np.mean(scores, axis=0)
    return f"{name:<36}{gains:>7.3f}{other:>7.3f}{agreed:>8.3f}{nash:>7.3f}{welfare:>9.3f}{below:>7.2f}"


def _seat(name: str) -> Seat:
    return outsider(name) if name in OPPONENTS and name not in SHIPPED else seat_of(name)


def _facing(domain: Domain, style: str, other: str, rounds: int) -> tuple[float, ...]:
    scores = []
    for side, place in product((domain, domain.turned()), (0, 1)):
        held = talk(side, [seat_of(style), _seat(other)][:: 1 - 2 * place], rounds)
        scores.append(_scores(held, place, 1 - place))
    return tuple(np.mean(scores, axis=0).tolist())


def _alike(domain: Domain, style: str, rounds: int) -> tuple[float, ...]:
    scores = []
    for first in range(3):
        order = [(first + place) % 3 for place in range(3)]
        side = Domain(domain.name, tuple(domain.valuations[one] for one in order), domain.walk_aways[order].copy())
        scores.append(_scores(talk(side, [seat_of(style) for _ in order], rounds), 0, 1))
    return tuple(np.mean(scores, axis=0).tolist())


def _scores(held: Measured, place: int, other: int) -> tuple[float, ...]:
    gains = held.advantages
    below = float((gains[place] < 0).any())
    return gains[place].mean(), gains[other].mean(), held.agreed.mean(), held.nash.mean(), held.welfare.mean(), below


if __name__ == "__main__":
    main()
