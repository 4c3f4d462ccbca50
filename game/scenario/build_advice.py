"""Builds what advisers say, at choices and at tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from game.scenario.build_draft import Draft, Place
from game.scenario.cast import Advice

if TYPE_CHECKING:
    from game.scenario.description_parts import AdviceDescription

TABLE_MOVES = ("propose", "accept", "hold", "press", "adjourn", "walk-out")
"""What an adviser may recommend at a table."""


def build_advice(
    draft: Draft,
    described: Sequence[AdviceDescription],
    parties: Iterable[str],
    recommendable: Iterable[str],
    place: Place,
) -> tuple[Advice, ...]:
    """The lines of advice at `place`, from members of `parties`, each for one of `recommendable`."""
    draft.unique((advice.id for advice in described), place, "advice")
    parties = tuple(parties)
    members = [member for party in parties for member in draft.members.get(party, ())]
    known = all(party in draft.members for party in parties)
    recommendable = tuple(recommendable)
    what = "move at a table" if recommendable == TABLE_MOVES else "option"
    found = []
    for index, advice in enumerate(described):
        here = place.item(index, advice.id)
        if known:
            draft.knows(advice.member, members, here.at("member").where, "REF08", "member of this delegation")
        draft.knows(advice.recommends, recommendable, here.at("recommends").where, "REF06", what)
        found.append(
            Advice(
                id=advice.id,
                member=advice.member,
                recommends=advice.recommends,
                text=draft.text(advice.text, here.at("text")),
                would_change=draft.text(advice.would_change, here.at("would-change")),
                when=draft.condition(advice.when, here, "when"),
                where=here.where,
            )
        )
    return tuple(found)
