"""Strategy discussions and section 47 enquiries, written down as the acts leave them."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from alongside.agencies.models import Agency
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.demo.fast import steps
from alongside.demo.fast.family import Episode, Family, NotWrittenFast, facts
from alongside.demo.fast.writing import write
from alongside.guidance import standing
from alongside.keys import new_key
from alongside.section47.expected import (
    AGENCIES,
    DECIDED_BY,
    DISCUSSION_RECORD,
    ENQUIRY_RECORD,
    LED_BY,
    REVIEWED_BY,
    STARTED_BY,
    headings_filled,
    said_at_the_end,
)
from alongside.section47.models import (
    DiscussionAction,
    EnquiryConclusion,
    Participation,
    Section47Enquiry,
    StrategyDiscussion,
)
from alongside.section47.said import ChildDiscussed, DiscussionHeld
from alongside.section47.taking_part import sectors_in_the_guidance

Decision = StrategyDiscussion.Decision


@write.register
def _(step: steps.DiscussStrategy, family: Family) -> None:
    together = new_key()
    for child in family.children:
        _discuss(step, child.episode, step.about(child=child.person), together)


def _discuss(step: steps.DiscussStrategy, episode: Episode, each: ChildDiscussed, together: UUID) -> None:
    held = step.discussion
    record = StrategyDiscussion(
        held_together=together,
        **facts(each, "child", "lead"),
        **held.fields,
        **episode.about(step.by, step.now),
    )
    begins = each.decision == Decision.SECTION_47 and not _under_way(episode, held)
    record.entry = episode.tell(
        kinds.STRATEGY_DISCUSSION_HELD, on=held.held_on, at=held.held_at, by=step.by, now=step.now,
        decided=str(each.decision), outcome=str(record.get_decision_display()), reasons=each.reasons,
        begins_enquiry=begins,
        **kinds.completing("enquiry.family-told", held.family_told == "told"),
    )  # fmt: skip
    episode.rows.add(record)
    _keep_who_and_what(episode, record, held)
    leading = episode.leading_on(held.held_on) or episode.lead
    lead = each.lead or (leading.practitioner if leading else None)
    if begins:
        episode.enquiry = episode.rows.add(
            Section47Enquiry(
                entry=record.entry, started_on=held.held_on, opened_by=record, lead=lead, conducted=record.enquiry_by,
                **episode.about(step.by, step.now),
            )
        )  # fmt: skip
    for one in held.participants:
        if one.agency and one.agency.sector != Agency.Sector.CHILDRENS_SOCIAL_CARE:
            why = f"Took part in the strategy discussion on {held.held_on:%-d %B %Y}"
            episode.involve(one.agency, why=why, on=held.held_on, now=step.now, through=one.practitioner)
    there = sectors_in_the_guidance(one.works_in for one in held.participants)
    _keep(episode, record.entry, AGENCIES, there)
    _keep(episode, record.entry, DISCUSSION_RECORD, headings_filled(record, held))
    if each.decision != Decision.FURTHER_DISCUSSION:
        _keep(episode, record.entry, STARTED_BY, held.decided_by.standing_on(held.held_on))
    if begins:
        _keep(episode, record.entry, LED_BY, lead.standing_on(held.held_on) if lead else ())


def _under_way(episode: Episode, held: DiscussionHeld) -> bool:
    enquiry = episode.enquiry
    if enquiry is None:
        return False
    return enquiry.conclusion is None or enquiry.started_on <= held.held_on < enquiry.conclusion.concluded_on


def _keep_who_and_what(episode: Episode, record: StrategyDiscussion, held: DiscussionHeld) -> None:
    for place, one in enumerate(held.participants):
        told = facts(one, "sector")
        episode.rows.add(Participation(discussion=record, place=place, sector=one.works_in, **told))
    for place, agreed in enumerate(held.actions):
        episode.rows.add(DiscussionAction(discussion=record, place=place, **facts(agreed)))


def _keep(episode: Episode, entry: Entry, rule_id: str, present: Iterable[str]) -> None:
    episode.expected(entry, rule_id, present, entry.happened_on)


@write.register
def _(step: steps.ConcludeEnquiries, family: Family) -> None:
    for child in family.children:
        _conclude(step, child.episode)


def _conclude(step: steps.ConcludeEnquiries, episode: Episode) -> None:
    enquiry, on = episode.enquiry, step.concluded_on
    if enquiry is None or enquiry.conclusion is not None:
        raise NotWrittenFast("No section 47 enquiries are open at this step.")
    conclusion = EnquiryConclusion(
        told=list(step.told), **facts(step, "by", "now", "told"), **episode.about(step.by, step.now)
    )
    conclusion.entry = episode.tell(
        kinds.SECTION_47_CONCLUDED, on=on, by=step.by, now=step.now, decided=str(step.outcome),
        outcome=str(conclusion.get_outcome_display()), reasons=step.reasons,
    )  # fmt: skip
    enquiry.conclusion = episode.rows.add(conclusion)
    entry, reviewer = conclusion.entry, step.reviewed_by
    leads = {standing.LEAD_PRACTITIONER} if step.decided_by.pk == enquiry.lead_id else set()
    _keep(episode, entry, ENQUIRY_RECORD, _headings(episode, enquiry, conclusion))
    _keep(episode, entry, DECIDED_BY, step.decided_by.standing_on(on) | leads)
    _keep(episode, entry, REVIEWED_BY, reviewer.standing_on(on) if reviewer else ())


def _headings(episode: Episode, enquiry: Section47Enquiry, conclusion: EnquiryConclusion) -> set[str]:
    seen = [
        entry
        for entry in episode.entries
        if entry.kind == kinds.CHILD_SEEN.id and entry.happened_on >= enquiry.started_on
    ]
    wishes = conclusion.childs_views or any(entry.details.get("said") for entry in seen)
    said = {
        "child-seen": seen,
        "wishes-and-feelings": wishes,
        "outcome": True,
        "analysis": conclusion.analysis,
    }
    return {key for key, is_there in said.items() if is_there} | said_at_the_end(enquiry, conclusion)
