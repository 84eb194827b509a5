"""Opening a context, changing what is known, reviewing and closing it; and who works on it."""

from __future__ import annotations

from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from alongside.access import policies
from alongside.access.policy import Policy
from alongside.agencies.models import Practitioner, Team
from alongside.contexts.models import Context, ContextWorker
from alongside.contexts.naming import refuse_full_names, refuse_given_names
from alongside.contexts.reading import known_here
from alongside.contexts.services.log import What, log, refuse_day_over
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.notices.services import notify
from alongside.refusals import Refusal
from alongside.ui.words import date_words


@transaction.atomic
def open_context(
    *, by: Practitioner, team: Team, kind: str, name: str, facts: str, review_on: date, now: datetime, platform: str = "",
    where: str = "", opinion: str = "", since_on: date | None = None,
) -> Context:  # fmt: skip
    """Record a place, group, setting or online space; the team is responsible for it from now on.

    Raises Refusal for a name of a child in it, and for days that cannot be.
    """
    if team.area_id not in policy_areas(by):
        raise PermissionDenied("You cannot record a context for this team.")
    refuse_full_names(name, where, platform, facts, opinion, area=team.area_id, field="facts")
    refuse_day_over(review_on, now, "review_on", "The day of the review")
    if since_on and since_on > day_of(now):
        raise Refusal(
            "It cannot be known since a day to come.", f"You entered {date_words(since_on)}.", "Check the day.", field="since_on"
        )  # fmt: skip
    context = Context(
        area_id=team.area_id, team=team, kind=kind, platform=platform if kind == Context.Kind.ONLINE else "", name=name,
        where=where, facts=facts, opinion=opinion, since_on=since_on, opened_on=day_of(now), review_on=review_on,
        recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(context)
    keep(context)
    log(context, What.OPENED, by=by, now=now, words=f"{context.kind_words}: {name}.")
    return context


def policy_areas(by: Practitioner) -> set[object]:
    """Areas in which somebody may record a context."""
    return set(by.scope.areas_as(*policies.MANAGING_ROLES))


@transaction.atomic
def change_context(
    *, by: Practitioner, context: Context, name: str, where: str, facts: str, opinion: str, now: datetime, looked: bool = False
) -> Context:  # fmt: skip
    """Change what is known; what stood there before stays in the log. Raises Refusal for a child's name."""
    context = locked(by, context)
    refuse_full_names(name, where, facts, opinion, area=context.area_id, field="facts")
    refuse_given_names(
        name, where, facts, opinion, known=known_here(context, by, day_of(now)), looked=looked, field="facts"
    )
    before = f"{context.name}\n{context.where}\nKnown: {context.facts}\nThought: {context.opinion}"
    context.name, context.where, context.facts, context.opinion = name, where, facts, opinion
    check(context)
    keep(context, update_fields=("name", "where", "facts", "opinion"))
    log(context, What.CHANGED, by=by, now=now, words="What is known was changed.", before=before)
    return context


@transaction.atomic
def review_context(
    *, by: Practitioner, context: Context, on: date, words: str, review_on: date, now: datetime
) -> Context:
    """Record that it was reviewed, what was found, and by when it is reviewed again."""
    context = locked(by, context)
    refuse_full_names(words, area=context.area_id, field="words")
    refuse_day_over(review_on, now, "review_on", "The day of the next review")
    context.review_on = review_on
    check(context)
    keep(context, update_fields=("review_on",))
    log(context, What.REVIEWED, by=by, now=now, on=on, words=words)
    return context


@transaction.atomic
def close_context(*, by: Practitioner, context: Context, on: date, because: str, now: datetime) -> Context:
    """Close it, with the reason. A child who is still linked is told of on the child's own page, and asks to be settled there."""
    context = locked(by, context, policies.MANAGE_CONTEXT)
    refuse_full_names(because, area=context.area_id, field="because")
    context.closed_on, context.closed_because = on, because
    check(context)
    keep(context, update_fields=("closed_on", "closed_because"))
    log(context, What.CLOSED, by=by, now=now, on=on, words=because)
    return context


@transaction.atomic
def name_worker(
    *,
    by: Practitioner,
    context: Context,
    practitioner: Practitioner,
    reason: str,
    until_on: date,
    now: datetime,
) -> ContextWorker:
    """Name somebody to work on it, until a day. They see the context and its plan; of children only whom they may know."""
    context = locked(by, context, policies.MANAGE_CONTEXT)
    refuse_full_names(reason, area=context.area_id, field="reason")
    refuse_day_over(until_on, now, "until_on", "The last day")
    if context.workers.filter(practitioner=practitioner, ended_on=None, until_on__gte=day_of(now)).exists():
        raise Refusal(
            f"{practitioner} works on it already.", "Somebody is named once at a time.",
            "End that first, or choose somebody else.", field="practitioner",
        )  # fmt: skip
    context.workers.filter(practitioner=practitioner, ended_on=None).update(ended_on=day_of(now))
    worker = ContextWorker(
        context=context, practitioner=practitioner, reason=reason, from_on=day_of(now), until_on=until_on, recorded_at=now,
        recorded_by=by,
    )  # fmt: skip
    check(worker)
    keep(worker)
    notify(
        to=practitioner, now=now, link=reverse("contexts:context", args=(context.pk,)),
        words=f"{by} named you to work on {context}, until {date_words(until_on)}. {reason}",
    )  # fmt: skip
    log(context, What.NAMED, by=by, now=now, words=f"{practitioner}, until {date_words(until_on)}. {reason}")
    return worker


@transaction.atomic
def end_naming(*, by: Practitioner, worker: ContextWorker, reason: str, now: datetime) -> ContextWorker:
    """Somebody works on it no longer, and opens it no more."""
    context = locked(by, worker.context, policies.MANAGE_CONTEXT)
    refuse_full_names(reason, area=context.area_id, field="reason")
    worker = (
        ContextWorker.objects.select_for_update(of=("self",)).select_related("practitioner").get(pk=worker.pk)
    )
    if worker.ended_on is None:
        worker.ended_on = day_of(now)
        keep(worker, update_fields=("ended_on",))
        log(context, What.NAMING_ENDED, by=by, now=now, words=f"{worker.practitioner}. {reason}")
    return worker


def locked(by: Practitioner, context: Context, policy: Policy = policies.READ_CONTEXT) -> Context:
    """The context, locked for a change. Raises PermissionDenied, and Refusal where it is closed."""
    held = policy.lock(context, by)
    if not held.is_open:
        raise Refusal(
            f"{held} is closed.", f"It was closed on {date_words(held.closed_on)}: {held.closed_because}",
            "Open a new one where the work begins again.",
        )  # fmt: skip
    return held
