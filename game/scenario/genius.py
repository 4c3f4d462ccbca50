"""Reads a negotiation domain of the Genius format: its issues, and what each profile in the folder makes of them.

Genius is a platform on which bargaining programs are compared; a domain is a folder of XML files. The utility of a
package on its scale is Σ weight × evaluation / largest evaluation of the issue; an integer issue's evaluation is on
0–1 as it stands. Discount factors are not looked at. What becomes of a domain here is `game.scenario.genius_writer`'s.

Source: R. Lin, S. Kraus, T. Baarslag, D. Tykhonov, K. Hindriks and C. M. Jonker, "Genius: an integrated environment
for supporting the design of generic automated negotiators", Computational Intelligence 30 (2014) 48–70.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from game.errors import CannotRead
from game.scenario.safe_xml import Element, read_xml
from game.scenario.source_text import printable

MOST_FILES = 40
MOST_ISSUES, MOST_OPTIONS = 20, 31
FEWEST_PROFILES, MOST_PROFILES = 2, 3
_PLAIN_NAME = re.compile(r"(?i)(?:util(?:ity)?|prof(?:ile)?|party|agent)?[-_ ]*[0-9]*")
_DOMAIN_FILE = re.compile(r"(?i)[-_ ]*domain$")


@dataclass(frozen=True, slots=True)
class DomainIssue:
    """An issue and the names of its options, in the order of the file."""

    name: str
    options: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """What one party makes of a domain; its weights and the fractions by issue are as Genius counts them.

    `fractions` are 0–1 by option: evaluation / largest evaluation of the issue, or an integer issue's evaluation.
    """

    name: str
    file: str
    weights: tuple[float, ...]
    fractions: tuple[tuple[float, ...], ...]
    reservation: float

    def utility(self, options: Sequence[int]) -> float:
        """Computes the utility of a package, given by the place of an option for each issue."""
        named = zip(self.weights, self.fractions, options, strict=True)
        return math.fsum(weight * fractions[option] for weight, fractions, option in named)


@dataclass(frozen=True, slots=True)
class Domain:
    """A domain: its name, its issues, and the profiles of those who bargain over them."""

    name: str
    issues: tuple[DomainIssue, ...]
    profiles: tuple[Profile, ...]


def read_domain(folder: Path) -> Domain:
    """Reads the domain in a folder; its profiles come in the order of their files' names.

    Raises:
        CannotRead: in one sentence, when the folder is none, or a file cannot be read, or holds what cannot be
            brought to a table here.
    """
    files = [(path, read_xml(path)) for path in _files(folder)]
    domains = [(path, root) for path, root in files if root.tag == "negotiation_template"]
    profiles = [(path, root) for path, root in files if root.tag == "utility_space"]
    shown = printable(str(folder))
    if len(domains) > 1:
        raise CannotRead(f"{shown} holds {len(domains)} domains; put each into a folder of its own, with its profiles.")
    if not FEWEST_PROFILES <= len(profiles) <= MOST_PROFILES:
        raise CannotRead(
            f"{shown} holds {len(profiles)} profiles (files that begin with <utility_space>); a domain needs"
            f" {FEWEST_PROFILES} or {MOST_PROFILES}, with nothing else of their kind in the folder."
        )
    path, root = (domains or profiles)[0]
    issues = tuple(_issue(path, element) for element in _issues(path, root))
    _refuse_alike(path, [issue.name for issue in issues], "issues")
    _refuse_large(path, issues)
    names = _profile_names([path for path, _ in profiles])
    return Domain(
        name=_domain_name(folder, [path for path, _ in domains]),
        issues=issues,
        profiles=tuple(_profile(path, root, name, issues) for (path, root), name in zip(profiles, names, strict=True)),
    )


def _files(folder: Path) -> list[Path]:
    shown = printable(str(folder))
    try:
        with os.scandir(folder) as entries:
            found = sorted(Path(entry.path) for entry in entries if _is_domain_file(entry))
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        raise CannotRead(
            f"{shown} is not a folder that can be read ({why}); name the folder of a Genius domain."
        ) from None
    except ValueError:
        raise CannotRead(f"{shown} is not a folder's name; name the folder of a Genius domain.") from None
    if not found:
        raise CannotRead(f"There is no XML file in {shown}; name the folder of a Genius domain and its profiles.")
    if len(found) > MOST_FILES:
        raise CannotRead(f"{shown} holds {len(found)} XML files; put one domain and its profiles into a folder.")
    return found


def _is_domain_file(entry: os.DirEntry[str]) -> bool:
    return entry.name.lower().endswith(".xml") and not entry.name.startswith(".") and entry.is_file()


def _issues(path: Path, root: Element) -> list[Element]:
    """Lists the issues under the one objective of a file."""
    objectives = root.within("objective")
    if len(objectives) != 1:
        what = "objectives within objectives" if objectives else "no objective"
        _refuse(path, f"has {what}; one objective with its issues beneath it was expected")
    issues = objectives[0].named("issue")
    if not 1 <= len(issues) <= MOST_ISSUES:
        _refuse(path, f"has {len(issues)} issues; a table here takes 1 to {MOST_ISSUES}")
    return issues


def _issue(path: Path, element: Element) -> DomainIssue:
    name = _name(path, element, "name", "an issue")
    kind = _kind(element)
    if kind == "integer":
        low, high = _bounds(path, element, name)
        options = [str(number) for number in range(low, high + 1)]
    elif kind == "discrete":
        options = [_name(path, item, "value", f"an item of the issue {name!r}") for item in element.named("item")]
    else:
        _refuse(
            path, f"has the issue {name!r} of the type {printable(kind)}; only discrete and integer issues fit here"
        )
    if not 2 <= len(options) <= MOST_OPTIONS:
        _refuse(path, f"has {len(options)} options for the issue {name!r}; a table here takes 2 to {MOST_OPTIONS}")
    _refuse_alike(path, options, f"options of {name!r}")
    return DomainIssue(name, tuple(options))


def _kind(element: Element) -> str:
    given = (element.attributes.get(key, "") for key in ("vtype", "etype", "type"))
    return next(filter(None, given), "discrete").lower()


def _bounds(path: Path, element: Element, name: str) -> tuple[int, int]:
    """The bounds of an integer issue: as attributes of its own, or of a range in it."""
    held = [element, *element.named("range")]
    bounds = []
    for key in ("lowerbound", "upperbound"):
        written = next((one.attributes[key] for one in held if key in one.attributes), "")
        if not re.fullmatch(r"\s*[-+]?[0-9]{1,9}\s*", written):
            _refuse(path, f"has no whole number as the {key} of the issue {name!r}")
        bounds.append(int(written))
    low, high = bounds
    if not 2 <= high - low + 1 <= MOST_OPTIONS:
        numbers = max(0, high - low + 1)
        _refuse(path, f"has {numbers:,} numbers in the issue {name!r}; a table here takes 2 to {MOST_OPTIONS} options")
    return low, high


def _profile(path: Path, root: Element, name: str, issues: Sequence[DomainIssue]) -> Profile:
    found = {_name(path, element, "name", "an issue"): element for element in _issues(path, root)}
    weights = _weights(path, root)
    missing = [issue.name for issue in issues if issue.name not in found]
    if missing or len(found) != len(issues):
        what = f"no issue {missing[0]!r}" if missing else "an issue more"
        _refuse(path, f"has {what}, unlike the domain; all profiles of a folder must be of one domain")
    elements = [found[issue.name] for issue in issues]
    return Profile(
        name=name,
        file=path.name,
        weights=tuple(_weight(path, element, weights) for element in elements),
        fractions=tuple(_fractions(path, *pair) for pair in zip(elements, issues, strict=True)),
        reservation=_reservation(path, root),
    )


def _weights(path: Path, root: Element) -> dict[str, float]:
    return {
        element.attributes.get("index", ""): _number(path, element, "value", "a weight")
        for element in root.within("weight")
    }


def _weight(path: Path, element: Element, weights: dict[str, float]) -> float:
    index = element.attributes.get("index", "")
    if index not in weights:
        _refuse(path, f"has no weight for the issue {_name(path, element, 'name', 'an issue')!r}")
    return weights[index]


def _fractions(path: Path, element: Element, issue: DomainIssue) -> tuple[float, ...]:
    if _kind(element) == "integer":
        return _along_a_line(path, element, issue)
    items = {_words(item.attributes.get("value", "")): item for item in element.named("item")}
    missing = [option for option in issue.options if option not in items]
    if missing or len(element.named("item")) != len(issue.options):
        which = f"no option {missing[0]!r}" if missing else "an option more"
        _refuse(path, f"has {which} for the issue {issue.name!r}, unlike the domain")
    what = f"an option of {issue.name!r}"
    evaluations = [_number(path, items[option], "evaluation", what) for option in issue.options]
    most = max(evaluations)
    return tuple(evaluation / most if most else 0.0 for evaluation in evaluations)


def _along_a_line(path: Path, element: Element, issue: DomainIssue) -> tuple[float, ...]:
    """An integer issue's evaluations: offset + slope × (number − lowest), held within 0–1."""
    lines = element.named("evaluator")
    if len(lines) != 1:
        _refuse(path, f"has no evaluator for the integer issue {issue.name!r}")
    low, _ = _bounds(path, element, issue.name)
    if [str(low + place) for place in range(len(issue.options))] != list(issue.options):
        _refuse(path, f"has other bounds for the issue {issue.name!r} than the domain")
    what = f"the evaluator of {issue.name!r}"
    slope = _number(path, lines[0], "slope", what, negative=True)
    offset = _number(path, lines[0], "offset", what, negative=True)
    return tuple(min(1.0, max(0.0, offset + slope * place)) for place in range(len(issue.options)))


