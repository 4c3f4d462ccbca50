"""The packages of a table by their worth to two sides, as parts that every face can draw, and the same in words.

What the points are is explained here too, for whoever has never met them. Nothing here draws.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, Literal

from game.analysis.survey import LOWEST, Cloud
from game.present.debrief_parts import Mark, MarkKind, Plot
from game.present.parts import Prose
from game.present.quantities import party_inside, party_name
from game.present.speech import Speech
from game.scenario.model import Scenario

if TYPE_CHECKING:
    from game.analysis.tables import Examination, Valued

MOST_DOTS = 6_000
PointKind = Literal["nash", "kalai-smorodinsky", "egalitarian", "utilitarian"]


def plots(
    scenario: Scenario,
    speech: Speech,
    laid_open: Examination,
    agreed: Valued | None = None,
) -> tuple[Plot, ...]:
    """Makes a plot for every two sides of a table; `agreed` is the deal of the game, if one was made."""
    pairs = combinations(laid_open.parties, 2)
    told = tuple(_told(scenario, speech, laid_open, agreed))
    return tuple(_plot(scenario, speech, laid_open, told, pair) for pair in pairs)


def solution_points(laid_open: Examination) -> Iterator[tuple[PointKind, tuple[Valued, ...]]]:
    """Yields the solution points by kind, each with its ties; one that does not exist has none."""
    yield "nash", laid_open.nash
    yield "kalai-smorodinsky", laid_open.kalai_smorodinsky
    yield "egalitarian", laid_open.egalitarian
    yield "utilitarian", laid_open.utilitarian


def points_explained(speech: Speech) -> Prose:
    """Says in a sentence each what the frontier and the solution points are."""
    names = ("frontier", "nash", "kalai-smorodinsky", "egalitarian", "utilitarian")
    return tuple(speech(f"point.{name}") for name in names)


def share_words(speech: Speech, share: float) -> str:
    """Writes a share of 100 as a whole number, halves away from nought."""
    return speech.number(int(share + 0.5) if share >= 0 else -int(0.5 - share))


def tenths(share: float) -> str:
    """Writes a share to one decimal, without one that says nothing.

    >>> tenths(12.92), tenths(3.0), tenths(0.02)
    ('12.9', '3', '0.02')
    """
    decimals = 1 if abs(share) >= 0.1 else 2
    return f"{share:.{decimals}f}".removesuffix(f".{'0' * decimals}")


Told = tuple[MarkKind, str, "Valued"]
"""A package that is marked: by which sign, under which name."""


def _plot(
    scenario: Scenario, speech: Speech, laid_open: Examination, told: Sequence[Told], pair: tuple[str, str]
) -> Plot:
    across, up = pair
    places = (laid_open.parties.index(across), laid_open.parties.index(up))
    marks = tuple(Mark(kind, label, package.shares[across], package.shares[up]) for kind, label, package in told)
    frontier = sorted({(point.shares[across], point.shares[up]) for point in laid_open.frontier}, reverse=True)
    # What no government would sign would only make the plot small.
    cloud = tuple(cell for cell in laid_open.clouds[places] if min(cell[:2]) >= LOWEST)
    beyond = laid_open.packages - sum(count for _, _, count in cloud)
    words = _words(scenario, speech, laid_open, (across, up), marks)
    if beyond:
        words = f"{words} {speech('debrief.plot.beyond', count=speech.number(beyond), lowest=-LOWEST)}"
    inside = {"across": party_inside(scenario, speech, across), "up": party_inside(scenario, speech, up)}
    return Plot(
        caption=speech("debrief.plot", **inside),
        words=words,
        across=party_name(scenario, speech, across),
        up=party_name(scenario, speech, up),
        cloud=_drawn(cloud),
        frontier=tuple(frontier) if len(laid_open.parties) == 2 else (),
        walk_away=(laid_open.walk_aways[across], laid_open.walk_aways[up]),
        marks=marks,
    )


def _drawn(cloud: Cloud) -> Cloud:
    """Takes dots together, two by two each way, where there are so many that they would run into one."""
    if len(cloud) <= MOST_DOTS:
        return cloud
    cells: dict[tuple[int, int], int] = {}
    for across, up, count in cloud:
        cell = (across // 2 * 2, up // 2 * 2)
        cells[cell] = cells.get(cell, 0) + count
    return tuple((across, up, count) for (across, up), count in cells.items())


def _told(scenario: Scenario, speech: Speech, laid_open: Examination, agreed: Valued | None) -> Iterator[Told]:
    if agreed is not None:
        yield "agreement", speech("debrief.table.agreed"), agreed
    if laid_open.record is not None:
        yield "record", speech("debrief.table.record"), laid_open.record
    else:
        for party, asked in laid_open.last_asked.items():
            yield "record", speech("debrief.table.last", party=party_inside(scenario, speech, party)), asked
    yield "unsettled", speech("findings.unsettled"), laid_open.unsettled
    for key, found in solution_points(laid_open):
        for point in found[:1]:
            yield key, speech(f"debrief.table.{key}"), point


def _words(
    scenario: Scenario, speech: Speech, laid_open: Examination, parties: tuple[str, str], marks: tuple[Mark, ...]
) -> str:
    across, up = parties
    names = {"across": party_inside(scenario, speech, across), "up": party_inside(scenario, speech, up)}
    told = " ".join(
        speech(
            "debrief.plot.mark",
            label=mark.label,
            across_name=names["across"],
            up_name=names["up"],
            across=share_words(speech, mark.across),
            up=share_words(speech, mark.up),
        )
        for mark in marks
    )
    return speech(
        "debrief.plot.words",
        packages=speech.number(laid_open.packages),
        walk_across=speech.number(laid_open.walk_aways[across]),
        walk_up=speech.number(laid_open.walk_aways[up]),
        marks=told,
        **names,
    ).strip()
