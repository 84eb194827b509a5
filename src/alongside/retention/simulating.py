"""What would be due for disposal on a day, rule by rule, and why. Nothing is destroyed here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from django.apps import apps
from django.db.models import Count, F, Func, IntegerField, Q, QuerySet, Subquery

from alongside.agencies.models import Area
from alongside.audit import removing
from alongside.audit.actions import Action
from alongside.moments import LONDON
from alongside.people.models import Person
from alongside.retention import schedule
from alongside.retention.children import Keeping
from alongside.retention.gathering import keepings

HOW_MANY = Func(F("pk"), function="COUNT", output_field=IntegerField())


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many rows of one kind, kept by a clock of their own, would be due."""

    rule: str
    words: str
    model: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """What would be due on a day: children's records one by one, and other rows counted.

    due, held: records that would come up, and those that only a hold keeps. unknown: records for which no day
    can be given though no case is open, which somebody has to look at.
    """

    area: Area
    on: date
    due: tuple[Keeping, ...]
    held: tuple[Keeping, ...]
    unknown: tuple[Keeping, ...]
    kept: int
    counted: tuple[Counted, ...]

    @property
    def as_data(self) -> dict[str, Any]:
        """The same as plain data, for a program."""
        return {
            "area": self.area.code, "on": self.on.isoformat(), "destroyed": 0, "kept": self.kept,
            "due": [_data(one) for one in self.due], "held": [_data(one) for one in self.held],
            "no_day": [_data(one) for one in self.unknown],
            "rows": [
                {"rule": one.rule, "words": one.words, "model": one.model, "count": one.count} for one in self.counted
            ],
        }  # fmt: skip


def simulate(area: Area, on: date, children: QuerySet[Person] | None = None) -> Simulation:
    """What would be due in an area on a day. children: those whose reader may hear of them; all, where not given."""
    people = Person.objects.filter(area=area) if children is None else children
    every = keepings(people, area, on)
    due = tuple(one for one in every if one.is_due(on))
    held = tuple(one for one in every if one.waits(on))
    unknown = tuple(one for one in every if one.until is None and not one.life.case_open)
    return Simulation(
        area=area, on=on, due=due, held=held, unknown=unknown,
        kept=len(every) - len(due) - len(held) - len(unknown), counted=tuple(_counted(area, on)),
    )  # fmt: skip


def _counted(area: Area, on: date) -> Iterator[Counted]:
    """Rows kept by a clock of their own whose time is over. Two queries."""
    clocked = {label: said for label, said in schedule.DECLARED.items() if said.rule.lasts is not None}
    counts = {
        str(n): Subquery(_of_area(_over(label, said, on), area).order_by().annotate(found=HOW_MANY).values("found"))
        for n, (label, said) in enumerate(clocked.items())
    }  # fmt: skip
    found = Area.objects.filter(pk=area.pk).values_list(*counts.values())[0]
    for (label, said), count in zip(clocked.items(), found, strict=True):
        if count:
            yield Counted(rule=said.rule.id, words=said.rule.words, model=_called(label), count=count)
    yield from _audit(area, on)


def _over(label: str, said: schedule.Declared, on: date) -> QuerySet[Any]:
    """Rows whose last day is before ``on``."""
    model = apps.get_model(label)
    return model._default_manager.filter(**begun_before(model, said.day, on, said.rule))


def over_in(label: str, on: date, area: Area) -> QuerySet[Any]:
    """Rows of one kind, kept by a clock of their own, whose last day is before ``on``, in an area."""
    return _of_area(_over(label, schedule.DECLARED[label], on), area)


def _audit(area: Area, on: date) -> Iterator[Counted]:
    """Rows of the audit, each kind by its own time."""
    rows = apps.get_model("audit.Row")._default_manager.filter(area=area.pk).exclude(actor_kind=removing.KIND)
    counts = rows.aggregate(**{
        action.name: Count("number", filter=Q(action=action.value, at__lt=_midnight(on - schedule.audit_lasts(action))))
        for action in Action
    })  # fmt: skip
    for action in Action:
        if count := counts[action.name]:
            words = f"{action.words}: {action.kept_years} years. {action.kept_because}"
            yield Counted(rule="audit", words=words, model=_called("audit.Row"), count=count)


def begun_before(model: Any, day: str, on: date, rule: schedule.Rule) -> dict[str, Any]:
    """The condition under which a row's last day is before ``on``: it began before that day less its time."""
    assert rule.lasts is not None
    first, _, rest = day.partition("__")
    field = model._meta.get_field(first)
    field = field.related_model._meta.get_field(rest) if rest else field
    last = on - rule.lasts
    is_moment = field.get_internal_type() == "DateTimeField"
    return {f"{day}__lt": _midnight(last) if is_moment else last}


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=LONDON)


def _of_area(rows: QuerySet[Any], area: Area) -> QuerySet[Any]:
    """Those of one area, where rows of this kind belong to areas."""
    names = {field.name for field in rows.model._meta.concrete_fields}
    if "area" in names:
        return rows.filter(area=area)
    through = {"message": "message__area", "request": "request__area"}
    way = next((path for name, path in through.items() if name in names), "")
    return rows.filter(**{way: area}) if way else rows


def _called(label: str) -> str:
    return str(apps.get_model(label)._meta.verbose_name).capitalize()


def _data(one: Keeping) -> dict[str, Any]:
    return {
        "reference": one.life.reference, "kept_until": one.until.isoformat() if one.until else None, "rule": one.rule,
        "force": one.force.value if one.force else None, "because": one.because, "source": one.source,
        "held": one.life.held,
    }  # fmt: skip