def _reservation(path: Path, root: Element) -> float:
    given = root.within("reservation")
    value = _number(path, given[0], "value", "the reservation value") if given else 0.0
    if value > 1:
        _refuse(path, f"has the reservation value {value:g}; one from 0 to 1 was expected")
    return value


def _number(path: Path, element: Element, key: str, what: str, *, negative: bool = False) -> float:
    written = element.attributes.get(key, "").strip()
    try:
        number = float(written) if len(written) <= 60 and "_" not in written else math.nan
    except ValueError:
        number = math.nan
    if not math.isfinite(number) or abs(number) > 1e9 or (number < 0 and not negative):
        least = "" if negative else " from 0 upwards"
        _refuse(path, f"has {printable(written)!r} as the {key} of {what}; a number{least} was expected")
    return number


def _name(path: Path, element: Element, key: str, what: str) -> str:
    words = _words(element.attributes.get(key, ""))
    if not words:
        _refuse(path, f"has {what} without a {key}")
    return words


def _words(written: str) -> str:
    """A name as it can stand in a text: on one line, without what cannot be printed."""
    return printable(" ".join(written.split()))


def _refuse_large(path: Path, issues: Sequence[DomainIssue]) -> None:
    """A package is kept in 64 bits, as many for each issue as the largest number of options needs."""
    options = max(len(issue.options) for issue in issues)
    room = 64 // options.bit_length()
    if len(issues) > room:
        _refuse(path, f"has {len(issues)} issues; beside an issue of {options} options a table here takes {room}")


def _refuse_alike(path: Path, names: Sequence[str], what: str) -> None:
    twice = next((name for place, name in enumerate(names) if name in names[:place]), None)
    if twice is not None:
        _refuse(path, f"has two {what} named {twice!r}; names that differ were expected")


def _refuse(path: Path, what: str) -> NoReturn:
    raise CannotRead(f"{printable(str(path))} {what}.")


def _profile_names(profiles: Sequence[Path]) -> list[str]:
    """Names the parties after their files, without the words that all of these share at either end; else by number."""
    words = [re.split("[-_ ]+", path.stem) for path in profiles]
    for last in (False, True):
        while min(map(len, words)) > 1 and len({each[-1 if last else 0] for each in words}) == 1:
            words = [each[:-1] if last else each[1:] for each in words]
    names = [_words(" ".join(each)) for each in words]
    if len(set(names)) < len(names) or any(_PLAIN_NAME.fullmatch(name) for name in names):
        return [f"Party {number}" for number in range(1, len(names) + 1)]
    return names


def _domain_name(folder: Path, domains: Sequence[Path]) -> str:
    stem = _DOMAIN_FILE.sub("", domains[0].stem) if domains else ""
    return _words((stem or folder.resolve().name).replace("_", " ")) or "A domain"
