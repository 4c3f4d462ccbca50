"""What lies on the tables at a choice: everything the first time, afterwards what is new, and nothing twice."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from game.engine.moves import ADJOURN, propose
from game.present.opening import Opened, Plan, begin, open_scenario
from game.present.page import DecisionPage, TablePage
from game.present.parts import Prose
from game.present.sitting import Sitting


@cache
def opened() -> Opened:
    return open_scenario("pact-1939")


def lying() -> Iterator[tuple[str, Prose]]:
    """Plays Moscow by first options, with an offer at each of the officers' sessions; a choice and what lay there."""
    sitting = begin(opened(), Plan((("soviet-union",),), "trades", 3, "full"), None).sitting
    while not sitting.over:
        page = sitting.page
        if isinstance(page, DecisionPage):
            yield page.step, tuple(line.words for line in page.terms)
            sitting.act(next(f"choose:{one.id}" for one in page.options if one.enabled))
        elif isinstance(page, TablePage):
            _offer_or_leave(sitting, page)
        else:
            sitting.proceed()


def _offer_or_leave(sitting: Sitting, page: TablePage) -> None:
    """Offers at each session what it had not named before, the first time the last options, then the first."""
    place = 0 if page.own_last else -1
    terms = {issue.id: issue.options[place].id for issue in page.issues}
    may_offer = any(one.id == "propose" for one in page.actions) and page.fresh and len(page.issues) > 4
    sitting.move(propose(terms) if may_offer else ADJOURN)


def test_what_lay_there_at_one_choice_is_not_said_again_at_the_next() -> None:
    found = dict(lying())
    assert any(line.startswith("We last offered: Powers: ") for line in found["roads"])
    assert found["forces"] == ()


def test_after_another_session_only_what_is_new_is_said() -> None:
    found = dict(lying())
    later = found["credit-signing"]
    assert later[-1] == "The rest is as it was."
    assert any(line.startswith("We now offer: Powers: ") for line in later)
    assert not any("last offered" in line or "last asked" in line for line in later)


def test_who_decides_for_two_parties_reads_it_once() -> None:
    sitting = begin(opened(), Plan((("united-kingdom", "france"),), "record", 3, "full"), None).sitting
    found: list[Prose] = []
    while not sitting.over and len(found) < 2:
        page = sitting.page
        if isinstance(page, DecisionPage):
            found += [tuple(line.words for line in page.terms)] if page.step == "warsaw-push" else []
            sitting.act(next(f"choose:{one.id}" for one in page.options if one.enabled))
        elif isinstance(page, TablePage):
            _offer_or_leave(sitting, page)
        else:
            sitting.proceed()
    first, second = found
    assert first
    assert second == ()
