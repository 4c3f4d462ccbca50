"""The short game: what it decides for a person is marked, told in short, and charged to nobody."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import MoveRefused
from game.players.match import SHORT_GAME
from game.present.debrief_parts import Case, Passage
from game.present.opening import Plan, begin, open_scenario
from game.present.page import BriefingPage, ConsequencePage, DecisionPage
from game.present.sitting import Sitting
from game.present.turns import moved_since
from tests.scenarios.small import choice, do, news, write_small

VARIABLES = 'variables:\n  tension: {name: "Tension", range: 0..20, start: 8, basis: "Invented."}\n'
OPTIONS = f'wait: {{text: "Wait."}}, strike: {{text: "Strike.", effects: [{do("tension += 3")}]}}'
LATE = f'wait: {{text: "Wait."}}, strike: {{text: "Strike.", effects: [{do("tension -= 3")}]}}'
DOCUMENTS = """
documents:
  late-paper:
    {title: "A late paper", date: 1925-06, at: second, text: "Late.", sources: [made-up], confidence: firm}
"""
STEPS = (
    choice("first", "arden", OPTIONS, record="wait", more="short: strike")
    + choice("second", "arden", LATE, record="wait", more="short: strike")
    + news("paper")
    + choice("third", "arden", OPTIONS, record="wait", more="short: strike")
    + choice("fourth", "arden", OPTIONS, record="wait", more="short: play")
    + choice("fifth", "arden", OPTIONS, record="wait", more="short: strike")
    + choice("sixth", "arden", OPTIONS, record="wait", more="short: play")
)


@pytest.fixture
def sitting(tmp_path: Path) -> Sitting:
    opened = open_scenario(write_small(tmp_path, STEPS, more=VARIABLES + DOCUMENTS))
    return begin(opened, Plan((("arden",),), length="short"), None).sitting


def read_on(sitting: Sitting) -> list[object]:
    """Reads to the next decision, and returns the pages read."""
    pages: list[object] = []
    while not isinstance(sitting.page, DecisionPage) and not sitting.over:
        pages.append(sitting.page)
        sitting.proceed()
    return pages


def test_the_brief_is_read_first_and_is_of_the_first_morning(sitting: Sitting) -> None:
    kinds = [type(page) for page in read_on(sitting)]
    assert kinds.index(BriefingPage) < kinds.index(ConsequencePage)
    assert [line.title for line in sitting.documents().documents] == ["A late paper"]


def test_no_paper_that_came_later_is_in_the_brief(sitting: Sitting) -> None:
    brief = next(page for page in read_on(sitting) if isinstance(page, BriefingPage))
    assert brief.documents == ()


def test_news_are_a_list_with_a_line_for_each_step(sitting: Sitting) -> None:
    page = next(page for page in read_on(sitting) if isinstance(page, ConsequencePage))
    brief = page.happened[0]
    assert [one.title for one in page.happened] == ["Until now"]
    assert brief.lines == (
        "June 1925, *First*: Decided for us: Strike.",
        "June 1925, *Second*: Decided for us: Strike.",
        "June 1925, *Paper*: News.",
        "June 1925, *Third*: Decided for us: Strike.",
    )
    assert [(line.before, line.after) for line in brief.accounts] == [("8", "11")]


def test_after_a_decision_only_what_came_of_it_is_told(sitting: Sitting) -> None:
    read_on(sitting)
    sitting.act("choose:strike")
    page = next(page for page in read_on(sitting) if isinstance(page, ConsequencePage))
    assert [(one.title, one.lines) for one in page.happened] == [
        ("Since we last decided", ("June 1925, *Fifth*: Decided for us: Strike.",))
    ]


def test_a_page_in_brief_can_be_had_at_length_and_the_next_is_brief_again(sitting: Sitting) -> None:
    sitting.proceed()
    sitting.proceed()
    assert [one.id for one in sitting.page.actions] == ["continue", "at-length"]
    sitting.act("at-length")
    assert isinstance(sitting.page, ConsequencePage)
    assert [one.id for one in sitting.page.actions] == ["continue"]
    sitting.proceed()
    sitting.act("choose:wait")
    assert [one.id for one in sitting.page.actions] == ["continue", "at-length"]


def test_a_choice_in_the_short_game_leaves_out_who_argued_for_what(sitting: Sitting) -> None:
    read_on(sitting)
    page = sitting.page
    assert isinstance(page, DecisionPage)
    assert {option.advocate for option in page.options} | {one.would_change for one in page.advisers} == {""}


def test_at_length_what_was_decided_for_a_person_comes_as_one_summary(sitting: Sitting) -> None:
    sitting.proceed()
    sitting.proceed()
    sitting.act("at-length")
    page = sitting.page
    assert isinstance(page, ConsequencePage)
    assert [one.title for one in page.happened] == ["So far, as in the short game"]
    summary = page.happened[0]
    assert summary.lines == (
        "June 1925, *First*: Strike.",
        "June 1925, *Second*: Strike.",
        "June 1925, *Paper*: News.",
        "June 1925, *Third*: Strike.",
    )
    assert [(line.before, line.after) for line in summary.accounts] == [("8", "11")]


def test_a_single_one_is_told_in_full_with_a_mark(sitting: Sitting) -> None:
    read_on(sitting)
    sitting.act("choose:wait")
    sitting.act("at-length")
    page = next(page for page in read_on(sitting) if isinstance(page, ConsequencePage))
    assert [one.words[0] for one in page.happened] == ["We decided: Wait.", "Decided for us (short game): Strike."]


def test_the_history_marks_it_and_offers_no_way_back_to_it(sitting: Sitting) -> None:
    read_on(sitting)
    sitting.act("choose:wait")
    read_on(sitting)
    lines = sitting.history().lines
    assert [line.own for line in lines] == [False, False, False, True, False]
    assert [("short game" in line.words) for line in lines] == [True, True, True, False, True]
    with pytest.raises(MoveRefused):
        sitting.go_to(lines[0].seq)


def test_the_debrief_tells_a_default_as_the_short_games_own(sitting: Sitting) -> None:
    for chosen in ("choose:wait", "choose:strike"):
        read_on(sitting)
        sitting.act(chosen)
    first = sitting.debrief().section("first-divergence")
    assert first is not None and isinstance(first.blocks[0], Passage)
    short, own, _, counted = first.blocks[0].paragraphs
    assert "at *First*, the short game decided for" in short
    assert "at *Sixth*, " in own and "decided otherwise than in history" in own
    assert counted == "4 decisions on this path were taken by the short game, for a person."


def test_the_debrief_labels_what_the_short_game_decided(sitting: Sitting) -> None:
    for chosen in ("choose:wait", "choose:wait"):
        read_on(sitting)
        sitting.act(chosen)
    section = sitting.debrief().section("decisions")
    assert section is not None
    labels = [case.pairs[0].label for case in section.blocks if isinstance(case, Case)]
    assert labels == [*["Decided by the short game"] * 3, "Decided", "Decided by the short game", "Decided"]
    first = sitting.debrief().section("first-divergence")
    assert first is not None and isinstance(first.blocks[0], Passage)
    assert "Every decision that the short game left open was the record's." in first.blocks[0].paragraphs


def test_a_person_who_types_its_mark_as_a_reason_is_not_taken_for_it(sitting: Sitting) -> None:
    read_on(sitting)
    sitting.act("choose:wait", reason=SHORT_GAME)
    entry = next(entry for entry in sitting.game.path if entry.step == "fourth")
    assert entry.reason == "short game."


def test_what_has_changed_counts_from_the_last_decision_of_the_person(sitting: Sitting) -> None:
    read_on(sitting)
    sitting.act("choose:strike")
    read_on(sitting)
    assert moved_since(sitting.reader, sitting.game) == {"tension": 6}


PROMISES = """
promises:
  old-word:
    {by: arden, to: [borrel], due: settling, kept-when: "tension >= 0", kept: 1, broken: 1, text: "No tolls."}
  mill:
    {by: borrel, to: [arden], due: settling, kept-when: "tension >= 0", kept: 1, broken: 1, text: "The mill is theirs."}
  bridge:
    {by: borrel, to: [arden], due: settling, kept-when: "tension > 20", kept: 1, broken: 1, text: "The bridge stays."}
