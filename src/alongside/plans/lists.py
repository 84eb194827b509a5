"""Several short lists in one query, for pages that ask with many choices and show who is about.

A form about a meeting needs agencies, chairs, brothers and sisters, members, invitations. Each is a list
of ``Line`` here, so that one ``UNION ALL`` brings them all, whatever the form goes on to ask.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import DateField, DateTimeField, Model, Q, QuerySet, TextField, UUIDField, Value
from django.db.models.functions import Cast

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Involvement
from alongside.people.models import Person
from alongside.plans.models import ChildProtectionPlan, CoreGroupMember, EndingNotice
from alongside.plans.notices import AgreedNotice

M = TypeVar("M", bound=Model)
COLUMNS: dict[str, Any] = {
    "name": TextField, "part": TextField, "source": TextField, "state": TextField, "report": TextField,
    "words": TextField, "on": DateField, "since": DateField, "at": DateTimeField, "owner": UUIDField, "key": UUIDField,
}  # fmt: skip
#: ``what`` and the columns of words, which are empty rather than missing.
WORDS = 7


@dataclass(frozen=True, slots=True)
class Line:
    """One row. ``what`` names its list; what the other columns hold is said where the list is made."""

    what: str
    name: str
    part: str
    source: str
    state: str
    report: str
    words: str
    on: date | None
    since: date | None
    at: datetime | None
    owner: UUID | None
    key: UUID


Lines = Mapping[str, list[Line]]


def listed(what: str, records: QuerySet[Any], **columns: Any) -> QuerySet[Any]:
    """The records as lines: for each column a field's name; the rest stay empty."""
    nothing = {name: Cast(Value(None), kind()) for name, kind in COLUMNS.items()}
    chosen = [Cast(columns.get(name, nothing[name]), kind()) for name, kind in COLUMNS.items()]
    return records.order_by().values_list(Value(what, output_field=TextField()), *chosen)


def read(*lists: QuerySet[Any]) -> dict[str, list[Line]]:
    """Every line, by the name of its list, in the order in which the records were made. One query."""
    first, *others = lists
    lines = []
    for row in first.union(*others, all=True):
        cells: list[Any] = ["" if cell is None and place < WORDS else cell for place, cell in enumerate(row)]
        lines.append(Line(*cells))
    found: dict[str, list[Line]] = {}
    for line in sorted(lines, key=lambda one: str(one.key)):
        found.setdefault(line.what, []).append(line)
    return found


def agencies(area_id: UUID) -> QuerySet[Any]:
    """Every agency that works in an area."""
    return listed(
        "agency", Agency.objects.filter(areas=area_id, closed_on=None), name="name", state="sector", key="id"
    )


def agencies_in(lines: Lines) -> dict[str, Agency]:
    """The agencies of the list, by key as text, by name."""
    found = sorted(lines.get("agency", []), key=lambda line: line.name)
    return {str(line.key): _made(Agency, id=line.key, name=line.name, sector=line.state) for line in found}


def children(what: str, records: QuerySet[Person]) -> QuerySet[Any]:
    """Children, such as brothers and sisters."""
    return listed(what, records, name="called", state="reference", owner="area", key="id")


def children_in(lines: Iterable[Line]) -> list[Person]:
    """The children of a list, by name."""
    made = [
        _made(Person, id=line.key, area_id=line.owner, reference=line.state, called=line.name)
        for line in lines
    ]
    return sorted(made, key=lambda child: (child.called, str(child.pk)))


def practitioners_in(lines: Iterable[Line]) -> dict[str, Practitioner]:
    """Practitioners of a list that names them, by key as text, by name."""
    found = sorted(lines, key=lambda line: line.name)
    return {str(line.key): _made(Practitioner, id=line.key, name=line.name) for line in found}


def members(plan_id: UUID) -> QuerySet[Any]:
    """Who is in a core group now. source: their agency's name; owner: the agency."""
    now = CoreGroupMember.objects.filter(plan=plan_id, to_on=None)
    return listed("member", now, name="name", part="part", source="agency__name", owner="agency", key="id")


def to_be_told(of: Q) -> tuple[QuerySet[Any], ...]:
    """Everyone to tell when the open plans of ``of`` (a condition on plans) end. report: the child's key as text."""
    ending = ChildProtectionPlan.objects.open().filter(of)
    plans, cases = {"plan__in": ending.values("pk")}, {"case__in": ending.values("case")}
    return (
        listed("told-notice", EndingNotice.objects.filter(**plans), name="name", owner="agency", report="plan__child", on="told_on", key="id"),
        listed("told-involved", Involvement.objects.filter(to_on=None, **cases), name="agency__name", owner="agency", report="case__child", key="id"),
        listed("told-member", CoreGroupMember.objects.filter(**plans), name="name", source="agency__name", owner="agency", report="plan__child", key="id"),
    )  # fmt: skip


def to_tell_in(lines: Lines) -> dict[str, list[AgreedNotice]]:
    """Those to be told, each once, by the child's key as hexadecimal digits."""
    found: dict[str, dict[str, AgreedNotice]] = {}
    for what in ("told-notice", "told-involved", "told-member"):
        for line in lines.get(what, []):
            name = line.source or line.name
            agency = _made(Agency, id=line.owner, name=name) if line.owner else None
            told = found.setdefault(line.report.replace("-", ""), {})
            told.setdefault(name, AgreedNotice(name=name, agency=agency, told_on=line.on))
    return {child: list(told.values()) for child, told in found.items()}


def _made(model: type[M], **values: Any) -> M:
    """A record known by a few of its fields; the rest are read only if somebody asks."""
    names = [column.attname for column in model._meta.concrete_fields if column.attname in values]
    return model.from_db("default", names, [values[name] for name in names])
