"""What each verb of the command line does: joins the floors, prints the result, returns the exit status.

Every import of a verb stands in the verb, so that none pays for another. Parsing and the answering of errors
are `game.cli`'s.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.errors import CannotRead, GameError
from game.terminal.printable import visible

if TYPE_CHECKING:
    from game.present.speech import Speech
    from game.scenario.model import Scenario
    from game.scenario.positions import Finding
    from game.storage.saves import Loaded

OK, FOUND, MISTAKEN = 0, 1, 2


def run(options: argparse.Namespace) -> int:
    """Does what was asked and returns the exit status."""
    verbs: dict[str | None, Callable[[argparse.Namespace], int]] = {
        None: play_something,
        "list": list_scenarios,
        "play": play,
        "replay": replay,
        "report": report,
        "check": check,
        "schema": schema,
        "table": table,
        "bargain": bargain,
        "estimate": estimate,
        "new": new,
        "import": import_domain,
    }
    return verbs[options.verb](options)


def play_something(_options: argparse.Namespace) -> int:
    """With no verb: the window, else the terminal game, else the shelf and how to play."""
    from game import playing

    return playing.play_something()


def list_scenarios(options: argparse.Namespace) -> int:
    """Lists the shelf."""
    from game.scenario.loader import shelf

    if options.json:
        _refuse_unspoken(options)
        _print_json([_entry_json(entry) for entry in shelf()])
        return OK
    from game.present.shelf import shelf_page

    speech = _speech(options)
    print_shelf(shelf_page(shelf(language=speech.language), (), speech).scenarios, speech)
    return OK


def play(options: argparse.Namespace) -> int:
    """Plays with persons, or lets the program play every seat."""
    from game import playing

    return playing.play_with_persons(options) if options.auto is None else playing.play_alone(options)


def replay(options: argparse.Namespace) -> int:
    """Replays a save: as JSON, or told move by move."""
    loaded = _loaded(options)
    if options.json:
        from game.analysis.transcript import dumps, transcript

        sys.stdout.write(dumps(transcript(loaded.game)))
        return OK
    from game.present.retelling import retold

    for line in retold(loaded.game, _reading(options, loaded.game.scenario)):
        print(visible(line))
    return OK


def report(options: argparse.Namespace) -> int:
    """Writes the debrief of a saved game as one HTML file."""
    from game.playing import named_file
    from game.present.codex import whole_codex
    from game.present.debrief import debrief
    from game.present.html_report import write

    path = named_file("--output", options.output)
    loaded = _loaded(options)
    scenario = loaded.game.scenario
    speech = _reading(options, scenario, breaking=True)
    write(debrief(loaded.game, speech, loaded.seats, loaded.guesses), speech, path, whole_codex(scenario, speech))
    print(visible(speech("report.written", path=path)))
    return OK


def check(options: argparse.Namespace) -> int:
    """Checks files: every finding, then the counts; what is no file or folder makes the status 2."""
    from game.present.checked import finding_words
    from game.present.problems import problem_words
    from game.scenario.loader import check as check_file
    from game.scenario.whereabouts import files_to_check

    speech = _speech(options)
    findings: list[Finding] = []
    unreadable: list[str] = []
    files = [file for path in options.files for file in files_to_check(path)]
    for path in files:
        try:
            found = check_file(path)
            findings += found if _has_error(found) else [*found, *_played_record(path)]
        except GameError as error:
            unreadable.append(problem_words(speech, error))
    if options.json:
        _print_json([_finding_json(finding) for finding in findings])
    else:
        for finding in findings:
            print(visible(finding_words(speech, finding)))
        print(_counts(findings, len(files) - len(unreadable), speech))
    for sentence in unreadable:
        print(visible(sentence), file=sys.stderr)
    if unreadable:
        return MISTAKEN
    return FOUND if any(options.strict or finding.severity == "error" for finding in findings) else OK


def _has_error(findings: Sequence[Finding]) -> bool:
    return any(finding.severity == "error" for finding in findings)


def _played_record(path: Path) -> list[Finding]:
    """Plays the record of a scenario that is otherwise in order: the ending that it names must be where it leads."""
    from game.scenario.loader import is_scenario, load, place_in
    from game.scenario.positions import Finding, Severity
    from game.scenario.scope import listed

    if not is_scenario(path):
        return []
    from game.analysis.recorded import recorded_endings
    from game.engine.compiler import compile_scenario

    scenario = load(path)
    named = scenario.record.ending
    others = [ending for ending in recorded_endings(compile_scenario(scenario)) if ending != named]
    if not others:
        return []
    ends = listed(others, quote=False)
    message = f"Played as the record has it, this file ends with {ends}, not with {named}."
    hint = "Change the endings or what leads there, or name another ending."
    return [Finding(place_in(path, "record", "ending"), Severity.ERROR, "REC04", message, hint)]


def schema(options: argparse.Namespace) -> int:
    """Prints the JSON Schema of scenario files, or of the codex."""
    from game.scenario.schema import schema_text

    sys.stdout.write(schema_text(options.kind).rstrip("\n") + "\n")
    return OK


def table(options: argparse.Namespace) -> int:
    """Lays a table open."""
    from game import progress
    from game.analysis.tables import table_report

    scenario = _find_scenario(options.scenario)
    examined = table_report(scenario, options.step, progress.of_survey())
    progress.clear()
    from game.present.findings import table_lines

    drawn = sys.stdout.isatty() and not options.plain
    return _tell(
        options, examined.as_json, lambda: table_lines(scenario, examined, _reading(options, scenario), drawn=drawn)
    )


def bargain(options: argparse.Namespace) -> int:
    """Lets styles bargain at a table many times."""
    from game import progress
    from game.analysis.talks import bargain as hold_talks
    from game.playing import check_style

    scenario = _find_scenario(options.scenario)
    styles = [style.strip() for style in options.styles.split(",")]
    for style in styles:
        check_style(style)
    held = hold_talks(
        scenario,
        options.step,
        styles=styles,
        games=options.games,
        rounds=options.rounds,
        seed=options.seed,
        told=progress.of_talks(options.games),
    )
    progress.clear()
    from game.present.findings import talks_lines

    return _tell(options, held.as_json, lambda: talks_lines(scenario, held, _reading(options, scenario)))


def estimate(options: argparse.Namespace) -> int:
    """Plays many games under a policy and tells what they came to."""
    from game import progress
    from game.analysis.estimates import estimate as play_many
    from game.playing import check_style

    check_style(options.policy)
    scenario = _find_scenario(options.scenario)
    found = play_many(
        scenario,
        options.games,
        seed=options.seed,
        jobs=options.jobs,
        policy=options.policy,
        told=progress.of_games(options.games),
    )
    progress.clear()
    from game.present.estimating import estimate_lines

    return _tell(options, found.as_json, lambda: estimate_lines(scenario, found, _reading(options, scenario)))


def new(options: argparse.Namespace) -> int:
    """Begins a scenario, or begins or completes its translation."""
    from game import authoring

    return authoring.write_first(options) if options.translate is None else authoring.write_sheet(options)


def import_domain(options: argparse.Namespace) -> int:
    """Writes a negotiation domain as a scenario file."""
    from game import authoring

    return authoring.write_domain(options)


def _tell(options: argparse.Namespace, as_json: Callable[[], object], lines: Callable[[], Iterable[str]]) -> int:
    """Prints what was found, as JSON or in words."""
    if options.json:
        _refuse_unspoken(options)
        _print_json(as_json())
    else:
        print(visible("\n".join(lines())))
    return OK


def print_shelf(scenarios: Sequence[Any], speech: Speech) -> None:
    """Prints the scenarios that there are."""
    if not scenarios:
        print(speech("list.none"))
    for line in scenarios:
        print(visible(speech("list.line", id=line.id, title=line.title)))
        about = line.problem or speech("list.about", dates=line.dates, length=line.length, seats=line.seats)
        print(visible(f"    {about}"))
        if line.ids:
            print(visible(f"    {speech('list.as', id=line.id, ids=speech.listed(line.ids, 'or'))}"))


def _loaded(options: argparse.Namespace) -> Loaded:
    """Loads the save that was named, and tells what there is to say of it."""
    from game.scenario.whereabouts import on_the_shelf
    from game.storage.saves import load

    def find(name: str) -> Scenario:
        if options.scenario is not None:
            return _find_scenario(options.scenario)
        if not on_the_shelf(name):
            raise CannotRead(_speech()("save.scenario-elsewhere", scenario=name))
        return _find_scenario(name)

    from game.present.problems import problem_words

    loaded = load(Path(options.save), find)
    for note in loaded.notes:
        print(visible(problem_words(_speech(options), note)), file=sys.stderr)
    return loaded


def _find_scenario(name: str) -> Scenario:
    from game.scenario.loader import load

    return load(name)


def _speech(options: argparse.Namespace | None = None) -> Speech:
    """The interface in the language asked for, or else in the player's."""
    from game.reading import interface

    return interface(options.language if options is not None else None)


