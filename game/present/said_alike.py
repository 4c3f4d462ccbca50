"""Issues on which all whom they bind have last said the same, at a table that settles issue by issue: not settled yet.

Only consent to one and the same offer settles an issue. Whoever sees all sides name one option may take it for settled;
these words say that it is not, and what would settle it. Nothing here knows what others will do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.engine.legality import LegalTable
from game.present.joining import unended
from game.present.reader import Reader
from game.scenario.table_rules import Table

if TYPE_CHECKING:
    from game.engine.views import TableView


def said_alike(reader: Reader, seen: TableView, table: Table, legal: LegalTable) -> str:
    """Says which open issues wait for nothing but one offer that holds them alone; empty where there are none."""
    if table.agreement == "whole" or "propose" not in legal.kinds:
        return ""
    alike = {issue: option for issue in legal.open_issues if (option := _option(seen, table, issue))}
    if not alike or (seen.standing and seen.standing.items() <= alike.items()):
        return ""  # what lies there needs only to be accepted
    terms = (
        reader.speech(
            "terms.one",
            issue=reader.line(table.issues[issue].name),
            option=unended(reader.line(table.issues[issue].options[option].text)),
        )
        for issue, option in alike.items()
    )
    return reader.speech.count("table.alike", len(alike), terms=reader.speech("terms.between").join(terms))


def _option(seen: TableView, table: Table, issue: str) -> str:
    """The option that all whom an issue binds have named last; empty where they differ, or one has named none."""
    named = {seen.positions.get(party, {}).get(issue, "") for party in table.issues[issue].binds}
    return named.pop() if len(named) == 1 else ""
