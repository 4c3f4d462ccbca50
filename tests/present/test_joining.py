"""Sentences joined: no full stop twice, none lacking, and names as a sentence has them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine.accounts import Account, Item
from game.engine.game import Game
from game.present.accounts import account_lines, merged
from game.present.english import english
from game.present.joining import ended, mended, unended
from game.present.quantities import column_name, number_words
from game.present.reader import Reader
from game.present.situation import account_page
from game.terminal.screen import PlainScreen
from tests.kept import kept_scenario


@pytest.mark.parametrize(
    ("joined", "read"),
    [
        ("A judgement..", "A judgement."),
        ("Which is the first?. We wait.", "Which is the first? We wait."),
        ("and so on...", "and so on..."),
        ("saved in /a/..", "saved in /a/.."),
        ("in ../game.json.", "in ../game.json."),
        ("version 1..2", "version 1..2"),
    ],
)
def test_a_full_stop_after_a_sentence_is_taken_out_and_nothing_else(joined: str, read: str) -> None:
    assert mended(joined) == read


def test_the_catalogue_never_doubles_a_full_stop() -> None:
    speech = english()
    assert speech("linkage.more", terms="The light: It burns.", basis="A judgement.").endswith("burns. A judgement.")
    assert (
        speech("terminal.history-line", date="May", title="The first?", words="We wait.") == "May, The first? We wait."
    )


def test_a_sentence_is_ended_once() -> None:
    assert [ended(words) for words in ("a", "a.", "a?", "")] == ["a.", "a.", "a?", ""]
    assert [unended(words) for words in ("a", "a.", "a...")] == ["a", "a", "a..."]


def test_a_row_that_ends_in_a_question_has_no_stop_after_it() -> None:
    row = PlainScreen.__new__(PlainScreen)
    row._width = 80
    assert row._row(("", "When", "Why"), ("The last?", "May.", "so")) == ["The last? When: May. Why: so."]


@pytest.fixture(scope="module")
def reader() -> Reader:
    scenario = kept_scenario("finland-1939")
    return Reader(scenario, Game.start(scenario, 0).view("finland"), english())


def test_what_belongs_to_a_place_is_named_after_it(reader: Reader) -> None:
    scenario, speech = reader.scenario, reader.speech
    assert column_name(scenario, speech, "leased-to.hanko") == "The Hanko peninsula, leased to"
    assert number_words(scenario, speech, "owner.repola", scenario.columns["owner.repola"].start) == "the Soviet Union"
    assert number_words(scenario, speech, "leased-to.hanko", 0) == "nobody"


def test_what_the_catalogue_says_of_a_variable_reaches_the_person(reader: Reader) -> None:
    page = account_page(reader, "owner.hanko")
    assert page is not None and page.explanation == ("Whose land it is by treaty.",)


def test_a_change_that_changes_nothing_is_no_account(reader: Reader) -> None:
    held = Account("unity", 0, 0, (Item(-5, None, "effect"), Item(5, None, "limit")))
    assert account_lines(reader, (held,)) == ()


def test_a_figure_stands_once_on_a_page_with_all_its_causes(reader: Reader) -> None:
    because = reader.scenario.title
    up, down = (Item(amount, because, "effect") for amount in (3, -2))
    lines = merged(account_lines(reader, (Account("unity", 50, 53, (up,)), Account("unity", 53, 51, (down,)))))
    assert [(line.before, line.after, len(line.items)) for line in lines] == [("50", "51 of 100", 2)]
    assert merged(()) == ()
    assert merged((replace(lines[0], items=()),)) == (replace(lines[0], items=()),)
