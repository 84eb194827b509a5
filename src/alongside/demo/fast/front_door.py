"""Referral, decision, allocation and closure, written down as the acts leave them."""

from __future__ import annotations

from itertools import combinations

from alongside.agencies.models import Agency, Area, Practitioner
from alongside.cases.models import Allocation, Case, InNeed, Involvement
from alongside.chronology import kinds
from alongside.chronology.states import states
from alongside.closure.services import RULE as CLOSURE
from alongside.closure.services import TOLD, Closure, outcome_words, told_words
from alongside.demo.fast import steps
from alongside.demo.fast.family import Child, Episode, Family, facts
from alongside.demo.fast.writing import write
from alongside.matching.spellings import rows_for
from alongside.moments import day_of
from alongside.people.models import Name, Person, Relationship
from alongside.referrals.front_door import LEAD, NOTHING_MORE
from alongside.referrals.front_door import outcome_words as decision_words
from alongside.referrals.models import Decision, Referral, Statement
from alongside.referrals.services import CARRIED_OVER, ReferredChild, filled


@write.register
def _(step: steps.Refer, family: Family) -> None:
    if step.children:
        family.children = [_child(step, family, child) for child in step.children]
        if step.given.siblings:
            for one, other in combinations(family.children, 2):
                family.rows.add(
                    Relationship(person=one.person, other=other.person, kind=Relationship.Kind.SIBLING)
                )
    for child in family.children:
        _refer(step, family, child)


def _child(step: steps.Refer, family: Family, told: ReferredChild) -> Child:
    person = Person(
        area=family.area, reference=told.reference, called=told.called, born_on=told.born_on,
        expected_on=told.expected_on, sex=told.sex, recorded_at=step.now,
    )  # fmt: skip
    family.rows.add(person)
    if told.given or told.family:
        family.rows.add(Name(person=person, given=told.given, family=told.family))
        for spelling in rows_for(person, [(told.given, told.family)]):
            family.rows.add(spelling)
    return Child(person)


def _refer(step: steps.Refer, family: Family, child: Child) -> None:
    given, received_on = step.given, day_of(step.given.received_at)
    episode = _open_or_begin(step, family.area, child, family)
    referrer = given.referrer
    referral = Referral(
        received_on=received_on, referrer=referrer, referrer_agency=_agency_of(referrer),
        referrer_name=given.referrer_name or (referrer.name if referrer else ""),
        **episode.about(step.by, step.now), **{name: getattr(given, name) for name in CARRIED_OVER},
    )  # fmt: skip
    concern = next((said.words for said in given.statements if said.kind == Statement.Kind.CONCERN), "")
    referral.entry = episode.tell(
        kinds.REFERRAL_RECEIVED, on=received_on, at=given.received_at, by=step.by, now=step.now,
        referrer=referral.referrer_words, concern=concern, danger=given.immediate_danger, referral=str(referral.pk),
    )  # fmt: skip
    episode.referral, episode.decision = episode.rows.add(referral), None
    for said in given.statements:
        if said.words:
            episode.rows.add(Statement(referral=referral, **facts(said)))
    episode.expected(referral.entry, "referral.content", filled(referral, given), received_on)


def _open_or_begin(step: steps.Refer, area: Area, child: Child, family: Family) -> Episode:
    if child.episodes and child.episodes[-1].case.closed_on is None:
        return child.episodes[-1]
    case = Case(
        area_id=area.pk, child=child.person, opened_on=day_of(step.given.received_at), recorded_at=step.now,
        recorded_by=step.by,
    )  # fmt: skip
    child.episodes.append(Episode(family.rows, family.rows.add(case)))
    child.episode.in_need = family.rows.add(
        InNeed(area_id=area.pk, case=case, from_on=case.opened_on, recorded_at=step.now)
    )
    return child.episodes[-1]


def _agency_of(referrer: Practitioner | None) -> Agency | None:
    posts = referrer.scope.posts if referrer else []
    return posts[0].agency if posts else None


@write.register
def _(step: steps.Acknowledge, family: Family) -> None:
    for child in family.children:
        episode = child.episode
        assert episode.referral is not None
        episode.tell(
            kinds.REFERRAL_ACKNOWLEDGED, on=day_of(step.now), at=step.now, by=step.by, now=step.now, how=step.how,
            referral=str(episode.referral.pk),
        )  # fmt: skip


