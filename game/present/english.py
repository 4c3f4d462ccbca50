"""The interface's sentences in English: the one place where each of them stands.

Keys name what a sentence is for; `{words}` are filled in. `KEY.one` and `KEY.many` are the forms for a number.
Another language is another such catalogue with the same keys. Sentences of the terminal, of the window and of the
command line stand in modules of their own beside this one; texts of scenarios are in their files.
"""

from __future__ import annotations

from types import MappingProxyType

from game.present.english_aims import AIMS
from game.present.english_branches import BRANCHES
from game.present.english_chair import CHAIR
from game.present.english_check import CHECK
from game.present.english_codex import CODEX
from game.present.english_command import COMMAND
from game.present.english_conference import CONFERENCE
from game.present.english_debrief import DEBRIEF
from game.present.english_findings import FINDINGS
from game.present.english_guess import GUESS
from game.present.english_help import HELP
from game.present.english_map import MAP
from game.present.english_news import NEWS
from game.present.english_problems import PROBLEMS
from game.present.english_repairs import CHECK_WORDS, REPAIRS
from game.present.english_staff import STAFF
from game.present.english_terminal import TERMINAL
from game.present.english_typed import TYPED
from game.present.english_window import WINDOW
from game.present.speech import Speech

GENERAL = {
    "number.thousands": ",",
    "words.beside": "{first}, {second}",
    "list.and": "and",
    "list.or": "or",
    "list.ways": ", or ",
    "list.between": ", ",
    "list.two.and": "{first} and {last}",
    "list.two.or": "{first} or {last}",
    "list.last.and": "{first} and {last}",
    "list.last.or": "{first} or {last}",
    "members.words": "Each of these speaks to whoever takes that role.",
    "article.capital": "The ",
    "article.inside": "the ",
    "ordinal.1": "first",
    "ordinal.2": "second",
    "ordinal.3": "third",
    "ordinal.4": "fourth",
    "ordinal.5": "fifth",
    "ordinal.6": "sixth",
    "ordinal.more": "{number}th",
    "month.1": "January",
    "month.2": "February",
    "month.3": "March",
    "month.4": "April",
    "month.5": "May",
    "month.6": "June",
    "month.7": "July",
    "month.8": "August",
    "month.9": "September",
    "month.10": "October",
    "month.11": "November",
    "month.12": "December",
    "month.short.1": "Jan",
    "month.short.2": "Feb",
    "month.short.3": "Mar",
    "month.short.4": "Apr",
    "month.short.5": "May",
    "month.short.6": "June",
    "month.short.7": "July",
    "month.short.8": "Aug",
    "month.short.9": "Sept",
    "month.short.10": "Oct",
    "month.short.11": "Nov",
    "month.short.12": "Dec",
    "year.common": "{common}",
    "year.common.first": "{common}",
    "year.buddhist": "{buddhist} BE",
    "year.buddhist.first": "{buddhist} BE ({common})",
    "date.day": "{day} {month}",
    "date.with-year": "{date} {year}",
    "date.days": "{first}–{last} {month} {year}",
    "date.range": "{first} – {last}",
    "quantity.unit": "{number} {unit}",
}

FIGURES = {
    "column.of": "{name}, {instance}",
    "column.region": "{instance}, {name}",
    "column.pair": "{first} and {second}",
    "column.directed-pair": "{first} towards {second}",
    "column.party-region": "{first}, {second}",
    "column.standing": "{first} in the eyes of {second}",
    "value.none": "nobody",
    "value.backed-down.no": "did not back down",
    "value.backed-down.yes": "backed down",
    "value.wording.neither": "neither plain nor elastic",
    "value.wording.plain": "plain",
    "value.wording.elastic": "elastic",
    "value.not-reached": "not yet",
    "outcome.not-held": "not held",
    "outcome.unnamed": "way {number}",
    "outcome.failed": "failed",
    "outcome.partial": "agreed in part",
    "outcome.whole": "agreed",
    "good.up": "The higher, the better for {party}.",
    "good.down": "The lower, the better for {party}.",
    "turn.another": "Now it is the turn of {party}; {other} has had its own.",
    "turn.same-situation": "The situation is the one that we have just read for {other}.",
    "account.limit": "it cannot pass {bound}",
    "account.word.kept": "a word kept",
    "account.word.broken": "a word broken",
    "account.word.stretched": "a word stretched",
    "account.untold": "for a reason we were not told",
    "account.untold.own": "from something that others keep to themselves",
    "account.range": "It runs from {low} to {high}.",
    "account.believed": "We do not know this for certain; it is what we believe.",
    "account.basis": "On what it rests: {basis}",
    "state.title": "How things stand",
    "figures.since": "In brackets: the change since our last decision, its own effects included.",
    "state.world": "The world",
    "state.between": "Between governments",
    "state.regions": "Land",
    "state.toward": "Towards {party}",
    "state.toward.standing": "In the eyes of {party}",
    "state.believed": "What is marked as believed we do not know for certain.",
    "importance.vital": "vital",
    "importance.important": "important",
    "importance.useful": "useful",
    "importance.indifferent": "indifferent",
    "worth.all": "suits us fully",
    "worth.most": "suits us well",
    "worth.half": "suits us in part",
    "worth.little": "suits us little",
    "worth.nothing": "does not suit us",
    "outlook.secure": "secure",
    "outlook.good": "good",
    "outlook.open": "in the balance",
    "outlook.poor": "poor",
    "outlook.lost": "lost",
    "share.all": "all that we want",
    "share.nearly-all": "nearly all that we want",
    "share.three-quarters": "about three quarters of what we want",
    "share.two-thirds": "about two thirds of what we want",
    "share.more-than-half": "a little over half of what we want",
    "share.half": "about half of what we want",
    "share.less-than-half": "nearly half of what we want",
    "share.third": "about a third of what we want",
    "share.quarter": "about a quarter of what we want",
    "share.little": "a little of what we want",
    "share.next-to-nothing": "next to nothing of what we want",
    "share.nothing": "nothing of what we want",
}

