"""Opponents after well-known bargaining programs, to try the shipped styles against what is none of them.

They look at packages laid out and reckon in fractions, one row at a time: simple to read, slow, and for measuring
only. None of them sees more than its own values and what was said.

Source: the strategies follow their descriptions in T. Baarslag and others, "Evaluating practical negotiating agents:
results and analysis of the 2011 international competition", Artificial Intelligence 198 (2013) 73–103 (HardHeaded,
NiceTitForTat), and D. de Jonge, Proceedings of IJCAI 31 (2022) 223–229 (MiCRO).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine.asks import ACCEPT, PROPOSE, WALK_OUT, ChoiceAsk, Numbers, TableAsk, TableMoves
from game.engine.chance import Stream
from game.negotiation.packages import enumerate_packages, package_numbers, sizes_of
from game.negotiation.worths import Packages, Valuation
from game.players.choosing import choose_by_interest
from game.players.situations import Situation, by_value_set

Worths = NDArray[np.float64]


@dataclass(frozen=True)
class Sight:
    """What an opponent sees in one row: parts of its best package, and packages by number from its best downwards."""

    worths: Worths
    floor: float
    passed: int
    all: int
    own: list[int]
    others: list[list[int]]
    options: Packages

    @property
    def time(self) -> float:
        """The part of its moves that has passed: 1 at the last."""
        return self.passed / max(1, self.all - 1)

    @property
    def best_heard(self) -> float:
        """The best that the others have offered; 0 before they speak."""
        return max((float(self.worths[offer]) for heard in self.others for offer in heard), default=0.0)

    def wanted(self) -> Worths:
        """Estimates by frequency what each package is worth to the others, 0 to 1: the least of them counts."""
        return np.stack([_frequencies(self.options, heard) for heard in self.others]).min(axis=0)

    def pleasing(self, target: float) -> int:
        """Finds the package worth the target that seems to please the others most."""
        count = max(1, int(np.searchsorted(-self.worths, -target, side="right")))
        return int(self.wanted()[:count].argmax())

    def least(self, target: float) -> int:
        """Finds the package worth the target, and hardly more."""
        return max(0, int(np.searchsorted(-self.worths, -target, side="right")) - 1)


Decision = tuple[int | None, float]
"""The package to offer, None to walk out; and the worth from which what stands is accepted instead."""
Decide = Callable[[Sight, np.random.Generator], Decision]


class Outsider:
    """A seat that decides by a function of what it sees."""

    looks_back = True
    recalls = True

    def __init__(self, style: str, decide: Decide) -> None:
        self.style, self.decide = style, decide
        self._laid: tuple[Valuation, Packages, NDArray[np.int32], NDArray[np.intp]] | None = None

    def choose(self, ask: ChoiceAsk, stream: Stream) -> Numbers:
        """Draws by interest, as the other styles do."""
        return choose_by_interest(ask, stream)

    def bargain(self, ask: TableAsk, stream: Stream) -> TableMoves:
        """Decides row by row; never below its walk-away value."""
        (situation,) = by_value_set(ask)
        packages, worths, places = self._lay(situation.valuation)
        kind, terms = np.zeros(ask.rows, np.int8), np.zeros_like(situation.named)
        for row in range(ask.rows):
            sight = self._sight(situation, row, packages, worths, places)
            offer, content = self.decide(sight, np.random.default_rng((ask.turn, row)))
            standing = situation.standing_worth[row] / worths[0]
            if situation.may(ACCEPT)[row] and standing >= max(content, sight.floor) - 1e-9:
                kind[row] = ACCEPT
            elif ask.final or offer is None or sight.worths[offer] < sight.floor - 1e-9:
                kind[row] = WALK_OUT
            else:
                kind[row], terms[:, row] = PROPOSE, packages[:, offer]
        return TableMoves(kind, terms, np.zeros_like(kind))

    def _lay(self, valuation: Valuation) -> tuple[Packages, NDArray[np.int32], NDArray[np.intp]]:
        if self._laid is None or self._laid[0] is not valuation:
            packages = enumerate_packages(sizes_of(valuation))
            worths = valuation.worth(packages)
            order = np.argsort(-worths, kind="stable")
            places = np.empty_like(order)
            places[order] = np.arange(len(order))
            self._laid = valuation, packages[:, order], worths[order], places
        return self._laid[1:]

    @staticmethod
    def _sight(
        situation: Situation, row: int, packages: Packages, worths: NDArray[np.int32], places: NDArray[np.intp]
    ) -> Sight:
        sizes = sizes_of(situation.valuation)

        def heard(said: NDArray[np.int8]) -> list[int]:
            offers = said[:, :, row]
            spoken = offers[(offers != 0).all(axis=1)]
            numbers: list[int] = places[package_numbers(sizes, spoken.T)].tolist()
            return numbers

        clock, floor = situation.clock, float(situation.walk_away_worth[row]) / worths[0]
        others = [heard(said) for said in situation.others_said]
        own = heard(situation.own_said)
        return Sight(worths / worths[0], floor, clock.all - clock.left, clock.all, own, others, packages)


def _frequencies(packages: Packages, heard: list[int]) -> Worths:
    """Adds up how often each option was named, issues that were kept still weighing more."""
    total = np.zeros(packages.shape[1])
    if not heard:
        return total
    offers = packages[:, heard]
    still = 1 + (offers[:, 1:] == offers[:, :-1]).sum(axis=1)
    for weight, named, options in zip(still / still.sum(), offers, packages, strict=True):
        counts = np.bincount(named, minlength=int(options.max()) + 1)
        total += weight * (counts / counts.max())[options]
    return total


def _curve(sight: Sight, exponent: float, stop: float = 0.0) -> float:
    lowest = sight.floor + stop * (1 - sight.floor)
    return lowest + (1 - lowest) * float(1 - sight.time ** (1 / exponent))


def _timed(exponent: float, stop: float = 0.0, pleases: bool = True) -> Decide:
    """Concedes by the clock and accepts what is worth its next offer, nothing less."""

    def decide(sight: Sight, random: np.random.Generator) -> Decision:
        target = _curve(sight, exponent, stop)
        return (sight.pleasing(target) if pleases else sight.least(target)), target

    return decide


def _headstrong(sight: Sight, random: np.random.Generator) -> Decision:
    """Holds out for more than half of its best, and at the very end returns to the best that it was offered."""
    lowest = max(sight.floor, 0.58)
    target = lowest + (1 - lowest) * (1 - sight.time ** (1 / 0.1))
    offer = sight.pleasing(target)
    if sight.passed >= sight.all - 2 and sight.best_heard >= lowest:
        return offer, sight.best_heard
    return offer, min([float(sight.worths[offer]), *(float(sight.worths[one]) for one in sight.own)])


def _nice(sight: Sight, random: np.random.Generator) -> Decision:
    """Answers each step towards the Nash point, as it reckons it, with as large a part of its own way there."""
    wanted = sight.wanted()
    nash = float(sight.worths[int((np.maximum(sight.worths - sight.floor, 0) * wanted).argmax())])
    heard = [sight.worths[offers] for offers in sight.others if offers]
    came = min(
        (float((one.max() - one[0]) / max(nash - one[0], 0.05)) for one in heard),
        default=0.0,
    )
    target = max(sight.floor, 1 - (1 - nash) * min(1.0, came))
    offer = sight.pleasing(target)
    late = sight.passed >= sight.all - 2
    return offer, max(sight.best_heard, 0.8 * nash) if late else float(sight.worths[offer])


def _phased(sight: Sight, random: np.random.Generator) -> Decision:
    """Comes down in three phases, to about its Nash point, and quickly to little at the end."""
    wanted = sight.wanted()
    middle = max(0.6, float(sight.worths[int((np.maximum(sight.worths - sight.floor, 0) * wanted).argmax())]))
    if sight.time < 0.2:
        target = 1 - 0.5 * sight.time
    elif sight.time < 0.9:
        target = 0.9 + (min(middle, 0.9) - 0.9) * (sight.time - 0.2) / 0.7
    else:
        target = min(middle, 0.9) - 0.2 * (sight.time - 0.9) / 0.1
    target = max(sight.floor, target)
    last = sight.passed == sight.all - 1
    return sight.pleasing(target), sight.floor + 0.1 * (1 - sight.floor) if last else target


def _never(sight: Sight, random: np.random.Generator) -> Decision:
    """Says its best for ever."""
    return 0, 1.0


def _stubborn(sight: Sight, random: np.random.Generator) -> Decision:
    """Says its best for ever, and takes with its last word whatever it can."""
    return 0, sight.floor if sight.passed == sight.all - 1 else 1.0


def _ultimatum(sight: Sight, random: np.random.Generator) -> Decision:
    """Says its best until its last offer, which leaves the others a little; takes what is acceptable at the end."""
    if sight.passed < sight.all - 2:
        return 0, 0.95
    wanted = sight.wanted()
    share = np.where(wanted >= wanted.min() + 0.35 * np.ptp(wanted), sight.worths, -1)
    return int(share.argmax()), sight.floor if sight.passed == sight.all - 1 else 0.9


def _by_chance(sight: Sight, random: np.random.Generator) -> Decision:
    """Offers any package that is worth its walk-away value, and accepts what is worth the one it drew."""
    count = max(1, int(np.searchsorted(-sight.worths, -sight.floor, side="right")))
    offer = int(random.integers(count))
    return offer, float(sight.worths[offer])


def _leaver(sight: Sight, random: np.random.Generator) -> Decision:
    """Concedes evenly, and walks out half-way from one who has not moved."""
    target = _curve(sight, 1.0)
    moved = [sight.worths[heard].max() - sight.worths[heard[0]] for heard in sight.others if heard]
    if sight.time >= 0.5 and moved and min(moved) < 0.05:
        return None, target
    return sight.pleasing(target), target


def _steps(wide: bool) -> Decide:
    """Counts offers as MiCRO does; on wide steps it takes as many as bring it to its walk-away value in time."""

    def decide(sight: Sight, random: np.random.Generator) -> Decision:
        count = max(1, int(np.searchsorted(-sight.worths, -sight.floor, side="right")))
        wide_step = max(1, count // max(1, sight.all - 1)) if wide else 1
        own, others = len(set(sight.own)), min(len(set(heard)) for heard in sight.others)
        place = min((own if own <= others else own - 1) * wide_step, count - 1)
        return max(0, place), float(sight.worths[max(0, place)])

    return decide


OPPONENTS: dict[str, Decide] = {
    "boulware .02, its next offer only": _timed(0.02, pleases=False),
    "boulware .1": _timed(0.1),
    "boulware .3": _timed(0.3),
    "linear, stops at .4": _timed(1.0, 0.4),
    "concedes 2": _timed(2.0),
    "concedes 5": _timed(5.0, pleases=False),
    "headstrong": _headstrong,
    "nice": _nice,
    "phased": _phased,
    "by chance": _by_chance,
    "leaver": _leaver,
    "micro, pure": _steps(False),
    "micro, wide": _steps(True),
    "ultimatum": _ultimatum,
    "stubborn": _stubborn,
    "never": _never,
}


def outsider(name: str) -> Outsider:
    """Makes an opponent."""
    return Outsider(name, OPPONENTS[name])