def _refuse_unspoken(options: argparse.Namespace) -> None:
    """Refuses a language that is not there, also where nothing is said in it."""
    if options.language is not None:
        _speech(options)


def _reading(options: argparse.Namespace, scenario: Scenario, *, breaking: bool = False) -> Speech:
    """The interface and the texts of a scenario in the language asked for, or else in the player's."""
    from game.reading import of_scenario

    return of_scenario(scenario, options.scenario or scenario.id, options.language, breaking=breaking)


def _entry_json(entry: Any) -> dict[str, object]:
    described: dict[str, object] = {
        "id": entry.id,
        "name": entry.name,
        "title": entry.title,
        "summary": entry.summary,
        "content_note": entry.content_note,
        "language": entry.language,
        "dates": {"from": entry.first_date, "to": entry.last_date},
        "minutes": {"full": entry.minutes_full, "short": entry.minutes_short},
        "parties": list(entry.parties),
        "sides": list(entry.sides),
        "words": entry.words,
    }
    return {"id": entry.id, "error": entry.error} if entry.error else described


def _finding_json(finding: Finding) -> dict[str, object]:
    return {
        "path": finding.where.path,
        "line": finding.where.line,
        "column": finding.where.column,
        "severity": str(finding.severity),
        "code": finding.code,
        "message": finding.message,
        "suggestion": finding.suggestion,
    }


def _counts(findings: Sequence[Finding], files: int, speech: Speech) -> str:
    errors = sum(finding.severity == "error" for finding in findings)
    return speech(
        "check.counts",
        errors=speech.count("check.errors", errors),
        warnings=speech.count("check.warnings", len(findings) - errors),
        files=speech.count("check.files", files),
    )


def _print_json(value: object) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=2))
