"""What one agency knows, is asked and has told of one child, in one query."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast

from alongside.access.marks import marks_kept_from
from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Allocation, Case, Involvement
from alongside.chronology.kinds import KINDS
from alongside.chronology.models import Entry
from alongside.conferences.models import Booking, ConferenceReport, Invitation, Kind
from alongside.early_help.models import FamilyTeamMember
from alongside.facts import Fact, listed_as, read
from alongside.family_help.models import ChildInNeedPlan, ChildInNeedPlanAction
from alongside.family_help.names import NAMES, with_article
from alongside.partners.asked import as_text, said_in
from alongside.partners.children import ways_to_reach, why_involved
from alongside.partners.models import SchoolNotice
from alongside.partners.services.school import words_of
from alongside.people.models import Person
from alongside.plans.models import Action, Category, ChildProtectionPlan
from alongside.section47.models import (
    AnswerToRequest,
    DiscussionAction,
    EnquiryStep,
    Participation,
    RequestForConference,
    StrategyDiscussion,
)
from alongside.ui.jinja import reverse_for
from alongside.ui.words import date_words

#: What an agency tells; entries of these kinds whose source it is are its own.
TOLD = ("information-sent", "action-answered", "conference-report-sent", "school-notice-given")


@dataclass(frozen=True, slots=True)
class Meeting:
    """A conference this agency is invited to: what, when and where it is, and how far its answer and report are."""

    what: str
    at: datetime
    place: str
    answer: str
    report: str
    href: str
    report_href: str


@dataclass(frozen=True, slots=True)
class Promise:
    """An action of this agency in a plan."""

    what: str
    who: str
    by: date | None
    done_on: date | None
    href: str


@dataclass(frozen=True, slots=True)
class Telling:
    """Something this agency told."""

    on: date
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Discussion:
    """This agency's own part of a strategy discussion: who spoke for it, what it knew and thought, what it was asked.

    decision: what all who took part decided together.
    """

    on: date
    decision: str
    who: str
    knew: str
    view: str
    dissent: str
    asked: tuple[tuple[str, date | None], ...]


@dataclass(frozen=True, slots=True)
class Asked:
    """This agency's request for a conference, and the answer. refused: it may turn to the way of settling differences."""

    on: date
    words: str
    answered_on: date | None
    answer: str
    why: str
    refused: bool


@dataclass(slots=True)
class Part:
    """Everything on the page of an agency's part."""

    working: list[str] = field(default_factory=list)
    stands: list[str] = field(default_factory=list)
    lead: str = ""
    contact: tuple[tuple[str, str], ...] = ()
    dates: list[tuple[str, date]] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
    promises: list[Promise] = field(default_factory=list)
    told: list[Telling] = field(default_factory=list)
    discussions: list[Discussion] = field(default_factory=list)
    enquiries: list[Telling] = field(default_factory=list)
    requests: list[Asked] = field(default_factory=list)
    is_open: bool = False
    reads_early_help: bool = False


def read_part(child: Person, me: Practitioner, today: date) -> Part:
    """This agency's part of the work with the child. One query."""
    found: dict[str, list[Fact]] = {}
    for row in read(_lists(child, me)):
        found.setdefault(row.what, []).append(row)
    part = Part(is_open=bool(found.get("case")), reads_early_help=bool(found.get("in-family-team")))
    _how_things_stand(part, found, today)
    part.working = sorted(
        f"{row.name}: {why_involved(row.detail, row.from_on)}"
        for row in found.get("working", [])
        if row.from_on
    )
    reports = {row.key for row in found.get("report", [])}
    part.meetings = sorted(
        (_meeting(child, row, reports) for row in found.get("invited", [])), key=lambda one: one.at
    )
    actions = [*found.get("protection-action", []), *found.get("in-need-action", [])]
    part.promises = sorted(
        (_promise(child, row) for row in actions),
        key=lambda one: (one.done_on is not None, one.by or date.max),
    )
    told = [_telling(row) for row in found.get("entry", [])] + [
        _notice(row) for row in found.get("notice", [])
    ]
    part.told = sorted(told, key=lambda one: one.on, reverse=True)
    part.discussions = sorted(
        (_discussion(row, found.get("discussion-action", [])) for row in found.get("discussion", [])),
        key=lambda one: (one.on, one.who),
        reverse=True,
    )
    part.enquiries = sorted(
        (_step(row) for row in found.get("step", [])), key=lambda one: one.on, reverse=True
    )
    part.requests = sorted(
        (_request(row) for row in found.get("request", [])), key=lambda one: one.on, reverse=True
    )
    return part


