"""What the floors below say when a file cannot be read or written, so that other languages can say it.

In English these sentences are made where the problem is met; here stand their patterns, by which another language
knows them again (`game.present.problems`).
"""

from __future__ import annotations

from game.present.english_genius import GENIUS

SENTENCES = {
    "folder-none": "{path} cannot be written: the folder {folder} does not exist. Make the folder first, or name "
    "another.",
    "folder-file": "{path} cannot be written: the folder {folder} is not a folder. Make the folder first, or "
    "name another.",
    "not-written": "{path} cannot be written: {why}. What was saved before is unchanged; try another name or folder.",
    "other-name": "{problem} Choose another name.",
    "left-alone": "{path} is there already and is not {what}; it was left alone. Choose another name.",
    "older": "{path} is where an older version of {newest} is kept; choose another name.",
    "report-folder": "{path} is a folder and was left as it is; name another file for the report.",
    "report-other": "{path} is not an earlier report and was left as it is; name another file for the report.",
    "no-file": "{path} does not exist; {what} was expected there.",
    "not-opened": "{path} cannot be opened: {why}.",
    "not-it": "{path} is not {what}: {why}.",
    "not-it-or-damaged": "{path} is not {what}, or is damaged: {why}.",
    "damaged": "{path} is damaged:{why}",
    "newer": "{path} was saved by a newer version of the game (save format {found}; this one reads {reads}). "
    "Update the game to open it.",
    "game-of": "{path} is a game of {scenario}, which cannot be opened: {why}",
    "version-before": "{problem} The version before it, {name}, was opened.",
    "strange-seat": "The save has a seat for {party}, which {scenario} does not have.",
    "rules-changed": "The rules of {scenario} have changed since this game was saved.",
    "texts-changed": "Some texts of {scenario} have changed since this game was saved; its moves have not.",
    "replayed": "It could be replayed up to entry {last} of {of}: entry {entry}, the move {move} of {seat} at "
    "{step}, no longer fits: {why}. The saved file is kept as it was; going on from here begins a new one.",
    "closed": "The game cannot go to entry {to}: entry {entry} on the way there, the move {move} of {seat} at {step}, "
    "no longer fits: {why}.",
    "usual-settings": "{problem} The usual settings are used.",
    "no-settings": "{path} is not a settings file of this game. The usual settings are used.",
    "some-settings": "{path}: {names} cannot be understood; the usual settings are used there.",
    "no-scenarios": "The scenarios that come with the game are not here; install the game again.",
    "no-map": "The map that comes with the game is not here; install the game again.",
    "no-scenario": 'There is no scenario "{typed}". There are: {ids}.',
    "no-scenario-meant": 'There is no scenario "{typed}". Did you mean "{meant}"? There are: {ids}.',
    "no-translation": 'The scenario "{scenario}" is not there in "{language}"; it is there in {languages}.',
    "no-path": 'There is no file or folder "{path}"; look at the spelling of its name.',
    "no-scenario-file": 'There is no {file} in the folder "{path}"; name a scenario\'s folder or file.',
    "no-style": 'There is no style "{style}"; there are {styles}.',
}

WORDS = {
    "what.save": "a saved game",
    "what.settings": "a settings file of this game",
    "why.folder-is-file": "its folder is a file",
    "why.circle": "it is a link that leads in a circle",
    "why.name": "its name is not possible here",
    "why.permission": "permission denied",
    "why.space": "no space left on device",
    "why.read-only": "read-only file system",
    "why.directory": "is a directory",
    "why.long": "file name too long",
    "why.no-such": "no such file or directory",
    "why.irregular": "it is not a regular file",
    "why.nested": "it is nested too deep",
    "why.json": "its JSON breaks off at line {line}, column {column}",
    "why.twice": "the key {name} stands twice in one place",
    "why.whole": "{word} is not a whole number",
    "why.format": 'a save begins with "format": "{format}"',
}

PATTERNS = SENTENCES | WORDS
"""By what each is about."""
PROBLEMS = {f"problem.{about}": sentence for about, sentence in (PATTERNS | GENIUS).items()}