"""
BOTH = f'both: {{text: "Give both.", effects: [{do("make mill", "make bridge")}]}}, none: {{text: "Give none."}}'
SWORN = (
    news("before", effects=do("make old-word"))
    + choice("giving", "borrel", BOTH, record="both", more="short: both")
    + choice("asking", "arden", OPTIONS, record="wait", more="short: play")
    + news("settling")
    + choice("last", "arden", OPTIONS, record="wait", more="short: play")
)


def test_promises_are_told_in_brief_and_one_from_before_the_game_as_one_that_binds(tmp_path: Path) -> None:
    opened = open_scenario(write_small(tmp_path, SWORN, more=VARIABLES + PROMISES))
    sitting = begin(opened, Plan((("arden", "borrel"),), length="short"), None).sitting
    lines = [page.happened[0].lines for page in read_on(sitting) if isinstance(page, ConsequencePage)]
    said = " ".join(lines[0])
    assert "Arden is bound by a promise: No tolls." in said
    assert "Borrel has given promises: The mill is theirs; The bridge stays." in said
    sitting.act("choose:wait")
    lines = [page.happened[0].lines for page in read_on(sitting) if isinstance(page, ConsequencePage)]
    (settled,) = [line for line in lines[0] if "*Settling*" in line]
    assert "Arden has kept a promise to Borrel." in settled
    assert "Borrel has kept a promise to Arden. Borrel has broken a promise: The bridge stays." in settled
