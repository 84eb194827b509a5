"""What the front door does with a referral: acknowledge, decide, tell the referrer, allocate."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Agency, Practitioner, Team
from alongside.cases.basis import begin_in_need, end_in_need
from alongside.cases.episodes import involve, open_case
from alongside.cases.models import Allocation, Case, Involvement
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.chronology.shortfalls import expected_but_absent, record_shortfall
from alongside.chronology.states import CHANGES, states
from alongside.deadlines.projection import refresh
from alongside.guidance import catalogue
from alongside.guidance.kernel.rules import Pathway
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.outbox.events import Event
from alongside.people.models import Person
from alongside.referrals.models import Decision, Referral
from alongside.referrals.services import tell_systems
from alongside.refusals import Refusal

#: Who should lead under section 17: by the 2018 edition a social worker, since then any fitting practitioner.
LEAD = "authority.assessment-lead"
#: Who should always be a social worker, in every edition: paragraph 157.
ENQUIRIES, PLAN = "authority.section-47-lead", "authority.plan-lead"
#: Outcomes after which children's social care has nothing more to do, so the episode ends with them.
NOTHING_MORE = ("no-further-action", "advice", "early-help")


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """One decision, to be recorded for each child it covers. Fields as on ``Decision``."""

    outcome: str
    reasons: str
    threshold: str = ""
    services_needed: str = ""
    see_child_by: str = ""
    to_tell_referrer: str = ""


@transaction.atomic
def acknowledge(*, by: Practitioner, referral: Referral, how: str, now: datetime) -> Entry:
    """Record that the referrer was told their referral has arrived. Working Together 2023, paragraph 153."""
    policies.RECORD_REFERRAL_WORK.lock(referral.case.child, by)
    if referral.case.chronology.filter(
        kind=kinds.REFERRAL_ACKNOWLEDGED.id, details__referral=str(referral.pk)
    ).exists():
        raise Refusal(
            "This referral has been acknowledged already.", "Somebody recorded it before you did.",
            "There is nothing more to do here.",
        )  # fmt: skip
    entry = kinds.REFERRAL_ACKNOWLEDGED.record(
        referral.case, on=day_of(now), at=now, by=by, now=now, how=how, referral=str(referral.pk)
    )
    refresh(referral.case)
    tell_systems(Event.REFERRAL_LOOKED_AT, referral, now)
    return entry


@transaction.atomic
def decide(
    *, by: Practitioner, referrals: Sequence[Referral], decided: Decided, now: datetime
) -> list[Decision]:
    """Decide on one referral, or on several children's together; those left out stay visibly undecided.

    Who decides is what the edition of the day expects, or a shortfall is recorded. Raises Refusal where
    one has been decided already. Working Together 2023, paragraphs 151 to 154 and flow chart 1.
    """
    return [_decide(by, referral, decided, now) for referral in referrals]


def _decide(by: Practitioner, referral: Referral, decided: Decided, now: datetime) -> Decision:
    child = policies.DECIDE_REFERRAL.lock(referral.case.child, by)
    if Decision.objects.filter(referral=referral).exists():
        raise Refusal(
            f"The referral about {child} has been decided already.", "Somebody recorded a decision before you did.",
            "Open it to see who decided what. If it must change, make a new decision on a new referral.",
        )  # fmt: skip
    case = Case.objects.select_for_update().get(pk=referral.case_id)
    on, words = day_of(now), outcome_words(decided.outcome, referral.received_on)
    decision = Decision(
        area_id=case.area_id, case=case, referral=referral, decided_on=on, decided_at=now, outcome=decided.outcome,
        reasons=decided.reasons, threshold=decided.threshold, services_needed=decided.services_needed,
        see_child_by=decided.see_child_by, to_tell_referrer=decided.to_tell_referrer, decided_by=by,
        recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(decision, exclude=("entry",))
    decision.entry = kinds.REFERRAL_DECIDED.record(
        case, on=on, at=now, by=by, now=now, decided=decided.outcome, outcome=words, decider=by.name,
        reasons=decided.reasons, unborn=child.is_unborn, ends_episode=_ends_episode(case, decided.outcome), referral=str(referral.pk),
    )  # fmt: skip
    keep(decision)
    referral.decided = True
    referral.save(update_fields=("decided",))
    missing = expected_but_absent("authority.referral-decision", by.standing_on(on), referral.received_on)
    record_shortfall(decision.entry, "authority.referral-decision", missing)
    if decision.entry.details["ends_episode"]:
        case.closed_on, case.closure_reason = max(on, case.opened_on), decided.outcome
        case.save(update_fields=("closed_on", "closure_reason"))
        end_in_need(case, on=case.closed_on)
    elif decided.outcome not in NOTHING_MORE:
        # Early help that was going on is help under section 17 from the referral that led to it.
        begin_in_need(case, on=referral.received_on, now=now)
    refresh(case)
    tell_systems(Event.REFERRAL_DECIDED, referral, now)
    return decision


def outcome_words(outcome: str, on: date) -> str:
    """The outcome as the edition of the day words it. Raises Refusal for one it does not offer."""
    rule = catalogue.rule("referral.next-steps")
    assert isinstance(rule, Pathway)
    try:
        return rule.step(outcome, on).label
    except KeyError:
        raise Refusal(
            "Choose what happens next.", f"“{outcome}” is not one of the outcomes of a referral.",
            "Choose one from the list.", field="outcome",
        ) from None  # fmt: skip


def _ends_episode(case: Case, outcome: str) -> bool:
    """Whether nothing more is to be done: not where early help, or work from an earlier referral, goes on."""
    if outcome not in NOTHING_MORE:
        return False
    now = states(case.chronology.standing().in_order())
    going_on = (
        now.assessment_since, now.child_in_need_plan_since, now.enquiry_since, now.plan_since,
        now.strategy_discussion_wanted_since, now.conference_wanted_since, now.police_protection_since,
        now.protection_order_until, now.move_notified_since, now.early_help_since,
    )  # fmt: skip
    undecided = case.referrals.filter(decision=None).count()
    return not any(going_on) and undecided <= 1


@transaction.atomic
def tell_referrer(*, by: Practitioner, decision: Decision, told: str, how: str, now: datetime) -> Entry:
    """Record what the referrer was told of the decision, and how. Working Together 2023, paragraph 151."""
    policies.RECORD_REFERRAL_WORK.lock(decision.case.child, by)
    if not told.strip():
        raise Refusal(
            "Say what the referrer was told.", "A referrer should hear what was decided and why.",
            "Write it as it was said or sent; leave out what they may not know.", field="told",
        )  # fmt: skip
    entry = kinds.REFERRER_TOLD.record(
        decision.case,
        on=day_of(now),
        at=now,
        by=by,
        now=now,
        how=how,
        told=told,
        referral=str(decision.referral_id),
    )
    refresh(decision.case)
    tell_systems(Event.OUTCOME_TOLD, decision.referral, now)
    return entry


@transaction.atomic
def allocate_lead(
    *, by: Practitioner, child: Person, practitioner: Practitioner, team: Team, reason: str, now: datetime
) -> Allocation:
    """Make a practitioner the lead practitioner of a child's open case, in place of whoever leads now.

    Working Together 2023, paragraph 156: allocated by a social-work-qualified supervisor or manager, with
    the practitioner's own agreement; of any suitable agency under section 17, while ``team`` answers for the work
    (paragraph 159). One who is no social worker falls short of what is expected while section 47 enquiries or a child
    protection plan are open (paragraph 157). Whoever led for another agency stays in the network.
    Raises Refusal when the practitioner is in neither that team nor an agency that works with the child.
    """
    child = policies.ALLOCATE.lock(child, by)
    case, on = open_case(child), day_of(now)
    if not _may_lead_for(practitioner, team, case, on):
        raise Refusal(
            f"{practitioner} does not work in {team}.", f"No post of theirs there holds on {on:%-d %B %Y}.",
            "Choose someone from that team, or another team; or somebody whose agency works with the child.",
            field="practitioner",
        )  # fmt: skip
    leads = Allocation.objects.current().filter(case=case, capacity=Allocation.Capacity.LEAD_PRACTITIONER)
    former = leads.select_related("practitioner").first()
    leads.update(to_on=on)
    if former and former.practitioner_id != practitioner.pk:
        _keep_in_the_network(case, former.practitioner, on)
    allocation = Allocation.objects.create(
        area_id=case.area_id, case=case, practitioner=practitioner, team=team, from_on=on, recorded_at=now
    )
    entry = kinds.LEAD_ALLOCATED.record(
        case, on=on, by=by, now=now, practitioner=practitioner.name, reason=reason
    )
    missing = expected_but_absent("authority.assessment-allocation", by.standing_on(on), on)
    record_shortfall(entry, "authority.assessment-allocation", missing)
    for rule_id in (LEAD, *_led_besides(case)):
        record_shortfall(entry, rule_id, expected_but_absent(rule_id, practitioner.standing_on(on), on))
    refresh(case)
    return allocation


def _may_lead_for(practitioner: Practitioner, team: Team, case: Case, on: date) -> bool:
    """Whether they work in the team, or for an agency, not of social care, that works with the child."""
    posts = [post for post in practitioner.posts.all() if post.holds_on(on)]
    if any(post.team_id == team.pk for post in posts):
        return True
    agencies = {post.agency_id for post in posts}
    theirs = Involvement.objects.current().filter(case=case, agency__in=agencies)
    return theirs.exclude(agency__sector=Agency.Sector.CHILDRENS_SOCIAL_CARE).exists()


def _keep_in_the_network(case: Case, former: Practitioner, on: date) -> None:
    """Whoever led for a partner agency goes on working with the child through that agency."""
    for post in former.posts.select_related("agency"):
        if post.holds_on(on) and post.agency.sector != Agency.Sector.CHILDRENS_SOCIAL_CARE:
            involve(case, post.agency, why="Led the work before", on=on, through=former)


def _led_besides(case: Case) -> list[str]:
    """What else the lead practitioner leads now, by the rule that says who should: enquiries, a plan."""
    now = states(case.chronology.standing().filter(kind__in=CHANGES).in_order())
    return [
        rule_id
        for rule_id, since in ((ENQUIRIES, now.enquiry_since), (PLAN, now.plan_since))
        if since is not None
    ]
