"""Why a negotiation domain of the Genius format cannot be imported, so that other languages can say it.

In English these sentences are made where the file is read; here stand their patterns, as those of other files do in
`game.present.english_problems`.
"""

from __future__ import annotations

SENTENCES = {
    "genius.domains": "{path} holds {count} domains; put each into a folder of its own, with its profiles.",
    "genius.profiles": "{path} holds {count} profiles (files that begin with <utility_space>); a domain needs {fewest} "
    "or {most}, with nothing else of their kind in the folder.",
    "genius.no-folder": "{path} is not a folder that can be read ({why}); name the folder of a Genius domain.",
    "genius.no-name": "{path} is not a folder's name; name the folder of a Genius domain.",
    "genius.no-xml": "There is no XML file in {path}; name the folder of a Genius domain and its profiles.",
    "genius.files": "{path} holds {count} XML files; put one domain and its profiles into a folder.",
    "genius.nested": "{path} has objectives within objectives; one objective with its issues beneath it was expected.",
    "genius.no-objective": "{path} has no objective; one objective with its issues beneath it was expected.",
    "genius.issues": "{path} has {count} issues; a table here takes 1 to {most}.",
    "genius.room": "{path} has {count} issues; beside an issue of {options} options a table here takes {room}.",
    "genius.type": "{path} has the issue {issue} of the type {type}; only discrete and integer issues fit here.",
    "genius.options": "{path} has {count} options for the issue {issue}; a table here takes 2 to {most}.",
    "genius.numbers": "{path} has {count} numbers in the issue {issue}; a table here takes 2 to {most} options.",
    "genius.no-bound": "{path} has no whole number as the {key} of the issue {issue}.",
    "genius.no-issue": "{path} has no issue {issue}, unlike the domain; all profiles of a folder must be of one "
    "domain.",
    "genius.issue-more": "{path} has an issue more, unlike the domain; all profiles of a folder must be of one domain.",
    "genius.no-weight": "{path} has no weight for the issue {issue}.",
    "genius.no-option": "{path} has no option {option} for the issue {issue}, unlike the domain.",
    "genius.option-more": "{path} has an option more for the issue {issue}, unlike the domain.",
    "genius.no-evaluator": "{path} has no evaluator for the integer issue {issue}.",
    "genius.other-bounds": "{path} has other bounds for the issue {issue} than the domain.",
    "genius.reservation": "{path} has the reservation value {value}; one from 0 to 1 was expected.",
    "genius.number": "{path} has {written} as the {key} of {what}; a number was expected.",
    "genius.number-from-0": "{path} has {written} as the {key} of {what}; a number from 0 upwards was expected.",
    "genius.nameless": "{path} has {what} without a {key}.",
    "genius.alike": "{path} has two {what} named {name}; names that differ were expected.",
    "xml.not-read": "{path} cannot be read: {why}.",
    "xml.large": "{path} is larger than {most} bytes, which no domain needs; name another file.",
    "xml.no-xml": "{place}: this is not XML: {why}. Name a file as Genius writes it.",
    "xml.encoding": "{path} is in an encoding that cannot be read; save it as UTF-8.",
    "xml.elements": "{path} has more than {most} elements, which no domain needs; name another file.",
    "xml.deep": "{path} has elements too deep, which no domain needs; name another file.",
    "xml.type": "{path} has a document type (<!DOCTYPE …>), by which a file could make the program read others or grow "
    "without end; delete it, domains need none.",
}

WORDS = {
    "what.weight": "a weight",
    "what.issue": "an issue",
    "what.issues": "issues",
    "what.item": "an item of the issue {issue}",
    "what.option-of": "an option of {issue}",
    "what.options-of": "options of {issue}",
    "what.evaluator": "the evaluator of {issue}",
    "what.reservation": "the reservation value",
    "why.no-directory": "not a directory",
    "why.no-element": "no element found",
    "why.not-well-formed": "not well-formed (invalid token)",
    "why.mismatched": "mismatched tag",
    "why.unclosed": "unclosed token",
    "why.syntax": "syntax error",
    "why.junk": "junk after document element",
    "why.attribute": "duplicate attribute",
    "why.entity": "undefined entity",
}

GENIUS = SENTENCES | WORDS
"""By what each is about."""
