"""One game of the engine beside one game of the oracle: what must be the same at every point, and at the end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from random import Random

import pytest

from game.engine.accounts import Account
from game.engine.game import Game
from game.engine.happenings import Happening
from game.engine.legality import LegalChoice
from game.engine.moves import ACCEPT, ADJOURN, WALK_OUT, Choose, Move, TableMove, nominate, press, propose
from game.engine.views import View
from game.errors import MoveRefused
from game.scenario.table_rules import Resume
from tests.oracle.accounts import Change, as_heard
from tests.oracle.game import OracleGame
from tests.oracle.judgement import believed_interests, documents, interests, is_sent, told, walk_away, worth
from tests.oracle.talks import Talks

VIEWERS = ("public", "facilitator")
TOLD = ("choice", "chance", "dispatch", "table-closed", "promise")
"""The kinds of happening that the oracle keeps too."""


def compare_point(game: Game, oracle: OracleGame) -> None:
    """Holds a point of a game against the oracle's."""
    assert game.over == oracle.over
    assert (game.step and game.step.id) == (oracle.step and oracle.step.id)
    assert game.pending == oracle.pending
    assert game.values() == oracle.state
    for party in oracle.scenario.interests:
        assert game.view(party).interests() == believed_interests(oracle, party)


def compare_legal(game: Game, oracle: OracleGame) -> None:
    """Holds what each pending party may do against the oracle's word."""
    for party in oracle.pending:
        legal = game.legal(party)
        if isinstance(legal, LegalChoice):
            assert [option.id for option in legal.options if option.legal] == oracle.legal_options(party)
        else:
            assert list(legal.kinds) == oracle.table.kinds()
            talks = oracle.table
            assert list(legal.open_issues) == (talks.nominable if talks.nominating else talks.bargained)


def compare_legality(game: Game, oracle: OracleGame, party: str, random: Random) -> None:
    """Tries moves that may be legal or not in both."""
    compare_legal(game, oracle)
    for move in random.sample(list(_tries(oracle, party)), 6):
        allowed = oracle.allows(party, move)
        assert (game.refusal(party, move) is None) == allowed, f"{party}: {move}"
        if not allowed:
            before = game.values()
            with pytest.raises(MoveRefused):
                game.play(party, move)
            assert game.values() == before


def _tries(oracle: OracleGame, party: str) -> Iterable[Move]:
    """Moves that may be legal or not: of every kind, for what is there and what is not."""
    yield from (Choose("never-heard-of"), ACCEPT, ADJOURN, WALK_OUT, press("never-heard-of"), propose({}))
    if party not in oracle.pending or oracle.step is None:
        return
    if not hasattr(oracle.step.body, "table") and hasattr(oracle.step.body, "items"):
        yield from (Choose(option) for option in oracle.choice(party).options)
        return
    issues = oracle.table.table.issues
    yield from (press(issue) for issue in issues)
    yield from (propose({issue: next(iter(each.options))}) for issue, each in issues.items())
    yield propose({issue: each.unsettled for issue, each in issues.items()})
    yield propose({issue: each.unsettled for issue, each in issues.items()} | {"never-heard-of": "none"})
    yield propose(dict.fromkeys(issues, "never-heard-of"))
    yield TableMove("press")
    if oracle.table.table.agenda is not None:
        yield from (nominate([issue]) for issue in issues)
        yield from (nominate(issues), nominate([]), nominate(["never-heard-of"]), nominate([*issues, *issues]))


def compare_views(game: Game, oracle: OracleGame) -> None:
    """Holds what every viewer is shown against what the oracle says that it may know."""
    views = {viewer: game.view(viewer) for viewer in (*oracle.scenario.parties, *VIEWERS)}
    for viewer, view in views.items():
        known = oracle.known_to(viewer)
        assert {name: view.value(name) for name in known} == known, viewer
        happenings, expected = view.happenings(), told(oracle, viewer)
        heard = {(_place(oracle, one), one.kind, one.party) for one in happenings if one.kind in TOLD}
        assert heard == expected, f"{viewer}: {heard ^ expected}"
        mine = heard_accounts(oracle, viewer)
        theirs = [account for one in happenings for account in one.accounts]
        assert by_column(theirs) == by_column(mine), viewer
        assert [document.id for document in view.documents()] == documents(oracle, viewer), viewer
    if oracle.at_table:
        compare_table_views(views, oracle)


