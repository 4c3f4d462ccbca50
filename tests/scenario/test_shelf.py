"""The shelf: what there is to play, read without building it, broken scenarios last."""

from __future__ import annotations

from pathlib import Path

from game.scenario.loader import is_on_shelf, load, shelf
from game.scenario.overlay_sheet import fresh_sheet
from game.scenario.texts import digest
from tests.scenario.edits import FOLDER, written


def test_a_place_on_the_shelf_is_told_without_reading_what_stands_there(tmp_path: Path) -> None:
    (tmp_path / "spoilt").mkdir()
    (tmp_path / "spoilt" / "scenario.yaml").write_bytes(b"\xff\xfe{")
    (tmp_path / "empty").mkdir()
    assert [is_on_shelf(name, tmp_path) for name in ("spoilt", "empty", "absent")] == [True, False, False]
    assert not is_on_shelf(tmp_path / "spoilt", tmp_path)
    assert [entry.id for entry in shelf(tmp_path)] == ["spoilt"]


def test_the_shelf_shows_what_can_be_played(tmp_path: Path) -> None:
    written(tmp_path)
    (entry,) = shelf(tmp_path)
    assert (entry.id, entry.title, entry.language) == (FOLDER, "A small demand", "en")
    assert (entry.first_date, entry.last_date) == ("1939-10-01", "1940-03-31")
    assert (entry.minutes_full, entry.minutes_short) == (20, 8)
    assert entry.parties == ("finland", "soviet-union")
    assert entry.summary.startswith("Two governments bargain") and 300 < entry.words < 900
    assert entry.error == ""


def test_a_broken_scenario_does_not_hide_the_others(tmp_path: Path) -> None:
    written(tmp_path)
    for name, text in (("a-broken", "id: [\n"), ("b-noise", "words"), ("c-bare", "title: x\n")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "scenario.yaml").write_text(text)
    entries = shelf(tmp_path)
    assert [entry.id for entry in entries] == [FOLDER, "a-broken", "b-noise", "c-bare"]
    assert [bool(entry.error) for entry in entries] == [False, True, True, True]
    assert "scenario.yaml:2:1: error YML03" in entries[1].error
    assert 'the key "summary" is missing' in entries[3].error


def test_a_party_of_the_program_is_not_offered_to_people(tmp_path: Path) -> None:
    written(tmp_path, ('  finland:\n    brief: "You', '  finland:\n    playable: program\n    brief: "You'))
    assert shelf(tmp_path)[0].parties == ("soviet-union",)


def test_the_shelf_speaks_of_a_scenario_by_the_name_in_its_file(tmp_path: Path) -> None:
    file = written(tmp_path, ("language: en\n", 'language: en\nname: "Hanko 1939"\n'))
    words = f'texts:\n  name: {{of: {digest("Hanko 1939")}, text: "ฮังโก 2482"}}\n'
    file.with_name("th.yaml").write_text(f"format: 1\ntranslates: {FOLDER}\nlanguage: th\n{words}", encoding="utf-8")
    names = {language: shelf(tmp_path, language)[0].name for language in ("en", "th")}
    assert names == {"en": "Hanko 1939", "th": "ฮังโก 2482"}
    assert load(file).name is not None


def test_the_shelf_keeps_its_own_words_where_a_translation_waits_for_them(tmp_path: Path) -> None:
    file = written(tmp_path)
    own = shelf(tmp_path)[0]
    file.with_name("th.yaml").write_text(fresh_sheet(load(file), "th").text, encoding="utf-8")
    assert shelf(tmp_path, "th")[0] == own
