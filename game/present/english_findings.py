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
        "findings.packages.between": (
            "{packages} packages; from {least} to {most} of them leave no side below its walk-away value."
        ),
        "findings.whole": "One package settles every issue, and every side that it binds must consent.",
        "findings.by-issue": (
            "Each issue is agreed by itself, by the sides that it binds; one that stays open counts as: {terms}."
        ),
        "findings.sessions": "The table sits in {count} sessions: {steps}.",
        "findings.elastic": "In elastic words, worth to each side what it reads into them: {options}.",
        "findings.by-parts": (
            "Too many to be weighed one by one, they are put together from the issues that no linkage ties; of packages"
            " worth the same to all, one is shown."
        ),
        "findings.near": (
            "The frontier is near: for every package on it, one is shown that is worse for no side by more than"
            " {errors} of 100."
        ),
        "findings.error": "{party} {error}",
        "findings.alike": "{label} (one of {count} of the same worth)",
        "findings.better": "nearest without loss",
        "findings.gap.none": (
            "The recorded deal lies on the frontier: no package is better for one side and worse for none."
        ),
        "findings.gap.left": (
            "The recorded deal leaves {left} on the table: so much of 100, added up over the sides, the package nearest"
            " without loss gives beyond it, with no side worse off. It changes: {terms}."
        ),
        "findings.gap.below": "By these values the recorded deal is worth less than walking away to {parties}.",
        "findings.gap.why": "Why {party} signed all the same: {why}",
        "findings.gap.above": "By these values nobody signed the recorded deal for less than leaving was worth.",
        "findings.named": "What the ids stand for:",
        "findings.issue": "{issue}, {name}: {options}",
        "findings.option": "{option} ({text})",
        "findings.worths": "Worth to each side, of 100 (all that it asks):",
        "findings.walk-away": "walk-away value",
        "findings.best": "best package",
        "findings.record": "recorded deal",
        "findings.no-record": "The record has no deal here: {outcome}.",
        "findings.last-asked": "last asked by {party}",
        "findings.unsettled": "nothing settled",
        "findings.nash": "Nash point",
        "findings.kalai_smorodinsky": "Kalai–Smorodinsky point",
        "findings.egalitarian": "egalitarian point",
        "findings.utilitarian": "utilitarian point",
        "findings.tied": "{point}, {number} of {count}",
        "findings.none": "{point}: there is none, as not every side can gain over leaving.",
        "findings.none-acceptable": (
            "None of these points exists, as every package leaves some side below its walk-away value: {points}."
        ),
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
        "new.begun": "{path} now holds a small scenario to begin with: {play} plays it, {check} checks it.",
        "new.stands": "{path} is there already; add --translate LANGUAGE to translate it, or name another folder.",
        "new.no-id": "The folder's name is the id of its scenario, of small letters, digits and hyphens as in"
        ' {example}, and no word of the language; "{name}" is found.',
        "new.no-folder": "{path} is not called {file}; only a scenario in a folder of its own has translations beside"
        " it.",
        "new.no-language": 'A language is named by two or three small letters, such as th, and "{typed}" is found.',
        "new.own-language": "The scenario itself is in the language {language}; name another one.",
        "new.not-lined": "Nothing can be put into {path} line by line; write each address on a line of its own below"
        " `texts:`, then ask again.",
        "new.written": "{path} now has every text. Added: {added}; marked because they have changed since: {changed};"
        " still without words: {waiting}. Write the words between the quotation marks; {command} lists those that"
        " are missing.",
        "new.nothing": "{path} has every text already; still without words: {waiting}.",
        "import.not-yaml": "The file {path} should end in .yaml, as scenarios do.",
        "import.stands": "{path} is there already; name a file that is not.",
        "import.written": "{domain} now stands in {path}. To play: play {path}. Its table is the step {step}.",
    }
)
"""Sentences by key; `{…}` are filled in."""
