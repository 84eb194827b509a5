"""One referral, whole: what was said, what is known of the children, and who may decide. Reads only."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, datetime
from operator import itemgetter
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Q, QuerySet, TextField, Value, When
from django.db.models import Case as Either
from django.db.models.functions import Cast

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.deadlines.models import Deadline
from alongside.facts import Fact, listed_as, read
from alongside.people.models import Person, Relationship
from alongside.referrals import same_child
from alongside.referrals.beside import Note, lists, notes
from alongside.referrals.models import Attachment, Referral, Statement

SAID, DOCUMENT, EPISODE, CLOCK, KIN, ENTRY = (
    "said", "document", "episode", "decision-clock", "kin", "entry",
)  # fmt: skip
#: How many entries are read for all the children together, and shown for each.
READ, SHOWN = 60, 6


@dataclass(slots=True)
class Known:
    """What is known already of one child in a referral.

    episodes: the other ones there have been, from and to; latest: what happened last, when and in words.
    """

    child: Person
    referral: Referral
    episodes: list[tuple[date, date | None]] = field(default_factory=list)
    latest: list[tuple[date, str]] = field(default_factory=list)
    relatives: list[str] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Clock:
    """When the decision is due, and the deadline that explains it."""

    pk: UUID
    due_on: date | None


@dataclass(frozen=True, slots=True)
class Whole:
    """All that a page of one referral shows. waiting: the undecided ones of the group that the reader may decide."""

    said: list[Statement]
    documents: list[Attachment]
    family: list[Known]
    waiting: list[Referral]
    may_decide: bool
    clock: Clock | None
    maybe: list[Person]


def whole(referral: Referral, me: Practitioner, now: datetime) -> Whole:
    """Everything about a referral that was opened by its door, and about its brothers and sisters. Two queries."""
    group = _group(referral, me)
    child = referral.case.child
    children = [one.case.child_id for one in group]
    facts = read([
        *_lists(referral, children, me), *lists(referral.case.area, me, children),
        *same_child.maybe_lists(child, me),
    ])  # fmt: skip
    beside = notes(facts, now)
    family = [Known(one.case.child, one, notes=beside.get(one.case.child_id, [])) for one in group]
    for known in family:
        _fill(known, [fact for fact in facts if fact.key == known.child.pk])
    of_decision = [Clock(one.key, one.to_on) for one in facts if one.what == CLOCK and one.key]
    return Whole(
        said=_said(facts), documents=_documents(facts), family=family,
        waiting=[one for one in group if one.may_be_decided and not hasattr(one, "decision")],  # type: ignore[attr-defined]
        may_decide=any(one.pk == referral.pk and one.may_be_decided for one in group),  # type: ignore[attr-defined]
        clock=of_decision[0] if of_decision else None, maybe=same_child.maybe_of(child, facts),
    )  # fmt: skip


def _group(referral: Referral, me: Practitioner) -> list[Referral]:
    """The referrals of the submission that this practitioner may see, each saying whether they may decide on it."""
    here = Person.objects.filter(area=referral.area_id)
    may_see = policies.RECORD_REFERRAL_WORK.filter(here, me)
    may_decide = Q(case__child__in=policies.DECIDE_REFERRAL.filter(here, me).values("pk"))
    return list(
        Referral.objects.filter(submission=referral.submission, case__child__in=may_see)
        .select_related("case__child", "decision")
        .annotate(
            may_be_decided=Either(
                When(may_decide, then=Value(True)), default=Value(False), output_field=BooleanField()
            )
        )
        .order_by("id")
    )


def _lists(referral: Referral, children: list[UUID], me: Practitioner) -> list[QuerySet[Any]]:
    standing = Entry.objects.standing().filter(child__in=children)
    latest = policies.READ_ENTRY.not_denied(standing, me).order_by("-happened_on", "-recorded_at")
    entries = Entry.objects.filter(pk__in=latest.values("pk")[:READ])
    of_them = Relationship.objects.filter(to_on=None, other__in=children)
    # Brothers and sisters are written down once for each pair: it is read from both ends.
    from_them = Relationship.objects.filter(to_on=None, person__in=children, kind=Relationship.Kind.SIBLING)
    running = Deadline.objects.filter(
        case=referral.case_id, rule_id="referral.decision", started_by=referral.entry_id
    )
    return [
        listed_as(SAID, Statement.objects.filter(referral=referral), key="pk", role="kind", name="said_by", detail="words"),
        listed_as(DOCUMENT, Attachment.objects.filter(referral=referral), key="pk", name="name"),
        listed_as(EPISODE, Case.objects.filter(child__in=children), key="child", name=Cast("pk", TextField()),
                  from_on="opened_on", to_on="closed_on"),
        listed_as(KIN, policies.RECORD_REFERRAL_WORK.not_denied(of_them, me, "person"), key="other",
                  name="person__called", role="kind"),
        listed_as(KIN, policies.RECORD_REFERRAL_WORK.not_denied(from_them, me, "other"), key="person",
                  name="other__called", role="kind"),
        listed_as(ENTRY, entries, key="child", role="kind", detail=Cast("details", TextField()),
                  from_on="happened_on", recorded_at="recorded_at"),
        listed_as(CLOCK, running, key="pk", to_on="due_on"),
    ]  # fmt: skip


def _fill(known: Known, facts: list[Fact]) -> None:
    """Put what was read about one child where the page looks for it, the latest first."""
    episodes = [one for one in facts if one.what == EPISODE and UUID(one.name) != known.referral.case_id]
    known.episodes = sorted(
        ((one.from_on, one.to_on) for one in episodes if one.from_on), key=itemgetter(0), reverse=True
    )
    entries = [one for one in facts if one.what == ENTRY and one.from_on and one.recorded_at]
    entries.sort(key=lambda one: (one.from_on, one.recorded_at), reverse=True)
    known.latest = [
        (one.from_on, kinds.KINDS[one.role].words(json.loads(one.detail)))
        for one in entries[:SHOWN] if one.from_on
    ]  # fmt: skip
    kin = {
        f"{one.name}, {str(Relationship.Kind(one.role).label).lower()}" for one in facts if one.what == KIN
    }
    known.relatives = sorted(kin)


def _said(facts: list[Fact]) -> list[Statement]:
    said = sorted((one for one in facts if one.what == SAID), key=lambda one: str(one.key))
    return [Statement(pk=one.key, kind=one.role, words=one.detail, said_by=one.name) for one in said]


def _documents(facts: list[Fact]) -> list[Attachment]:
    kept = sorted((one for one in facts if one.what == DOCUMENT), key=lambda one: str(one.key))
    return [Attachment(pk=one.key, name=one.name) for one in kept]
