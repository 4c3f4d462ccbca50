"""The debrief as a whole, and its chapters: how it ended, what was hidden, the tables, words given, the figures."""

from collections.abc import Iterator

import pytest

from game.analysis.recorded import recorded_game, steps_of_the_record
from game.engine.game import Game
from game.engine.moves import Choose
from game.engine.program import Program
from game.errors import UsageError
from game.present.debrief import debrief
from game.present.debrief_parts import Block, Case, Debrief, Items, Passage
from game.present.debrief_secrets import chances
from game.present.english import english
from game.present.reader import Reader
from game.scenario.model import FACILITATOR
from tests.kept import kept_program
from tests.playing import SEATS, random_game
from tests.playing import program as compiled
from tests.present.debriefs import cases, finished, grids, pairs, section


@pytest.fixture(scope="module")
def program() -> Program:
    return compiled()


@pytest.fixture(scope="module")
def recorded(program: Program) -> Debrief:
    return debrief(recorded_game(program), english())


def test_a_game_that_is_not_over_keeps_the_record_shut(program: Program) -> None:
    with pytest.raises(UsageError, match="This game is not over: the record opens when it is"):
        debrief(Game(program, 5), english())


def test_the_ending_is_told_with_its_sources(recorded: Debrief, program: Program) -> None:
    (ending,) = cases(recorded, "ending")
    assert ending.heading == english().plain(program.scenario.endings[program.scenario.record.ending].title)
    assert ending.paragraphs
    assert ending.sources


def test_the_recorded_path_is_said_never_to_have_left_the_record(recorded: Debrief) -> None:
    (passage,) = section(recorded, "first-divergence").blocks
    assert isinstance(passage, Passage)
    assert passage.paragraphs[0] == "It never did: every decision of this game was the record's."
    assert all("as in history" in case.marks for case in cases(recorded, "decisions"))
    assert all("In history" not in pairs(case) for case in cases(recorded, "decisions") if not case.grids)


def test_measures_stand_beside_the_documented_value_or_range(program: Program) -> None:
    game = random_game(program, 5)
    (grid,) = grids(debrief(game, english()), "measures")
    say = english()
    for row, (id_, value) in zip(grid.rows, game.measures().items(), strict=True):
        measure, record = program.scenario.measures[id_], program.scenario.record.measures[id_]
        assert row.cells[0] == say.plain(measure.name)
        assert row.cells[1] == f"{say.number(value)} {say.plain(measure.unit)}"
        assert say.number(record.low) in row.cells[2]
        assert (" to " in row.cells[2]) == (record.low != record.high)
        assert [source.id for source in row.sources] == list(record.sources)


def test_every_side_gets_its_own_reckoning_and_no_sum(program: Program) -> None:
    game = random_game(program, 5)
    told = debrief(game, english())
    by_party = {grid.caption: grid for grid in grids(told, "interests")}
    assert list(by_party) == ["Arden", "Borrel", "Corvane"]
    for party, grid in zip(program.scenario.parties, by_party.values(), strict=True):
        values = game.interests()[party]
        assert len(grid.rows) == len(program.scenario.interests[party])
        for row, interest in zip(grid.rows, program.scenario.interests[party], strict=True):
            assert f"({values[interest.id]} of 100)" in row.cells[2]
            assert row.cells[3] == "Invented."


def test_a_seal_shows_what_was_drawn_what_was_believed_and_each_reading(program: Program) -> None:
    told = debrief(random_game(program, 5), english())
    aim = cases(told, "seals")[0]
    assert aim.heading == "What Arden wants"
    assert aim.paragraphs == ("Historians dispute it; the record proves none of these readings.",)
    shown = pairs(aim)
    assert shown["What the file held in this game"] == "keep the light"
    assert shown["What Borrel went by"] == "keep the light"
    assert shown["What Corvane went by"] == "wait and see"
    assert shown["The reading drawn here: keep the light"] == "The council meant to keep the light."
    assert shown["One reading: sell the light"] == "The council meant to sell it."
    assert [source.id for pair in aim.pairs if "reading" in pair.label for source in pair.sources] == [
        "history-of-the-strait"
    ] * 3


