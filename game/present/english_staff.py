"""The staff's estimate in English."""

from __future__ import annotations

STAFF = {
    "staff.title": "What the staff expects",
    "staff.no-choice": "The staff estimates what may follow from a choice; there is none to make here.",
    "staff.policy": "For each option {games} games were imagined to their end, from what we know and believe. In them "
    "everybody leans to what serves at once: we to our own interests, the others to what anybody can see of theirs. "
    "Every option meets the same luck.",
    "staff.tables": "At tables where we sit, each side ends somewhere between its best and the least that it would "
    "take; of the others we can only presume what that is. Of talks without us anything may come.",
    "staff.caution": "These are odds in this model. They are no odds of history, and no advice. A point or two between "
    "options tells nothing.",
    "staff.interest": "For our interests at the end: {low} to {high} of 100, with {middle} in the middle and {mean} "
    "on average.",
    "staff.same": "Its figures are those of option {number}: whatever parts the two does not show in these odds.",
    "staff.others": "Something else",
    "staff.alike": "By these figures the options hardly differ.",
    "staff.odds.every": "in every game imagined",
    "staff.odds.sure": "almost certain ({share} of 100 games)",
    "staff.odds.likely": "likely ({share} of 100 games)",
    "staff.odds.rather": "more likely than not ({share} of 100 games)",
    "staff.odds.even": "about even ({share} of 100 games)",
    "staff.odds.less": "less likely than not ({share} of 100 games)",
    "staff.odds.unlikely": "unlikely ({share} of 100 games)",
    "staff.odds.hardly": "hardly to be expected ({share} of 100 games)",
    "staff.odds.never": "next to never ({share} of 100 games)",
    "staff.advice.best": "Is for *{option}*. The staff's figures bear that out: {mean} of 100 on average, the highest.",
    "staff.advice.near": "Is for *{option}*. By the staff's figures that is as good as any: {mean} of 100 on average, "
    "with {best} the highest.",
    "staff.advice.against": "Is for *{option}*, against the staff's figures: {mean} of 100 on average, with {best} for "
    "another.",
    "staff.advice.closed": "Is for *{option}*, which is closed to us now.",
    "staff.conviction": "Out of conviction: {conviction}",
    "staff.would-change": "What would change this view: {change}",
    "staff.advisers": "What the advisers make of it",
    "staff.option": "{number}. {option}",
    "staff.adviser": "{name} ({role})",
    "staff.endings": "Where it may end:",
    "staff.meanings": "What the endings come to",
    "staff.meaning": "{ending}: {gist}",
    "staff.ending": "{ending}: {odds}",
    "staff.back": "Back to the decision",
}
