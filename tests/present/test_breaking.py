"""Where lines of Thai may break, in the rules and in every shipped text."""

from __future__ import annotations

import re
from itertools import accumulate

import pytest

from assets.build.thai import breaks
from game.present.breaking import BREAK, FIXED_SPACE, clusters, held_together, unbroken
from tests.thai_texts import thai_texts

STARTS_NO_LINE = re.compile(r"[\u0e30-\u0e3a\u0e45-\u0e4eฯ)”’]")
ENDS_NO_LINE = re.compile(r"[เแโใไ(“‘]")


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("ต่าง ๆ นานา", ["ต่าง_ๆ", "นานา"]),
        ("5 กองพล", ["5_กองพล"]),
        ("35,084 ตารางกิโลเมตร", ["35,084_ตารางกิโลเมตร"]),
        ("23 สิงหาคม 2482 มอสโก", ["23_สิงหาคม_2482", "มอสโก"]),
        ("พ.ศ. 2482 (ค.ศ. 1939) มอสโก", ["พ.ศ._2482", "(ค.ศ._1939)", "มอสโก"]),
        ("ร้อยละ 25 ของทั้งหมด", ["ร้อยละ_25_ของทั้งหมด"]),
        ("On 23 August 1939", ["On", "23", "August", "1939"]),
    ],
)
def test_a_number_stays_with_its_unit_and_a_sign_with_its_word(text: str, pieces: list[str]) -> None:
    assert [piece.replace(FIXED_SPACE, "_") for piece in held_together(text).split(" ")] == pieces


def test_a_cluster_is_a_letter_with_all_that_stands_around_it() -> None:
    assert list(clusters("เกาะนี้ กำลัง")) == ["เกาะ", "นี้", " ", "กำ", "ลั", "ง"]
    assert "".join(clusters("ที่ไหนๆ ก็ได้ é!")) == "ที่ไหนๆ ก็ได้ é!"


def test_no_shipped_text_may_break_where_a_word_or_sign_forbids_it() -> None:
    for text in thai_texts(breaking=True):
        before, *pieces = text.split(BREAK)
        for piece in pieces:
            assert piece, text
            assert not STARTS_NO_LINE.match(piece), text
            assert not ENDS_NO_LINE.match(before[-1]), text
            before = piece


def test_no_shipped_text_may_break_inside_a_word_of_the_glossary() -> None:
    words = breaks.glossary_words()
    assert len(words) > 300
    found = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    spelled = (f"{BREAK}?".join(map(re.escape, word)) for word in sorted(words, key=len, reverse=True))
    loose = re.compile("|".join(spelled))
    met = 0
    for text in thai_texts(breaking=True):
        if found.search(unbroken(text)):
            met += 1
            assert not [one.group() for one in loose.finditer(text) if BREAK in one.group()], text
    assert met > 1000


def test_no_shipped_text_may_break_inside_a_placeholder() -> None:
    assert not [text for text in thai_texts(breaking=True) if re.search(rf"\{{[^{{}}]*{BREAK}[^{{}}]*\}}", text)]


def test_every_shipped_text_has_its_places_to_break() -> None:
    bare = [text for text in thai_texts(breaking=True) if len(text) > 200 and BREAK not in text]
    assert bare == []


def test_breaks_are_set_anew_alike() -> None:
    once = breaks.broken("หลังประตูห้องในเครมลินมีเป้าหมายอยู่ข้อหนึ่ง {party}ให้คำมั่น *แผนลับ* ต่าง ๆ “คำพูด”")
    assert BREAK in once
    assert breaks.broken(once) == once


def test_a_translation_keeps_its_addresses_and_digests() -> None:
    line = '  steps.aim.title: {of: ab77c1d2, text: "หลังประตูห้องนั้น"}'
    whole = '  parties.finland.name: {of: ab77c1d2, text: "สหภาพโซเวียต"}'
    assert unbroken(breaks.in_yaml(line)) == line != breaks.in_yaml(line)
    assert breaks.in_yaml(whole) == whole


def test_a_long_phrase_may_break_between_its_words_and_a_name_may_not() -> None:
    assert breaks.broken("ประเทศที่ได้รับการปลดปล่อย").split(BREAK)[0] == "ประเทศที่"
    assert BREAK not in breaks.broken("ดัมบาร์ตันโอกส์") + breaks.broken("สวิตเซอร์แลนด์")


def test_a_word_swallowed_by_a_rare_one_stays_whole() -> None:
    """A price stays a price though its end and "that" are a word as well; so do others that were once torn."""
    for text, whole in (("เป็นราคาที่จ่าย", "ราคา"), ("ไปจากราวป่า", "จาก"), ("อาจกำลังลองใจ", "กำลัง"), ("กันอีกรอบ", "อีก")):
        ends = list(accumulate(len(piece) for piece in breaks.broken(text).split(BREAK)))
        start = text.index(whole)
        assert not [end for end in ends if start < end < start + len(whole)], text


def test_no_line_ends_with_what_makes_a_noun_of_the_next_word() -> None:
    for text in ("การเจรจา", "ความเงียบ", "ชาวโปแลนด์", "ผู้เล่น"):
        assert BREAK not in breaks.broken(text)


def test_compounds_stay_whole() -> None:
    for text in ("ตรงใจ", "ปักปัน", "ปีละ"):
        assert BREAK not in breaks.broken(f"จะ{text}").removeprefix(f"จะ{BREAK}")
