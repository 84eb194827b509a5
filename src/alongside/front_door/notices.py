"""Taking in notices from the police in bulk: all of a file or none of it, and each notice once."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Annotated, Any
from uuid import UUID

from django.db import transaction
from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError
from pydantic_core import PydanticCustomError

from alongside.agencies.models import Area, Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.front_door.models import NoticeReceipt, PoliceNotice
from alongside.front_door.schema import (
    LONGEST_WORDS,
    Day,
    NotTaken,
    Plain,
    Problem,
    once,
    one_line,
    problems_in,
    where_json_ends,
)
from alongside.moments import LONDON, day_of
from alongside.people.folding import closed_up, fold
from alongside.people.models import Identifier, Person

Outcome = NoticeReceipt.Outcome
MOST_AT_ONCE, MOST_PROBLEMS, CHUNK = 20_000, 100, 500
LARGEST_FILE = 64 * 1024 * 1024
COLUMNS = (
    "number", "happened_at", "given", "family", "born_on", "address", "kind", "words", "officer", "grading",
    "reference", "nhs_number", "upn", "la_child_id",
)  # fmt: skip


def _moment(value: object) -> object:
    if isinstance(value, datetime):
        made = value
    else:
        try:
            made = datetime.fromisoformat(str(value))
        except ValueError:
            raise PydanticCustomError("not_a_moment", "It is not a day and time.") from None
    return made if made.tzinfo else made.replace(tzinfo=LONDON)


Short = Annotated[str, Plain, AfterValidator(one_line), Field(max_length=20)]
Named = Annotated[str, Plain, AfterValidator(one_line), Field(max_length=100)]


class NoticeSent(BaseModel):
    """One notice about one child. An incident with three children is three notices with one number."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    number: Annotated[str, Plain, AfterValidator(one_line), Field(min_length=1, max_length=60)] = Field(
        description="The force's own number of the incident."
    )
    happened_at: Annotated[datetime, BeforeValidator(_moment)] = Field(
        description="When it happened, as 2025-04-16T22:40. Without an offset it is read as time in England."
    )
    given: Named = ""
    family: Named = ""
    born_on: Day | None = None
    address: Annotated[str, Plain, AfterValidator(one_line), Field(max_length=300)] = ""
    kind: Annotated[str, Plain, AfterValidator(one_line), Field(min_length=1, max_length=100)] = Field(
        description="What it was, such as domestic abuse, missing, neglect."
    )
    words: Annotated[str, Plain, Field(min_length=1, max_length=LONGEST_WORDS)]
    officer: Named = ""
    grading: Annotated[str, Plain, AfterValidator(one_line), Field(max_length=60)] = Field(
        "", description="The officer's own grading. Shown as theirs, never reckoned with."
    )
    reference: Short = Field("", description="Our reference of the child, where the force knows it.")
    nhs_number: Short = ""
    upn: Short = ""
    la_child_id: Annotated[str, Plain, AfterValidator(one_line), Field(max_length=30)] = ""

    @property
    def identifiers(self) -> dict[str, str]:
        """The numbers given, by scheme; ours under "reference"."""
        given = {
            "reference": self.reference.upper(), "nhs-number": closed_up(self.nhs_number), "upn": self.upn.upper(),
            "la-child-id": self.la_child_id,
        }  # fmt: skip
        return {scheme: value for scheme, value in given.items() if value}

    @property
    def described_key(self) -> str:
        """The same for notices that describe a child alike: name and birth, or name and address, or not at all.

        A name alone is many children's. Whoever is described by no more stands alone until a person says who it is.
        """
        name = f"{fold(self.given)}|{fold(self.family)}"
        if self.given and self.family and self.born_on:
            said = f"{name}|born {self.born_on.isoformat()}"
        elif self.given and self.family and self.address:
            said = f"{name}|at {fold(self.address)}"
        else:
            said = f"{name}|{self.born_on}|{fold(self.address)}|only {self.number}"
        return hashlib.sha256(said.encode()).hexdigest()[:40]


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a file of notices. again: those taken in before. matched: those set to a record by a number."""

    taken: int
    again: int
    matched: int
    receipt: NoticeReceipt


class Rows(list[Mapping[str, Any]]):
    """The rows of a file, and on which line of it each ends. longer: cells of the rows that have more than columns."""

    name: str = ""
    digest: str = ""
    lines: Sequence[int] = ()
    longer: Mapping[int, int] = {}


class NoneTaken(NotTaken):
    """None of a sending was taken in. receipt: what is said of each."""

    def __init__(self, problems: list[Problem], receipt: NoticeReceipt) -> None:
        super().__init__(problems)
        self.receipt = receipt


def from_file(content: bytes, name: str) -> Rows:
    """The rows of a JSON or CSV file. Raises NotTaken where it is neither, or too large."""
    if len(content) > LARGEST_FILE:
        raise NotTaken([Problem("", "This file is too large.", f"The most is {LARGEST_FILE >> 20} MB.",
                                "Send it in parts; what came before is known again.")])  # fmt: skip
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as wrong:
        line = content.count(b"\n", 0, wrong.start) + 1
        raise NotTaken([Problem("", "This file is not in UTF-8.", f"Byte {wrong.start + 1}, on line {line}, is no letter.",
                                "Save it again as “CSV UTF-8” or as JSON in UTF-8.")]) from None  # fmt: skip
    rows = _from_csv(text) if name.lower().endswith(".csv") else Rows(_from_json(text))
    rows.name, rows.digest = name, hashlib.sha256(content).hexdigest()
    if not rows:
        raise NotTaken([Problem("", "There is no notice in this file.", "It ends before the first.",
                                "Look whether it was cut off, and send it again.")])  # fmt: skip
    return rows


def _from_json(text: str) -> list[Mapping[str, Any]]:
    try:
        found = json.loads(text, object_pairs_hook=once)
    except (ValueError, RecursionError) as wrong:
        raise NotTaken([Problem("", "This file cannot be read as JSON.", where_json_ends(wrong),
                                "Send a list of notices, or a CSV file whose name ends in .csv.")]) from None  # fmt: skip
    rows = found.get("notices") if isinstance(found, dict) else found
    if not isinstance(rows, list):
        raise NotTaken([Problem("notices", "There is no list of notices.", "The file holds something else.",
                                "Send {\"notices\": [...]}, or the list alone.")])  # fmt: skip
    return rows


def _from_csv(text: str) -> Rows:
    if "\0" in text:
        raise NotTaken([Problem("", "This file cannot be read as CSV.", "It holds a character that is none.",
                                "Save it again as “CSV UTF-8”.")])  # fmt: skip
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        heads = [head.strip().lower() for head in next(filter(None, reader), [])]
        found = [(reader.line_num, cells) for cells in reader if cells]
    except csv.Error as wrong:
        raise NotTaken([Problem("", "This file cannot be read as CSV.", f"It goes wrong at line {reader.line_num}: {wrong}.",
                                "Look at the quotes near there, and save it again.")]) from None  # fmt: skip
    if twice := sorted({head for head in heads if heads.count(head) > 1}):
        raise NotTaken([Problem(twice[0], f"The column “{twice[0]}” is there twice.", "Which of them holds is not said.",
                                "Take one out.")])  # fmt: skip
    if unknown := sorted(set(heads) - set(COLUMNS)):
        raise NotTaken([Problem(unknown[0], f"There is no column “{unknown[0]}”.", f"There are: {', '.join(COLUMNS)}.",
                                "Rename it or take it out.")])  # fmt: skip
    rows = Rows(
        {name: value for name, value in zip(heads, cells, strict=False) if value} for _, cells in found
    )
    rows.lines = [line for line, _ in found]
    rows.longer = {n: len(cells) for n, (_, cells) in enumerate(found, start=1) if len(cells) > len(heads)}
    return rows


def take_in_file(
    content: bytes, name: str, *, area: Area, force: str, now: datetime, by: Practitioner | None = None,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> TakenIn:  # fmt: skip
    """Take in the notices of a file, all or none. One whose rows cannot be told apart leaves a receipt too.

    Raises NoneTaken with the receipt; NotTaken where nobody says which force it is from.
    """
    _refuse_no_force(force)
    try:
        rows = from_file(content, name)
    except NotTaken as refused:
        receipt = NoticeReceipt(
            area=area, force=force, name=name[:200], received_at=now, by=by, digest=hashlib.sha256(content).hexdigest()
        )  # fmt: skip
        raise refused_whole(refused.problems, receipt) from None
    return take_in_notices(rows, area=area, force=force, now=now, by=by, progress=progress)


def refused_whole(problems: list[Problem], receipt: NoticeReceipt) -> NoneTaken:
    """Keep that all of a sending was refused before its notices were told apart, and why; to be raised."""
    receipt.whole = [[one.field, one.what, one.why, one.do] for one in problems]
    receipt.save(force_insert=True)
    return NoneTaken(problems, receipt)


def take_in_notices(
    rows: Sequence[Mapping[str, Any]], *, area: Area, force: str, now: datetime, by: Practitioner | None = None,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> TakenIn:  # fmt: skip
    """Take in notices about children: all, or none where one cannot be read. Each is taken in once.

    A notice stands with the record whose number it gives, where that number is one child's only; whoever is not
    matched stands with those described alike. Nothing else is concluded. A receipt says what became of each. Raises
    NoneTaken with a receipt, naming row and field; NotTaken where nobody says which force it is from.
    """
    _refuse_no_force(force)
    receipt = NoticeReceipt(
        area=area, force=force, name=getattr(rows, "name", "")[:200], received_at=now, by=by,
        digest=getattr(rows, "digest", ""),
    )  # fmt: skip
    if len(rows) > MOST_AT_ONCE:
        raise refused_whole([Problem("notices", "There are too many notices.", f"The most is {MOST_AT_ONCE:,} at once.",
                                     "Send them in parts; what came before is known again.")], receipt)  # fmt: skip
    sent = _read(rows, now, receipt)
    outcomes: list[str] = []
    done = again = matched = 0
    with transaction.atomic():
        for chunk in _chunks(sent):
            fresh = _not_yet(chunk, area, force)
            known = _known(fresh, area)
            made = [_notice(one, area, force, known.get(id(one)), now) for one in fresh]
            PoliceNotice.objects.bulk_create(made)
            again += len(chunk) - len(fresh)
            new = {id(one) for one in fresh}
            outcomes += [Outcome.ACCEPTED if id(one) in new else Outcome.DUPLICATE for one in chunk]
            matched += len(known)
            done += len(chunk)
            progress(done, len(sent))
        write(
            Action.ACT, area=area, by=by, actor_kind="practitioner" if by else "system",
            about_kind="police-notices", now=now, taken=len(sent) - again, again=again,
        )  # fmt: skip
        receipt.taken, receipt.again = len(sent) - again, again
        receipt.lines = [[*place, outcome] for place, outcome in zip(_places(rows), outcomes, strict=True)]
        receipt.save(force_insert=True)
    return TakenIn(receipt.taken, again, matched, receipt)


def _refuse_no_force(force: str) -> None:
    if not force.strip():
        raise NotTaken(
            [Problem("force", "The force is missing.", "Its numbers are only its own.", "Name the force.")]
        )


def _places(rows: Sequence[Mapping[str, Any]]) -> Iterator[tuple[int, str]]:
    """The line of each row, or its place, and the force's number as far as it can be shown."""
    lines = getattr(rows, "lines", ()) or range(1, len(rows) + 1)
    for line, row in zip(lines, rows, strict=True):
        number = row.get("number", "") if isinstance(row, Mapping) else ""
        shown = str(number) if isinstance(number, str | int) else ""
        yield line, "".join(one for one in shown if one.isprintable())[:60]


