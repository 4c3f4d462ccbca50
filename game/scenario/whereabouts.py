"""Where scenarios lie: from an id, a folder or a file to the scenario's file, and how paths are shown.

It opens nothing.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from game.errors import CannotRead
from game.scenario.catalogue import FILE as CATALOGUE_FILE
from game.scenario.catalogue import scenarios_folder
from game.scenario.source_text import printable
from game.scenario.suggestions import did_you_mean

FILE = "scenario.yaml"
CODEX_FILE = "codex.yaml"
_SHARED = (CATALOGUE_FILE, CODEX_FILE)
_SHARED_TRANSLATION = re.compile(r"([a-z]+)\.([a-z]{2,3})\.yaml")
"""How a translation of `codex.yaml` is named: `codex.th.yaml`."""
LANGUAGE = re.compile("[a-z]{2,3}")
"""How a language is named, and the file of a translation after it."""
ID = re.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def find(name: str | Path, folder: Path | None = None) -> Path:
    """The scenario file that a person means by an id in `folder` (the game's own by default), a folder or a file.

    Raises: CannotRead, with the ids there are, where there is none.
    """
    home = folder or scenarios_folder()
    word = str(name)
    if ID.fullmatch(word) and word in scenario_ids(home):
        return home / word / FILE
    if os.path.exists(word):  # noqa: PTH110 (Path.exists raises for names too long)
        return file_in(Path(word))
    ids = scenario_ids(home)
    listed = f"There are: {', '.join(ids)}." if ids else "There are none."
    raise CannotRead(
        " ".join(filter(None, [f'There is no scenario "{printable(word)}".', did_you_mean(word, ids), listed]))
    )


def scenario_ids(folder: Path) -> list[str]:
    """The ids of the scenarios in a folder, sorted."""
    return sorted(file.parent.name for file in folder.glob(f"*/{FILE}"))


def on_the_shelf(id_: str) -> bool:
    """Whether the game's own folder has a scenario of this id, so that it is found by the id alone."""
    return id_ in scenario_ids(scenarios_folder())


def file_in(path: Path) -> Path:
    """The scenario's file where `path` is its folder, otherwise `path` itself.

    Raises: CannotRead for a folder without one.
    """
    if not os.path.isdir(path):  # noqa: PTH112 (Path.is_dir raises for names too long)
        return path
    if not os.path.lexists(path / FILE):
        raise CannotRead(
            f'There is no {FILE} in the folder "{printable(str(path))}"; name a scenario\'s folder or file.'
        )
    return path / FILE


def files_to_check(word: str) -> list[Path]:
    """What a path names to be checked: in a folder of scenarios each of them, catalogue and codex, else itself."""
    path = Path(word)
    if not os.path.isdir(word) or os.path.lexists(path / FILE):  # noqa: PTH112 (Path.is_dir raises for names too long)
        return [path]
    shared = [path / name for name in _SHARED if os.path.lexists(path / name)]
    scenarios = [path / id_ / FILE for id_ in scenario_ids(path)]
    return [*scenarios, *shared] or [path]


def is_translation(file: Path) -> bool:
    """Whether a file is named as a translation is, `th.yaml`, and lies beside a scenario."""
    return file.suffix == ".yaml" and bool(LANGUAGE.fullmatch(file.stem)) and file.with_name(FILE).is_file()


def translations_beside(file: Path) -> list[Path]:
    """The translations beside the scenario in `file`, sorted by language."""
    if file.name != FILE:
        return []
    return sorted(path for path in file.parent.glob("*.yaml") if is_translation(path))


def shared_file_of(file: Path) -> str:
    """The name of the codex or world catalogue that a file is, or is named as a translation of; "" for neither.

    What a translation translates lies beside it.
    """
    if file.name in _SHARED:
        return file.name
    named = _SHARED_TRANSLATION.fullmatch(file.name)
    original = f"{named[1]}.yaml" if named else ""
    return original if original in _SHARED and file.with_name(original).is_file() else ""


def language_of_shared(file: Path) -> str:
    """The language that the name of a translation of codex or world catalogue tells; "" for another name."""
    named = _SHARED_TRANSLATION.fullmatch(file.name)
    return named[2] if named else ""


def shared_translation(file: Path, language: str) -> Path | None:
    """The translation of the codex or world catalogue in `file` to a language, beside it, or None for none."""
    beside = {language_of_shared(path): path for path in shared_translations_beside(file)}
    return beside.get(language)


def shared_translations_beside(file: Path) -> list[Path]:
    """The translations beside the codex or world catalogue in `file`, sorted by language."""
    found = (path for path in file.parent.glob(f"{file.stem}.*.yaml") if language_of_shared(path))
    return sorted(path for path in found if shared_file_of(path) == file.name)


def shown(file: Path) -> str:
    """The path as findings show it: from the working folder where it lies in it."""
    try:
        return str(file.relative_to(Path.cwd()))
    except (OSError, ValueError):  # the working folder may have been deleted
        return str(file)