def test_odds_and_beliefs_are_told_by_the_names_of_the_outcomes(recorded: Debrief) -> None:
    storm = cases(recorded, "chance")[0]
    believed = [words for label, words in pairs(storm).items() if "believed" in label]
    assert believed == ["the storm passes by: 91 %; the storm strikes: 9 %; the light is wrecked: 0 %"]


def chances_of(game: Game) -> list[Case]:
    """What the debrief of a game tells of its chances, without the rest."""
    reader = Reader(game.scenario, game.view(FACILITATOR), english())
    return [block for block in chances(reader, game, steps_of_the_record(game)).blocks if isinstance(block, Case)]


def test_where_chance_followed_the_record_the_dice_alone_are_told(program: Program) -> None:
    seen = set()
    for seed in range(8):
        (storm,) = chances_of(recorded_game(program, seed))
        assert storm.heading == "The storm"
        assert pairs(storm)["How it fell"] == pairs(storm)["In history"]
        seen.add(pairs(storm).get("How the dice alone would have fallen"))
    assert None in seen
    assert len(seen) > 1


def test_a_draw_that_history_never_came_to_is_not_told_as_history() -> None:
    finland = kept_program("finland-1939")
    came_to = steps_of_the_record(recorded_game(finland))
    titles = {step.id: step.title.paragraphs[0].source for step in finland.scenario.steps.values()}
    beyond = {titles[id_] for id_ in titles if id_ not in came_to}
    found = [case for seed in range(8) for case in chances_of(random_game(finland, seed))]
    told = {case.heading: pairs(case)["In history"] for case in found}
    assert told.keys() & beyond
    assert told.keys() - beyond
    assert all((told[title] == "History did not come to this.") == (title in beyond) for title in told)


def test_papers_that_were_mistaken_are_opened(program: Program) -> None:
    told = debrief(random_game(program, 5), english())
    assert {(case.heading, case.marks) for case in cases(told, "papers")} == {
        ("A captain's letter", ("mistaken",)),
        ("A rumour", ("mistaken",)),
    }
    assert {pairs(case)["Read by"] for case in cases(told, "papers")} == {"Borrel"}


def test_a_table_is_laid_open_with_both_deals_and_a_picture_in_words(recorded: Debrief) -> None:
    light = cases(recorded, "tables")[0]
    (grid,) = light.grids
    assert grid.headers == ("Package", "Arden", "Borrel", "Corvane")
    labels = [row.cells[0] for row in grid.rows]
    assert labels[:2] == ["Agreed in this game", "Agreed in history"]
    assert labels[-1] == "Walk-away value (below it, leaving is better)"
    assert grid.rows[0].cells[1:] == grid.rows[1].cells[1:]
    assert len(light.plots) == 3
    for plot in light.plots:
        assert {mark.kind for mark in plot.marks} >= {"agreement", "record"}
        assert sum(count for _, _, count in plot.cloud) == 18
        for mark in plot.marks:
            assert mark.label in plot.words


def test_a_failed_table_has_no_agreement_to_value(program: Program) -> None:
    game = Game(program, 5)
    for party, option in (("arden", "wait"), ("borrel", "stay-home"), ("corvane", "open-harbours")):
        game.play(party, Choose(option))
    light = cases(debrief(finished(game), english()), "tables")[0]
    assert "Agreed in this game" not in [row.cells[0] for row in light.grids[0].rows]
    assert all(mark.kind != "agreement" for plot in light.plots for mark in plot.marks)


def test_words_given_are_told_kept_or_broken(program: Program) -> None:
    game = random_game(program, 5)
    told = debrief(game, english())
    states = {case.heading: case.marks[0] for case in cases(told, "promises")}
    names = {"open": "still open at the end", "kept": "kept", "broken": "broken"}
    view = game.view("facilitator")
    expected = {
        english().plain(promise.text): names[view.word(f"promise.{id_}")]
        for id_, promise in program.scenario.promises.items()
        if view.word(f"promise.{id_}") != "not-made"
    }
    assert states == expected
    assert states