def _read(rows: Sequence[Mapping[str, Any]], now: datetime, receipt: NoticeReceipt) -> list[NoticeSent]:
    sent: list[NoticeSent] = []
    problems: list[Problem] = []
    for number, row in enumerate(rows, start=1):
        if cells := getattr(rows, "longer", {}).get(number):
            problems.append(_longer(number, cells))
        try:
            one = NoticeSent.model_validate(row)
        except ValidationError as wrong:
            problems += problems_in(wrong, f"notices.{number}")
        else:
            sent.append(one)
            problems += _impossible(one, f"notices.{number}", now)
        if len(problems) >= MOST_PROBLEMS:
            break
    if problems:
        _note_refused(rows, problems[:MOST_PROBLEMS], receipt)
        raise NoneTaken(problems[:MOST_PROBLEMS], receipt)
    return sent


def _longer(number: int, cells: int) -> Problem:
    return Problem(f"notices.{number}", "This row is longer than the first.", f"It has {cells} cells, more than there are columns.",
                   "Put quotes around a text that holds a comma, and send it again.")  # fmt: skip


def _impossible(one: NoticeSent, at: str, now: datetime) -> Iterator[Problem]:
    if one.happened_at > now:
        yield Problem(f"{at}.happened_at", "This happens in the future.", f"You gave {one.happened_at:%Y-%m-%d %H:%M}.",
                      "Look at the day and the time.")  # fmt: skip
    elif one.born_on and one.born_on > day_of(one.happened_at):
        yield Problem(f"{at}.born_on", "The child is born after it happened.", f"You gave {one.born_on}.",
                      "Look at both days. For an unborn child leave the date of birth out.")  # fmt: skip


