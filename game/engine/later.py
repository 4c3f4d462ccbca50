"""Generated functions that are written and compiled when they are first called: half of a program.

Writing and compiling are what opening a scenario takes longest over, and of the traced functions a playout needs none
and a game one step's at a time. What they do is not known here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from game.engine.emit import hoisted


class Later:
    """A function of generated source, which `write` makes; it is compiled by the first call.

    Its names are those of the `namespace` and its constants.
    """

    __slots__ = ("_function", "_name", "_namespace", "_write")

    def __init__(self, name: str, write: Callable[[], str], namespace: Mapping[str, object]) -> None:
        self._name, self._write, self._namespace = name, write, namespace
        self._function: Callable[..., Any] | None = None

    @property
    def is_compiled(self) -> bool:
        """Whether it has been called."""
        return self._function is not None

    def __call__(self, *given: Any) -> Any:
        """Calls it, and compiles it before if that has not been done."""
        if self._function is None:
            source, constants = hoisted(self._write())
            names = dict(self._namespace) | constants
            exec(compile(source, f"<{self._name}, traced>", "exec"), names)
            self._function = names[self._name]  # type: ignore[assignment]
        return self._function(*given)  # type: ignore[misc]
