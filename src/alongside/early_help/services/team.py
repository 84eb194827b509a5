"""The team around the family: who is in it, who leads, and its meetings."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from alongside.agencies.models import Agency, Post, Practitioner
from alongside.cases.episodes import involve
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.shortfalls import expected_but_absent, record_shortfall
from alongside.deadlines.projection import refresh
from alongside.early_help.models import FamilyTeamMeeting, FamilyTeamMember
from alongside.early_help.services.standing import end_part, kept, lead_of, refuse_day
from alongside.keeping import check, keep
from alongside.people.models import Person
from alongside.refusals import Refusal

LEAD = "authority.early-help-lead"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMember:
    """Somebody for the team: a practitioner who signs in, or a name, of an agency or of the family."""

    from_on: date
    name: str = ""
    practitioner: Practitioner | None = None
    agency: Agency | None = None
    part: str = ""


@transaction.atomic
def add_member(*, by: Practitioner, child: Person, member: NewMember, now: datetime) -> FamilyTeamMember:
    """Somebody joins the team around the family; their agency works with the child from that day.

    A practitioner who signs in reads the plan and the assessment from then. Raises Refusal for a day that cannot be,
    nobody named, or somebody who is in it already. Working Together 2023, paragraphs 119 and 136.
    """
    case = kept(by, child)
    refuse_day(member.from_on, "from_on", case, now)
    if not (member.name or member.practitioner):
        raise Refusal(
            "Nobody is named.", "The team is made of people.", "Choose a practitioner, or enter a name.", field="name"
        )  # fmt: skip
    standing = FamilyTeamMember.objects.filter(case=case, to_on=None)
    if member.practitioner and standing.filter(practitioner=member.practitioner).exists():
        raise Refusal(
            f"{member.practitioner} is in the team already.", "Somebody added them before.", "There is nothing to do.",
            field="practitioner",
        )  # fmt: skip
    added = _member(case, member, by, now)
    kinds.FAMILY_TEAM_CHANGED.record(
        case, on=member.from_on, by=by, now=now, what=f"{added.words} joined the team around the family."
    )
    refresh(case)
    return added


def _member(
    case: Case, member: NewMember, by: Practitioner, now: datetime, *, leads: bool = False, view: str = ""
) -> FamilyTeamMember:
    who = member.practitioner
    post = _post_on(who, member.from_on) if who else None
    agency = member.agency or (post.agency if post else None)
    added = FamilyTeamMember(
        area_id=case.area_id, case=case, practitioner=who, agency=agency, team=post.team if post else None,
        name=member.name or (who.name if who else ""), part=member.part or (who.job_title if who else ""), leads=leads,
        family_view=view, from_on=member.from_on, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(added)
    keep(added)
    if agency:
        involve(case, agency, why="In the team around the family", on=member.from_on, through=who)
    return added


def _post_on(who: Practitioner, on: date) -> Post | None:
    posts = who.posts.select_related("agency", "team")
    return next((post for post in posts if post.holds_on(on)), None)


@transaction.atomic
def end_member(
    *, by: Practitioner, child: Person, member: FamilyTeamMember, to_on: date, why: str, now: datetime
) -> FamilyTeamMember:
    """Somebody leaves the team. Whoever leads is followed by another lead first. Raises Refusal otherwise."""
    case = kept(by, child)
    refuse_day(to_on, "to_on", case, now)
    found = FamilyTeamMember.objects.filter(pk=member.pk, case=case, to_on=None).first()
    if found is None:
        raise Refusal(
            "They are not in the team now.",
            "Somebody recorded it before you did.",
            "There is nothing more to do here.",
        )
    if found.leads:
        raise Refusal(
            f"{found} leads early help.", "Somebody always leads while early help goes on.",
            "Choose the next lead practitioner first.",
        )  # fmt: skip
    end_part(found, to_on)
    kinds.FAMILY_TEAM_CHANGED.record(
        case, on=to_on, by=by, now=now, what=f"{found.words} left the team around the family. {why}".strip()
    )
    refresh(case)
    return found


@transaction.atomic
def choose_lead(
    *,
    by: Practitioner,
    child: Person,
    practitioner: Practitioner,
    from_on: date,
    family_view: str,
    now: datetime,
) -> FamilyTeamMember:
    """Somebody leads early help from this day, of any agency; who led stays in the team.

    family_view: what the family said about it. Raises Refusal for a day that cannot be, or somebody without a post.
    Working Together 2023, paragraph 120.
    """
    case = kept(by, child)
    refuse_day(from_on, "from_on", case, now)
    member = put_in_the_lead(case, practitioner, from_on, family_view, by, now)
    entry = kinds.FAMILY_TEAM_CHANGED.record(
        case, on=from_on, by=by, now=now,
        what=f"{member.words} leads early help." + (f" The family said: {family_view}" if family_view else ""),
    )  # fmt: skip
    record_shortfall(entry, LEAD, expected_but_absent(LEAD, practitioner.standing_on(from_on), from_on))
    refresh(case)
    return member


def put_in_the_lead(
    case: Case, who: Practitioner, on: date, family_view: str, by: Practitioner, now: datetime
) -> FamilyTeamMember:
    """Make somebody the lead of early help, as part of an act. Raises Refusal where they hold no post, or lead already."""
    if _post_on(who, on) is None:
        raise Refusal(
            f"{who} held no post on {on:%-d %B %Y}.", "Only somebody who works with families leads.", "Choose another.",
            field="practitioner",
        )  # fmt: skip
    led = lead_of(case)
    if led and led.practitioner_id == who.pk:
        return led
    own = FamilyTeamMember.objects.filter(case=case, practitioner=who, to_on=None).first()
    if own:
        end_part(own, on)
    if led:
        end_part(led, on)
        _member(case, NewMember(from_on=on, practitioner=led.practitioner, name=led.name, agency=led.agency, part=led.part),
                by, now)  # fmt: skip
    return _member(case, NewMember(from_on=on, practitioner=who), by, now, leads=True, view=family_view)


@transaction.atomic
def record_meeting(
    *, by: Practitioner, child: Person, met_on: date, who: str, child_and_family: str, discussed: str, agreed: str, now: datetime
) -> FamilyTeamMeeting:  # fmt: skip
    """Record a meeting of the team around the family. Raises Refusal for a day that cannot be. Paragraphs 119 and 136."""
    case = kept(by, child)
    refuse_day(met_on, "met_on", case, now)
    meeting = FamilyTeamMeeting(
        area_id=case.area_id, case=case, met_on=met_on, who=who, child_and_family=child_and_family, discussed=discussed,
        agreed=agreed, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(meeting, exclude=("entry",))
    meeting.entry = kinds.FAMILY_TEAM_MET.record(
        case,
        on=met_on,
        by=by,
        now=now,
        who=who,
        discussed=discussed,
        agreed=f"Agreed: {agreed}" if agreed else "",
    )
    keep(meeting)
    refresh(case)
    return meeting