@write.register
def _(step: steps.Decide, family: Family) -> None:
    for child in family.children:
        _decide(step, child)


def _decide(step: steps.Decide, child: Child) -> None:
    episode, decided, on = child.episode, step.decided, day_of(step.now)
    referral = episode.referral
    assert referral is not None
    decision = Decision(
        referral=referral, decided_on=on, decided_at=step.now, decided_by=step.by, **facts(decided),
        **episode.about(step.by, step.now),
    )  # fmt: skip
    ends = _ends_episode(episode, decided.outcome)
    decision.entry = episode.tell(
        kinds.REFERRAL_DECIDED, on=on, at=step.now, by=step.by, now=step.now, decided=decided.outcome,
        outcome=decision_words(decided.outcome, referral.received_on), decider=step.by.name, reasons=decided.reasons,
        unborn=child.person.is_unborn, ends_episode=ends, referral=str(referral.pk),
    )  # fmt: skip
    episode.decision = episode.rows.add(decision)
    referral.decided = True
    rule_id = "authority.referral-decision"
    episode.expected(decision.entry, rule_id, step.by.standing_on(on), referral.received_on)
    if ends:
        case = episode.case
        case.closed_on, case.closure_reason = max(on, case.opened_on), decided.outcome
        episode.end_in_need(case.closed_on)


def _ends_episode(episode: Episode, outcome: str) -> bool:
    """Whether nothing goes on besides: a script has one undecided referral at a time."""
    if outcome not in NOTHING_MORE:
        return False
    now = states(episode.in_order())
    return not any(
        (
            now.assessment_since, now.child_in_need_plan_since, now.enquiry_since, now.plan_since,
            now.strategy_discussion_wanted_since, now.conference_wanted_since, now.police_protection_since,
            now.protection_order_until, now.move_notified_since, now.early_help_since,
        )
    )  # fmt: skip


@write.register
def _(step: steps.TellReferrer, family: Family) -> None:
    for child in family.children:
        # The decision may just have ended the episode; the referrer hears of it all the same.
        episode = child.last_episode
        assert episode.referral is not None
        episode.tell(
            kinds.REFERRER_TOLD, on=day_of(step.now), at=step.now, by=step.by, now=step.now, how=step.how,
            told=step.told, referral=str(episode.referral.pk),
        )  # fmt: skip


@write.register
def _(step: steps.AllocateLead, family: Family) -> None:
    on = day_of(step.now)
    for child in family.children:
        episode = child.episode
        part = Allocation(
            area_id=episode.case.area_id, case=episode.case, practitioner=step.practitioner, team=step.team, from_on=on,
            recorded_at=step.now,
        )  # fmt: skip
        episode.allocate(part, on)
        entry = episode.tell(
            kinds.LEAD_ALLOCATED, on=on, by=step.by, now=step.now, practitioner=step.practitioner.name,
            reason=step.reason,
        )  # fmt: skip
        episode.expected(entry, "authority.assessment-allocation", step.by.standing_on(on), on)
        episode.expected(entry, LEAD, step.practitioner.standing_on(on), on)


@write.register
def _(step: steps.CloseCase, family: Family) -> None:
    for child in family.children:
        _close(step, child)


def _close(step: steps.CloseCase, child: Child) -> None:
    closure, episode = step.closure, child.episode
    on, case = closure.closed_on, episode.case
    entry = episode.tell(
        kinds.CASE_CLOSED, on=on, by=step.by, now=step.now, decided=closure.outcome,
        outcome=outcome_words(closure.outcome, on), reasons=closure.reasons, views=closure.views,
        views_words=f"{child.person} said: “{closure.views}”" if closure.views else "", told=list(closure.told),
        told_words=told_words(closure),
    )  # fmt: skip
    episode.fell_short(entry, CLOSURE, _missing(closure), closure.why_not_told)
    case.closed_on, case.closure_reason = on, closure.outcome
    parts: list[Allocation | Involvement] = [*episode.allocations, *episode.involvements]
    for part in parts:
        if part.to_on is None:
            part.to_on = max(on, part.from_on)
    episode.end_in_need(on)


def _missing(closure: Closure) -> list[str]:
    views = [] if closure.views else ["the child’s last views"]
    return views + [f"telling {words}" for key, _, words in TOLD if key not in closure.told]
