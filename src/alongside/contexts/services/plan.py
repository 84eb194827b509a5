"""The plan for a place or group: what is done about it, and by whom. It names no child."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Agency, Practitioner
from alongside.contexts.models import Context, PlaceAction
from alongside.contexts.naming import refuse_full_names, refuse_given_names
from alongside.contexts.reading import known_here
from alongside.contexts.services.context import locked
from alongside.contexts.services.log import What, log, refuse_day_over, refuse_day_to_come
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.refusals import Refusal
from alongside.ui.words import date_words


@transaction.atomic
def add_action(
    *, by: Practitioner, context: Context, what: str, why: str, by_on: date, now: datetime, agency: Agency | None = None,
    body: str = "", looked: bool = False,
) -> PlaceAction:  # fmt: skip
    """Add an action to the plan. The owner is an agency of the area, or a body in words. Raises Refusal for a child's name."""
    context = locked(by, context)
    refuse_full_names(what, why, body, area=context.area_id, field="what")
    refuse_given_names(
        what, why, body, known=known_here(context, by, day_of(now)), looked=looked, field="what"
    )
    refuse_day_over(by_on, now, "by_on", "The day by which it is done")
    action = PlaceAction(
        context=context, what=what, why=why, agency=agency, body="" if agency else body, by_on=by_on, recorded_at=now,
        recorded_by=by,
    )  # fmt: skip
    check(action)
    keep(action)
    log(
        context,
        What.ACTION_ADDED,
        by=by,
        now=now,
        words=f"{_ended(what)} {action.owner}, by {date_words(by_on)}. {why}",
    )
    return action


@transaction.atomic
def settle_action(
    *, by: Practitioner, action: PlaceAction, outcome: str, on: date, words: str, now: datetime
) -> PlaceAction:
    """Say whether it was done and what came of it: whoever works on the context, or the agency that was to do it."""
    held, context = _held(by, action)
    refuse_full_names(words, area=context.area_id, field="words")
    refuse_day_to_come(on, now)
    held.outcome, held.settled_on, held.came_of_it = outcome, on, words
    check(held)
    keep(held, update_fields=("outcome", "settled_on", "came_of_it"))
    log(context, What.ACTION_SETTLED, by=by, now=now, on=on,
        words=f"{held.get_outcome_display()}: {_ended(held.what)} {words}")  # fmt: skip
    return held


@transaction.atomic
def move_action(
    *, by: Practitioner, action: PlaceAction, by_on: date, reason: str, now: datetime
) -> PlaceAction:
    """Move the day by which it is done, with the reason; whoever works on the context may, and the agency that owns it."""
    held, context = _held(by, action)
    refuse_full_names(reason, area=context.area_id, field="reason")
    refuse_day_over(by_on, now, "by_on", "The new day")
    before, held.by_on = held.by_on, by_on
    check(held)
    keep(held, update_fields=("by_on",))
    log(context, What.ACTION_MOVED, by=by, now=now,
        words=f"{_ended(held.what)} From {date_words(before)} to {date_words(by_on)}. {reason}")  # fmt: skip
    return held


def _held(by: Practitioner, action: PlaceAction) -> tuple[PlaceAction, Context]:
    """The action, locked, with its open context. Raises PermissionDenied, and Refusal where it is settled or closed."""
    held = (
        PlaceAction.objects.select_for_update(of=("self",))
        .select_related("agency", "context")
        .get(pk=action.pk)
    )
    if not (policies.ANSWER_PLACE_ACTION.allows(held, by) or policies.READ_CONTEXT.allows(held.context, by)):
        raise PermissionDenied("You cannot change this action.")
    if held.settled_on:
        raise Refusal(
            "This action is settled already.", f"On {date_words(held.settled_on)}: {held.came_of_it}",
            "Add another action where there is more to do.",
        )  # fmt: skip
    if not held.context.is_open:
        raise Refusal(
            f"{held.context} is closed.",
            "Nothing is added to its plan.",
            "Open a new one where the work begins again.",
        )
    return held, held.context


def _ended(words: str) -> str:
    """A sentence with its full stop."""
    return words.rstrip(". ") + "."
