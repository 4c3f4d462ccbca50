"""The help of the command line, and what it says of words that it does not understand, so that other languages can.

In English these stand where the words are taken (`game.cli`, and the library that parses them); here stand their
patterns, by which another language knows them again (`game.helping`, `game.present.problems`).
"""

from __future__ import annotations

HELP_TEXTS = {
    "about": "A game of wartime diplomacy, 1939–1945. Without a verb it opens the window, or the terminal "
    "game where there is no display.",
    "debug": "Add --debug to any command to see the traceback of a fault inside the game.",
    "usage": "usage: ",
    "options": "options",
    "positional": "positional arguments",
    "verbs": "verbs",
    "help": "show this help message and exit",
    "list": "list the scenarios",
    "play": "play a scenario, or go on with a saved game",
    "replay": "replay a saved game move by move",
    "report": "write the debrief of a finished game as one HTML file",
    "check": "check scenario files and print every finding",
    "new": "begin a scenario, or begin or complete its translation",
    "schema": "print a JSON Schema of scenario files for editors",
    "table": "lay a table open: worths, frontier, solution points, the recorded deal",
    "bargain": "let styles bargain at a table many times",
    "estimate": "play many games under a policy: how often each ending, how the measures lie",
    "import": "make a scenario of one table from a negotiation domain of the Genius format",
    "language": "the language to read in: en or th (default: as set)",
    "json": "print JSON",
    "scenario-or-save": "a scenario's id, folder or file, or a saved game",
    "as": "whose seat each person takes",
    "opponents": "how the program plays the other seats",
    "seed": "the seed of the dice (default: a fresh one)",
    "length": "the full game, or one in which the program takes the lesser decisions",
    "terminal": "play in the terminal",
    "plain": "in the terminal, plain lines of text for screen readers",
    "no-drawings": "in a terminal too, words alone and no drawings",
    "save": "save there after every move; go on if a game is there already",
    "unsaved": "play without saving",
    "auto": "let the program play every seat",
    "saved": "a saved game",
    "scenario-of-save": "its scenario's folder or file, if it is not on the shelf",
    "saved-over": "a saved game that is over",
    "output": "the file to write",
    "files": "a scenario's folder or file, a translation, world.yaml",
    "strict": "treat warnings as errors",
    "scenario-folder": "the folder of the scenario",
    "translate": "write what is missing there in LANGUAGE.yaml",
    "schema-kind": "of which files (default: scenario)",
    "scenario": "a scenario's id, folder or file",
    "step": "the step that opens the table, or a later session of it",
    "styles": "a style for each party, in the table's order",
    "games": "how many talks (default: 1000)",
    "rounds": "one session of so many rounds",
    "seed-zero": "the seed (default: 0)",
    "how-many-games": "how many games (default: 10000)",
    "jobs": "how many processes (default: 1)",
    "policy": "the style in every seat (default: trades)",
    "domain-format": "the format of the domain",
    "domain": "the folder of the domain and two or three profiles",
}
"""By what each is about."""

MISTAKES = {
    "required": "The following arguments are required: {names}. See {command} --help.",
    "argument": "Argument {name}: {mistake}. See {command} --help.",
    "whole-number": "a whole number was expected, and {found} was found",
    "too-large": "the number is too large; the largest is {most}",
    "one-argument": "expected one argument",
    "at-least-one": "expected at least one argument",
    "no-argument": "ignored explicit argument {found}",
    "choice": "invalid choice: {found} (choose from {choices})",
    "verb": '"{word}" is not a verb of this command; there are {verbs}.',
    "verb-meant": '"{word}" is not a verb of this command; there are {verbs}. Did you mean "{meant}"?',
    "strange": '"{word}" is not understood here. See {command} --help.',
    "strange-meant": '"{word}" is not understood here. Did you mean {meant}? See {command} --help.',
    "no-table": "{scenario} has no table '{typed}'; its tables are {tables}.",
    "stopped": "Stopped.",
    "missing-package": 'The Python package "{name}" is not installed here. Install the game with what it needs: go to '
    "its folder and give the command python -m pip install .",
    "no-here": "The folder in which this command was given does not exist any more; go to another and try again.",
    "not-printed": "The answer could not be printed whole: {why}. Send it to where there is room, or to the screen.",
    "not-used": "{path} cannot be used: {why}. See to it and try again, or name another file or folder.",
    "fault": "Something went wrong inside the game, and it is not your doing ({kind}). The same command with "
    "--debug shows where.",
}
"""What is answered to a mistake, and the pieces of it."""

HELP = {
    **{f"help.{about}": text for about, text in HELP_TEXTS.items()},
    **{f"problem.{about}": sentence for about, sentence in MISTAKES.items()},
}
