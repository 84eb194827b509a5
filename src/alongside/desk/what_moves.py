"""What moves with an entry that is corrected: its records, a plan, a conference, the case itself."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import models

from alongside.access import policies
from alongside.cases.models import Allocation, Case
from alongside.chronology import kinds
from alongside.chronology.models import ActRecord, Entry
from alongside.conferences.models import ConferenceDecision
from alongside.contexts.models import ContextLinkChange
from alongside.deadlines.clocks import CLOSES
from alongside.plans.models import ChildProtectionPlan
from alongside.strands.models import StrandStep


def move_record(record: ActRecord, entry: Entry, correction: Entry, changed: Mapping[str, str]) -> None:
    """Bring the record in line with the correction: its day, its moment, its words."""
    new_words = {str(entry.details[name]): text for name, text in changed.items()}
    for name, text in texts_of(record).items():
        setattr(record, name, new_words.get(text, text))
    for field in record._meta.concrete_fields:
        held = getattr(record, field.attname)
        if field.name == record.day_field:
            setattr(record, field.name, correction.happened_on)
        elif (
            isinstance(field, models.DateTimeField) and field.editable and held and held == entry.happened_at
        ):
            setattr(record, field.name, correction.happened_at)
    record.entry = correction
    record.full_clean(exclude=("entry",))
    record.save()


def texts_of(record: ActRecord) -> dict[str, str]:
    """What the record says in words, by the field that holds it."""
    texts = [field.name for field in record._meta.concrete_fields if isinstance(field, models.TextField)]
    return {name: value for name in texts if (value := getattr(record, name))}


def move_end_of_plan(entry: Entry, correction: Entry) -> None:
    """A plan knows two entries: the one that made it, and the one that ended it."""
    ended = ChildProtectionPlan.objects.filter(ending_entry=entry)
    ended.update(ending_entry=correction, ended_on=correction.happened_on)


def move_strand(correction: Entry) -> None:
    """A strand beside the case begins and ends with the steps that open and end it."""
    for step in StrandStep.objects.filter(entry=correction).select_related("strand"):
        strand = step.strand
        if correction.kind == kinds.STRAND_OPENED.id:
            strand.opened_on = correction.happened_on
        elif correction.kind == kinds.STRAND_ENDED.id:
            strand.ended_on = correction.happened_on
        strand.full_clean()
        strand.save(update_fields=("opened_on", "ended_on"))


def move_link_to_context(correction: Entry) -> None:
    """A child's link to a place or group ends on the day of the entry that ended it."""
    for change in ContextLinkChange.objects.filter(entry=correction, what="ended").select_related("link"):
        change.link.ended_on = correction.happened_on
        change.link.full_clean(exclude=("entry",))
        change.link.save(update_fields=("ended_on",))


def move_conference(correction: Entry) -> None:
    """A conference is one for several children: it moves once the entry of every one of them says so."""
    for decision in ConferenceDecision.objects.filter(entry=correction).select_related("conference"):
        others = ConferenceDecision.objects.filter(conference=decision.conference)
        if not others.exclude(held_on=correction.happened_on).exists():
            decision.conference.held_on = correction.happened_on
            decision.conference.save(update_fields=("held_on",))


def opened(case: Case, entry: Entry) -> bool:
    """Whether it was this entry that opened the case."""
    opens = (kinds.REFERRAL_RECEIVED.id, kinds.EARLY_HELP_OFFERED.id)
    return entry.kind in opens and case.opened_on == entry.happened_on


def move_case(case: Case, entry: Entry, on: date) -> None:
    """The case opens, closes or changes hands on the corrected day too."""
    if opened(case, entry):
        case.opened_on = on
        case.times_in_need.filter(from_on=entry.happened_on).update(from_on=on)
    closes = entry.kind in CLOSES or entry.details.get("ends_episode")
    if closes and case.closed_on == entry.happened_on:
        case.closed_on = on
        for parts in (case.allocations, case.involvements):
            parts.filter(to_on=entry.happened_on, from_on__lte=on).update(to_on=on)
        case.times_in_need.filter(to_on=entry.happened_on, from_on__lte=on).update(to_on=on)
    case.full_clean(validate_unique=False)
    case.save(update_fields=("opened_on", "closed_on"))
    if entry.kind == kinds.LEAD_ALLOCATED.id:
        led = Allocation.objects.filter(case=case, from_on=entry.happened_on, capacity=policies.LEAD)
        led.filter(practitioner__name=entry.details["practitioner"]).update(from_on=on)
