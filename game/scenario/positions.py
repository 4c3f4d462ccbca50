"""Places in source files, and the findings that point at them.

A finding is what `check` prints: `path:line:column: severity CODE message`. Codes are stable, and each
has a page under `game/scenario/pages/`. Nothing here reads a file.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from game.errors import CannotRead


class Severity(StrEnum):
    """How much a finding matters: an error stops play, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file; line and column count from 1."""

    path: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}:{self.column}"


NOWHERE = Position("", 1, 1)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that `check` has to say about one place."""

    where: Position
    severity: Severity
    code: str
    message: str
    suggestion: str = ""

    def __str__(self) -> str:
        hint = f" {self.suggestion}" if self.suggestion else ""
        return f"{self.where}: {self.severity} {self.code} {self.message}{hint}"


class ScenarioError(CannotRead):
    """A scenario with at least one error; `findings` holds every one of them, in file order."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        errors = [finding for finding in self.findings if finding.severity is Severity.ERROR]
        more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
        super().__init__(f"{errors[0] if errors else self.findings[0]}{more}")
