"""The family drawn, with the agencies around it."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from alongside.access import policies
from alongside.access.doors import may_too, open_child, practitioner_of
from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.cases.models import Involvement
from alongside.facts import listed_as, read
from alongside.family.drawing import draw, eco_map
from alongside.family.forms import known_to
from alongside.family.tree import tree_of
from alongside.moments import day_of
from alongside.people.models import HouseholdMember, Person, Relationship
from alongside.ui.pages import render

HOME, AGENCY = "home", "agency"


@require_safe
def network(request: HttpRequest, reference: str) -> HttpResponse:
    """The family as it is recorded, and who works with the child; each drawn, and each as a table."""
    child = open_child(request, reference)
    shown = _drawn(child, practitioner_of(request))
    may_change = may_too(child, policies.CHANGE_DETAILS)
    return render(request, "family/network.html", {**shown, "may_change": may_change}, about=child)


@require_safe
def network_for_print(request: HttpRequest, reference: str) -> HttpResponse:
    """The same on paper."""
    child = open_child(request, reference, action=Action.PRINT)
    return render(request, "family/network_for_print.html", _drawn(child, practitioner_of(request)))


def _drawn(child: Person, me: Practitioner) -> dict[str, Any]:
    """What stands on a child's own record, and on those of brothers and sisters that the reader may open. Two queries."""
    around = known_to(child, me).order_by().values("pk")
    both = Q(person__in=around) | Q(person=child)
    ties = Relationship.objects.filter(both, Q(other__in=around) | Q(other=child)).select_related(
        "person", "other"
    )
    homes = HouseholdMember.objects.filter(both, to_on=None)
    working = Involvement.objects.current().filter(case__child=child, case__closed_on=None)
    facts = read((
        listed_as(HOME, homes, key="person", detail=Cast("household", TextField())),
        listed_as(
            AGENCY, working, name="agency__name", role="practitioner__name", detail="why", from_on="from_on", key="agency"
        ),
    ))  # fmt: skip
    living: dict[UUID, set[object]] = {}
    for one in facts:
        if one.what == HOME and one.key:
            living.setdefault(one.key, set()).add(one.detail)
    recorded = list(ties.order_by("id"))
    tree = tree_of(child, recorded, living)
    return {
        "child": child,
        "genogram": draw(tree, day_of(timezone.now())),
        "couples": [
            one for one in recorded if one.kind == Relationship.Kind.COUPLE and not one.taken_back_because
        ],
        "alone": len(tree.people) == 1,
        "eco": eco_map(child.called, [one for one in facts if one.what == AGENCY]),
    }
