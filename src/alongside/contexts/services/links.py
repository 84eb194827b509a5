"""A child and a context: linking, renewing, judging the risk anew, ending; and who is let know. Each is an act on one child."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.cases.episodes import open_case
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.days import refuse_impossible_day
from alongside.chronology.models import Entry
from alongside.chronology.shortfalls import expected_but_absent, record_shortfall
from alongside.contexts.models import Context, ContextLink, ContextLinkChange, LetKnow, SiblingConsidered
from alongside.contexts.naming import refuse_full_names
from alongside.contexts.reading import concern_words, siblings_of
from alongside.contexts.services.log import refuse_day_over
from alongside.deadlines.projection import refresh
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.notices.services import notify
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.ui.words import date_words

SET_OUT = "outside-home.in-a-context"
WHOLE = "context"


@dataclass(frozen=True, slots=True, kw_only=True)
class Risk:
    """How great the risk is, as people judge it. concern: a key of the list of concerns, or "context" for all of it."""

    concern: str
    level: str
    reasons: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Sibling:
    """Whether a brother or sister is at risk in the same context."""

    person: Person
    at_risk: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What is set out about the child there. What is left empty stays beside the record as missing."""

    nature: str = ""
    duration: str = ""
    location: str = ""
    response: str = ""
    risks: Sequence[Risk] = field(default_factory=tuple)
    siblings: Sequence[Sibling] = field(default_factory=tuple)