def test_a_word_that_was_settled_names_the_day(program: Program) -> None:
    game = random_game(program, 5)
    for case in cases(debrief(game, english()), "promises"):
        given, came = case.pairs[-2:]
        assert "192" in given.words or given.words == "before the first decision of this game"
        assert came.words.startswith(case.marks[0])
        assert "192" in came.words


def test_accounts_run_without_a_gap_from_start_to_end(program: Program) -> None:
    game = random_game(program, 5)
    told = {case.heading: case for case in cases(debrief(game, english()), "accounts")}
    tension = told["Tension in the strait"]
    (grid,) = tension.grids
    steps = [tuple(row.cells[2].split(" → ")) for row in grid.rows]
    assert [before for before, _ in steps[1:]] == [after for _, after in steps[:-1]]
    assert steps[0][0] == "8"
    assert steps[-1][1] == str(game.values()["tension"])
    for row, (before, after) in zip(grid.rows, steps, strict=True):
        amounts = [int(cause.split(" ")[0].replace("−", "-")) for cause in row.cells[3].split("; ")]
        assert sum(amounts) == int(after) - int(before)


def test_voices_and_questions_fit_what_happened(program: Program) -> None:
    for seed in range(6):
        game = random_game(program, seed)
        told, view = debrief(game, english()), game.view("facilitator")
        heard = [voice for voice in program.scenario.voices if view.holds(voice.when)]
        assert len(cases(told, "voices") if told.section("voices") else []) == len(heard)
        if heard:
            note = section(told, "voices").blocks[0]
            assert isinstance(note, Passage)
            assert "imagined" in note.paragraphs[0]
        (questions,) = section(told, "questions").blocks
        assert isinstance(questions, Items)
        asked = [one for one in program.scenario.questions if view.holds(one.when)]
        assert len(questions.items) == len(asked)


def test_it_says_who_played_and_how_to_repeat_it(program: Program) -> None:
    told = debrief(random_game(program, 5), english(), SEATS)
    assert told.played[0] == "Arden: played by a person."
    assert told.played[-1] == "Seed 5. The same seed and the same moves give the same game."
    assert (told.scenario, told.language, told.dates) == ("three-parties", "en", "1–4 March 1925")
    assert "CC BY 4.0" in told.licence


def test_every_source_cited_is_listed_once(program: Program) -> None:
    told = debrief(random_game(program, 5), english())
    listed = [source.id for source in told.sources]
    assert len(listed) == len(set(listed))
    assert set(listed) == {source for part in told.sections for block in part.blocks for source in sources_of(block)}
    assert set(listed) <= set(program.scenario.sources)


def sources_of(block: Block) -> Iterator[str]:
    found = [*getattr(block, "sources", ())]
    for pair in getattr(block, "pairs", ()):
        found += pair.sources
    for grid in (*getattr(block, "grids", ()), block):
        for row in getattr(grid, "rows", ()):
            found += row.sources
    yield from (source.id for source in found)


def test_making_a_debrief_leaves_the_game_where_it_was(program: Program) -> None:
    game = random_game(program, 5)
    before = (game.seq, len(game.history), game.world.state_bytes())
    debrief(game, english())
    assert (game.seq, len(game.history), game.world.state_bytes()) == before


def test_figures_that_changed_once_share_a_table(program: Program) -> None:
    game = random_game(program, 5)
    told = debrief(game, english())
    (once,) = grids(told, "accounts")
    names = [row.cells[0] for row in once.rows]
    assert len(names) == len(set(names)) > 0
    assert not set(names) & {case.heading for case in cases(told, "accounts")}
    assert all(len(case.grids[0].rows) > 1 for case in cases(told, "accounts"))


def test_a_change_of_standing_says_whether_the_word_was_kept(program: Program) -> None:
    causes = [
        row.cells[-1]
        for part in cases(debrief(random_game(program, 5), english()), "accounts")
        for row in part.grids[0].rows
        if "Standing" in part.heading
    ]
    assert causes
    assert all("a word kept" in cause or "a word broken" in cause for cause in causes)
