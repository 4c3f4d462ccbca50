"""The staff's estimate: what our interests may come to by each option, its endings, and the advisers."""

from __future__ import annotations

from collections.abc import Sequence

from game.present.speech import Speech
from game.present.staff_parts import Expectation, Likelihood, Recommendation, StaffPage
from game.window.controls import meter, part
from game.window.flow import Align, Flow, Writer
from game.window.screen import Column, Panel, Screen
from game.window.screens.around import Around, back_bar


def staff_screen(page: StaffPage, around: Around) -> Screen:
    """The options side by side with what may follow, then the policy and what advisers make of it."""
    speech = around.speech

    def write_options(flow: Flow) -> None:
        _comparison(flow, page.options, speech)
        for option in page.options:
            flow.gap(14)
            _option(flow, option, speech)

    def write_advisers(flow: Flow) -> None:
        if page.advisers:
            part(flow, speech("staff.advisers"), first=True)
            for adviser in page.advisers:
                _adviser(flow, adviser, speech)
        if page.meanings:
            part(flow, speech("staff.meanings"), first=not page.advisers)
            for title, gist in page.meanings:
                flow.text(speech("staff.meaning", ending=title, gist=gist), flow.theme.small)
                flow.gap(4)
        part(flow, speech("window.staff-rests-on"), first=not (page.advisers or page.meanings))
        flow.prose((*page.policy, *page.caution), flow.theme.small)

    return Screen(
        place="staff",
        title=page.title,
        over_title=page.seat,
        columns=(
            Column((Panel("options", write_options, tab=speech("window.staff-options")),), 0.58),
            Column((Panel("advisers", write_advisers, tab=speech("window.staff-advisers")),), 0.42),
        ),
        bar=back_bar(around),
        first="do:back",
        escape="back",
    )


def _comparison(flow: Flow, options: Sequence[Expectation], speech: Speech) -> None:
    """Draws what every option may come to on one scale, bar under bar, and tells how to read it."""
    part(flow, speech("window.staff-compared"), first=True)
    with flow.card(fill=flow.kit.palette.sheet, pad=10):
        for option in options:
            if option.enabled:
                flow.row(
                    [
                        (0.06, _number(str(option.number), "left")),
                        (0.86, _spread(option)),
                        (0.08, _number(str(option.middle), "right")),
                    ],
                    gap=6,
                )
                flow.gap(2)
        scale = [(0.06, _number("", "left")), (0.86, _scale), (0.08, _number("", "left"))]
        flow.row(scale, gap=6)
    flow.gap(5)
    flow.text(speech("window.staff-how-to-read"), flow.theme.quiet)


def _number(words: str, align: Align) -> Writer:
    return lambda flow: flow.text(words, flow.theme.number, align)


def _spread(option: Expectation) -> Writer:
    def write(flow: Flow) -> None:
        flow.gap(4)
        meter(flow, option.high, begin=option.low, tick=option.middle)

    return write


def _scale(flow: Flow) -> None:
    """The numbers under the bars: their ends and their middle."""
    top = flow.top
    scale: tuple[tuple[str, Align], ...] = (("0", "left"), ("50", "centre"), ("100", "right"))
    for words, align in scale:
        flow.top = top
        flow.text(words, flow.theme.note, align)


def _option(flow: Flow, option: Expectation, speech: Speech) -> None:
    with flow.card():
        flow.text(speech("staff.option", number=option.number, option=option.text), flow.theme.subheading)
        if not option.enabled:
            flow.text(option.words, flow.theme.quiet_italic)
            return
        flow.text(option.words, flow.theme.small)
        if option.endings:
            flow.gap(6)
            flow.text(speech("staff.endings"), flow.theme.quiet)
        for ending in option.endings:
            _ending(flow, ending)


def _ending(flow: Flow, ending: Likelihood) -> None:
    flow.gap(3)
    flow.two_sided(ending.title, flow.theme.small, ending.words, flow.theme.quiet)
    meter(flow, ending.share, tall=3)


def _adviser(flow: Flow, adviser: Recommendation, speech: Speech) -> None:
    flow.text(speech("staff.adviser", name=adviser.name, role=adviser.role), flow.theme.strong)
    flow.text(adviser.words, flow.theme.small)
    flow.text(speech("staff.conviction", conviction=adviser.conviction), flow.theme.small)
    if adviser.would_change:
        flow.text(speech("staff.would-change", change=adviser.would_change), flow.theme.quiet_italic)
    flow.gap(10)