def _note_refused(rows: Sequence[Mapping[str, Any]], problems: list[Problem], receipt: NoticeReceipt) -> None:
    """Keep, outside of what is not done, what is wrong with each and that none was taken in."""
    wrong: dict[int, list[list[str]]] = {}
    for one in problems:
        _, number, *field = one.field.split(".", 2)
        wrong.setdefault(int(number), []).append(["".join(field), one.what, one.why, one.do])
    receipt.refused = len(wrong)
    receipt.lines = [
        [*place, Outcome.REFUSED, wrong[number]] if number in wrong else [*place, Outcome.LEFT_OUT]
        for number, place in enumerate(_places(rows), start=1)
    ]
    receipt.save(force_insert=True)


def _chunks(sent: Iterable[NoticeSent]) -> Iterator[list[NoticeSent]]:
    every = iter(sent)
    while chunk := list(islice(every, CHUNK)):
        yield chunk


def _not_yet(chunk: list[NoticeSent], area: Area, force: str) -> list[NoticeSent]:
    there = set(
        PoliceNotice.objects.filter(area=area, force=force, number__in={one.number for one in chunk})
        .values_list("number", "described_key")
    )  # fmt: skip
    fresh: dict[tuple[str, str], NoticeSent] = {}
    for one in chunk:
        key = (one.number, one.described_key)
        if key not in there:
            fresh.setdefault(key, one)
    return list(fresh.values())