STYLES = {
    "style.trades": "Opens high, keeps its aims, and gives what you insist on in return for what it needs.",
    "style.holds-out": "Stays near its first demand until time is nearly up, then comes down fast.",
    "style.strategist": "Reads from your offers what you want most, seeks the best for all, gives way late, and "
    "sooner among several.",
    "style.linear": "Comes down by the same amount with every offer.",
    "style.concedes-early": "Comes down quickly at first and little later.",
    "style.micro": "Makes a new offer for each new one of yours, each a little less good for itself; otherwise waits.",
    "style.tit-for-tat": "Gives way by as much as you do, and no sooner.",
    "style.record": "Does what its government did, and off that path keeps to what it then stood for.",
    "style.random": "Takes any legal course, each as likely as another.",
    "style.trades.name": "trades",
    "style.holds-out.name": "holds out",
    "style.strategist.name": "strategist",
    "style.linear.name": "linear",
    "style.concedes-early.name": "concedes early",
    "style.micro.name": "micro",
    "style.tit-for-tat.name": "tit for tat",
    "style.record.name": "record",
    "style.random.name": "random",
    "length.full.name": "full",
    "length.short.name": "short",
}

DECISIONS = {
    "action.continue": "Go on",
    "action.at-length": "At length",
    "action.back": "Back",
    "action.debrief": "Compare with what happened",
    "action.debrief.alone": "Look at the talks from every side",
    "action.unknown": '"{action}" is nothing that can be done here.',
    "chosen.own": "We decided: {option}.",
    "chosen.other": "{party} decided: {option}.",
    "chosen.own.short": "Decided for us (short game): {option}.",
    "chosen.other.short": "{party} decided (short game): {option}.",
    "late.title": "What has happened before we come in",
    "late.intro": (
        "Until now all governments have done what they did in history; chance was drawn as ever. "
        "From here on we decide for ourselves, and the others play as they please."
    ),
    "offers.settled": "Settled so far: {terms}.",
    "late.history": "{words} (as in the record, before anybody came in)",
    "late.untold": "What we had not been told of the time before we came in",
    "offers.own": "We last offered: {terms}.",
    "offers.other": "{party} last asked: {terms}.",
    "option.closed": "This is not open to us as things stand.",
    "decision.same-time.one": "{others} decides at the same time, and neither sees what the other decides.",
    "decision.same-time.many": "{others} decide at the same time, and none sees what the others decide.",
    "refused.not-now": "There is nothing to decide on this page.",
    "happened.unseen": "What else has changed",
    "happened.promise": "A promise fell due: {by} to {to}",
    "happened.promises": "Promises fell due",
    "consequence.title": "What has happened",
    "consequence.title.brief": "What has happened, in brief",
    "note.model": "Odds, interests and values here are judgements of the scenario's authors; each states on what it "
    "rests.",
    "hand-over.title": "Pass the machine to {party}",
    "hand-over.text": "The next pages are for {party} alone. Everybody else looks away.",
    "hand-over.action": "I sit for {party}",
    "hand-over.first": "The machine is being passed to {party}; go on from there first.",
    "save.failed": "The game could not be saved, and goes on: {why} It is tried again after the next decision.",
    "save.again": "The game could be saved again; nothing is missing.",
    "save.set-aside": "Another game stood in {path}, begun or played on elsewhere; it is kept beside it as {aside}; "
    "this one is saved there now.",
    "unsaved.ask": "Is the game to be played without saving?",
    "resume.nobody": "{path} is a game that the program played alone; use replay or report to look at it.",
    "documents.title": "Papers on the desk",
    "documents.note": "Papers are restated in our own words from the sources named.",
    "documents.none": "No papers are on the desk.",
    "document.uncertain": "Of uncertain reliability.",
    "confidence.firm": "Its content is firmly documented.",
    "confidence.reported": "Its content is as reported at the time.",
    "confidence.literature": "Its content is as given in later histories.",
    "confidence.contested": "Historians dispute its content.",
    "confidence.invented": "This paper belongs to this game alone; history has none like it. It is modelled on "
    "what is named below.",
    "history.title": "Decisions so far",
    "history.note": "Going back to a decision keeps what came after it as another branch.",
    "history.reason": "{words} (Our reason: {reason})",
    "history.none": "Nothing has been decided yet.",
    "history.no-such": "There is no decision of yours with the number {number}; the history lists them.",
    "history.no-such.listed": "There is no decision of yours with the number {number}; as history numbers them, there "
    "is {own}.",
}

