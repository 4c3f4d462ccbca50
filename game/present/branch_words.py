"""The lines that a comparison of two branches is made of. Nothing here words or draws anything."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Compared:
    """One thing on two branches; `difference` is signed words where it is a number ("+5": more on the second).

    `date` is empty where there is none, and so is one side where that branch has not come as far yet.
    """

    heading: str
    left: str
    right: str
    same: bool
    difference: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class ComparedPart:
    """What is compared under one heading; `id` is stable, `heading` is in the reader's language."""

    id: str
    heading: str
    rows: tuple[Compared, ...]


@dataclass(frozen=True, slots=True)
class ComparedFigure:
    """One figure on two branches with its difference, and why: the causes on each that the other does not have."""

    column: str
    name: str
    left: str
    right: str
    difference: str
    left_causes: tuple[str, ...]
    right_causes: tuple[str, ...]
