"""The episode an act of early help belongs to, who leads it, and whether anything more than early help goes on."""

from __future__ import annotations

from datetime import date, datetime

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.basis import is_in_need
from alongside.cases.episodes import end_everyones_part, open_case
from alongside.cases.models import Case
from alongside.chronology.days import refuse_impossible_day
from alongside.chronology.states import CHANGES, states
from alongside.early_help.models import FamilyTeamMember
from alongside.keeping import keep
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.ui.words import date_words

#: What goes on under section 17 or 47: the state, and its words.
GOES_ON = (
    ("assessment_since", "An assessment has been under way since {since}."),
    ("strategy_discussion_wanted_since", "A strategy discussion has been needed since {since}."),
    ("enquiry_since", "A section 47 enquiry has been under way since {since}."),
    ("conference_wanted_since", "A conference has been waited for since {since}."),
    ("plan_since", "A child protection plan has stood since {since}."),
    ("police_protection_since", "The child has been in police protection since {since}."),
    ("protection_order_until", "An emergency protection order runs until {since}."),
    ("assessment_order_since", "A child assessment order has run since {since}."),
    ("move_notified_since", "We were told on {since} that the child moved here on a plan."),
)


def kept(by: Practitioner, child: Person) -> Case:
    """The child's open episode, locked, for whoever keeps its early help. Raises PermissionDenied or Refusal."""
    return open_case(policies.KEEP_EARLY_HELP.lock(child, by))


def lead_of(case: Case) -> FamilyTeamMember | None:
    """Who leads early help now."""
    return (
        FamilyTeamMember.objects.select_related("practitioner")
        .filter(case=case, leads=True, to_on=None)
        .first()
    )


def refuse_day(day: date, field: str, case: Case, now: datetime) -> None:
    """Raise Refusal for a day that has not come, or is before the episode began."""
    refuse_impossible_day(day, what="This", field=field, case=case, now=now)


def refuse_in_need(case: Case) -> None:
    """Raise Refusal where section 17 is the basis: then it is not for early help to end the episode."""
    if is_in_need(case):
        raise Refusal(
            f"{case.child} is helped under section 17.", "Children’s social care works with the family as well.",
            "It steps down, or closes the case, when it has finished.",
        )  # fmt: skip


def what_goes_on(case: Case) -> list[str]:
    """Sentences for what is under way under section 17 or 47, a referral that waits among them. Two queries."""
    now = states(case.chronology.standing().filter(kind__in=CHANGES).in_order())
    waiting = case.referrals.filter(decision=None).order_by("received_on")
    return [words.format(since=date_words(getattr(now, name))) for name, words in GOES_ON if getattr(now, name)] + [
        f"The referral received on {date_words(one.received_on)} has not been decided." for one in waiting
    ]  # fmt: skip


def refuse_what_goes_on(case: Case, what: str) -> None:
    """Raise Refusal, naming everything, while more than early help goes on."""
    if going_on := what_goes_on(case):
        raise Refusal(
            what, " ".join(going_on), "Finish each of these, or record why it ends; then come back."
        )


def close(case: Case, on: date, reason: str) -> None:
    """The episode closes: everybody's part in it ends. Call it inside an act that refused what goes on."""
    case.closed_on, case.closure_reason = max(on, case.opened_on), reason
    keep(case, update_fields=("closed_on", "closure_reason"))
    end_everyones_part(case, case.closed_on)
    end_team(case, case.closed_on)


def end_team(case: Case, on: date) -> None:
    """Nobody is in the team around the family any more."""
    for member in FamilyTeamMember.objects.filter(case=case, to_on=None):
        end_part(member, on)


def end_part(member: FamilyTeamMember, on: date) -> None:
    """Somebody's part ends."""
    member.to_on = max(on, member.from_on)
    member.save(update_fields=("to_on",))
