import os
from pathlib import Path

import pytest

from game.storage.files import CannotWrite, set_aside, versions, write_atomically, write_keeping_versions


def test_the_last_three_versions_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "game.json"
    for number in range(5):
        write_keeping_versions(path, b"%d" % number)
    assert [version.read_bytes() for version in versions(path)] == [b"4", b"3", b"2"]
    assert {found.name for found in tmp_path.iterdir()} == {"game.json", "game.1.json", "game.2.json"}


def test_versions_are_kept_where_files_can_have_one_name_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    test_the_last_three_versions_are_kept(tmp_path)


def test_the_newest_name_never_goes_missing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, replace = tmp_path / "game.json", Path.replace
    seen = []

    def watched(self: Path, target: Path) -> Path:
        seen.append(path.exists())
        return replace(self, target)

    write_keeping_versions(path, b"0")
    monkeypatch.setattr(Path, "replace", watched)
    for number in range(1, 5):
        write_keeping_versions(path, b"%d" % number)
    assert all(seen)
    assert len(seen) > 4


def test_the_folder_is_made(tmp_path: Path) -> None:
    write_keeping_versions(tmp_path / "new" / "folder" / "game.json", b"x")
    assert (tmp_path / "new" / "folder" / "game.json").read_bytes() == b"x"


@pytest.mark.parametrize("write", [write_atomically, write_keeping_versions])
def test_a_refused_write_leaves_what_stood_there(tmp_path: Path, write, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path / "game.json"
    path.write_bytes(b"old")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite, match="no space left on device"):
        write(path, b"new")
    assert path.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir()] == ["game.json"]


def test_a_file_where_a_folder_should_be_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(CannotWrite, match="cannot be written"):
        write_keeping_versions(tmp_path / "file" / "game.json", b"x")


def test_a_name_the_system_cannot_have_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(CannotWrite, match="cannot be written"):
        write_keeping_versions(tmp_path / ("n" * 5_000), b"x")
    with pytest.raises(CannotWrite, match="cannot be written"):
        write_keeping_versions(tmp_path / "a\0b", b"x")


def test_what_is_set_aside_is_never_overwritten(tmp_path: Path) -> None:
    for content in (b"one", b"two"):
        (tmp_path / "game.json").write_bytes(content)
        set_aside(tmp_path / "game.json")
    assert (tmp_path / "game.unreadable-1.json").read_bytes() == b"one"
    assert (tmp_path / "game.unreadable-2.json").read_bytes() == b"two"
