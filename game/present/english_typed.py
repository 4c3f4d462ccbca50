"""The words that are typed in the terminal: each command's own name, and the words that may follow one.

The names in English are what the terminal understands in any language; another language gives each its own word
beside it.
"""

from __future__ import annotations

_COMMANDS = (
    "help", "look", "codex", "state", "account", "documents", "read", "brief", "members", "interests", "advice",
    "estimate", "guess", "chair", "numbers", "sources", "history", "tree", "go", "try", "compare", "undo", "redo",
    "save", "report", "language", "quit", "offer", "propose", "send", "draft", "drop", "start", "build", "issue",
    "nominate", "more", "issues", "accept", "press", "adjourn", "situation", "linkages", "basis", "back", "stop",
    "full",
)  # fmt: skip
_AFTER_A_COMMAND = ("all", "nothing", "best", "mine", "theirs", "stands", "unsettled", "leave")

TYPED = {f"word.{word}": word for word in (*_COMMANDS, *_AFTER_A_COMMAND)} | {"word.walk": "walk out"}
"""By what each is for."""