def _lists(child: Person, me: Practitioner) -> list[QuerySet[Any]]:
    mine: Any = me.scope.partner_agencies
    case = {"case__child": child, "case__closed_on": None}
    names = Agency.objects.filter(pk__in=mine).values("name")
    kept = marks_kept_from(me.scope)
    lead = Allocation.objects.current().filter(**case, capacity=Allocation.Capacity.LEAD_PRACTITIONER)
    return [
        listed_as("case", Case.objects.filter(child=child, closed_on=None), from_on="opened_on", key="pk"),
        # name: the agency. detail: why.
        listed_as("working", Involvement.objects.current().filter(**case, agency__in=mine),
                  name="agency__name", detail="why", from_on="from_on"),
        listed_as("lead", lead, name="practitioner__name", role="practitioner__job_title",
                  detail=as_text(team="team__name", phone="practitioner__phone", email="practitioner__email")),
        # to_on: the review. at: nothing.
        listed_as("plan", ChildProtectionPlan.objects.open().filter(child=child), name="category",
                  from_on="started_on", to_on="review_on", key="pk"),
        listed_as("core-group", ChildProtectionPlan.objects.open().filter(child=child), from_on="core_group_on"),
        listed_as("helped", ChildInNeedPlan.objects.filter(**case, ending=None), from_on="started_on",
                  to_on="next_review_on", role="basis"),
        listed_as("in-family-team", FamilyTeamMember.objects.filter(
            Q(practitioner=me) | Q(leads=True, team__in=me.scope.teams), **case, to_on=None), key="pk"),
        listed_as("early-help-lead", FamilyTeamMember.objects.filter(**case, leads=True, to_on=None), name="name",
                  role="part", detail=as_text(team="agency__name", phone="practitioner__phone", email="practitioner__email"),
                  from_on="from_on"),
        # name: the kind. role: the place. detail: answer and whether a report is wanted.
        listed_as("invited", Invitation.objects.filter(
            Q(agency__in=mine) | Q(practitioner=me), booking__children__case__child=child,
            booking__in=Booking.objects.to_come().values("pk"),
        ), name="booking__kind", role="booking__place", at="booking__starts_at", key="booking",
            detail=as_text(answer="answer", wanted="report_wanted")),
        listed_as("report", ConferenceReport.objects.filter(agency__in=mine, booking__children__case__child=child),
                  from_on="received_on", key="booking"),
        listed_as("protection-action", Action.objects.filter(
            agency__in=mine, dropped_on=None, need__plan__child=child, need__plan__ended_on=None,
        ), name="what", role="owner", to_on="by_when", from_on="done_on", key="pk"),
        listed_as("in-need-action", ChildInNeedPlanAction.objects.filter(
            agency__in=mine, need__plan__case__child=child, need__plan__ending=None,
        ), name="what", role="owner", to_on="by_when", from_on="done_on", key="pk"),
        listed_as("entry", Entry.objects.standing().filter(child=child, kind__in=TOLD, source__in=names),
                  name="kind", detail=Cast("details", TextField()), from_on="happened_on"),
        # Its own part only, and nothing of a discussion or a step that is marked for others.
        listed_as("discussion", Participation.objects.filter(
            agency__in=mine, discussion__case__child=child,
        ).exclude(discussion__entry__sealed_for__in=kept), name="name", role="discussion__decision", key="discussion",
            from_on="discussion__held_on", detail=as_text(knew="information", view="view", dissent="dissent")),
        listed_as("discussion-action", DiscussionAction.objects.filter(
            agency__in=mine, discussion__case__child=child,
        ).exclude(discussion__entry__sealed_for__in=kept), name="what", to_on="by_on", key="discussion"),
        listed_as("step", EnquiryStep.objects.filter(
            agency__in=mine, case__child=child,
        ).exclude(entry__sealed_for__in=kept), name="kind", detail="words", from_on="done_on"),
        listed_as("request", RequestForConference.objects.filter(
            agency__in=mine, case__child=child,
        ).exclude(entry__sealed_for__in=kept), name="reasons", from_on="requested_on", to_on="answer__answered_on",
            detail=as_text(decision="answer__decision", why="answer__reasons")),
        listed_as("notice", SchoolNotice.objects.filter(child=child, agency__in=mine, entry=None), name="kind",
                  role="absence", from_on="from_on", to_on="to_on", detail=as_text(
                      possible="possible", attended="attended", usual_transition="usual_transition",
                      known_needs="known_needs", words="words")),
    ]  # fmt: skip


