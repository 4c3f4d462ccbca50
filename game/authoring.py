"""The verbs that write files for authors: a first scenario, the sheet of a translation, an imported domain."""

from __future__ import annotations

import argparse
import codecs
from pathlib import Path

from game.errors import UsageError
from game.playing import as_typed, named_file
from game.reading import interface
from game.scenario.whereabouts import FILE, ID, LANGUAGE, file_in, find, shown
from game.storage.files import expect_folder, stands, typed_path, write_atomically
from game.terminal.printable import visible

OK = 0


def write_first(options: argparse.Namespace) -> int:
    """Writes a scenario to begin with into a folder that has none."""
    from game.scenario.first_file import first_file
    from game.scenario.tokens import RESERVED_IDS

    folder = Path(options.folder)
    path, id_ = folder / FILE, folder.resolve().name
    if stands(path):
        raise UsageError(interface()("new.stands", path=path))
    if not options.folder.strip() or not ID.fullmatch(id_) or id_ in RESERVED_IDS:
        raise UsageError(interface()("new.no-id", name=options.folder and id_, example="bridge-1939"))
    expect_folder(folder)
    write_atomically(path, first_file(id_).encode())
    named = as_typed(folder)
    print(visible(interface()("new.begun", path=path, play=f"play {named}", check=f"check {named}")))
    return OK


def write_sheet(options: argparse.Namespace) -> int:
    """Writes the sheet of a scenario's translation, or puts what is missing into the one that is there."""
    from game.scenario.loader import load
    from game.scenario.overlay_sheet import completed_sheet, fresh_sheet

    speech, language = interface(), options.translate
    file = _scenario_in(options.folder)
    path = _translation_beside(file, language)
    scenario = load(file)
    if language == scenario.language:
        raise UsageError(speech("new.own-language", language=language))
    had = _sheet_in(path)
    sheet = fresh_sheet(scenario, language) if had is None else completed_sheet(had, scenario, shown(path))
    if sheet is None:
        raise UsageError(speech("new.not-lined", path=shown(path)))
    if sheet.text != had:
        mark = codecs.BOM_UTF8 if had is not None and path.read_bytes().startswith(codecs.BOM_UTF8) else b""
        write_atomically(path, mark + sheet.text.encode())
    key = "new.nothing" if sheet.text == had else "new.written"
    told = {"path": shown(path), "command": f"check {shown(path)}"}
    counts = {"added": sheet.added, "changed": sheet.changed, "waiting": sheet.waiting}
    print(visible(speech(key, **told, **counts)))
    return OK


def _scenario_in(folder: str) -> Path:
    """The scenario's file in a folder; the folder goes before a scenario of the game's own that has its name."""
    return file_in(Path(folder)) if stands(Path(folder)) else find(folder)


def _translation_beside(file: Path, language: str) -> Path:
    """The file of the translation to a language beside a scenario's file, whether it is there or not."""
    if file.name != FILE:
        raise UsageError(interface()("new.no-folder", path=file, file=FILE))
    if not LANGUAGE.fullmatch(language):
        raise UsageError(interface()("new.no-language", typed=language[:40]))
    return file.with_name(f"{language}.yaml")


def _sheet_in(path: Path) -> str | None:
    """The sheet in a file, or None where there is no file yet."""
    from game.scenario.positions import Finding, ScenarioError
    from game.scenario.source_text import text_of_file

    if not stands(path):
        return None
    findings: list[Finding] = []
    text = text_of_file(path, shown(path), findings)
    if text is None:
        raise ScenarioError(findings)
    return text


def write_domain(options: argparse.Namespace) -> int:
    """Writes a negotiation domain as a scenario file."""
    from game.scenario.genius import read_domain
    from game.scenario.genius_writer import STEP, id_from, scenario_text

    path = named_file("--output", options.output)
    if path.suffix not in (".yaml", ".yml"):
        raise UsageError(interface()("import.not-yaml", path=path))
    if stands(path):
        raise UsageError(interface()("import.stands", path=path))
    domain = read_domain(typed_path(options.folder))
    name = path.resolve().parent.name if path.name == FILE else path.stem
    write_atomically(path, scenario_text(domain, id_from(name)).encode())
    print(visible(interface()("import.written", domain=domain.name, path=path, step=STEP)))
    return OK
