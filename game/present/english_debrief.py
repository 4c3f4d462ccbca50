"""What the debrief says in English: one place for every sentence of it that is not a scenario's."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

DEBRIEF: Mapping[str, str] = MappingProxyType(
    {
        "debrief.unfinished": "This game is not over: the record opens when it is. Play it to its end first.",
        "debrief.played.person": "{party}: played by a person.",
        "debrief.played.style": "{party}: played by the program ({style}).",
        "debrief.played.before": "What came before the persons came in was played as in the record.",
        "debrief.played.short.one": "It was the short game, which made one move for its persons.",
        "debrief.played.short.many": "It was the short game, which made {number} moves for its persons.",
        "debrief.played.seed": "Seed {seed}. The same seed and the same moves give the same game.",
        "debrief.licence": "The texts of this scenario are under CC BY 4.0: share and adapt them, and name the source.",
        "debrief.ending": "How it came out",
        "debrief.first": "Where it first left the record",
        "debrief.first.none": "It never did: every decision of this game was the record's.",
        "debrief.first.choice": (
            "On {date}, at *{step}*, {party} decided otherwise than in history. In this game: {chosen}."
            " In history: {record}."
        ),
        "debrief.first.also": (
            "At the same time {party} decided otherwise, too. In this game: {chosen}. In history: {record}."
        ),
        "debrief.first.also-short": (
            "At the same time the short game decided for {party}, and otherwise, too. In this game: {chosen}."
            " In history: {record}."
        ),
        "debrief.first.table": (
            "On {date}, when the talks *{step}* closed. In this game: {chosen}. In history: {record}."
        ),
        "debrief.first.short": (
            "On {date}, at *{step}*, the short game decided for {party}, and otherwise than in history. In this game:"
            " {chosen}. In history: {record}."
        ),
        "debrief.first.own": (
            "Among the decisions of those who played, the first to leave it was on {date}, at *{step}*, by {party}."
            " In this game: {chosen}. In history: {record}."
        ),
        "debrief.first.own-table": (
            "Among the decisions of those who played, the first to leave it was on {date}, when the talks *{step}*"
            " closed. In this game: {chosen}. In history: {record}."
        ),
        "debrief.first.own.none": "None of those who played left it: their own decisions were all the record's.",
        "debrief.first.short-alone": "Every decision that the short game left open was the record's.",
        "debrief.first.short-count.one": "One decision on this path was taken by the short game, for a person.",
        "debrief.first.short-count.many": "{number} decisions on this path were taken by the short game, for a person.",
        "debrief.first.beyond.one": "One more decision on this path history was never asked to make.",
        "debrief.first.beyond.many": "{number} more decisions on this path history was never asked to make.",
        "debrief.first.terms": "{outcome} ({terms})",
        "debrief.first.count": "{same} of {of} decisions on this path are the record's.",
        "debrief.decisions": "Decision by decision",
        "debrief.decision.same": "as in history",
        "debrief.decision.differs": "otherwise than in history",
        "debrief.decision.beyond": "history did not come to this decision",
        "debrief.decision.nearest": "Nearest to history's course",
        "debrief.decision.nearest-advocate": "Who would have argued for that course",
        "debrief.decision.retaken": "decided again after an undo",
        "debrief.decision.short": "decided by the short game, for a person",
        "debrief.decision.short-talks": "bargained by the short game, for a person",
        "debrief.decision.short-sessions": "some sessions bargained by the short game, for a person",
        "debrief.decision.chosen": "Decided",
        "debrief.decision.chosen.short": "Decided by the short game",
        "debrief.decision.record": "In history",
        "debrief.decision.other-terms": "{outcome}, on other terms ({terms})",
        "debrief.decision.other-terms.listed": "{outcome}, on other terms: {number} issues were settled otherwise, as "
        "the list below shows",
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
        "debrief.offer": "What {party} last offered",
        "debrief.offer.none": "nothing said",
        "debrief.offer.nothing": "In this game it made no offer.",
        "debrief.offer.silent": "Nothing was said on the other issues, here or in history.",
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
        "debrief.papers": "Papers and news that were not what they seemed",
        "debrief.paper.to": "Read by",
        "debrief.paper.everybody": "everybody",
        "debrief.paper.said": "What it said",
        "debrief.paper.wrong": "What was wrong with it",
        "debrief.paper.wrong.uncertain": "It was uncertain: whoever read it could not know whether it was so.",
        "debrief.paper.wrong.mistaken": "It was mistaken: what it says was not so.",
        "debrief.paper.wrong.late": "It came late: what it tells of was over by then.",
        "debrief.paper.uncertain": "uncertain",
        "debrief.paper.mistaken": "mistaken",
        "debrief.paper.late": "late",
        "debrief.chance": "What was left to chance",
        "debrief.chance.fell": "How it fell",
        "debrief.chance.record": "In history",
        "debrief.chance.disputed": "disputed",
        "debrief.chance.beyond": "History did not come to this.",
        "debrief.chance.dice": "How the dice alone would have fallen",
        "debrief.chance.odds": "The true odds here, in this model",
        "debrief.chance.odds.state": "They hung on how things stood when it was drawn.",
        "debrief.chance.believed": "What {party} believed",
        "debrief.chance.share": "{outcome}: {percent} %",
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
        "debrief.tables": "The tables, seen from every side",
        "debrief.table.package": "Package",
        "debrief.table.agreed": "Agreed in this game",
        "debrief.table.record": "Agreed in history",
        "debrief.table.last": "What {party} last proposed in history",
        "debrief.table.walk-away": "Walk-away value (below it, leaving is better)",
        "debrief.table.nash": "Nash point",
        "debrief.table.kalai-smorodinsky": "Kalai–Smorodinsky point",
        "debrief.table.egalitarian": "Egalitarian point",
        "debrief.table.utilitarian": "Utilitarian point",
        "debrief.table.tied": "{point} (one of {count})",
        "debrief.table.worths": "Worth to each side, of 100",
        "debrief.table.note": (
            "Worths are by each delegation's own instructions, which this scenario's author judged; 100 would be"
            " all that it asked. The points are what theories of bargaining single out, not advice."
        ),
        "debrief.table.linked": (
            "Issues that hang together for a side count more together than alone: that takes a worth past 100, or"
            " below nothing."
        ),
        "debrief.table.suits.none": "Of {packages} packages not one would have suited every side better than leaving.",
        "debrief.table.suits.one": "Of {packages} packages one would have left no side worse off than leaving.",
        "debrief.table.suits.many": "Of {packages} packages {count} would have left no side worse off than leaving.",
        "debrief.table.suits.between": (
            "Of {packages} packages from {count} to {most} would have left no side worse off than leaving."
        ),
        "debrief.table.efficient": (
            "What was agreed lies on the frontier: no other package was better for one side and no worse for any."
        ),
        "debrief.table.inefficient": "Another package was better for one side and no worse for any: {terms}.",
        "debrief.table.left": (
            "At most {left} of 100, added up over the sides, could have been gained with no side worse off."
        ),
        "debrief.table.record-efficient": "What was agreed in history lies on the frontier.",
        "debrief.table.record-left": (
            "In history {left} of 100, added up over the sides, could have been gained with no side worse off."
        ),
        "debrief.table.record-above": (
            "By the values of this game nobody signed in history for less than leaving was worth."
        ),
        "debrief.table.record-below": (
            "By the values of this game what was signed in history is worth less than leaving to {parties}."
        ),
        "debrief.refused": (
            "What {party} turned down last was a package of {other}. It was worth {worth} of 100 to {party}, and"
            " leaving {least}."
        ),
        "debrief.refused.below": "To sign it would have been worse than to leave.",
        "debrief.refused.asked": "That was no less than leaving, but it held out for {asked} of 100.",
        "debrief.refused.turns.one": "It counted on one more turn to get it, which never came.",
        "debrief.refused.turns.many": "It counted on {number} more turns to get it, which never came.",
        "debrief.table.against-interest": "Why {party} signed in history against its interest",
        "debrief.table.basis": "The walk-away value of {party}",
        "point.frontier": (
            "On the frontier lie the packages to which no other is better for one side and no worse for any."
        ),
        "point.nash": "At the Nash point the gains of all sides over leaving, multiplied, are largest.",
        "point.kalai-smorodinsky": (
            "At the Kalai–Smorodinsky point each side gains, as nearly as can be, the same part of the most that it"
            " could gain."
        ),
        "point.egalitarian": "At the egalitarian point the side that gains least gains as much as it can.",
        "point.utilitarian": "At the utilitarian point the gains of all sides, added up, are largest.",
        "plot.axes": "Across: {across}. Up: {up}. The darker the ground, the more packages.",
        "plot.sign": "{sign} {label}",
        "plot.hidden": "{sign} {label} (falls where {first} stands)",
        "debrief.plot": "Every package by its worth to {across} and to {up}",
        "debrief.plot.words": (
            "A plot of {packages} packages. Across: worth to {across}; up: worth to {up}, each from 0 to 100."
            " Walk-away values: {across} {walk_across}, {up} {walk_up}. {marks}"
        ),
        "debrief.plot.beyond": "Not drawn: {count} packages that lie more than {lowest} below nothing for one of them.",
        "debrief.plot.mark": "{label}: {across_name} {across}, {up_name} {up}.",
        "debrief.plot.frontier": "the frontier",
        "debrief.plot.walk-away": "walk-away values",
        "debrief.talks.one": "{session}, and one session after it",
        "debrief.talks.many": "{session}, and {number} sessions after it",
        "debrief.table.too-large": (
            "This table has {packages} packages, too many to lay open one by one; what was agreed is valued here."
        ),
        "debrief.conferences": "What came to the table, and what it took",
        "debrief.conference.session": "Session",
        "debrief.conference.agenda": "Who put what on the table",
        "debrief.conference.settled": "Settled in it",
        "debrief.conference.hours": "Hours",
        "debrief.conference.end": "How it ended",
        "debrief.conference.nothing": "nothing",
        "debrief.conference.put": "{party}: {issues}.",
        "debrief.conference.hours-used": "{used} of {of}",
        "debrief.conference.end.hours-spent": "its hours were spent",
        "debrief.conference.end.agenda-done": "nothing was left on the agenda",
        "debrief.conference.left": "Left the agenda without a move",
        "debrief.conference.end.rounds": "its rounds were over",
        "debrief.conference.end.settled": "with the last consent",
        "debrief.conference.end.adjourn": "adjourned by {party}",
        "debrief.conference.end.walk-out": "left by {party}",
        "debrief.conference.refused": "{party}, which did not sit there, refused on {issue}: {words}",
        "debrief.words": "What each read into the words",
        "debrief.words.clause": "Agreed in elastic words: {words}.",
        "debrief.words.party": "Who",
        "debrief.words.read": "What it read into them",
        "debrief.words.came": "What came of it",
        "debrief.words.promise": "{promise} In the end: {state}.",
        "debrief.promises": "Words given",
        "debrief.promise.by": "Given by",
        "debrief.promise.to": "To",
        "debrief.promise.given": "When",
        "debrief.promise.given.before": "before the first decision of this game",
        "debrief.promise.came": "{state}: {place}",
        "debrief.promise.came.open": "{state}; due {dates}",
        "debrief.promise.state": "What came of it",
        "debrief.promise.secret": "a secret promise",
        "debrief.promise.state.open": "still open at the end",
        "debrief.promise.state.kept": "kept",
        "debrief.promise.state.broken": "broken",
        "debrief.promise.state.open-elastic": "still open at the end, in words that may be stretched",
        "debrief.promise.state.stretched": "stretched",
        "debrief.promise.state.lapsed": "never called upon",
        "debrief.voices": "Those who were decided about",
        "debrief.voices.note": "These voices are imagined; what they tell of is documented in the works named.",
        "debrief.questions": "Questions to talk about",
        "debrief.chapter.intro": "Where these pages speak of the textbook chapter, they mean: {sources}.",
        "debrief.chapter": "Where the textbook chapter and the documents differ",
        "debrief.accounts": "The account behind each number",
        "debrief.account.once": "Figures that changed once",
        "debrief.account.figure": "Figure",
        "debrief.account.date": "When",
        "debrief.account.step": "What happened",
        "debrief.account.change": "From and to",
        "debrief.account.causes": "Why",
        "debrief.account.from-to": "{before} → {after}",
        "debrief.account.start": "At the start: {before}. At the end: {after}.",
        "debrief.sources": "Sources",
        "debrief.contents": "Contents",
        "debrief.content-note": "What these pages tell of",
        "debrief.briefs": "What each side was told",
        "debrief.briefs.intro": "The briefs of the first morning, a sheet for each side to hand out. Where a brief "
        "hangs on what is drawn under seal, it is that of seed {seed}: a class that plays with the same seed meets the "
        "same.",
        "debrief.briefs.member": "{name}, {role}",
        "debrief.briefs.interests": "What it weighs",
        "debrief.briefs.interest": "{name} ({importance})",
        "debrief.branches": "The same game, decided otherwise",
        "debrief.branches.intro": "These pages tell branch {letter}. Beside it stand others that were played to their "
        "end. Whoever goes back meets the same dice: what differs comes of decisions, not of luck.",
        "debrief.branches.more.one": "One more branch was left before its end, or is not set beside it here.",
        "debrief.branches.more.many": "{number} more branches were left before their end, or are not set beside it "
        "here.",
        "debrief.branches.what": "What",
        "debrief.branches.on": "On {letter}",
        "debrief.folded": "Open to read; what is open is printed too",
        "debrief.folded.sources": "Open to read",
        "debrief.masthead": "Grand Alliance",
        "debrief.kind": "A game beside the record",
        "debrief.source-mark": "Source {number}",
        "debrief.plot.key": "Marks in the plot",
    }
)
"""Sentences by key; `{…}` are filled in."""
