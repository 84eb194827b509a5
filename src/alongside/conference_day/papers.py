"""One member's own papers for a conference: agenda, the reports this reader may see, and the plan with its progress.

Built anew whenever they are asked for, for one reader and about one child. What the family has not been given is not in
them; neither is a protected home or number, nor, for the family, a place that could tell of one.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.cases.episodes import open_case
from alongside.chronology import kinds
from alongside.conferences.forms.report import headings_of_reports
from alongside.conferences.models import Booking, Invitation, KeptAway, PapersGiven
from alongside.conferences.reading import BookingRead, words_of
from alongside.keeping import check, keep
from alongside.letters.composing import Marked, look
from alongside.letters.for_reader import OUTSIDE_THE_AGENCIES
from alongside.letters.models import Audience
from alongside.letters.papers import Document
from alongside.letters.readers import Reader, Record
from alongside.letters.wording import HEADING, ITEM, TEXT, TITLE, Block
from alongside.moments import day_of
from alongside.people.folding import fold
from alongside.people.models import Person
from alongside.plans.lists import Line, listed
from alongside.plans.models import Action, ChildProtectionPlan, Need, PlanForTheChild
from alongside.refusals import Refusal
from alongside.ui.words import count, date_words, day_long, moment

AGENDA = (
    "Everybody says who they are.", "What the meeting is for, and what it can decide.",
    "What the child says. What the parents say.", "What those who help have seen, and what they think.",
    "What is going well, and what worries us.", "The decision for each child, and who does not agree and why.",
    "What must change, who does what, and by when.", "When we meet again.",
)  # fmt: skip
SUPPORT = "Bring somebody to support you: a friend, a relative, an advocate or a solicitor."
OF_ANOTHER = "It is about brothers and sisters too. Ask the chair what of it you may have."
AWAY = "The chair decides what of it you may have."
NOT_SHARED = (
    "It has not been shared with the family yet. The chair decides, with the police where they are involved."
)


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody invited, as a reader of papers. reader: None for whoever only gets the agenda.

    away: the chair keeps them away from the conference, or from a part of it.
    """

    key: UUID
    name: str
    part: str
    agency: str
    reader: Reader | None
    away: bool = False


def members_of(read: BookingRead, child: Person, record: Record) -> list[Member]:
    """Everybody invited, each with what they are to this child; names are compared as they are spelled."""
    away = {line.owner for line in read.away}
    return [_member(line, child, record, line.key in away) for line, _ in read.invited]


def _member(line: Line, child: Person, record: Record, away: bool) -> Member:
    reader: Reader | None = None
    if line.owner:
        reader = Reader(Audience.AGENCY, line.source, agency_key=line.owner, as_what="agency")
    elif fold(line.name) == fold(child.called):
        reader = Reader(Audience.CHILD, child.called, person_key=child.pk, as_what="the child")
    else:
        reader = next((one for one in record.parents if fold(one.name) == fold(line.name)), None)
    return Member(line.key, line.name, line.part, line.source, reader, away)


def papers_for(member: Member, read: BookingRead, child: Person, record: Record, today: date) -> Document:
    """The papers of one member about one child, looked through; with how many parts were left out.

    read: with ``plan_lists`` read beside.
    """
    blocks = [*_opening(member, read, child, record, today)]
    if member.reader is not None:
        blocks += _plan(member.reader, read, child, today)
        blocks += _reports(member, member.reader, read, hides_places=_hides_places(member, record))
    blocks += [
        Block(HEADING, "You can"),
        *([] if member.agency else [Block(ITEM, SUPPORT)]),
        Block(ITEM, "Say what you think before the meeting, to the chair or in writing."),
        Block(ITEM, "Say that you do not agree. It is written down with your reasons."),
    ]  # fmt: skip
    marked = list(look(blocks, record, "papers"))
    hidden = {one.block for one in marked if must_stay_out(one, record)}
    kept = tuple(block for number, block in enumerate(blocks) if number not in hidden)
    others = sum(one.what == "child" and one.block not in hidden for one in marked)
    return Document(blocks[0].words, kept, len(hidden), others)


def must_stay_out(one: Marked, record: Record) -> bool:
    """Whether a place in papers keeps its part out: a protected home or number, and in such a family any at all.

    Nobody signs these papers line by line, so an address that is spelled in a way of its own is not risked either.
    """
    return one.stops or (record.somebody_is_protected and one.what != "child")


def _hides_places(member: Member, record: Record) -> bool:
    """Whether the place, and who else comes or writes, could tell this reader where somebody is."""
    if member.away:
        return True
    outside = member.reader is None or member.reader.audience in OUTSIDE_THE_AGENCIES
    return outside and record.somebody_is_protected


def _opening(
    member: Member, read: BookingRead, child: Person, record: Record, today: date
) -> Iterator[Block]:
    booking = read.booking
    yield Block(TITLE, f"{booking.get_kind_display()} about {child.called}: papers for {member.name}")
    yield Block(TEXT, f"It is on {moment(booking.starts_at)}.")
    if not _hides_places(member, record):
        yield Block(TEXT, f"It takes place at {booking.place}.")
    else:
        yield Block(TEXT, f"{record.lead or 'The lead practitioner'} tells you where it takes place.")
    if booking.chair:
        before = "" if member.agency else ", and would like to talk with you before"
        yield Block(TEXT, f"{booking.chair.name} chairs it{before}.")
    if not _hides_places(member, record):
        names = [line.name + (f", {line.source}" if line.source else "") for line, _ in read.invited]
        yield Block(HEADING, "Who is invited")
        yield from (Block(ITEM, name) for name in names)
    yield Block(HEADING, "What happens")
    yield from (Block(ITEM, words) for words in AGENDA)