def heard_accounts(oracle: OracleGame, viewer: str) -> list[Change]:
    """The accounts of what a viewer knows, with the causes of what it knows to have been decided."""

    def told(cause: str) -> bool:
        column = cause_column(oracle, cause)
        if not column:
            return is_sent(oracle, cause.split(".")[1], viewer)
        return oracle.knows(viewer, column)

    changes = [change for one in oracle.happenings for change in one.changes if oracle.knows(viewer, change.column)]
    return [as_heard(oracle.scenario.columns[change.column], change, told) for change in changes]


def cause_column(oracle: OracleGame, cause: str) -> str:
    """The column of what a cause belongs to, by its address; of news, which those know whom it was sent, none."""
    kind, id_, *rest = cause.split(".")
    if kind == "promises":
        return f"promise.{id_}"
    by_part = {
        "options": f"choice.{id_}",
        "choices": f"choice.{id_}.{rest[1]}",
        "chance": f"chance.{id_}",
        "table": f"agreed.{id_}",
        "dispatch": "",
    }
    column = by_part[rest[0]]
    alone = rest[0] == "choices" and len(oracle.scenario.steps[id_].body) == 1  # type: ignore[arg-type]
    return f"choice.{id_}" if alone else column


def _place(oracle: OracleGame, happening: Happening) -> str:
    """The step of a happening; a table that closes does so for the oracle where it was opened."""
    body = oracle.scenario.steps[happening.step].body
    return body.table if happening.kind == "table-closed" and isinstance(body, Resume) else happening.step


def compare_table_views(views: Mapping[str, View], oracle: OracleGame) -> None:
    """Holds the sitting table, as each of its parties sees it, against the oracle's."""
    talks = oracle.table
    for viewer, view in views.items():
        seen = view.table
        assert (seen is not None) == (viewer in talks.table.parties or viewer == "facilitator"), viewer
        if seen is None:
            continue
        assert (seen.session, seen.round, seen.mover, seen.final) == (
            talks.session, talks.round, talks.mover, talks.final,
        )  # fmt: skip
        assert dict(seen.standing) == talks.standing
        assert (seen.proposer, set(seen.consents)) == (talks.proposer, talks.consents)
        assert dict(seen.initialled) == talks.initialled
        assert {party: dict(terms) for party, terms in seen.positions.items()} == talks.positions
        if talks.table.agenda is not None:
            assert (list(seen.live), seen.nominating) == (_in_order(talks, talks.live), talks.nominating)
        if talks.table.hours is not None:
            assert seen.hours_left == talks.hours_left
        if viewer in talks.table.parties:
            assert seen.walk_away == walk_away(oracle, viewer)
            assert seen.worth(seen.standing) == worth(oracle, viewer, talks.initialled | talks.standing)


def _in_order(talks: Talks, issues: set[str]) -> list[str]:
    return [issue for issue in talks.table.issues if issue in issues]


def compare_accounts(game: Game, oracle: OracleGame) -> None:
    """Holds every account so far against the oracle's; the parts of each sum to its change."""
    theirs = [account for happening in game.happenings for account in happening.accounts]
    mine = [change for happening in oracle.happenings for change in happening.changes]
    assert all(account.after - account.before == sum(item.amount for item in account.items) for account in theirs)
    assert by_column(theirs) == by_column(mine)


def compare_end(game: Game, oracle: OracleGame) -> None:
    """Holds how a game came out against the oracle's."""
    assert game.ending() == oracle.ending()
    assert game.measures() == oracle.measures()
    assert game.interests() == interests(oracle)
    compare_accounts(game, oracle)


Line = tuple[int, int, list[tuple[str, int]]]


def by_column(accounts: Iterable[Account | Change]) -> dict[str, list[Line]]:
    """The accounts of each column in order, each with its parts in order of size; what changes nothing is left out."""
    found: dict[str, list[Line]] = {}
    for account in accounts:
        items = sorted((item.kind, item.amount) for item in account.items if item.amount)
        if items:
            found.setdefault(account.column, []).append((account.before, account.after, items))
    return found
