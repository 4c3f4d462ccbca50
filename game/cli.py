"""The command line: one command, many verbs; what each takes, and how every mistake is answered.

Parsing alone stands here, so that `--help` loads nothing else; what a verb does is in `game.verbs`. An error is
one sentence with a way out on stderr and exit status 2, never a traceback for a user's file or word.
"""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, NoReturn

from game import streams
from game.errors import GameError, UsageError
from game.terminal.printable import visible

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

VERBS = ("list", "play", "replay", "report", "check", "new", "schema", "table", "bargain", "estimate", "import")
OK, MISTAKEN, BROKEN, STOPPED = 0, 2, 70, 130
_LONGEST_NUMBER = 30
_TOO_LARGE = f"the number is too large; the largest is {2**63 - 1}"


class Parser(argparse.ArgumentParser):
    """A parser that answers a mistake with one sentence instead of its whole usage."""

    def error(self, message: str) -> NoReturn:
        """Raises a UsageError of one sentence.

        Raises:
            UsageError: always.
        """
        what = message[:1].upper() + message[1:].rstrip(".") + "."
        raise UsageError(f"{what} See {self.prog} --help.")

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Prints the help; an output that is full or closed is not passed over, as it is in the parser above."""
        (file or sys.stdout).write(self.format_help())
        streams.finish()


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the command line and returns its exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    debug = "--debug" in words
    streams.make_ready()
    try:
        status = _run([word for word in words if word != "--debug"])
        streams.finish()
    except GameError as error:
        _say(_in_own_language(error, words))
        return MISTAKEN
    except BrokenPipeError:
        streams.drop_output()
        return OK
    except OSError as error:
        if debug:
            raise
        return _refused_by_the_machine(error, words)
    except KeyboardInterrupt:
        _say("\n" + _in_own_language("Stopped.", words))
        return STOPPED
    except ModuleNotFoundError as error:
        if debug:
            raise
        if not error.name or error.name.partition(".")[0] == "game":
            return _apologise(error, words)
        sentence = (
            f'The Python package "{error.name}" is not installed here. Install the game with what it needs: go to its'
            " folder and give the command python -m pip install ."
        )
        _say(_in_own_language(sentence, words))
        return MISTAKEN
    except Exception as error:
        if debug:
            raise
        return _apologise(error, words)
    finally:
        streams.drop_unheard()
    return status


def build_parser() -> Parser:
    """Makes the parser of all verbs."""
    parser = Parser(
        prog=_program(),
        description="A game of wartime diplomacy, 1939–1945. Without a verb it opens the window, or the terminal game"
        " where there is no display.",
        epilog="Add --debug to any command to see the traceback of a fault inside the game.",
        allow_abbrev=False,
    )
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", parser_class=Parser, title="verbs")
    _add_list(verbs)
    _add_play(verbs)
    _add_replay(verbs)
    _add_report(verbs)
    _add_check(verbs)
    _add_new(verbs)
    _add_schema(verbs)
    _add_table(verbs)
    _add_bargain(verbs)
    _add_estimate(verbs)
    _add_import(verbs)
    return parser


def _run(words: list[str]) -> int:
    _refuse_unknown_verb(words)
    parser = build_parser()
    if {"-h", "--help"} & set(words):
        from game.helping import help_in_own_language

        help_in_own_language(parser, words)
    options, strange = parser.parse_known_args(words)
    if strange:
        _refuse_strange(parser, options.verb, strange[0])
    from game import verbs

    return verbs.run(options)


Verbs = argparse._SubParsersAction


def _verb(verbs: Verbs[Parser], name: str, summary: str) -> Parser:
    return verbs.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".", allow_abbrev=False)


def _add_list(verbs: Verbs[Parser]) -> None:
    verb = _verb(verbs, "list", "list the scenarios")
    _language(verb)
    _json(verb)


def _add_play(verbs: Verbs[Parser]) -> None:
    verb = _verb(verbs, "play", "play a scenario, or go on with a saved game")
    verb.add_argument(
        "scenario", nargs="?", metavar="SCENARIO", help="a scenario's id, folder or file, or a saved game"
    )
    verb.add_argument(
        "--as", dest="seats", nargs="+", action="extend", metavar="PARTY|SIDE", help="whose seat each person takes"
    )
    verb.add_argument("--opponents", metavar="STYLE", help="how the program plays the other seats")
    verb.add_argument("--seed", type=_whole_number, metavar="N", help="the seed of the dice (default: a fresh one)")
    verb.add_argument(
        "--length",
        choices=("full", "short"),
        help="the full game, or one in which the program takes the lesser decisions",
    )
    _language(verb)
    verb.add_argument("--terminal", action="store_true", help="play in the terminal")
    verb.add_argument("--plain", action="store_true", help="in the terminal, plain lines of text for screen readers")
    verb.add_argument("--save", metavar="FILE", help="save there after every move; go on if a game is there already")
    verb.add_argument("--unsaved", action="store_true", help="play without saving")
    verb.add_argument("--auto", metavar="STYLE", help="let the program play every seat")
    _json(verb)


def _add_replay(verbs: Verbs[Parser]) -> None:
    verb = _verb(verbs, "replay", "replay a saved game move by move")
    verb.add_argument("save", metavar="SAVE", help="a saved game")
    _scenario_of_save(verb)
    _language(verb)
    _json(verb)


def _add_report(verbs: Verbs[Parser]) -> None:
    verb = _verb(verbs, "report", "write the debrief of a finished game as one HTML file")
    verb.add_argument("save", metavar="SAVE", help="a saved game that is over")
    _scenario_of_save(verb)
    verb.add_argument("--output", required=True, metavar="FILE.html", help="the file to write")
    _language(verb)


def _add_check(verbs: Verbs[Parser]) -> None:
    verb = _verb(verbs, "check", "check scenario files and print every finding")
    verb.add_argument("files", nargs="+", metavar="FILE", help="a scenario's folder or file, a translation, world.yaml")
    verb.add_argument("--strict", action="store_true", help="treat warnings as errors")
    _language(verb)
    _json(verb)


def _add_new(verbs: Verbs[Parser]) -> None:
    verb = _verb(verbs, "new", "begin a scenario, or begin or complete its translation")
    verb.add_argument("folder", metavar="FOLDER", help="the folder of the scenario")
    verb.add_argument("--translate", metavar="LANGUAGE", help="write what is missing there in LANGUAGE.yaml")


def _add_schema(verbs: Verbs[Parser]) -> None:
    verb = _verb(verbs, "schema", "print a JSON Schema of scenario files for editors")
    verb.add_argument(
        "kind", nargs="?", choices=("scenario", "codex"), default="scenario", help="of which files (default: scenario)"
    )


def _add_table(verbs: Verbs[Parser]) -> None:
    verb = _verb(verbs, "table", "lay a table open: worths, frontier, solution points, the recorded deal")
    _scenario_step(verb)
    verb.add_argument("--plain", action="store_true", help="in a terminal too, words alone and no drawings")
    _json(verb)


def _add_bargain(verbs: Verbs[Parser]) -> None:
    verb = _verb(verbs, "bargain", "let styles bargain at a table many times")
    _scenario_step(verb)
    verb.add_argument("--styles", required=True, metavar="A,B[,C]", help="a style for each party, in the table's order")
    verb.add_argument("--games", type=_whole_number, default=1_000, metavar="N", help="how many talks (default: 1000)")
    verb.add_argument("--rounds", type=_whole_number, metavar="R", help="one session of so many rounds")
    verb.add_argument("--seed", type=_whole_number, default=0, metavar="N", help="the seed (default: 0)")
    _json(verb)


def _add_estimate(verbs: Verbs[Parser]) -> None:
    verb = _verb(verbs, "estimate", "play many games under a policy: how often each ending, how the measures lie")
    verb.add_argument("scenario", metavar="SCENARIO", help="a scenario's id, folder or file")
    verb.add_argument(
        "--games", type=_whole_number, default=10_000, metavar="N", help="how many games (default: 10000)"
    )
    verb.add_argument("--seed", type=_whole_number, default=0, metavar="N", help="the seed (default: 0)")
    verb.add_argument("--jobs", type=_whole_number, default=1, metavar="N", help="how many processes (default: 1)")
    verb.add_argument("--policy", default="trades", metavar="STYLE", help="the style in every seat (default: trades)")
    _language(verb)
    _json(verb)


def _add_import(verbs: Verbs[Parser]) -> None:
    verb = _verb(verbs, "import", "make a scenario of one table from a negotiation domain of the Genius format")
    verb.add_argument("kind", choices=("genius",), help="the format of the domain")
    verb.add_argument("folder", metavar="FOLDER", help="the folder of the domain and two or three profiles")
    verb.add_argument("--output", required=True, metavar="FILE.yaml", help="the file to write")


def _scenario_step(verb: Parser) -> None:
    verb.add_argument("scenario", metavar="SCENARIO", help="a scenario's id, folder or file")
    verb.add_argument("step", metavar="STEP", help="the step that opens the table, or a later session of it")
    _language(verb)


def _scenario_of_save(verb: Parser) -> None:
    verb.add_argument("--scenario", metavar="SCENARIO", help="its scenario's folder or file, if it is not on the shelf")


def _language(verb: Parser) -> None:
    verb.add_argument("--language", metavar="LANGUAGE", help="the language to read in: en or th (default: as set)")


def _json(verb: Parser) -> None:
    verb.add_argument("--json", action="store_true", help="print JSON")


def _whole_number(word: str) -> int:
    if len(word) > _LONGEST_NUMBER and word.strip().lstrip("+-").isdecimal():
        raise argparse.ArgumentTypeError(_TOO_LARGE)
    try:
        value = int(word)
    except ValueError:
        raise argparse.ArgumentTypeError(f"a whole number was expected, and {word[:40]!r} was found") from None
    if not -(2**63) <= value < 2**63:
        raise argparse.ArgumentTypeError(_TOO_LARGE)
    return value


def _refuse_unknown_verb(words: list[str]) -> None:
    first = words[0] if words else ""
    if not first or first.startswith("-") or first in VERBS:
        return
    meant = _nearest(first, VERBS)
    hint = f' Did you mean "{meant}"?' if meant else ""
    raise UsageError(f'"{first[:40]}" is not a verb of this command; there are {", ".join(VERBS)}.{hint}')


def _refuse_strange(parser: Parser, verb: str | None, word: str) -> NoReturn:
    chosen = _parser_of(parser, verb) if verb else parser
    known = [option for action in chosen._actions for option in action.option_strings]
    meant = _nearest(word.partition("=")[0], known) if word.startswith("-") else ""
    hint = f" Did you mean {meant}?" if meant else ""
    raise UsageError(f'"{word[:40]}" is not understood here.{hint} See {chosen.prog} --help.')


def _parser_of(parser: Parser, verb: str) -> argparse.ArgumentParser:
    verbs = next(action for action in parser._actions if isinstance(action, argparse._SubParsersAction))
    chosen: argparse.ArgumentParser = verbs.choices[verb]
    return chosen


def _nearest(typed: str, known: Sequence[str]) -> str:
    from difflib import get_close_matches

    close = get_close_matches(typed.casefold()[:60], known, n=1)
    return close[0] if close else ""


def _program() -> str:
    name = sys.argv[0].replace("\\", "/").rpartition("/")[2]
    if name == "__main__.py":
        return "python -m game"
    return f"python {name}" if name.endswith(".py") else "grand-alliance"


def _say(sentence: str) -> None:
    # There may be nowhere left to say it; the exit status says it then.
    with contextlib.suppress(OSError, ValueError):
        print(visible(sentence), file=sys.stderr)


def _refused_by_the_machine(error: OSError, words: Sequence[str]) -> int:
    """Answers a full disk or a broken device; an error that names no file came of printing."""
    reason = (error.strerror or "it does not say why").lower()
    if isinstance(error, FileNotFoundError) and error.filename is None:
        sentence = "The folder in which this command was given does not exist any more; go to another and try again."
    elif error.filename is None:
        streams.drop_output()
        sentence = f"The answer could not be printed whole: {reason}. Send it to where there is room, or to the screen."
    else:
        sentence = (
            f"{error.filename} cannot be used: {reason}. See to it and try again, or name another file or folder."
        )
    _say(_in_own_language(sentence, words))
    return MISTAKEN


def _in_own_language(problem: GameError | str, words: Sequence[str]) -> str:
    """What went wrong in the player's language, as far as it is known there."""
    # What is broken may be what other languages need.
    with contextlib.suppress(Exception):
        from game.helping import language_asked
        from game.present.problems import problem_words
        from game.reading import interface

        return problem_words(interface(language_asked(words)), problem)
    return str(problem)


def _apologise(error: Exception, words: Sequence[str]) -> int:
    kind = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
    sentence = (
        f"Something went wrong inside the game, and it is not your doing ({kind[:200]})."
        " The same command with --debug shows where."
    )
    _say(_in_own_language(sentence, words))
    return BROKEN
