"""The parts of the page on which the staff reckons what may follow: frozen words, and numbers for bars and charts."""

from __future__ import annotations

from dataclasses import dataclass

from game.present.parts import Action, Prose


@dataclass(frozen=True, slots=True)
class Likelihood:
    """How often imagined games came to one ending: its title, the odds in words, and of 100 games how many."""

    ending: str
    title: str
    words: str
    share: int


@dataclass(frozen=True, slots=True)
class Expectation:
    """What the staff expects of one option.

    `low`, `middle` and `high` are what 10, 50 and 90 of 100 games do not go beyond, on 0–100 of one's own interests;
    `mean` is what options are ranked by. An option that is closed has no figures: `enabled` is False. One whose figures
    are those of an earlier option says so in `words`, and lists no endings.
    """

    id: str
    number: int
    text: str
    enabled: bool
    words: str
    low: int
    middle: int
    high: int
    mean: float
    endings: tuple[Likelihood, ...]


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What one adviser would do, the figure that it rests on or goes against, and by what conviction."""

    name: str
    role: str
    words: str
    conviction: str
    would_change: str


@dataclass(frozen=True, slots=True)
class StaffPage:
    """The staff's estimate of a choice, with the policy that it rests on; nothing can be done on it but go back."""

    title: str
    seat: str
    policy: Prose
    options: tuple[Expectation, ...]
    advisers: tuple[Recommendation, ...]
    caution: Prose
    meanings: tuple[tuple[str, str], ...]
    """The endings that are named above, by their titles, and in a sentence what each comes to."""
    actions: tuple[Action, ...]