def _known(fresh: list[NoticeSent], area: Area) -> dict[int, UUID]:
    """The record of each whose every number is that one child's and nobody else's."""
    references = {one.identifiers["reference"] for one in fresh if "reference" in one.identifiers}
    numbers = {value for one in fresh for scheme, value in one.identifiers.items() if scheme != "reference"}
    whose: dict[tuple[str, str], set[UUID]] = {}
    for pk, reference in Person.objects.filter(area=area, reference__in=references).values_list(
        "pk", "reference"
    ):
        whose.setdefault(("reference", reference), set()).add(pk)
    found = Identifier.objects.filter(area=area, value__in=numbers).values_list("scheme", "value", "person")
    for scheme, value, person in found:
        whose.setdefault((scheme, value), set()).add(person)
    known = {}
    for one in fresh:
        people = [whose[each] for each in one.identifiers.items() if each in whose]
        if people and len(set.union(*people)) == 1:
            known[id(one)] = next(iter(people[0]))
    return known


def _notice(one: NoticeSent, area: Area, force: str, child: UUID | None, now: datetime) -> PoliceNotice:
    return PoliceNotice(
        area=area, force=force, taken_in_at=now, identifiers=one.identifiers, described_key=one.described_key,
        stack=stack_of(child) if child else one.described_key, child_id=child,
        matched=PoliceNotice.Matched.IDENTIFIER if child else PoliceNotice.Matched.NO,
        **one.model_dump(exclude={"reference", "nhs_number", "upn", "la_child_id"}),
    )  # fmt: skip


def stack_of(child: UUID) -> str:
    """Where the notices of a child on record stand together."""
    return f"child-{child.hex}"
