"""What is said of branches in English: the tree, trying otherwise, two branches side by side."""

from __future__ import annotations

TREE = {
    "branches.title": "The branches of this game",
    "branches.one": "Going back to a decision and deciding otherwise begins another branch; nothing is lost by it.",
    "branches.dice": "Whoever goes back meets the same dice: what differs between branches comes of decisions, not of "
    "luck.",
    "branches.at-end": "You are at the end of {letter}.",
    "branches.on": "You are on {letter}, before its end.",
    "branches.before.one": "You have gone back on {letter}: one decision of it lies ahead.",
    "branches.before.many": "You have gone back on {letter}: {number} decisions of it lie ahead.",
    "branches.folded.over": "Not shown, finished with “{ending}”: {letters}.",
    "branches.folded": "Not shown: {letters}.",
    "branches.several": "{number} branches",
    "branch.deed": "{deed} ({date})",
    "branch.only": "The only branch so far",
    "branch.unnamed": "No different as far as we know",
    "branch.over": "over: {ending}",
    "branch.waits": "at: {title}, {date}",
    "branch.waits-elsewhere": "waits for another delegation",
    "branch.no-such.one": 'There is no branch "{typed}": A is the only one so far.',
    "branch.no-such.many": 'There is no branch "{typed}": there are A to {last}; tree lists them.',
    "tried": "Here was decided so far: {deeds}.",
    "tried.one": "on {branches}: {deed}",
    "try.not-ours": "{letter} parted at no decision of ours; type try and the number of a decision, as history lists "
    "them.",
}

COMPARE = {
    "compare.title": "{left} beside {right}",
    "compare.same": "Both are {letter}; name two branches, such as compare A B.",
    "compare.which": "Type compare and two branches, such as compare A B; tree lists them.",
    "compare.only": "There is only one branch so far, and nothing to compare it with; try N decides anew.",
    "compare.parting": "They part at “{title}”, {date}.",
    "compare.no-parting": "Nothing that we know of was decided differently on them.",
    "compare.on": "On {letter}: {words}",
    "compare.ends": "Where each stands",
    "compare.stands": "Its end",
    "compare.decisions": "What was decided from there on",
    "compare.tables": "What was settled at tables",
    "compare.promises": "Words given",
    "compare.interests": "What our side got by its own lights",
    "compare.measures": "Measures",
    "compare.figures": "What moved",
    "compare.figures.note": "Of causes only those are named that the other branch does not have.",
    "compare.moves.one": "one move: {last}",
    "compare.moves.many": "{number} moves, the last: {last}",
    "compare.not-yet": "not reached yet",
    "compare.never": "did not come to this",
    "compare.promise": "{party}: {promise}",
    "compare.issue": "{table}: {issue}",
    "compare.unsettled": "not settled",
    "compare.outcome.not-reached": "not met",
    "compare.outcome.not-held": "not held",
    "compare.outcome.open": "still talking",
    "compare.outcome.failed": "failed",
    "compare.outcome.partial": "agreed in part",
    "compare.outcome.whole": "agreed",
    "compare.same-on-both": "The same on both: {things}.",
    "compare.more": "on {letter} {difference}",
    "compare.left-out.one": "One more figure differs; compare {left} {right} all shows it.",
    "compare.left-out.many": "{number} more figures differ; compare {left} {right} all shows them.",
}

BRANCHING = {
    "tree.of": "from {parent}",
    "tree.of.number": "from {parent} at decision {number}",
    "tree.first": "the first branch",
    "tree.aloud": "{letter}, {from}",
    "tree.here": " (you are here)",
    "tree.decisions.one": "one decision",
    "tree.decisions.many": "{number} decisions",
    "tree.all": "Type tree all to see every branch.",
    "tree.how.one": "Type try and the number of a decision, as history lists them, to decide it anew.",
    "tree.how.many": "Type go B to play on at the end of a branch, try B to decide anew where it parted, and "
    "compare A B to set two side by side.",
    "try.which": "Type try and the number of a decision, as history lists them, or the letter of a branch.",
    "tree.gone": "You are at the end of {letter}.",
    "tree.hint": "There are {number} branches: tree shows them, compare A B sets two side by side.",
    "command.tree": "tree: the branches of this game; tree all shows every one",
    "command.try": "try NUMBER: back to a decision, and what was decided there on each branch",
    "command.compare": "compare A B: two branches side by side; with all, every figure that differs",
}

BRANCHES = {**TREE, **COMPARE, **BRANCHING}