def plan_lists(child: Person) -> tuple[QuerySet[Any], ...]:
    """The child's open plan and its own words for the child, as lists to be read with the booking."""
    plans = ChildProtectionPlan.objects.open().filter(child=child).values("pk")
    return (
        listed("need", Need.objects.filter(plan__in=plans), name="need", part="must_change", source="how_much", on="by_when", key="id"),
        listed("action", Action.objects.filter(need__plan__in=plans, dropped_on=None), name="what", part="owner", on="by_when",
               since="done_on", owner="need", key="id"),
        listed("promised", PlanForTheChild.objects.filter(plan__in=plans), words="promises", key="id"),
    )  # fmt: skip


def _plan(reader: Reader, read: BookingRead, child: Person, today: date) -> Iterator[Block]:
    if reader.audience == Audience.CHILD:
        for promised in read.also.get("promised", []):
            yield Block(HEADING, "What grown-ups promised you")
            yield from (Block(TEXT, line) for line in promised.words.splitlines() if line.strip())
        return
    needs, actions = read.also.get("need", []), read.also.get("action", [])
    if not needs:
        return
    yield Block(HEADING, f"The plan for {child.called} until now")
    for need in needs:
        change = " ".join(one for one in (need.part, need.source) if one)
        yield Block(
            ITEM, f"{need.name} What must change: {change}" + (f" By {day_long(need.on)}." if need.on else "")
        )
        for one in (one for one in actions if one.owner == need.key):
            yield Block(ITEM, f"{one.part}: {one.name}, by {day_long(one.on)}.")
    yield Block(HEADING, "How far it has come")
    yield Block(
        TEXT, f"{sum(one.since is not None for one in actions)} of {count(len(actions), 'action')} done."
    )
    for one in actions:
        if one.since is None and one.on is not None and one.on < today:
            yield Block(ITEM, f"Not done yet: {one.part}: {one.name}, by {date_words(one.on)}.")


def _reports(member: Member, reader: Reader, read: BookingRead, *, hides_places: bool) -> Iterator[Block]:
    if reader.audience == Audience.CHILD:
        return  # A child is told by somebody they trust, not handed reports.
    labels = headings_of_reports()
    yield Block(HEADING, "Reports")
    if not read.reports:
        yield Block(TEXT, "None has come yet.")
    family, several = reader.audience == Audience.PARENT, len(read.children) > 1
    for report in read.reports:
        own = report.owner == reader.agency_key and reader.agency_key is not None
        # The name of a school or a refuge tells where somebody is as an address does.
        title = "A report" if hides_places and not own else f"Report from {report.source}, by {report.name}"
        if member.away and not own:
            yield Block(ITEM, f"{title}: {AWAY}")
        elif family and several:
            yield Block(ITEM, f"{title}: {OF_ANOTHER}")
        elif not own and report.since is None:
            yield Block(ITEM, f"{title}: {NOT_SHARED}")
        else:
            yield Block(HEADING, title)
            for key, words in words_of(report).items():
                yield Block(ITEM, f"{labels.get(key, key)}: {' '.join(words.split())}")
            for added in (one for one in read.added if one.owner == report.key):
                by = "Added" if hides_places and not own else f"Added by {added.name}"
                yield Block(ITEM, f"{by}: {' '.join(added.words.split())}")


def digest_of(made: Document) -> str:
    """What the papers said, as a digest."""
    return hashlib.sha256("\0".join(f"{one.kind}\1{one.words}" for one in made.blocks).encode()).hexdigest()


@transaction.atomic
def give_papers(
    *,
    by: Practitioner,
    child: Person,
    booking: Booking,
    invitation: UUID,
    made: Document,
    how: str,
    now: datetime,
) -> PapersGiven:
    """Record that somebody was given their papers: what is shared is on record, with the digest of what it said.

    Raises Refusal for somebody whom the chair keeps away from the conference.
    """
    child = policies.RECORD_CONFERENCE.lock(child, by)
    to = Invitation.objects.get(pk=invitation, booking=booking, booking__children__case__child=child)
    away = KeptAway.objects.filter(invitation=to).first()
    if away is not None:
        raise Refusal(
            f"{to} is kept away from {away.away_from}.", f"{away.decided_by} decided so. How they are heard: {away.views_come}",
            "Ask the chair what they may have, and give it to them yourself.",
        )  # fmt: skip
    given = PapersGiven(
        booking=booking, invitation=to, given_on=day_of(now), how=how, left_out=made.left_out, digest=digest_of(made),
        recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(given)
    keep(given)
    label = given.get_how_display()
    kinds.CONFERENCE_PAPERS_GIVEN.record(
        open_case(child), on=day_of(now), by=by, now=now, whom=f"{to}, {to.agency}" if to.agency else str(to),
        conference=booking.get_kind_display().lower(), how=label[:1].lower() + label[1:],
    )  # fmt: skip
    return given
