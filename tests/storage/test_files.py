import os
from pathlib import Path

import pytest

from game.storage.files import (
    CannotWrite,
    expect_folder,
    expect_writable,
    set_aside,
    stands,
    versions,
    write_atomically,
    write_keeping_versions,
)


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


def test_trying_to_write_leaves_nothing_but_the_folder(tmp_path: Path) -> None:
    expect_writable(tmp_path / "new" / "game.json")
    assert list((tmp_path / "new").iterdir()) == []


def test_what_cannot_be_written_is_found_by_trying(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    for path in (tmp_path / "file" / "game.json", tmp_path / ("n" * 300), tmp_path / ("n" * 245), Path("/")):
        with pytest.raises(CannotWrite, match="cannot be written"):
            expect_writable(path)
    with pytest.raises(CannotWrite, match="its folder is a file"):
        expect_writable(tmp_path / "file" / "game.json")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CannotWrite, match="no space left on device"):
        expect_writable(tmp_path / "game.json")
    assert [found.name for found in tmp_path.iterdir()] == ["file"]


def test_a_folder_that_is_none_is_told_apart_from_one_that_is_missing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    expect_folder(tmp_path / "page.html")
    with pytest.raises(CannotWrite, match=r"the folder .* does not exist"):
        expect_folder(tmp_path / "new" / "page.html")
    with pytest.raises(CannotWrite, match=r"the folder .* is not a folder"):
        expect_folder(tmp_path / "file" / "page.html")


@pytest.mark.parametrize("write", [write_atomically, write_keeping_versions])
def test_a_link_is_followed_and_stays_a_link(tmp_path: Path, write) -> None:  # type: ignore[no-untyped-def]
    (tmp_path / "there").mkdir()
    link = tmp_path / "game.json"
    link.symlink_to(tmp_path / "there" / "real.json")
    for content in (b"1", b"2"):
        write(link, content)
        assert link.is_symlink()
        assert (tmp_path / "there" / "real.json").read_bytes() == content
    assert [found.name for found in tmp_path.iterdir() if found.name != "there"] == ["game.json"]
    assert [version.parent for version in versions(link)] == [tmp_path / "there"] * 3


def test_a_link_in_a_circle_is_one_sentence_and_stays(tmp_path: Path) -> None:
    loop = tmp_path / "loop.json"
    loop.symlink_to(loop)
    assert not stands(loop)
    expect_writable(loop)
    write_atomically(loop, b"x")
    assert loop.read_bytes() == b"x"


def test_two_processes_never_write_into_one_fresh_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, replace, names = tmp_path / "game.json", Path.replace, []

    def watched(self: Path, target: Path) -> Path:
        names.append(self.name)
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", watched)
    for process in (11, 12):
        monkeypatch.setattr(os, "getpid", lambda process=process: process)
        write_atomically(path, b"x")
    assert len(set(names)) == 2


def test_what_a_killed_process_left_is_cleared_away_but_not_what_another_writes_now(tmp_path: Path) -> None:
    path = tmp_path / "game.json"
    left, now = tmp_path / ".game.json.11.new", tmp_path / ".game.json.12.new"
    for fresh in (left, now):
        fresh.write_bytes(b"half")
    os.utime(left, (1_000, 1_000))
    write_keeping_versions(path, b"x")
    assert not left.exists() and now.exists()
