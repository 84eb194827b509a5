"""What is accounted for, text by text, and the command that says so: ``alongside guidance coverage``."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import TextIO

from alongside.guidance import catalogue, editions
from alongside.guidance.coverage import counted
from alongside.guidance.kernel.sources import Kind

ALL_ACCOUNTED, SOMETHING_MISSING = 0, 1

NUMBERED = "Every numbered paragraph is in the register."
PARTLY = "Only what is known of this edition is in the register: its whole text was not read here."
NOT_NUMBERED = "Rules cite single places of this text; it has no register of paragraphs."


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One text: how many paragraphs it numbers, how many are encoded, which are not and why, which are missing.

    ``paragraphs`` is None where that is not known. ``rules`` is how many rules cite the text, ``places`` how many
    places of it they cite.
    """

    source: str
    title: str
    kind: str
    paragraphs: int | None
    encoded: int
    not_encoded: Mapping[str, str]
    missing: tuple[str, ...]
    rules: int
    places: int
    note: str


def accounts() -> tuple[Account, ...]:
    """Every text the rules rest on, edition by edition, in the order of the sources."""
    cited: dict[str, set[tuple[str, str]]] = {}
    for rule in catalogue.RULES.values():
        said = [provision.citation for provision in rule.dated.provisions]
        for citation in (*said, *getattr(rule, "law", ())):
            cited.setdefault(citation.source.edition, set()).add((rule.id, citation.locator))
    first = {source.edition: source for source in reversed(catalogue.SOURCES)}
    found = []
    for edition in dict.fromkeys(source.edition for source in catalogue.SOURCES):
        count, source = counted(edition=edition), first[edition]
        here = cited.get(edition, set())
        found.append(Account(
            source=edition,
            title=source.title,
            kind=source.kind.value,
            paragraphs=count.paragraphs,
            encoded=count.encoded,
            not_encoded=count.not_encoded,
            missing=count.missing,
            rules=len({id for id, _ in here}),
            places=len({locator for _, locator in here}),
            note=_note(edition, count.paragraphs, source.kind),
        ))  # fmt: skip
    return tuple(found)


def _note(edition: str, paragraphs: int | None, kind: Kind) -> str:
    if paragraphs is not None:
        return NUMBERED
    wt = any(issue.edition == edition for one in editions.EDITIONS for issue in one.issues)
    return PARTLY if wt and kind is Kind.STATUTORY_GUIDANCE else NOT_NUMBERED


def add_coverage_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of ``guidance coverage``."""
    parser.add_argument("--json", action="store_true", help="print the whole account as JSON")


def run_coverage(args: argparse.Namespace, out: TextIO) -> int:
    """Answer ``guidance coverage``: 0 where every numbered paragraph is accounted for, 1 where one is missing."""
    found = accounts()
    if args.json:
        json.dump([asdict(one) for one in found], out, indent=2, ensure_ascii=False)
        out.write("\n")
    else:
        out.write("\n".join(_line(one) for one in found) + "\n")
    return SOMETHING_MISSING if any(one.missing for one in found) else ALL_ACCOUNTED


def _line(one: Account) -> str:
    cites = (
        f"{one.rules} {'rule cites' if one.rules == 1 else 'rules cite'} it "
        f"in {one.places} {'place' if one.places == 1 else 'places'}"
    )
    if one.paragraphs is None:
        return f"{one.title} ({one.source}): {cites}. {one.note}"
    lines = [
        f"{one.title} ({one.source}): {one.paragraphs} paragraphs, {one.encoded} encoded, "
        f"{len(one.not_encoded)} not encoded with a reason, {len(one.missing)} missing; {cites}."
    ]
    if one.missing:
        lines.append(f"  Missing: paragraphs {_ranges(one.missing)}")
    return "\n".join(lines)


def _ranges(places: tuple[str, ...]) -> str:
    """``paragraph 3``, ``paragraph 4``, ``paragraph 9`` as ``3-4, 9``."""
    spans: list[list[int]] = []
    for number in (int(place.rpartition(" ")[2]) for place in places):
        if spans and spans[-1][1] == number - 1:
            spans[-1][1] = number
        else:
            spans.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in spans)
