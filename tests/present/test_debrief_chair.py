"""The decisive session replayed from the other chair: its papers, its instructions, what each move was worth to it."""

import io

import pytest

from game.analysis.recorded import recorded_game
from game.analysis.sessions import agreed_terms, decided, decisive, held_sessions, lay_after
from game.engine.game import Game
from game.players.match import decided as decided_by
from game.players.styles import seat_of
from game.present.debrief import debrief
from game.present.debrief_parts import Case, Debrief, Section
from game.present.english import english
from game.present.html_report import render
from game.present.reader import Reader
from game.scenario.table_rules import Table
from game.terminal.debriefing import Debriefing, section_blocks
from game.terminal.screen import PlainScreen
from tests.kept import kept_program


def played(scenario: str, seed: int = 3, style: str = "trades") -> Game:
    game, seat = Game(kept_program(scenario), seed), seat_of(style)
    while not game.over:
        party = game.pending[0]
        game.play(party, decided_by(seat, game.ask(party), game.seat_stream(party)))
    return game


@pytest.fixture(scope="module")
def game() -> Game:
    return recorded_game(kept_program("finland-1939"))


@pytest.fixture(scope="module")
def told(game: Game) -> Debrief:
    return debrief(game, english(), {"finland": "person", "soviet-union": "trades"})


def words(section: Section) -> str:
    out = io.StringIO()
    PlainScreen(out, 10_000).show(section_blocks(section, lambda _: "", english()))
    return out.getvalue()


@pytest.mark.parametrize("scenario", ["finland-1939", "pact-1939", "yalta-1945"])
def test_no_session_moved_more_than_the_decisive_one_and_of_equals_none_was_later(scenario: str) -> None:
    game = played(scenario)
    sessions = list(held_sessions(game))
    found = decisive(game)
    assert found is not None
    moved = [
        max(decided(game, one, party).moved for party in game.program.tables[one.table].table.parties)
        for one in sessions
    ]
    place = [one.step for one in sessions].index(found.session.step)
    assert moved[place] == max(moved)
    assert all(later < moved[place] for later in moved[place + 1 :])


def test_a_session_begins_with_what_the_one_before_left_on_the_table(game: Game) -> None:
    first, second, *_ = (one for one in held_sessions(game) if one.table == "kremlin-talks")
    after = lay_after(game, first.table, "finland", first.entries[-1].seq)
    before = lay_after(game, second.table, "finland", second.opening)
    assert after.seen.standing == before.seen.standing != {}
    assert after.share == before.share


def test_a_table_taken_whole_that_agreed_on_nothing_ends_with_what_leaving_was_worth(game: Game) -> None:
    (last,) = (one for one in held_sessions(game) if one.table == "kremlin-talks" and one.closing)
    assert agreed_terms(game, "kremlin-talks") == {}
    end = lay_after(game, "kremlin-talks", "finland", last.entries[-1].seq)
    assert decided(game, last, "finland").after == end.seen.walk_away


def test_signing_counts_as_a_gain_where_it_was_better_than_leaving(game: Game) -> None:
    """What is open counts as leaving before, not as the frontier that stood while there was peace."""
    (peace,) = (one for one in held_sessions(game) if one.closing and agreed_terms(game, one.table))
    for party in game.program.tables[peace.table].table.parties:
        found = decided(game, peace, party)
        opening = lay_after(game, peace.table, party, peace.opening)
        assert found.signed
        assert found.before == opening.seen.walk_away
        signed = opening.seen.worth(agreed_terms(game, peace.table)) / opening.seen.total_weight
        assert found.after == signed


def test_ones_own_offer_is_nothing_to_count_on(game: Game) -> None:
    first = next(held_sessions(game))
    lays = [lay_after(game, first.table, "soviet-union", entry.seq) for entry in first.entries]
    own = next(lay for lay in lays if lay.seen.proposer == "soviet-union")
    assert own.share > own.seen.walk_away == own.counted_on("soviet-union")


def test_the_decisive_session_is_the_players_and_the_chair_another_one(told: Debrief) -> None:
    section = told.section("chair")
    assert section is not None
    assert "more for Finland" in words(section)
    assert [chair.party for chair in told.chairs] == ["soviet-union"]


def test_without_persons_every_chair_can_be_taken(game: Game) -> None:
    assert [chair.party for chair in debrief(game, english()).chairs] == ["soviet-union", "finland"]


def test_the_chair_has_its_instructions_and_papers_and_not_the_players(game: Game, told: Debrief) -> None:
    (chair,) = told.chairs
    text = words(chair.replay)
    found = decisive(game, ["finland"])
    assert found is not None
    seen = game.elsewhere(found.session.opening)
    own = {english().plain(document.title) for document in seen.view("soviet-union").documents()}
    assert own
    assert all(title in text for title in own)
    others = {english().plain(document.title) for document in game.scenario.documents.values()} - own
    assert not [title for title in others if title in text]
    table = game.scenario.steps[found.session.table].body
    assert isinstance(table, Table)
    (came_with,) = (one for one in chair.replay.blocks if isinstance(one, Case) and "came with" in one.heading)
    soviet = Reader(game.scenario, seen.view("soviet-union"), english())
    assert came_with.paragraphs == soviet.prose(table.instructions["soviet-union"])
    assert came_with.paragraphs


def test_every_move_has_its_worth_to_the_chair_and_its_least(game: Game, told: Debrief) -> None:
    (chair,) = told.chairs
    found = decisive(game, ["finland"])
    assert found is not None
    (moves,) = (
        block.grids[0] for block in chair.replay.blocks if isinstance(block, Case) and block.heading == "Move by move"
    )
    assert len(moves.rows) == len(found.session.entries)
    weighed = 0
    for row, entry in zip(moves.rows, found.session.entries, strict=True):
        seen = game.elsewhere(entry.seq).view("soviet-union").talks(found.session.table)
        if seen is not None:
            assert row.cells[1] == english().number(round(seen.worth(seen.standing) / seen.total_weight))
            assert row.cells[2] == str(seen.walk_away)
            weighed += 1
    assert weighed >= len(moves.rows) - 1


def test_the_terminal_opens_a_chair_on_request_and_goes_on_where_it_was(told: Debrief) -> None:
    debriefing = Debriefing(told, english())
    debriefing.opening()
    out = io.StringIO()
    PlainScreen(out, 200).show(debriefing.chair("soviet"))
    assert "Move by move" in out.getvalue()
    assert not debriefing.is_read


def test_the_report_has_every_chair_folded(told: Debrief) -> None:
    (chair,) = told.chairs
    page = render(told, english())
    (_, folded) = page.split(f"<summary>{chair.replay.heading}</summary>")
    assert "Move by move" in folded.split("</details>")[0]
