"""The description of a scenario's `map`: the sheet, land that the scenario does not change, what steps speak of."""

from __future__ import annotations

from pydantic import Field

from game.scenario.description_parts import Condition, Date, Described, Id, NonEmptyIds, Sources
from game.scenario.lands import SheetName, Tenure


class LandDescription(Described):
    """How a party stands to some regions."""

    tenure: Tenure = Field(
        description="Land of another that it occupies, leases or claims, that lies in its zone, or that it owns."
    )
    by: Id = Field(description="The party, of the world catalogue.")
    regions: NonEmptyIds = Field(
        description="Regions of the world catalogue; those that the file lists not as owned or leased."
    )
    from_: Date | None = Field(None, description="The first day on which it is so; from the beginning if left out.")
    until: Date | None = Field(None, description="The last day on which it is so; to the end if left out.")
    when: Condition | None = Field(None, description="It is so while this holds, by what the viewer knows.")
    known_to: NonEmptyIds | None = Field(None, description="Parties of the file; everybody if left out.")
    sources: Sources = Field([])


class MapDescription(Described):
    """What the map shows beside what the variables tell."""

    sheet: SheetName | None = Field(
        None, description="The sheet that opens first; the closest that shows all regions if left out."
    )
    lands: list[LandDescription] = Field(
        [], max_length=300, description="Where land stands otherwise than on 1 September 1939."
    )
    speaks_of: dict[str, NonEmptyIds] = Field(
        {}, description="Regions that the map lights for a step, or an issue as `STEP.ISSUE`, beside those it changes."
    )
