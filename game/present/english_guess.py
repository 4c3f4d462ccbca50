"""Guessing what another side wants, in English."""

from __future__ import annotations

GUESS = {
    "guess.title": "What does {party} want?",
    "guess.intro": "Which three issues are dearest to them, and what is the least that they would take? A guess "
    "changes nothing and counts for nothing. The debrief sets it beside the truth.",
    "guess.ask-issues": "Their dearest issues, up to three: numbers, or words with commas between them. Enter leaves "
    "it open.",
    "guess.ask-least": "The least that they would take, of 100 for all that they ask. Enter leaves it open.",
    "guess.kept": "Noted, for {party}.",
    "guess.left": "Nothing was noted.",
    "guess.marked": "{issue} (guessed before)",
    "guess.before": "The least, guessed before: {least} of 100.",
    "guess.no-table": "There is nobody to guess about yet: we have not sat at a table.",
    "guess.no-such": 'No side called "{other}" sits at this table with us.',
    "guess.issues": "Up to {most} different issues of this table can be guessed.",
    "guess.enough": "{most} issues are marked; take one back first.",
    "guess.number": "A whole number from 0 to 100 was expected.",
    "debrief.guesses": "What we took them to want",
    "debrief.guess.who": "{party} about {other}",
    "debrief.guess.only": "The guess",
    "debrief.guess.first": "The first guess",
    "debrief.guess.last": "The last guess",
    "debrief.guess.held": "In their file",
    "debrief.guess.truth": "Dearest: {issues}. The least that they would take: {least} of 100. For less they would "
    "have left.",
    "debrief.guess.dearest.one": "Dearest: {issues}. One of these {of} is among their dearest three.",
    "debrief.guess.dearest.many": "Dearest: {issues}. Of these {of}, {number} are among their dearest three.",
    "debrief.guess.least.one": "The least that they would take: {least} of 100, one point away.",
    "debrief.guess.least.many": "The least that they would take: {least} of 100, {number} points away.",
    "debrief.guess.nothing": "Left open.",
}
