"""What the verbs `table` and `bargain` print, in English."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

FINDINGS: Mapping[str, str] = MappingProxyType(
    {
        "findings.table": "{title} ({step}), {dates}",
        "findings.state": "In the state that the recorded path reaches at seed 0.",
        "findings.passed-by": "The recorded path passes this table by; this is the state in which it does.",
        "findings.value-set": "{party} bargains here by the values of: {value}.",
        "findings.packages": "{packages} packages; {acceptable} leave no side below its walk-away value.",
        "findings.worths": "Worth to each side, of 100 (all that it asks):",
        "findings.walk-away": "walk-away value",
        "findings.best": "best package",
        "findings.record": "recorded deal",
        "findings.no-record": "The record has no deal here: {outcome}.",
        "findings.last-asked": "last asked by {party}",
        "findings.nash": "Nash point",
        "findings.kalai_smorodinsky": "Kalai–Smorodinsky point",
        "findings.egalitarian": "egalitarian point",
        "findings.utilitarian": "utilitarian point",
        "findings.tied": "{point}, {number} of {count}",
        "findings.none": "{point}: there is none, as not every side can gain over leaving.",
        "findings.terms": "{label}: {terms}",
        "findings.frontier": "The frontier, {count} packages:",
        "findings.more": "and {count} more; --json lists them all",
        "findings.talks": "{games} talks at {title} ({step}), seed {seed}",
        "findings.one-session": "One session of {rounds} rounds in place of the table's own.",
        "findings.agreement": "Agreed: {percent} %. Rounds begun: {rounds} on average.",
        "findings.party": "party",
        "findings.style": "style",
        "findings.worth": "worth",
        "findings.advantage": "advantage",
        "findings.joint": "Nash product {nash}, welfare {welfare} of the largest possible.",
        "findings.failing": "Where talks fail, a side is counted with its walk-away value.",
        "findings.undefined": "–",
    }
)
"""Sentences by key; `{…}` are filled in."""
