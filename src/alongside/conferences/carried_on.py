"""What goes on from a plan of help into the outline plan of a conference: ticked by a person, never copied unasked."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, TextField, Value
from django.db.models.functions import Coalesce, NullIf

from alongside.family_help.models import ChildInNeedPlanAction, ChildInNeedPlanNeed
from alongside.family_help.services import NewAction
from alongside.family_help.taking_over import latest_help
from alongside.people.models import Person
from alongside.plans.agreed import AgreedAction, AgreedNeed
from alongside.plans.lists import Lines, listed

NEED, ACTION = "goes-on-need", "goes-on-action"


def lists_of_help(children: Q) -> tuple[QuerySet[Any], ...]:
    """Needs, and actions still to do, of the open plans of help of some children (a condition on people)."""
    open_plan = {"plan__ending": None, "plan__case__child__in": Person.objects.filter(children).values("pk")}
    of_need = {f"need__{path}": value for path, value in open_plan.items()}
    who = Coalesce(NullIf("owner", Value("")), "practitioner__name", "agency__name", output_field=TextField())
    needs = ChildInNeedPlanNeed.objects.filter(**open_plan)
    to_do = ChildInNeedPlanAction.objects.filter(done_on=None, **of_need)
    return (
        listed(NEED, needs, name="need", owner="plan__case__child", key="id"),
        listed(
            ACTION, to_do, name="what", part=who, report="need", owner="need__plan__case__child", key="id"
        ),
    )


def choices_in(lines: Lines) -> dict[UUID, list[tuple[str, str]]]:
    """What may go on, by child: each need, and under it each action still to do, by key and in words."""
    actions: dict[str, list[tuple[str, str]]] = {}
    for one in lines.get(ACTION, []):
        of = UUID(one.report).hex
        actions.setdefault(of, []).append((str(one.key), f"{one.name} ({one.part})"))
    found: dict[UUID, list[tuple[str, str]]] = {}
    for need in lines.get(NEED, []):
        assert need.owner is not None
        found.setdefault(need.owner, []).extend([(str(need.key), need.name), *actions.get(need.key.hex, [])])
    return found


def goes_on(child: Person, ticked: Collection[str], *, held_on: date, due: date) -> tuple[AgreedNeed, ...]:
    """The needs and actions that were ticked, as the outline plan holds them.

    What was to be different is what must change. An action whose day has passed, or that had none, is to be done by
    ``due``, the day of the review.
    """
    earlier = latest_help(child) if ticked else None
    if earlier is None:
        return ()
    return tuple(
        AgreedNeed(
            need=need.need,
            must_change=need.outcome or need.need,
            actions=tuple(_agreed(action, held_on, due) for action in need.actions),
        )
        for need in earlier.taken_over(ticked)
    )


def _agreed(action: NewAction, held_on: date, due: date) -> AgreedAction:
    by_when = action.by_when if action.by_when and action.by_when >= held_on else due
    return AgreedAction(
        what=action.what, owner=action.owner or str(action.practitioner or action.agency), by_when=by_when,
        how_we_will_know=action.how_we_will_know, agency=action.agency, practitioner=action.practitioner,
    )  # fmt: skip
