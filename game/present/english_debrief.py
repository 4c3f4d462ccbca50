"""What the debrief says in English: one place for every sentence of it that is not a scenario's."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

DEBRIEF: Mapping[str, str] = MappingProxyType(
    {
        "debrief.unfinished": "This game is not over: the record opens when it is. Play it to its end first.",
        "debrief.played.person": "{party}: played by a person.",
        "debrief.played.style": "{party}: played by the program ({style}).",
        "debrief.played.seed": "Seed {seed}. The same seed and the same moves give the same game.",
        "debrief.licence": "The texts of this scenario are under CC BY 4.0: share and adapt them, and name the source.",
        "debrief.ending": "How it came out",
        "debrief.first": "Where it first left the record",
        "debrief.first.none": "It never did: every decision of this game was the record's.",
        "debrief.first.choice": (
            "On {date}, at *{step}*, {party} decided otherwise than in history. In this game: {chosen}."
            " In history: {record}."
        ),
        "debrief.first.table": (
            "On {date}, when the talks *{step}* closed. In this game: {chosen}. In history: {record}."
        ),
        "debrief.first.count": "{same} of {of} decisions on this path are the record's.",
        "debrief.decisions": "Decision by decision",
        "debrief.decision.same": "as in history",
        "debrief.decision.differs": "otherwise than in history",
        "debrief.decision.retaken": "decided again after an undo",
        "debrief.decision.chosen": "Decided",
        "debrief.decision.record": "In history",
        "debrief.decision.advocate": "Who argued for it then",
        "debrief.decision.other-advocate": "Who argued for history's course",
        "debrief.decision.costs": "What it cost",
        "debrief.decision.people": "People",
        "debrief.decision.reason": "The reason given",
        "debrief.decision.happened": "What happened then",
        "debrief.decision.chapter": "The textbook chapter",
        "debrief.issues": "Issue by issue",
        "debrief.issue": "Issue",
        "debrief.issue.mine": "In this game",
        "debrief.issue.record": "In history",
        "debrief.issue.beside": "Beside each other",
        "debrief.issue.same": "the same",
        "debrief.issue.differs": "different",
        "debrief.issue.unheld": "history did not hold these talks",
        "debrief.outcome.whole": "a whole agreement",
        "debrief.outcome.partial": "agreement on some issues",
        "debrief.outcome.failed": "no agreement",
        "debrief.outcome.not-held": "the talks were not held",
        "debrief.seals": "What was under seal",
        "debrief.seal.drawn": "What the file held in this game",
        "debrief.seal.believed": "What {party} went by",
        "debrief.seal.reading": "One reading: {reading}",
        "debrief.seal.reading.drawn": "The reading drawn here: {reading}",
        "debrief.seal.disputed": "Historians dispute it; the record proves none of these readings.",
        "debrief.seal.record": "In history",
        "debrief.chance": "What was left to chance",
        "debrief.chance.fell": "How it fell",
        "debrief.chance.record": "In history",
        "debrief.chance.disputed": "disputed",
        "debrief.chance.dice": "How the dice alone would have fallen",
        "debrief.chance.odds": "The odds in the file",
        "debrief.chance.believed": "What {party} believed",
        "debrief.chance.share": "{outcome} {percent} %",
        "debrief.chance.basis": "On what the odds rest",
        "debrief.interests": "What each side got by its own lights",
        "debrief.interests.intro": (
            "Each side weighs other things, so these do not add up across the sides. Weights and values are the"
            " author's judgements; each states its basis."
        ),
        "debrief.interest": "What it weighs",
        "debrief.interest.weight": "How much",
        "debrief.interest.value": "How it stands at the end",
        "debrief.interest.basis": "On what this judgement rests",
        "debrief.interest.weighed": "{words} ({number})",
        "debrief.interest.stands": "{words} ({number} of 100)",
        "debrief.measures": "The measures beside the documents",
        "debrief.measure": "Measure",
        "debrief.measure.mine": "This game",
        "debrief.measure.record": "Documented",
        "debrief.measure.confidence": "How firmly it stands",
        "debrief.measure.range": "{low} to {high}",
        "debrief.measure.words": "{number} {unit}",
        "debrief.measure.note": "A difference is no mistake: it is what this game's decisions and chances came to.",
        "debrief.measure.chapter": "The textbook chapter",
        "debrief.confidence.firm": "firm",
        "debrief.confidence.reported": "reported",
        "debrief.confidence.literature": "from the literature",
        "debrief.confidence.contested": "contested",
        "debrief.tables": "The tables, seen from both sides",
        "debrief.table.package": "Package",
        "debrief.table.agreed": "Agreed in this game",
        "debrief.table.record": "Agreed in history",
        "debrief.table.last": "What {party} last asked in history",
        "debrief.table.walk-away": "Worth leaving for (walk-away value)",
        "debrief.table.nash": "Nash point",
        "debrief.table.kalai-smorodinsky": "Kalai–Smorodinsky point",
        "debrief.table.tied": "{point} (one of {count})",
        "debrief.table.worths": "Worth to each side, of 100",
        "debrief.table.note": (
            "Worths are by each delegation's own instructions, which this scenario's author judged; 100 would be"
            " all that it asked. The two points are what theories of bargaining single out, not advice."
        ),
        "debrief.table.suits.none": "Of {packages} packages not one would have suited every side better than leaving.",
        "debrief.table.suits.one": "Of {packages} packages one would have left no side worse off than leaving.",
        "debrief.table.suits.many": "Of {packages} packages {count} would have left no side worse off than leaving.",
        "debrief.table.efficient": (
            "What was agreed lies on the frontier: no other package was better for one side and no worse for any."
        ),
        "debrief.table.inefficient": "Another package was better for one side and no worse for any: {terms}.",
        "debrief.table.basis": "On what the walk-away value of {party} rests",
        "debrief.plot": "Every package by its worth to {across} and to {up}",
        "debrief.plot.words": (
            "A plot of {packages} packages. Across: worth to {across}; up: worth to {up}, each from 0 to 100."
            " Walk-away values: {across} {walk_across}, {up} {walk_up}. {marks}"
        ),
        "debrief.plot.mark": "{label}: {across_name} {across}, {up_name} {up}.",
        "debrief.plot.frontier": "the frontier",
        "debrief.plot.walk-away": "walk-away values",
        "debrief.promises": "Words given",
        "debrief.promise.by": "Given by",
        "debrief.promise.to": "To",
        "debrief.promise.due": "Due",
        "debrief.promise.state": "What came of it",
        "debrief.promise.secret": "a secret promise",
        "debrief.promise.state.open": "still open at the end",
        "debrief.promise.state.kept": "kept",
        "debrief.promise.state.broken": "broken",
        "debrief.voices": "Those who were decided about",
        "debrief.questions": "Questions to talk about",
        "debrief.chapter": "Where the textbook chapter and the documents differ",
        "debrief.accounts": "The account behind each number",
        "debrief.account.date": "When",
        "debrief.account.step": "What happened",
        "debrief.account.change": "From and to",
        "debrief.account.causes": "Why",
        "debrief.account.from-to": "{before} → {after}",
        "debrief.account.start": "It stood at {before} at the start and at {after} at the end.",
        "debrief.sources": "Sources",
        "debrief.contents": "Contents",
    }
)
"""Sentences by key; `{…}` are filled in."""