TABLES = {
    "terms.one": "{issue}: {option}",
    "terms.between": "; ",
    "spoken.propose.own": "We propose: {terms}.",
    "spoken.propose.other": "{party} proposes: {terms}.",
    "spoken.first.own": "We make our first offer.",
    "spoken.first.other": "{party} makes its first offer.",
    "spoken.propose.own.list": "We propose:",
    "spoken.propose.other.list": "{party} proposes:",
    "spoken.counter.own.list": "We make a new offer, changing:",
    "spoken.counter.other.list": "{party} makes a new offer, changing:",
    "spoken.counter.own": "We propose, changing: {terms}.",
    "spoken.counter.other": "{party} makes a new offer, changing: {terms}.",
    "spoken.repeat.own": "We repeat our offer.",
    "spoken.repeat.other": "{party} repeats its offer.",
    "spoken.accept.own": "We accept what stands.",
    "spoken.accept.other": "{party} accepts what stands.",
    "refused.missing": "An offer here settles every issue; still open: {issues}.",
    "refused.empty": "An offer names at least one issue; choose what we want on one first.",
    "spoken.press.own": "We press on one point: {issue}.",
    "spoken.press.other": "{party} presses on one point: {issue}.",
    "spoken.nominate.own": "We put on the agenda: {issues}.",
    "spoken.nominate.other": "{party} puts on the agenda: {issues}.",
    "spoken.nominate.nothing.own": "We put nothing on the agenda.",
    "spoken.nominate.nothing.other": "{party} puts nothing on the agenda.",
    "spoken.adjourn.own": "We adjourn the session.",
    "spoken.adjourn.other": "{party} adjourns the session.",
    "spoken.walk-out.own": "We walk out.",
    "spoken.walk-out.other": "{party} walks out.",
    "session.closed": "The session is over. The talks go on: {date}.",
    "session.unanswered.own": "The session ends before our offer is answered; it stays on the table.",
    "session.unanswered.other": "The session ends before the offer of {party} is answered; it stays on the table.",
    "session.unanswered.own.leaves": "The session ends before our offer is answered. It stays on the table "
    "only where an issue stays on the agenda.",
    "session.unanswered.other.leaves": "The session ends before the offer of {party} is answered. It stays on "
    "the table only where an issue stays on the agenda.",
    "closed.whole": "The talks have ended in agreement.",
    "closed.partial": "The talks have ended; what was initialled holds.",
    "closed.failed": "The talks have failed.",
    "closed.not-held": "The talks were not held.",
    "closed.terms": "Agreed: {terms}.",
    "closed.terms.below": "What was agreed is listed below.",
    "advice.propose": "make an offer",
    "advice.accept": "accept what stands",
    "advice.hold": "hold to our position",
    "advice.press": "press them",
    "advice.adjourn": "adjourn",
    "advice.walk-out": "walk out",
    "table.session.only": "The only session",
    "table.session": "{session} session of {sessions}",
    "table.session.at-most": "{session} session of at most {sessions}",
    "table.place": "{session}, {round}.",
    "table.round": "round {round} of {rounds}",
    "table.turns.one": "This is our last turn: we may propose once more, and then only the others answer.",
    "table.turns.many": "We may propose {number} more times at this table.",
    "table.turns.hours.one": "This is our last turn: we may propose once more, if hours are left.",
    "table.turns.hours.many": "We may propose {number} more times at most at this table, as far as the hours allow.",
    "table.turns.then-last-word.one": "We may propose once more; after that we can only accept what stands, or leave.",
    "table.turns.then-last-word.many": "We may propose {number} more times; after that we can only accept what stands, "
    "or leave.",
    "table.final": "This is the last word of the last session: accept what stands, or walk out.",
    "table.final.nothing-stands": "This is the last word of the last session, and nothing stands on the table: all "
    "that is left is to walk out.",
    "table.agreement.whole": "Nothing is agreed until everything is agreed: one package for every issue.",
    "table.agreement.by-issue": "Each issue is initialled on its own as soon as those it binds consent to one and the "
    "same offer.",
    "table.alike.one": "All whom it binds have named the same, and yet it is not settled: {terms}. Somebody must "
    "propose it, best alone, and the others accept it.",
    "table.alike.many": "All whom they bind have named the same, and yet these are not settled: {terms}. Somebody must "
    "propose them, best alone, and the others accept them.",
    "condition.not": "not {words}",
    "condition.anything-but": "anything but {option}",
    "linkage.more": "Worth more to us together than apart. {terms}. {basis}",
    "linkage.less": "Worth less to us together than apart. {terms}. {basis}",
    "linkage.more.one": "Worth more to us than it seems. {terms}. {basis}",
    "linkage.less.one": "Worth less to us than it seems. {terms}. {basis}",
    "linkage.between": "{terms}. And {more}",
    "offer.takes-off": "This offer takes what stands on these off the table: {issues}.",
    "table.walk-away": "Parting is as good for us as a package that gives us {share}.",
    "table.parting": "If we part now, we expect {expected}.",
    "table.parting.initialled": "If we part now, what is initialled holds, and what is open is left as it is.",
    "worth.package.enough": "It would give us {share}; that is better than parting.",
    "worth.package.even": "It would give us {share}; that is as good as parting.",
    "worth.package.short": "It would give us {share}; that is worse than parting.",
    "worth.red-line": "This crosses a red line of ours. {words}",
    "worth.together": "Row by row the package looks better, but together it counts for less. {words}",
    "refused.nothing-stands": "Nothing stands on the table to accept.",
    "refused.consented": "We have consented to what stands already.",
    "refused.granted": "On this the others offer what we want most already.",
    "refused.pressed": "We have pressed once in this session already.",
    "action.propose": "Make an offer",
    "action.accept": "Accept what stands",
    "action.press": "Press on {issue}",
    "action.adjourn": "Adjourn the session",
    "action.walk-out": "Walk out",
    "confirm.press": "Press on “{issue}”? The price, whatever comes of it: {price}. Pressing makes the others readier "
    "to agree {percent} times in 100; else it gains nothing, and may do harm.",
    "confirm.press.free": "Press on “{issue}”? Pressing makes the others readier to agree {percent} times in 100; else "
    "it gains nothing, and may do harm.",
    "source.textbook": "textbook",
    "press.price": "{name} {change}",
    "press.between": "; ",
    "tip.press": "Asks for more on one issue, at a price. It may make the others readier to agree, or do harm.",
    "tip.adjourn": "Ends this session. What was offered and settled stays on the table for the next.",
    "tip.adjourn.leaves": "Ends this session. What was settled holds. An issue on which two at the table have come to "
    "new words in this session stays for the next; all else leaves the table and the agenda.",
    "tip.adjourn.last": "Ends this session. It is the last one: the talks end with it.",
    "confirm.accept": "Our consent to this package cannot be taken back; {awaited} must still consent. Accept it?",
    "confirm.accept.by-issue": "Each of these is settled for good once all whom it binds have consented. Accept them?",
    "confirm.accept.signs": "With our consent this package is signed, and the talks end. Sign it?",
    "confirm.propose.again": "This says no more than our last offer, and uses up a turn. Make it again?",
    "confirm.propose.theirs": "This is what stands on the table already: accepting it would settle it, offering it "
    "again does not. Offer it all the same?",
    "confirm.walk-out": "Walking out ends these talks for good. Walk out?",
}

ENGLISH_ALONE = frozenset({"article.capital", "article.inside"})
"""Sentences that other languages do not have: a name has no article in them."""


def english() -> Speech:
    """The English speech, for scenarios in English."""
    shared = {**GENERAL, **FIGURES, **STYLES, **DECISIONS, **TABLES, **CONFERENCE, **CODEX, **BRANCHES, **MAP, **NEWS}
    return Speech(
        "en",
        MappingProxyType(
            {**shared, **DEBRIEF, **FINDINGS, **PROBLEMS, **TERMINAL, **TYPED, **WINDOW, **COMMAND}
            | {**CHECK, **REPAIRS, **CHECK_WORDS, **HELP, **STAFF, **GUESS, **CHAIR, **AIMS}
        ),
    )
