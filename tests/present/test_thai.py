"""The Thai catalogue of the interface: whole, in step with the English, and fit to be filled."""

from __future__ import annotations

import re
import string
from gettext import GNUTranslations

import pytest
from babel.messages.catalog import Catalog

from assets.build.thai import catalogue
from game.present.breaking import unbroken
from game.present.dates import date_words, short_date_words
from game.present.english import ENGLISH_ALONE, english
from game.present.languages import LANGUAGES, in_one_piece, language_meant, speech_in
from game.present.reader import source_words
from game.present.speech import Speech
from game.scenario.cast import Source

LATIN_STAYS = re.compile(r"Enter|Tab|Shift|Ctrl|Space|Esc|Page Up|Page Down|Home|End|Plus|Minus|CC BY|F\d+")
COMMAND_LINE = re.compile(r"--?[a-z]+|\b(?:play|replay|report|record|game\.html|en|th|Enter|[AB])\b|\b[NB]\b")
FILE_WORDS = re.compile(
    r"`[^`]*`|\{\{.*?\}\}|format, translates, language และ texts|scenarios/README\.md|YAML|true|false|0: never"
    r"|UTF-(?:8|16|32)|(?:world)?\.yaml|HTML|XML|JSON(?: Schema)?|Genius|Python|scenario|trades|python -m pip install"
    r"|<utility_space>|<!DOCTYPE …>|discrete และ integer|\((?:evaluator|reservation)\)"
)
"""What stands in files and commands, and is spoken of by what `check` and the help say of them."""
OF_FILES = ("check.", "repair.", "help.", "problem.", "import.", "new.")


@pytest.fixture(scope="module")
def thai() -> Speech:
    return in_one_piece(speech_in("th"))


@pytest.fixture(scope="module")
def written() -> Catalog:
    return catalogue.thai()


def placeholders(sentence: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def test_every_sentence_is_translated(written: Catalog) -> None:
    assert catalogue.untranslated(written) == []
    keys = {str(message.context) for message in written if message.id}
    assert keys == set(english().sentences) - ENGLISH_ALONE


def test_the_catalogue_has_the_english_that_the_code_has(written: Catalog) -> None:
    sources = {str(message.context): message.id for message in written if message.id}
    assert [key for key, said in english().sentences.items() if sources.get(key, said) != said] == []


def test_the_template_has_the_english_that_the_code_has() -> None:
    assert catalogue.TEMPLATE.read_bytes() == catalogue.written(catalogue.template())


def test_what_is_compiled_is_what_is_written(written: Catalog) -> None:
    with catalogue.COMPILED.open("rb") as file:
        compiled = GNUTranslations(file)
    for message in written:
        if message.id:
            assert compiled.pgettext(str(message.context), str(message.id)) == message.string
    assert catalogue.COMPILED.read_bytes() == catalogue.compiled(written)


def test_a_translation_has_the_placeholders_of_its_sentence(thai: Speech) -> None:
    sentences = english().sentences
    wrong = [key for key, said in thai.sentences.items() if placeholders(said) != placeholders(sentences[key])]
    assert wrong == []


def test_no_word_of_english_is_left_in_the_interface(thai: Speech) -> None:
    for key, said in thai.sentences.items():
        said = FILE_WORDS.sub("", said) if key.startswith(OF_FILES) else said
        bare = LATIN_STAYS.sub("", re.sub(r"\{[^{}]*\}", "", said))
        assert not re.search("[A-Za-z]{2,}", COMMAND_LINE.sub("", bare)), key


def test_thai_ends_no_sentence_with_a_full_stop(thai: Speech) -> None:
    shortened = re.compile(r"month\.short\.")
    ends = {key: said.removesuffix(" น.") for key, said in thai.sentences.items() if not shortened.match(key)}
    assert [key for key, end in ends.items() if re.search(r"[\u0e00-\u0e7f]\.$", end)] == []


def test_thai_writes_a_space_before_its_sign_of_repetition(thai: Speech) -> None:
    assert [key for key, said in thai.sentences.items() if re.search(r"\Sๆ", said)] == []


def test_a_list_in_thai_reads_as_one(thai: Speech) -> None:
    assert thai.listed(["ฟินแลนด์", "สวีเดน", "นอร์เวย์"]) == "ฟินแลนด์ สวีเดน และนอร์เวย์"
    assert thai.listed(["ฟินแลนด์", "Borrel"], "or") == "ฟินแลนด์ หรือ Borrel"
    assert unbroken(thai.listed(["ฟินแลนด์", "สวีเดน"])) == "ฟินแลนด์และสวีเดน", "two names stand together"
    assert unbroken(thai.listed(["ฟินแลนด์", "Borrel"])) == "ฟินแลนด์และ Borrel"


def test_the_first_date_of_a_screen_names_both_eras(thai: Speech) -> None:
    assert date_words(thai, "1939-08-23", stated=True) == "23 สิงหาคม พ.ศ. 2482 (ค.ศ. 1939)"
    assert date_words(thai, "1939-08-23") == "23 สิงหาคม 2482"
    assert short_date_words(thai, "1939-08-23") == "23 ส.ค. 2482"
    assert date_words(thai, "1945-02-04", "1945-02-11") == "4–11 กุมภาพันธ์ 2488"
    assert date_words(thai, "1939-10-05", "1940-08-31", stated=True) == "5 ตุลาคม พ.ศ. 2482 (ค.ศ. 1939) – 31 สิงหาคม 2483"


def test_the_reader_may_count_years_as_they_like() -> None:
    assert date_words(speech_in("th", "common"), "1939-08-23") == "23 สิงหาคม ค.ศ. 1939"
    assert date_words(speech_in("en", "buddhist"), "1939-08-23", stated=True) == "23 August 2482 BE (1939)"
    assert date_words(speech_in("en"), "1939-08-23", stated=True) == "23 August 1939"


def test_a_language_is_meant_by_its_code_or_by_any_of_its_names() -> None:
    assert {name: language_meant(name) for name in (*LANGUAGES, *LANGUAGES.values(), "Thai", "อังกฤษ")} == {
        "en": "en", "th": "th", "English": "en", "ไทย": "th", "Thai": "th", "อังกฤษ": "en",
    }  # fmt: skip
    assert language_meant("fi") is None


def test_a_language_that_the_interface_does_not_speak_is_answered_in_english() -> None:
    assert speech_in("fi")("action.back") == "Back"


def test_a_textbook_in_thai_is_cited_to_a_reader_of_thai_by_its_own_title(thai: Speech) -> None:
    title = "บทที่ 6 รัสเซีย และสงครามโลกครั้งที่สอง"
    whole = f"{title} (Chapter 6, Russia and the Second World War)"
    book = Source("book", whole, "textbook", None, "", "A textbook")
    assert source_words(book, thai) == f"*{title}*, {thai('source.textbook')}"
    assert source_words(book) == f"*{book.title}*, A textbook"
