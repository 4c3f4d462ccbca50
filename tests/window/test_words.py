from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from game.window.words import _INVISIBLE, _ORDINARY, BREAK, MOST_CHARACTERS, MOST_MARKS, _kept, clean, words


def plain(text: str) -> str:
    return "".join("".join(piece for piece, _ in pieces) + (" " if spaced else "") for pieces, spaced in words(text))


@given(st.text())
def test_nothing_that_cannot_be_seen_is_left(text):
    kept = clean(text)
    assert not [one for one in kept if unicodedata.category(one) in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp")]
    assert not [one for one in kept if unicodedata.category(one) == "Cf" and one != BREAK]


def test_a_line_break_or_a_tab_becomes_a_space():
    assert clean("one\ntwo\tthree\r\nfour") == "one two three four"


def test_signs_that_turn_writing_round_are_dropped():
    assert clean("a\u202eb\u2066c\u200fd\ufeffe") == "abcde"


def test_a_letter_carries_only_so_many_marks():
    assert len(clean("e" + "\u0301" * 40)) <= 1 + MOST_MARKS


def test_an_endless_text_is_cut():
    assert len(clean("word " * MOST_CHARACTERS)) <= MOST_CHARACTERS + 1


@given(st.text(alphabet="ab *-—\u200b\u00a0", max_size=60))
def test_words_lose_nothing_but_stars_of_emphasis_and_places_to_break(text):
    kept = clean(text)
    assert plain(kept).replace(" ", "").replace("*", "") == kept.replace(" ", "").replace("*", "").replace(BREAK, "")


def test_stars_emphasise_what_stands_between_them():
    assert words("a *new deal*, he said")[1:3] == (((("new", True),), True), ((("deal", True), (",", False)), True))


def test_a_star_alone_is_a_star():
    assert plain("2 * 3 * 4") == "2 * 3 * 4"


def test_a_dash_between_letters_is_a_place_to_break():
    assert [pieces[0][0] for pieces, _ in words("non-aggression pact")] == ["non-", "aggression", "pact"]


def test_a_fixed_space_holds_words_together():
    assert len(words("14\u00a0October")) == 1


def test_a_break_mark_parts_words_without_a_space():
    assert words(f"สงคราม{BREAK}โลก") == (((("สงคราม", False),), False), ((("โลก", False),), False))


def test_a_span_in_numbers_stays_whole_and_other_dashes_may_end_a_line():
    def pieces(text):
        return ["".join(piece for piece, _ in parts) for parts, _ in words(text)]

    assert pieces("6–11 October") == ["6–11", "October"]
    assert pieces("Anglo–Soviet") == ["Anglo–", "Soviet"]


def test_what_is_taken_for_ordinary_is_kept_sign_by_sign():
    ordinary = [one for one in map(chr, range(0x11000)) if _ORDINARY.fullmatch(one)]
    assert {"a", "é", "—", "’", "ก", "\N{THAI CHARACTER MAI EK}", BREAK} <= set(ordinary)
    for one in ordinary:
        assert list(_kept(unicodedata.normalize("NFC", _INVISIBLE.sub("", one)))) == [one]


@given(st.text(alphabet="กาี้่์ ab\u200b", max_size=12))
def test_marks_are_counted_in_ordinary_text_too(text):
    assert clean(text) == re.sub(" {2,}", " ", "".join(_kept(unicodedata.normalize("NFC", text)))).strip()