def _how_things_stand(part: Part, found: dict[str, list[Fact]], today: date) -> None:
    for row in found.get("lead") or found.get("early-help-lead", []):
        told = said_in(row.detail)
        part.lead = ", ".join(one for one in (row.name, row.role or told["team"]) if one)
        part.contact = tuple(ways_to_reach(told))
    for row in found.get("plan", []):
        category = Category(row.name).label.lower()
        part.stands.append(
            f"Subject to a child protection plan for {category} since {date_words(row.from_on)}"
        )
        _date(part, "Review conference", row.to_on, today)
    for row in found.get("core-group", []):
        _date(part, "Core group", row.from_on, today)
    for row in found.get("helped", []):
        name = NAMES[row.role]
        part.stands.append(f"Helped under {with_article(name)} since {date_words(row.from_on)}")
        _date(part, f"Review of the {name}", row.to_on, today)
    if found.get("early-help-lead") and not found.get("lead") and not part.stands:
        part.stands = ["The family has early help, by agreement"]
    if not part.stands:
        part.stands = _without_a_plan(part)


def _without_a_plan(part: Part) -> list[str]:
    if not part.is_open:
        return ["Children’s social care is not working with this child now"]
    return (
        ["Children’s social care is working with this child"]
        if part.lead
        else ["A referral is being decided on"]
    )


def _date(part: Part, what: str, on: date | None, today: date) -> None:
    if on and on >= today:
        part.dates.append((what, on))


def _meeting(child: Person, row: Fact, reports: set[UUID | None]) -> Meeting:
    assert row.at is not None
    told = said_in(row.detail)
    answer = Invitation.Answer(told["answer"]).label if told["answer"] else ""
    report = "sent" if row.key in reports else "wanted" if told["wanted"] else ""
    return Meeting(
        what=Kind(row.name).label, at=row.at, place=row.role, answer=answer, report=report,
        href=reverse_for("partners:invitation", child.reference, row.key),
        report_href=reverse_for("partners:report", child.reference, row.key),
    )  # fmt: skip


def _promise(child: Person, row: Fact) -> Promise:
    href = reverse_for("partners:action", child.reference, row.key) if row.from_on is None else ""
    return Promise(what=row.name, who=row.role, by=row.to_on, done_on=row.from_on, href=href)


def _telling(row: Fact) -> Telling:
    assert row.from_on is not None
    kind = KINDS[row.name]
    return Telling(on=row.from_on, title=kind.title, words=kind.words(said_in(row.detail)))


def _discussion(row: Fact, actions: list[Fact]) -> Discussion:
    assert row.from_on is not None
    told = said_in(row.detail)
    return Discussion(
        on=row.from_on, decision=StrategyDiscussion.Decision(row.role).label, who=row.name, knew=told["knew"],
        view=Participation.View(told["view"]).label if told["view"] else "", dissent=told["dissent"],
        asked=tuple((one.name, one.to_on) for one in actions if one.key == row.key),
    )  # fmt: skip


def _step(row: Fact) -> Telling:
    assert row.from_on is not None
    return Telling(on=row.from_on, title=EnquiryStep.Kind(row.name).label, words=row.detail)


def _request(row: Fact) -> Asked:
    assert row.from_on is not None
    told = said_in(row.detail)
    decision = told["decision"]
    return Asked(
        on=row.from_on, words=row.name, answered_on=row.to_on, why=told["why"] or "",
        answer=AnswerToRequest.Decision(decision).label if decision else "",
        refused=decision == AnswerToRequest.Decision.NO_CONFERENCE,
    )  # fmt: skip


def _notice(row: Fact) -> Telling:
    """What a school entered while the child had no open case."""
    assert row.from_on is not None
    told = said_in(row.detail)
    if told["usual_transition"] is not None:
        told["usual_transition"] = bool(told["usual_transition"])
    notice = SchoolNotice(kind=row.name, absence=row.role, from_on=row.from_on, to_on=row.to_on, **told)
    return Telling(on=row.from_on, title=notice.get_kind_display(), words=words_of(notice))
