"""Generated functions that are compiled when they are first called: half of a program, which a playout never needs.

Compiling is what opening a scenario takes longest over, and of the traced functions a game needs one step's at a time.
What they do is not known here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

_DEFINITION = re.compile(r"^(?=def |[a-z_0-9]+ = )", re.MULTILINE)
_NAME = re.compile(r"def ([a-z_0-9]+_traced)\(")


def set_apart(source: str) -> tuple[str, dict[str, str]]:
    """Parts the traced functions from all others; returns the others' source, and theirs by name.

    >>> set_apart("def a(c): return 1\\ndef b_traced(c):\\n    return 2\\n")
    ('def a(c): return 1\\n', {'b_traced': 'def b_traced(c):\\n    return 2\\n'})
    """
    others: list[str] = []
    traced: dict[str, str] = {}
    for definition in _DEFINITION.split(source):
        found = _NAME.match(definition)
        if found is None:
            others.append(definition)
        else:
            traced[found[1]] = definition
    return "".join(others), traced


class Later:
    """A function of generated source; it is compiled by the first call."""

    __slots__ = ("_function", "_name", "_namespace", "_source")

    def __init__(self, name: str, source: str, namespace: dict[str, Any]) -> None:
        self._name, self._source, self._namespace = name, source, namespace
        self._function: Callable[..., Any] | None = None

    @property
    def is_compiled(self) -> bool:
        """Whether it has been called."""
        return self._function is not None

    def __call__(self, *given: Any) -> Any:
        """Calls it, and compiles it before if that has not been done."""
        if self._function is None:
            exec(compile(self._source, f"<{self._name}>", "exec"), self._namespace)
            self._function = self._namespace[self._name]
        return self._function(*given)
