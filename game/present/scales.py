"""Numbers as words at a table: vital, important, useful, indifferent; all, most, about half, little, nothing.

The words are what a person reads first; the numbers stay one key away. Nothing here knows of games.
"""

from __future__ import annotations

from game.present.speech import Speech

_IMPORTANCE = ((75, "vital"), (40, "important"), (1, "useful"))
_WORTH = ((97, "all"), (65, "most"), (36, "half"), (1, "little"))
_OUTLOOK = ((80, "secure"), (60, "good"), (40, "open"), (20, "poor"))
_SHARE = (
    (97, "all"),
    (85, "nearly-all"),
    (72, "three-quarters"),
    (62, "two-thirds"),
    (54, "more-than-half"),
    (46, "half"),
    (38, "less-than-half"),
    (29, "third"),
    (20, "quarter"),
    (8, "little"),
    (1, "next-to-nothing"),
)


def importance(speech: Speech, weight: int, heaviest: int) -> str:
    """Words a weight beside the heaviest of its kind: vital, important, useful, indifferent."""
    return speech(f"importance.{_step(_IMPORTANCE, -(-100 * weight // max(heaviest, 1)), 'indifferent')}")


def worth(speech: Speech, value: int) -> str:
    """Words how far an option suits us by its value, 0–100: fully, well, half, little, not."""
    return speech(f"worth.{_step(_WORTH, value, 'nothing')}")


def outlook(speech: Speech, value: int) -> str:
    """Words how an interest stands, 0–100: secure, good, open, poor, lost."""
    return speech(f"outlook.{_step(_OUTLOOK, value, 'lost')}")


def share(speech: Speech, hundredths: int) -> str:
    """Words a share of all that there is to get: "about two thirds of what we want"."""
    return speech(f"share.{_step(_SHARE, hundredths, 'nothing')}")


def _step(scale: tuple[tuple[int, str], ...], value: int, below: str) -> str:
    return next((word for least, word in scale if value >= least), below)
