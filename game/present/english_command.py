"""What the command line says in English: results in words, and what went wrong with a way out."""

from __future__ import annotations

COMMAND = {
    "no-display": "No display was found, so the game is played in this terminal.",
    "no-window": "The window could not be opened ({why}), so the game is played in this terminal.",
    "how-to-play.title": "How to play",
    "how-to-play.play": "To play in a terminal: {command} play {scenario}",
    "how-to-play.window": "To play in a window: {command} on a machine with a display.",
    "how-to-play.auto": "To see a game played by the program: {command} play {scenario} --auto record",
    "how-to-play.help": "Everything else: {command} --help",
    "play.no-scenario": "Which scenario is to be played? There is {choices}.",
    "play.seat-unknown": '{scenario} has no seat "{typed}". There is {choices}.',
    "play.auto-alone": "--auto plays every seat, so it cannot be joined with {option}; leave one of them out.",
    "play.json-auto": "--json prints a game that the program plays; add --auto and a style, such as --auto record.",
    "play.saved-already": "{path} holds a game begun already, and {option} would begin another; leave it out to go on "
    "with that game, or choose another file.",
    "play.other-scenario": "{path} holds a game of {found}, not of {wanted}; choose another file.",
    "play.resumed": "Going on with the game saved in {path}.",
    "auto.played": "Every seat was played by the program ({style}, seed {seed}).",
    "auto.ending": "It ended: {ending}.",
    "auto.measure": "{name}: {value} {unit}",
    "auto.same": "{same} of {of} decisions were those of the record.",
    "replay.unfinished": "The game is not over.",
    "replay.reason": "(Reason given: {reason})",
    "replay.chance": "Chance: {words}",
    "list.none": "There is no scenario here.",
    "list.line": "{id}: {title}",
    "list.about": "{dates}; {length}; to play as {seats}",
    "check.counts": "{errors}, {warnings} in {files}.",
    "check.errors.one": "{number} error",
    "check.errors.many": "{number} errors",
    "check.warnings.one": "{number} warning",
    "check.warnings.many": "{number} warnings",
    "check.files.one": "{number} file",
    "check.files.many": "{number} files",
    "report.written": "The report is written in {path}.",
}
