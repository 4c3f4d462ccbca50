"""The help of the command line in the reader's language: the one asked for among the words, or the player's own.

The parsers and their words in English are `game.cli`'s. Nothing is loaded here for who reads English, and nothing
heavy for others.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

Worded = Callable[[str], str]
OPTION = "--language"


class ReadersFormatter(argparse.HelpFormatter):
    """Lays help out in a language that parts no words by spaces."""

    def __init__(self, prog: str, prefix: str = "", **options: Any) -> None:
        super().__init__(prog, **options)
        self._usage = prefix

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        """Adds how the command is written, under its own head."""
        super().add_usage(usage, actions, groups, self._usage if prefix is None else prefix)

    def _split_lines(self, text: str, width: int) -> list[str]:
        from game.terminal.wrapping import wrapped

        return wrapped(text, width)

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        from game.terminal.wrapping import wrapped

        return "\n".join(wrapped(text, width, indent))


def language_asked(words: Sequence[str]) -> str | None:
    """The language that is asked for among the words of a command, as it was typed.

    >>> language_asked(["list", "--language", "th"]), language_asked(["--language=ไทย"]), language_asked(["list"])
    ('th', 'ไทย', None)
    """
    for word, after in zip(words, [*words[1:], ""], strict=True):
        if word == OPTION:
            return after
        if word.startswith(f"{OPTION}="):
            return word.partition("=")[2]
    return None


def help_in_own_language(parser: argparse.ArgumentParser, words: Sequence[str]) -> None:
    """Puts the help of a parser and of its verbs into the reader's language, where it is to be printed."""
    if not {"-h", "--help"} & set(words) or _reads_english(words):
        return
    from game.present.english_help import HELP_TEXTS
    from game.present.languages import language_meant, speech_in
    from game.storage.places import settings_path
    from game.storage.settings import load_settings

    asked = language_meant(language_asked(words) or "")
    speech = speech_in(asked or load_settings(settings_path()).settings.language)
    keys = {text: f"help.{about}" for about, text in HELP_TEXTS.items()}

    def worded(text: str) -> str:
        key = keys.get(text) or keys.get(text[:1].lower() + text[1:].rstrip("."))
        return speech(key) if key else text

    _translate(parser, worded)


def _reads_english(words: Sequence[str]) -> bool:
    asked = language_asked(words)
    if asked is not None:
        return asked.casefold() in ("en", "english")
    from game.storage.places import settings_path
    from game.storage.settings import load_settings

    return load_settings(settings_path()).settings.language == "en"


def _translate(parser: argparse.ArgumentParser, worded: Worded) -> None:
    from game.present.breaking import unbroken

    parser.formatter_class = partial(ReadersFormatter, prefix=unbroken(worded("usage: ")))
    parser.description, parser.epilog = (text and worded(text) for text in (parser.description, parser.epilog))
    for group in parser._action_groups:
        group.title = group.title and unbroken(worded(group.title))
    for action in parser._actions:
        action.help = action.help and worded(action.help)
        if isinstance(action, argparse._SubParsersAction):
            for choice in action._choices_actions:
                choice.help = choice.help and worded(choice.help)
            for verb in action.choices.values():
                _translate(verb, worded)
