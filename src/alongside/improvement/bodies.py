"""Whose self-assessment and plan it is: an organisation in an area, or the partnership of that area; and who may open it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import BooleanField, Case, Q, QuerySet, Value, When
from django.http import Http404, HttpRequest

from alongside.access import policies
from alongside.access.doors import page_of, practitioner_of
from alongside.agencies.models import Agency, Area, Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.improvement.models import PlannedAction, SelfAssessment
from alongside.ui.jinja import reverse_for

NOTHING = "There is nothing here that you can open."
#: In an address, in place of an organisation's key.
PARTNERSHIP = "partnership"


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation in an area; without one, the partnership. assesses: whether the reader may assess and plan for it."""

    area: Area
    agency: Agency | None = None
    assesses: bool = False

    @property
    def name(self) -> str:
        return str(self.agency) if self.agency else f"{self.area} safeguarding partnership"

    @property
    def key(self) -> str:
        return str(self.agency.pk) if self.agency else PARTNERSHIP

    @property
    def whose(self) -> dict[str, Any]:
        """What its records have in common."""
        return {"area": self.area, "agency": self.agency}

    def href(self, page: str = "body") -> str:
        """The address of one of its pages."""
        return reverse_for(f"improvement:{page}", self.area.code, self.key)


def body_of(record: SelfAssessment | PlannedAction) -> Body:
    """Whose record it is."""
    return Body(record.area, record.agency)


def open_body(
    request: HttpRequest, code: str, key: str, *, to_assess: bool = False, action: Action = Action.READ
) -> Body:
    """The organisation, or the partnership, of an address, if this practitioner may; audited. Raises Http404 otherwise."""
    me = practitioner_of(request)
    found = (
        _partnership(me, code, to_assess) if key == PARTNERSHIP else _organisation(me, code, key, to_assess)
    )
    if found is None:
        raise Http404(NOTHING)
    about = found.agency or found.area
    write(
        action, area=found.area, by=me, about=about.pk, about_kind=f"plan-of-{about._meta.model_name}",
        page=page_of(request),
    )  # fmt: skip
    return found


def _partnership(me: Practitioner, code: str, to_assess: bool) -> Body | None:
    areas = Area.objects.filter(code=code)
    area = policies.ASSESS_PARTNERSHIP.filter(areas, me).first()
    if area:
        return Body(area, assesses=True)
    area = None if to_assess else policies.READ_PARTNERSHIP.filter(areas, me).first()
    return Body(area) if area else None


def _organisation(me: Practitioner, code: str, key: str, to_assess: bool) -> Body | None:
    try:
        agency = UUID(key)
    except ValueError:
        return None
    places = Agency.areas.through._default_manager.filter(agency=agency, area__code=code)
    places = places.select_related("agency", "area")
    place: Any = policies.ASSESS_ORGANISATION.filter_through("agency", places, me).first()
    if place:
        return Body(place.area, place.agency, assesses=True)
    place = None if to_assess else policies.READ_ORGANISATION.filter_through("agency", places, me).first()
    return Body(place.area, place.agency) if place else None


def require_to_assess(by: Practitioner, body: Body) -> None:
    """Raise PermissionDenied for whoever may not assess and plan for it.

    It is not locked: whatever is written of an area or an agency meanwhile would wait. What may be there once only,
    the database's own rules hold to.
    """
    may = (
        policies.ASSESS_ORGANISATION.allows(body.agency, by)
        if body.agency
        else policies.ASSESS_PARTNERSHIP.allows(body.area, by)
    )
    if not may:
        raise PermissionDenied(f"You cannot assess and plan for {body.name}.")


def bodies_of(me: Practitioner, *, to_assess: bool = False) -> list[Body]:
    """Every organisation and partnership they may read, or assess for, by name. Two queries.

    Whoever may assess may read: each reason to assess for one is a post in it, or a part that also reads.
    """
    places: Any = Agency.areas.through._default_manager.select_related("agency", "area")
    places = policies.READ_ORGANISATION.filter_through("agency", places.filter(agency__closed_on=None), me)
    areas: Any = policies.READ_PARTNERSHIP.filter(Area.objects.all(), me)
    found = [
        Body(one.area, one.agency, one.may)
        for one in _marked(
            places, "agency", policies.ASSESS_ORGANISATION.filter(Agency.objects.order_by(), me)
        )[:100]
    ]
    found += [
        Body(one, assesses=one.may)
        for one in _marked(areas, "pk", policies.ASSESS_PARTNERSHIP.filter(Area.objects.order_by(), me))
    ]
    wanted = [one for one in found if one.assesses or not to_assess]
    return sorted(wanted, key=lambda one: (one.agency is None, one.name, one.area.name))


def _marked(records: Any, path: str, assessed: QuerySet[Any]) -> Any:
    """The records, each with ``may``: whether what ``path`` leads to is among those they assess for."""
    among = When(Q(**{f"{path}__in": assessed.values("pk")}), then=Value(True))
    return records.annotate(may=Case(among, default=Value(False), output_field=BooleanField()))


def open_assessment(
    request: HttpRequest, key: UUID, *, to_assess: bool = False, action: Action = Action.READ
) -> SelfAssessment:
    """A self-assessment this practitioner may read, or work on. It carries ``assesses``. Raises Http404."""
    me = practitioner_of(request)
    rounds = SelfAssessment.objects.filter(pk=key).select_related(
        "area", "agency", "signed_by", "submitted_by"
    )
    found = policies.READ_ASSESSED.with_reasons(rounds, me).first()
    if found is None:
        raise Http404(NOTHING)
    because = policies.READ_ASSESSED.words_on(found)
    found.assesses = _assesses(because)  # type: ignore[attr-defined]
    if to_assess and not found.assesses:  # type: ignore[attr-defined]
        raise Http404(NOTHING)
    write(
        action, area=found.area_id, by=me, about=found.pk, about_kind="self-assessment", ground=because, page=page_of(request)
    )  # fmt: skip
    return found


def open_action(request: HttpRequest, key: UUID, *, to: str = "read") -> PlannedAction:
    """An action this practitioner may read (``read``), answer for (``answer``) or change (``plan``). Raises Http404.

    It carries ``plans`` and ``answers``: whether they may do each; and ``whole``: whether they may read the whole plan.
    """
    me = practitioner_of(request)
    actions = PlannedAction.objects.filter(pk=key).select_related("area", "agency", "owner", "assessment")
    found: Any = policies.READ_PLANNED.with_reasons(actions, me).first()
    if found is None:
        raise Http404(NOTHING)
    because = policies.READ_PLANNED.words_on(found)
    found.plans = _assesses(because)
    found.answers = found.plans or policies.OWNS_ACTION.words in because
    found.whole = because != [policies.OWNS_ACTION.words]
    if (to == "plan" and not found.plans) or (to == "answer" and not found.answers):
        raise Http404(NOTHING)
    write(
        Action.READ, area=found.area_id, by=me, about=found.pk, about_kind="planned-action", ground=because, page=page_of(request)
    )  # fmt: skip
    planned: PlannedAction = found
    return planned


def _assesses(because: list[str]) -> bool:
    return any(reason.words in because for reason in policies.ASSESSES)
