"""Whose every region of the map is, by what one viewer knows: owner, occupier, tenant, zone and claims, with words.

A region that the scenario lists is told by its variables; the others stand as the file's `map` says on that day, or as
they stood on 1 September 1939. How it looks is for the window and the report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import get_args

from game.present.parts import Prose
from game.present.quantities import party_inside
from game.present.reader import Reader, source_words
from game.scenario.cast import Region
from game.scenario.catalogue import NOBODY
from game.scenario.lands import FIRM, LandRule, Tenure


@dataclass(frozen=True, slots=True)
class Claim:
    """That a region is asked for `party`, or offered to it; `by` is who says so, often the same."""

    by: str
    party: str


Claims = Mapping[str, tuple[Claim, ...]]
"""What is said of regions at the table now."""


def _without_words(_: Holding) -> Prose:
    return ()


@dataclass(frozen=True, slots=True)
class Holding:
    """How one region stands; parties by id, empty where there is none. Nobody has a zone or a claim on its own land."""

    region: str
    name: str
    owner: str
    occupied_by: str = ""
    leased_to: str = ""
    zone: str = ""
    claims: tuple[Claim, ...] = ()
    part_of: str = ""
    """The region that bears the name of its owner of 1939, where the file does not list this one."""
    named_after: str = ""
    """The party whose name it bears, if it does: Finland's, not Germany's."""
    state: str = ""
    """The state it is a part of, whoever owns it."""
    tell: Callable[[Holding], Prose] = field(default=_without_words, repr=False, compare=False)
    """Makes its words: of a whole map hardly any are ever read."""

    @property
    def words(self) -> Prose:
        """Owner, occupier, tenant, zone, claims, area, people and sources, a line each."""
        return self.tell(self)

    @property
    def holder(self) -> str:
        """Who is master there: the occupier, else the owner."""
        return self.occupied_by or self.owner

    @property
    def second(self) -> str:
        """Whose stripes it bears: who would have it, the tenant, in whose zone it is, or its owner under occupation."""
        others = (*(claim.party for claim in self.claims), self.leased_to, self.zone)
        beneath = self.owner if self.holder != self.owner else ""
        return next((party for party in others if party and party != self.holder), beneath)

    @property
    def tenure(self) -> Tenure:
        """What the stripes tell, if there are any."""
        if any(claim.party == self.second for claim in self.claims):
            return "claimed"
        if self.second and self.second == self.leased_to:
            return "leased"
        return "zone" if self.second and self.second == self.zone else "occupied"


def holdings(reader: Reader, claims: Claims | None = None) -> dict[str, Holding]:
    """Tells how every region of the catalogue stands; `claims` are those made at the table now."""
    rules, regions = _rules_now(reader), reader.scenario.catalogue.regions

    def words(holding: Holding) -> Prose:
        return tuple(_words(reader, regions[holding.region], holding, rules))

    return _stands(reader, rules, claims or {}, words)


def standings(reader: Reader) -> dict[str, Holding]:
    """How every region stands, without the words: enough to see whether anything has changed."""
    return _stands(reader, _rules_now(reader), {}, _without_words)


def changed(before: Mapping[str, Holding], now: Mapping[str, Holding]) -> tuple[str, ...]:
    """The regions that stand otherwise now, but for who claims them.

    Left out is a part of a state that changed as the region did that bears the state's name.
    """
    moves = {id_: (_standing(before[id_]), _standing(one)) for id_, one in now.items() if id_ in before}
    return tuple(
        id_
        for id_, (then, since) in moves.items()
        if then != since and (now[id_].part_of in ("", id_) or moves.get(now[id_].part_of) != (then, since))
    )


def _parties_by_name(reader: Reader) -> dict[str, str]:
    """Parties by what they are called, and by what the map writes across their land."""
    speech = reader.speech
    found: dict[str, str] = {}
    for id_, party in reader.scenario.catalogue.parties.items():
        key = f"map.state.{id_}"
        found |= {speech.plain(party.name): id_} | ({speech(key): id_} if speech.has(key) else {})
    return found


def _standing(holding: Holding) -> tuple[str, ...]:
    return holding.owner, holding.occupied_by, holding.leased_to, holding.zone


Rules = Mapping[tuple[str, Tenure], list[LandRule]]


def _stands(reader: Reader, rules: Rules, claims: Claims, tell: Callable[[Holding], Prose]) -> dict[str, Holding]:
    regions, parties = reader.scenario.catalogue.regions, _parties_by_name(reader)
    held = {id_: _holding(reader, region, rules, claims.get(id_, ())) for id_, region in regions.items()}
    named = {id_: parties.get(one.name, "") for id_, one in held.items()}
    whole = {party: id_ for id_, party in named.items() if party == regions[id_].owner}
    parts = {id_: whole.get(regions[id_].owner, "") for id_ in held if id_ not in reader.scenario.regions}
    return {
        id_: replace(one, part_of=parts.get(id_, ""), named_after=named[id_], tell=tell) for id_, one in held.items()
    }


def _rules_now(reader: Reader) -> Rules:
    """By region and tenure, the rules of the file that hold for this viewer now, in file order."""
    found: dict[tuple[str, Tenure], list[LandRule]] = {}
    for rule in reader.scenario.map.lands:
        if rule.spans(reader.view.day) and reader.view.may_read(rule.known_to) and reader.view.holds(rule.when):
            for region in rule.regions:
                found.setdefault((region, rule.tenure), []).append(rule)
    return found


def _holding(reader: Reader, region: Region, rules: Rules, claims: tuple[Claim, ...]) -> Holding:
    def told(tenure: Tenure, variable: str = "", otherwise: str = "") -> str:
        if variable and region.id in reader.scenario.regions:
            word = reader.view.word(f"{variable}.{region.id}")
            if word != NOBODY or tenure in FIRM:
                return "" if word == NOBODY else word
        ruling = rules.get((region.id, tenure))
        return ruling[-1].party if ruling else otherwise

    standing = (Claim(rule.party, rule.party) for rule in rules.get((region.id, "claimed"), ()))
    owner, zone = told("owned", "owner", region.owner), told("zone")
    return Holding(
        region=region.id,
        name=reader.speech.plain(region.name),
        owner=owner,
        occupied_by=told("occupied", "occupied-by"),
        leased_to=told("leased", "leased-to"),
        zone=zone if zone != owner else "",
        state=region.state,
        claims=tuple(claim for claim in dict.fromkeys((*standing, *claims)) if claim.party != owner),
    )


def _words(reader: Reader, region: Region, holding: Holding, rules: Rules) -> Iterator[str]:
    speech = reader.speech

    def inside(party: str) -> str:
        return party_inside(reader.scenario, speech, party)

    yield speech("map.owner", party=inside(holding.owner)) if holding.owner else speech("map.nobody")
    for key, party in (
        ("occupied", holding.occupied_by),
        ("leased", holding.leased_to),
        ("zone", holding.zone),
    ):
        if party and (key != "occupied" or party != holding.owner):
            yield speech(f"map.{key}", party=inside(party))
    for claim in holding.claims:
        key = "claimed" if claim.by == claim.party else "offered" if claim.by == holding.owner else "asked"
        yield speech(f"map.{key}", party=inside(claim.party), by=inside(claim.by))
    yield speech.count("map.area", region.area)
    if region.population is not None:
        yield speech.count("map.people", region.population)
    ruling = (rule for tenure in get_args(Tenure) for rule in rules.get((region.id, tenure), ()))
    sources = (*region.sources, *sorted({source for rule in ruling for source in rule.sources}))
    own, shared = reader.scenario.sources, reader.scenario.catalogue.sources
    known = (own.get(source) or shared.get(source) for source in dict.fromkeys(sources))
    cited = [source_words(source) for source in known if source is not None]
    if cited:
        yield speech("map.sources", sources=speech("terms.between").join(cited))
