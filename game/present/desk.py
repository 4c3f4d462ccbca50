"""What lies on a delegation's desk: its brief, its members, what it weighs, and its papers.

All of it is its owner's alone: the view that makes it belongs to one party. Nothing here is about the state
of the game, but for the interests as they stand.
"""

from __future__ import annotations

from collections.abc import Collection

from game.present.dates import date_words
from game.present.page import BriefingPage, DocumentPage, DocumentsPage, Seat
from game.present.parts import Action, DocumentLine, InterestLine, MemberLine
from game.present.reader import Reader
from game.present.scales import importance, outlook
from game.scenario.cast import Document


def briefing_page(reader: Reader, party: str, read: Collection[str] = (), *, brief: bool = False) -> BriefingPage:
    """Makes the page that a person reads first: who they are, what their government wants, with whom they sit.

    In `brief` each member of the delegation is told by a conviction alone.
    """
    scenario = reader.scenario
    return BriefingPage(
        title=reader.line(scenario.title),
        dates=date_words(reader.speech, scenario.first_date, scenario.last_date, stated=True),
        seat=Seat(party, reader.party(party)),
        brief=reader.prose(scenario.parties[party].brief),
        members=member_lines(reader, party, brief=brief),
        interests=interest_lines(reader),
        documents=document_lines(reader, read),
        actions=(Action("continue", reader.speech("action.continue")),),
    )


def member_lines(reader: Reader, party: str, *, brief: bool = False) -> tuple[MemberLine, ...]:
    """The delegation, in the file's order; in `brief` without what each is told apart."""
    return tuple(
        MemberLine(
            member.id,
            reader.line(member.name),
            reader.line(member.role),
            reader.line(member.conviction),
            () if brief else reader.prose(member.brief),
        )
        for member in reader.scenario.parties[party].members.values()
    )


def interest_lines(reader: Reader) -> tuple[InterestLine, ...]:
    """What the viewer's side weighs, and how it stands by what it knows."""
    interests = reader.scenario.interests.get(reader.seat, ())
    heaviest = max((interest.weight for interest in interests), default=1)
    values = reader.view.interests()
    return tuple(
        InterestLine(
            id=interest.id,
            name=reader.line(interest.name),
            importance=importance(reader.speech, interest.weight, heaviest),
            weight=interest.weight,
            outlook=outlook(reader.speech, values[interest.id]),
            value=values[interest.id],
            basis=reader.line(interest.basis),
        )
        for interest in interests
    )


def document_lines(reader: Reader, read: Collection[str], at: str | None = None) -> tuple[DocumentLine, ...]:
    """The papers on the desk by date; those that came with step `at` alone, if given."""
    steps = reader.scenario.steps
    arrived = sorted(reader.view.documents(), key=lambda document: (document.date, steps[document.at].number))
    return tuple(
        DocumentLine(
            id=document.id,
            title=reader.line(document.title),
            date=date_words(reader.speech, document.date, stated=number == 1 and at is None),
            note=_reliability(reader, document),
            unread=document.id not in read,
            number=number,
        )
        for number, document in enumerate(arrived, start=1)
        if at is None or document.at == at
    )


def documents_page(reader: Reader, read: Collection[str]) -> DocumentsPage:
    """Makes the list of papers."""
    lines = document_lines(reader, read)
    return DocumentsPage(
        title=reader.speech("documents.title"),
        seat=reader.whose,
        documents=lines,
        note=reader.speech("documents.note") if lines else reader.speech("documents.none"),
        actions=tuple(Action(f"read:{line.id}", line.title) for line in lines),
    )


def document_page(reader: Reader, document: Document) -> DocumentPage:
    """Makes one paper: restated, with how firmly it stands and where it comes from."""
    notes = (_reliability(reader, document), reader.speech(f"confidence.{document.confidence}"))
    return DocumentPage(
        title=reader.line(document.title),
        date=date_words(reader.speech, document.date, stated=True),
        seat=reader.whose,
        paragraphs=reader.prose(document.text),
        note=" ".join(note for note in notes if note),
        sources=reader.sources(document.sources),
        actions=(Action("continue", reader.speech("action.back")),),
        secret=document.to is not None,
    )


def _reliability(reader: Reader, document: Document) -> str:
    # Whether a paper is mistaken is not for its reader to know before the end.
    return reader.speech("document.uncertain") if document.reliability == "uncertain" else ""
