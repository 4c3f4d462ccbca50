"""Which page comes next, for whom, and what each action does."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator

import pytest

from game.errors import GameError, MoveRefused, UsageError
from game.present.keeping import Keeping
from game.present.page import (
    BriefingPage,
    ConsequencePage,
    DecisionPage,
    HandOverPage,
    NotePage,
    OverPage,
    TablePage,
)
from game.present.sitting import Sitting

Sit = Callable[..., Sitting]


def to_decision(sitting: Sitting) -> DecisionPage | TablePage:
    """Reads on until something is to be decided."""
    while not isinstance(sitting.page, DecisionPage | TablePage):
        sitting.proceed()
    return sitting.page


def to_table(sitting: Sitting) -> TablePage:
    """Decides until a table sits."""
    while not isinstance(page := to_decision(sitting), TablePage):
        sitting.act(next(action.id for action in page.actions if action.enabled))
    return page


def to_end(sitting: Sitting) -> OverPage:
    """Plays somehow to the end."""
    while not sitting.over:
        page = to_decision(sitting)
        if isinstance(page, TablePage):
            sitting.act("walk-out")
        else:
            sitting.act(next(action.id for action in page.actions if action.enabled))
    while not isinstance(sitting.page, OverPage):
        sitting.proceed()
    return sitting.page


def words_of(page: object) -> Iterator[str]:
    """Every string of a page, however deep."""
    if isinstance(page, str):
        yield page
    elif dataclasses.is_dataclass(page):
        for field in dataclasses.fields(page):
            yield from words_of(getattr(page, field.name))
    elif isinstance(page, tuple | list):
        for part in page:
            yield from words_of(part)
    elif isinstance(page, dict):
        for part in page.values():
            yield from words_of(part)


def test_note_brief_and_news_come_before_the_first_decision(sit: Sit) -> None:
    sitting, kinds = sit("arden"), []
    while not isinstance(sitting.page, DecisionPage):
        kinds.append(type(sitting.page))
        sitting.proceed()
    assert kinds == [NotePage, BriefingPage, ConsequencePage]


def test_the_page_stays_the_same_object_until_something_is_done(sit: Sit) -> None:
    sitting = sit("arden")
    page = sitting.page
    assert sitting.page is page
    sitting.proceed()
    assert sitting.page is not page


def test_options_stand_in_the_views_order_and_are_named_by_id(sit: Sit) -> None:
    sitting = sit("arden")
    page = to_decision(sitting)
    assert isinstance(page, DecisionPage)
    view = sitting.game.view("arden")
    assert tuple(option.id for option in page.options) == view.options_in_order(page.step, "arden")
    assert [option.number for option in page.options] == list(range(1, len(page.options) + 1))
    assert [action.id for action in page.actions] == [f"choose:{option.id}" for option in page.options]


def test_the_order_of_options_hangs_on_the_seed(sit: Sit) -> None:
    orders = set()
    for seed in range(12):
        page = to_decision(sit("arden", seed=seed))
        assert isinstance(page, DecisionPage)
        orders.add(tuple(option.id for option in page.options))
    assert len(orders) > 2


def test_the_accounts_of_a_page_sum_to_the_change(sit: Sit) -> None:
    sitting = sit("arden")
    to_decision(sitting)
    sitting.act("choose:claim-the-shoal")
    page = sitting.page
    assert isinstance(page, ConsequencePage)
    accounts = [account for one in page.happened for account in one.accounts]
    assert accounts
    for account in accounts:
        amounts = [int(item.amount.replace("−", "-").replace(",", "")) for item in account.items if item.amount]
        if amounts:
            before = int(account.before.replace("−", "-"))
            after = int(account.after.split()[0].replace("−", "-"))
            assert before + sum(amounts) == after, account


def test_a_move_on_a_page_that_decides_nothing_is_refused(sit: Sit) -> None:
    with pytest.raises(MoveRefused, match="nothing to decide"):
        sit("arden").act("accept")


def test_an_unknown_action_is_a_mistake(sit: Sit) -> None:
    with pytest.raises(UsageError, match="dance"):
        sit("arden").act("dance:wildly")


def test_a_table_page_shows_own_values_alone(sit: Sit) -> None:
    page = to_table(sit("arden"))
    view_values = {issue.id: {option.id: option.value for option in issue.options} for issue in page.issues}
    assert view_values["light"]["arden-alone"] == 100 or 100 in view_values["light"].values()
    assert {position.party for position in page.issues[0].positions} == {"arden", "borrel", "corvane"}
    assert [position.own for position in page.issues[0].positions].count(True) == 1


def test_a_first_turn_is_fresh_and_the_next_is_not(sit: Sit) -> None:
    sitting = sit("arden")
    page = to_table(sitting)
    assert page.fresh
    sitting.act("propose", terms={issue.id: issue.unsettled for issue in page.issues})
    assert isinstance(sitting.page, TablePage)
    assert not sitting.page.fresh


def test_what_was_said_since_ones_own_last_move_is_on_the_page(sit: Sit) -> None:
    sitting = sit("arden")
    page = to_table(sitting)
    sitting.act("propose", terms={issue.id: issue.unsettled for issue in page.issues})
    assert isinstance(sitting.page, TablePage)
    assert [line.party for line in sitting.page.spoken] == ["arden", "borrel", "corvane"]


def test_undo_and_redo_lead_back_and_forth(sit: Sit) -> None:
    sitting = sit("arden")
    first = to_decision(sitting)
    sitting.act(first.actions[0].id)
    there = sitting.game.seq
    assert sitting.undo()
    page = to_decision(sitting)
    assert page.step == first.step
    assert sitting.redo()
    assert sitting.game.seq == there
    assert not sitting.redo()


def test_undo_at_the_beginning_changes_nothing(sit: Sit) -> None:
    sitting = sit("arden")
    to_decision(sitting)
    before = sitting.game.seq
    assert not sitting.undo()
    assert sitting.game.seq == before


def test_undo_in_the_short_game_goes_to_a_decision_that_the_person_made(sit: Sit) -> None:
    sitting = sit("arden", length="short")
    first = to_decision(sitting)
    sitting.act(first.actions[0].id if not isinstance(first, TablePage) else "adjourn")
    if sitting.over:
        pytest.skip("the short game had one decision")
    assert sitting.undo()
    assert to_decision(sitting).step == first.step


def test_after_an_undo_the_same_dice_fall(sit: Sit) -> None:
    sitting = sit("arden")
    page = to_decision(sitting)
    sitting.act(page.actions[0].id)
    first = [(entry.step, entry.move) for entry in sitting.game.path]
    sitting.undo()
    sitting.act(to_decision(sitting).actions[0].id)
    assert [(entry.step, entry.move) for entry in sitting.game.path] == first


def test_a_failing_save_is_told_once_and_the_game_goes_on(sit: Sit) -> None:
    def keep(_game: object) -> None:
        raise GameError("the disk is full.")

    sitting = sit("arden")
    sitting._keeping = Keeping(keep, sitting.speech)
    page = to_decision(sitting)
    sitting.act(page.actions[0].id)
    page = to_decision(sitting)
    assert sitting.notices == [
        "The game could not be saved, and goes on: the disk is full. It is tried again after the next decision."
    ]
    assert not sitting.is_saved
    sitting.act("adjourn" if isinstance(page, TablePage) else page.actions[0].id)
    assert len(sitting.notices) == 1


def test_two_persons_hand_the_machine_over(sit: Sit) -> None:
    sitting = sit("arden", "borrel")
    sitting.proceed()
    assert isinstance(sitting.page, HandOverPage)
    assert sitting.page.seat.party == "arden"
    with pytest.raises(MoveRefused, match="passed to Arden"):
        sitting.state()
    page = to_decision(sitting)
    sitting.act(page.actions[0].id)
    assert isinstance(sitting.page, HandOverPage)
    assert sitting.page.seat.party == "borrel"


def test_who_holds_two_parties_is_not_told_that_neither_sees_the_other(sit: Sit) -> None:
    alone = to_decision(sit("arden"))
    assert "Borrel" in alone.note and "at the same time" in alone.note
    both = to_decision(sit("arden+borrel"))
    assert (both.step, "Borrel" in both.note) == (alone.step, False)


def test_one_person_with_two_parties_hands_nothing_over(sit: Sit) -> None:
    sitting = sit("arden+borrel")
    seen = set()
    for _ in range(12):
        assert not isinstance(sitting.page, HandOverPage)
        if isinstance(sitting.page, DecisionPage | TablePage):
            seen.add(sitting.page.seat.party)
            sitting.act("adjourn" if isinstance(sitting.page, TablePage) else sitting.page.actions[0].id)
        else:
            sitting.proceed()
    assert seen == {"arden", "borrel"}


def test_who_holds_two_parties_is_told_whose_turn_it_is_and_reads_nothing_twice(sit: Sit) -> None:
    sitting = sit("arden+borrel")
    first = to_decision(sitting)
    assert isinstance(first, DecisionPage) and not first.whose and not first.known
    sitting.act(first.actions[0].id)
    second = to_decision(sitting)
    assert isinstance(second, DecisionPage) and (second.step, second.seat.party) == (first.step, "borrel")
    assert "Borrel" in second.whose and "Arden" in second.whose
    assert second.known and not set(second.known) & set(second.situation)
    sitting.go_to(0)
    assert not to_decision(sitting).whose, "what was decided before one went back was not read a moment ago"


def test_at_a_joint_seat_what_was_said_is_told_to_the_one_who_reads_it_first(sit: Sit) -> None:
    sitting = sit("arden+borrel")
    table = to_table(sitting)
    sitting.act("propose", terms={issue.id: issue.options[0].id for issue in table.issues})
    after = to_decision(sitting)
    assert isinstance(after, TablePage) and after.seat.party != table.seat.party
    assert not after.fresh and after.whose
    assert {line.party for line in after.spoken} == {table.seat.party}


def test_at_the_end_what_was_kept_secret_stands_before_what_is_new(sit: Sit) -> None:
    sitting = sit("arden+borrel")
    while not sitting.over:
        page = to_decision(sitting)
        sitting.act("adjourn" if isinstance(page, TablePage) else page.actions[0].id)
    page = sitting.page
    assert isinstance(page, ConsequencePage)
    assert 0 < page.earlier < len(page.happened)


def test_no_page_before_the_end_holds_the_other_sides_secrets(sit: Sit, opened) -> None:
    scenario, sitting = opened.scenario, sit("arden")
    secrets = [
        paragraph.source.split("{")[0].strip()
        for party in ("borrel", "corvane")
        for text in (scenario.parties[party].brief, *(i.basis for i in scenario.interests[party]))
        for paragraph in text.paragraphs
        if len(paragraph.source.split("{")[0].strip()) > 12
    ]
    assert secrets
    while not sitting.over:
        shown = " ".join(words_of(sitting.page))
        assert not [secret for secret in secrets if secret in shown]
        if isinstance(sitting.page, DecisionPage):
            for page in (sitting.state(), sitting.briefing(), sitting.documents(), sitting.history()):
                assert not [secret for secret in secrets if secret in " ".join(words_of(page))]
            sitting.act(sitting.page.actions[0].id)
        elif isinstance(sitting.page, TablePage):
            sitting.act("adjourn" if not sitting.page.final else "walk-out")
        else:
            sitting.proceed()


def test_no_page_before_the_end_holds_a_promise_given_in_secret(sit: Sit, opened) -> None:
    promise = opened.scenario.promises["fuel-shared"]
    words, told = promise.text.paragraphs[0].source, 0
    for seed in range(6):
        sitting = sit("arden", seed=seed, style="random")
        while not sitting.over:
            pages: list[object] = [sitting.page]
            if isinstance(sitting.page, DecisionPage | TablePage):
                state = sitting.state()
                columns = [figure.column for group in state.groups for figure in group.figures]
                pages += [state, sitting.history(), *(sitting.account(column) for column in columns)]
                sitting.act("walk-out" if isinstance(sitting.page, TablePage) else sitting.page.actions[-1].id)
            else:
                sitting.proceed()
            assert not [shown for page in pages for shown in words_of(page) if words.rstrip(".") in shown]
        told += sitting.game.values()["promise.fuel-shared"] > 0
    assert told, "no game had the promise: the test proves nothing"


def test_no_page_before_the_end_holds_the_record(sit: Sit, opened) -> None:
    bodies = [step.body for step in opened.scenario.steps.values() if hasattr(step.body, "values")]
    told = [choice.record.text for body in bodies for choice in body.values() if choice.record.text]
    record = [text.paragraphs[0].source for text in told]
    assert record
    sitting = sit("arden")
    while not sitting.over:
        shown = " ".join(words_of(sitting.page))
        assert not [words for words in record if words in shown]
        if isinstance(sitting.page, DecisionPage | TablePage):
            sitting.act("walk-out" if isinstance(sitting.page, TablePage) else sitting.page.actions[0].id)
        else:
            sitting.proceed()


def test_the_game_ends_with_its_ending_and_a_debrief(sit: Sit) -> None:
    sitting = sit("arden")
    page = to_end(sitting)
    assert page.ending
    assert [action.id for action in page.actions] == ["debrief"]
    assert sitting.debrief().section("decisions") is not None or sitting.debrief().sections


def test_the_debrief_is_closed_before_the_end(sit: Sit) -> None:
    with pytest.raises(UsageError, match="not over"):
        sit("arden").debrief()


def test_a_paper_is_unread_until_it_is_opened(sit: Sit) -> None:
    sitting = sit("arden")
    to_decision(sitting)
    first = sitting.documents().documents[0]
    assert first.unread
    assert sitting.document(first.id) is not None
    assert not sitting.documents().documents[0].unread
    assert sitting.document("no-such-paper") is None


def test_going_to_an_entry_of_another_seat_is_refused(sit: Sit) -> None:
    sitting = sit("arden")
    page = to_decision(sitting)
    sitting.act(page.actions[0].id)
    others = next(entry.seq for entry in sitting.game.path if entry.seat != "arden")
    with pytest.raises(MoveRefused, match="as history numbers them"):
        sitting.go_to(others)


def test_what_is_only_believed_says_so(sit: Sit) -> None:
    sitting = sit("arden")
    to_decision(sitting)
    figures = {figure.column: figure for group in sitting.state().groups for figure in group.figures}
    view = sitting.game.view("arden")
    believed = {column for column in figures if view.knows(column) == "believed"}
    assert believed
    assert {column for column, figure in figures.items() if figure.knowledge == "believed"} == believed
    assert not [column for column in figures if view.knows(column) == "hidden"]


def test_standings_are_grouped_by_whose_they_are_with_ones_own_first(sit: Sit) -> None:
    sitting = sit("arden")
    to_table(sitting)
    groups = {group.heading: group for group in sitting.state().groups}
    headings = list(groups)
    assert headings[:3] == ["Arden", "Grievance, Arden", "Standing, Arden"]
    assert headings.index("Standing, Arden") < headings.index("The world") < headings.index("Standing, Corvane")
    assert headings[-1] == "Land"
    assert [figure.short for figure in groups["Grievance, Borrel"].figures] == ["Towards Arden", "Towards Corvane"]
    assert {group.of_one for group in groups.values() if group.heading.startswith("Standing")} == {True}
