"""The recorded path of `yalta-1945` against figures typed from the documents."""

from __future__ import annotations

import pytest

from tests.history.documented import documented, program
from tests.history.recorded_path import RecordedPath


class TestTheRecordedPath(RecordedPath):
    scenario = "yalta-1945"
    seals = ("moscow-plan",)


@pytest.mark.parametrize("unit", ["thousand million dollars", "square kilometres", "kilometres", "persons", "votes"])
def test_units_are_those_of_the_documents(unit: str) -> None:
    measured = [measure for measure, figures in documented("yalta-1945").measures.items() if figures.unit == unit]
    assert measured
    for measure in measured:
        assert program("yalta-1945").scenario.measures[measure].unit.paragraphs[0].source.startswith(unit), measure