@transaction.atomic
def link_child(
    *, by: Practitioner, child: Person, context: Context, part: str, reason: str, from_on: date, until_on: date, judged: Judged,
    now: datetime,
) -> ContextLink:  # fmt: skip
    """Link a child to a context that one may open, until a day that must be given. An act on this child's case alone.

    Raises Refusal for days that cannot be, for a second link to the same context, and where another child is named.
    """
    child, case = _locked(by, child)
    context = policies.READ_CONTEXT.lock(context, by)
    refuse_impossible_day(from_on, what="This link", field="from_on", case=case, now=now)
    refuse_day_over(until_on, now, "until_on", "The last day of the link")
    _refuse_closed_or_second(case, context)
    _refuse_names(child, reason, judged)
    link = ContextLink(
        area_id=case.area_id, case=case, context=context, part=part, reason=reason, from_on=from_on, until_on=until_on,
        nature=judged.nature, duration=judged.duration, location=judged.location, response=judged.response,
        risks=_risks(judged.risks), recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(link, exclude=("entry",))
    link.entry = kinds.CONTEXT_LINKED.record(
        case, on=from_on, by=by, now=now, part_words=link.get_part_display(), **_said(link, reason)
    )
    keep(link)
    _consider(link, judged.siblings, by, now)
    _shortfall(link, link.entry, by, child, judged)
    refresh(case)
    return link


@transaction.atomic
def renew_link(
    *,
    by: Practitioner,
    child: Person,
    link: ContextLink,
    until_on: date,
    reason: str,
    judged: Judged,
    now: datetime,
) -> ContextLinkChange:
    """Renew a link until another day, with what is so now; what stood there before stays readable. Raises Refusal as ``link_child`` does."""
    child, link = _link(by, child, link)
    refuse_day_over(until_on, now, "until_on", "The last day of the link")
    _refuse_names(child, reason, judged)
    before = _stood(link)
    link.until_on, link.risks = until_on, _risks(judged.risks)
    link.nature, link.duration, link.location = judged.nature, judged.duration, judged.location
    link.response = judged.response
    check(link)
    change = _changed(
        link, ContextLinkChange.What.RENEWED, reason, by, now, kinds.CONTEXT_LINK_RENEWED, before=before
    )
    keep(link, update_fields=("until_on", "risks", "nature", "duration", "location", "response"))
    _consider(link, judged.siblings, by, now)
    assert change.entry is not None
    _shortfall(link, change.entry, by, child, judged)
    refresh(link.case)
    return change


@transaction.atomic
def judge_risk(
    *, by: Practitioner, child: Person, link: ContextLink, risks: Sequence[Risk], reason: str, now: datetime
) -> ContextLinkChange:
    """Judge the risk anew, with reasons. What was judged before stays readable."""
    child, link = _link(by, child, link)
    if not risks:
        raise Refusal(
            "No level of risk is given.", "Nothing is worked out here.", "Say how great the risk is, as you judge it.",
            field="risks",
        )  # fmt: skip
    _refuse_names(child, reason, Judged(risks=risks))
    before, link.risks = _stood(link), _risks(risks)
    check(link)
    keep(link, update_fields=("risks",))
    return _changed(
        link, ContextLinkChange.What.RISK, reason, by, now, kinds.CONTEXT_RISK_JUDGED, before=before
    )


@transaction.atomic
def end_link(
    *, by: Practitioner, child: Person, link: ContextLink, on: date, reason: str, now: datetime
) -> ContextLinkChange:
    """End a link, with the reason."""
    child, link = _link(by, child, link)
    refuse_impossible_day(on, what="The end of this link", field="on", case=link.case, now=now)
    _refuse_names(child, reason, Judged())
    link.ended_on, link.ended_because = on, reason
    check(link)
    keep(link, update_fields=("ended_on", "ended_because"))
    # The link may have ended before; until today they were shown it.
    LetKnow.objects.filter(link=link, ended_on=None).update(ended_on=day_of(now))
    change = _changed(link, ContextLinkChange.What.ENDED, reason, by, now, kinds.CONTEXT_LINK_ENDED, on)
    refresh(link.case)
    return change


@transaction.atomic
def let_know(
    *, by: Practitioner, child: Person, link: ContextLink, practitioner: Practitioner, reason: str, until_on: date, now: datetime
) -> LetKnow:  # fmt: skip
    """Let somebody who works on the context know that this child is linked: name and risk, never the record."""
    child, link = _link(by, child, link)
    refuse_day_over(until_on, now, "until_on", "The last day")
    _refuse_names(child, reason, Judged())
    if not policies.READ_CONTEXT.allows(link.context, practitioner):
        raise Refusal(
            f"{practitioner} does not work on {link.context}.",
            "Only those who may open a place or group are told who is linked to it.",
            "Ask the team responsible for it to name them first, or choose somebody else.", field="practitioner",
        )  # fmt: skip
    link.let_know.filter(practitioner=practitioner, ended_on=None, until_on__lt=day_of(now)).update(
        ended_on=day_of(now)
    )
    told = LetKnow(
        link=link, practitioner=practitioner, reason=reason, from_on=day_of(now), until_on=until_on, recorded_at=now,
        recorded_by=by,
    )  # fmt: skip
    check(told)
    keep(told)
    notify(
        to=practitioner, now=now, link=reverse("contexts:context", args=(link.context_id,)),
        words=f"{by} let you know of a child linked to {link.context}, until {date_words(until_on)}.",
    )  # fmt: skip
    _told_of(link, practitioner, f"was let know, until {date_words(until_on)},", reason, by, now)
    return told


@transaction.atomic
def end_let_know(*, by: Practitioner, child: Person, told: LetKnow, reason: str, now: datetime) -> LetKnow:
    """Somebody is shown the child in the context no longer."""
    child, link = _link(by, child, told.link)
    _refuse_names(child, reason, Judged())
    told = LetKnow.objects.select_for_update(of=("self",)).select_related("practitioner").get(pk=told.pk)
    if told.ended_on is None:
        told.ended_on = day_of(now)
        keep(told, update_fields=("ended_on",))
        _told_of(link, told.practitioner, "is shown no longer", reason, by, now)
    return told


def _told_of(
    link: ContextLink, who: Practitioner, told: str, reason: str, by: Practitioner, now: datetime
) -> None:
    kinds.CONTEXT_LET_KNOW.record(
        link.case, on=day_of(now), by=by, now=now, link_key=str(link.pk), context=link.context.name, practitioner=str(who),
        told=told, reason=reason,
    )  # fmt: skip
    write(
        Action.PERMISSION, area=link.area_id, by=by, about=link.case.child_id, about_kind="child", now=now,
        what="context-let-know", whom=who.pk,
    )  # fmt: skip


def _locked(by: Practitioner, child: Person) -> tuple[Person, Case]:
    child = policies.LINK_TO_CONTEXT.lock(child, by)
    return child, open_case(child)


def _link(by: Practitioner, child: Person, link: ContextLink) -> tuple[Person, ContextLink]:
    """The child and the link, locked. Raises Refusal where the link has ended, or its case is not the one open."""
    child, case = _locked(by, child)
    held = (
        ContextLink.objects.select_for_update(of=("self",))
        .select_related("context")
        .get(pk=link.pk, case__child=child)
    )
    if held.ended_on is not None or held.case_id != case.pk:
        raise Refusal(
            "This link has ended.", f"{held.context}: nothing is added to a link that is over.",
            "Link the child again where it is so again.",
        )  # fmt: skip
    held.case = case
    return child, held


def _refuse_closed_or_second(case: Case, context: Context) -> None:
    if not context.is_open:
        raise Refusal(
            f"{context} is closed.", "Nobody is linked to what is closed.", "Choose another, or open a new one.", field="context"
        )  # fmt: skip
    if ContextLink.objects.filter(case=case, context=context, ended_on=None).exists():
        raise Refusal(
            f"{case.child} is linked to {context} already.", "There is one link at a time.",
            "Renew that link, judge its risk anew, or end it.", field="context",
        )  # fmt: skip


def _refuse_names(child: Person, reason: str, judged: Judged) -> None:
    """What is said of one child's link names no other child. Brothers and sisters have questions of their own."""
    said = (
        reason,
        judged.nature,
        judged.duration,
        judged.location,
        judged.response,
        *(one.reasons for one in judged.risks),
    )
    refuse_full_names(*said, area=child.area_id, field="reason", but=(child,))
    known = (child, *(one.person for one in judged.siblings))
    refuse_full_names(*(one.words for one in judged.siblings), area=child.area_id, field="reason", but=known)


def _risks(risks: Sequence[Risk]) -> list[dict[str, Any]]:
    for one in risks:
        if not one.level.strip() or not one.reasons.strip():
            raise Refusal(
                "A level of risk has no reasons.", "A judgement is read with why it was made.",
                "Enter both: how great the risk is, and why.", field="risks",
            )  # fmt: skip
    if len({one.concern for one in risks}) < len(risks):
        raise Refusal(
            "One concern stands there twice.",
            "Each is judged once at a time.",
            "Put the two together.",
            field="risks",
        )
    return [asdict(one) for one in risks]


def risk_words(risks: Sequence[dict[str, Any]]) -> str:
    """The levels in a sentence, in the words they were judged in."""
    return " ".join(f"{concern_words(one['concern'])}: {one['level']}. {one['reasons']}" for one in risks)


def _said(link: ContextLink, reason: str) -> dict[str, Any]:
    return {
        "link_key": str(link.pk), "context": link.context.name, "until": link.until_on.isoformat(), "reason": reason,
        "until_words": date_words(link.until_on), "risk_words": risk_words(link.risks),
    }  # fmt: skip


def _stood(link: ContextLink) -> str:
    """What is set out of a link, a line each, to be kept when it is set out anew."""
    lines = (
        ("Until", date_words(link.until_on)), ("What the harm is", link.nature), ("How long", link.duration),
        ("Where", link.location), ("Safeguarded first", link.response), ("Risk", risk_words(link.risks)),
    )  # fmt: skip
    return "\n".join(f"{label}: {words}" for label, words in lines if words)


def _changed(
    link: ContextLink, what: str, words: str, by: Practitioner, now: datetime, entry: kinds.Kind, on: date | None = None,
    before: str = "",
) -> ContextLinkChange:  # fmt: skip
    on = on or day_of(now)
    change = ContextLinkChange(
        area_id=link.area_id, case=link.case, link=link, what=what, happened_on=on, words=words, until_on=link.until_on,
        risks=link.risks, before=before, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(change, exclude=("entry",))
    change.entry = entry.record(link.case, on=on, by=by, now=now, **_said(link, words))
    keep(change)
    return change


def _consider(link: ContextLink, siblings: Sequence[Sibling], by: Practitioner, now: datetime) -> None:
    allowed = {one.pk for one in siblings_of(link.case.child, by)} if siblings else set()
    for one in siblings:
        if one.person.pk not in allowed:
            raise PermissionDenied("You cannot say this of this brother or sister.")
        keep(SiblingConsidered(
            link=link, sibling=one.person, at_risk=one.at_risk, words=one.words, recorded_at=now, recorded_by=by
        ))  # fmt: skip


def _shortfall(link: ContextLink, entry: Entry, by: Practitioner, child: Person, judged: Judged) -> None:
    """What the guidance wants set out, and is not. Working Together 2023, paragraphs 163, 195 and 196."""
    filled = {name for name in ("nature", "duration", "location") if getattr(judged, name)}
    concerns = {one.concern for one in judged.risks}
    if WHOLE in concerns and len(concerns) > 1:
        filled.add("level")
    if {one.pk for one in siblings_of(child, by)} <= {one.person.pk for one in judged.siblings}:
        filled.add("siblings")
    if link.part == ContextLink.Part.HARMED or judged.response:
        filled.add("response")
    record_shortfall(entry, SET_OUT, expected_but_absent(SET_OUT, filled, entry.happened_on))
