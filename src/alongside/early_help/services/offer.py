"""Offering early help, and what each of the family answers."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Area, Post, Practitioner
from alongside.cases.basis import is_in_need
from alongside.cases.episodes import involve, open_or_begin_case
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.shortfalls import expected_but_absent, record_shortfall
from alongside.deadlines.projection import refresh
from alongside.early_help.models import EarlyHelpOffer, FamilyTeamMember, OfferAnswer, OfferSign
from alongside.early_help.services.standing import lead_of, refuse_day
from alongside.family_help.models import Agreed
from alongside.guidance import catalogue, standing
from alongside.guidance.kernel.rules import Content, Heading
from alongside.keeping import check, keep
from alongside.referrals.services import ReferredChild, child_described
from alongside.refusals import Refusal

AGREEMENT, ASKED, SIGNS, LEAD = (
    "early-help.agreement", "early-help.asking", "early-help.indicators", "authority.early-help-lead",
)  # fmt: skip
AGREES = (Agreed.YES.value, Agreed.IN_PART.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What one person answered. Fields as on ``OfferAnswer``."""

    part: str
    who: str
    answer: str
    may_share: str
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """An offer, with what was answered. signs: keys of the indicators that were noticed."""

    offered_on: date
    why: str
    told: str = ""
    answers: Sequence[Answer] = ()
    signs: Collection[str] = ()


def signs_on(day: date) -> tuple[Heading, ...]:
    """The signs that the text of a day lists; before the first text, those of the first."""
    rule = catalogue.rule(SIGNS)
    assert isinstance(rule, Content)
    return rule.headings(max(day, rule.sets_out.first_day or day))


@transaction.atomic
def offer_early_help(
    *, by: Practitioner, area: Area, child: ReferredChild, offer: Offer, now: datetime
) -> EarlyHelpOffer:
    """Offer early help to a family, and record what each of them answered; an episode of early help is open from then.

    Whoever offers it leads until the family and its team agree on somebody else. Anybody may offer it who works for
    an agency of the area. Raises Refusal for a day that cannot be, and where somebody else leads early help or
    children's social care works with the child already; PermissionDenied for another area. What was not asked or
    told is a shortfall, never a bar. Working Together 2023, paragraphs 118 to 120, 124, 131 and 133.
    """
    if not policies.OFFER_EARLY_HELP.allows(area, by):
        raise PermissionDenied(f"You cannot offer early help in {area}.")
    person = child_described(by, area, child, now)
    case = open_or_begin_case(person, on=offer.offered_on, by=by, now=now, in_need=False)
    refuse_day(offer.offered_on, "offered_on", case, now)
    lead = lead_of(case)
    _refuse_anothers(case, lead, by)
    post = _post_of(by)
    record = EarlyHelpOffer(
        area_id=case.area_id, case=case, offered_on=offer.offered_on, offered_by=by, agency=post.agency if post else None,
        why=offer.why, told=offer.told, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(record, exclude=("entry",))
    record.entry = kinds.EARLY_HELP_OFFERED.record(
        case,
        on=offer.offered_on,
        by=by,
        now=now,
        practitioner=by.name,
        why=offer.why,
        answers=_in_words(offer.answers),
    )
    keep(record)
    _keep_answers(record, offer)
    if lead is None:
        _lead(case, by, post, offer.offered_on, now)
    if post:
        involve(case, post.agency, why="Offered the family early help", on=offer.offered_on, through=by)
    _fall_short(record, offer)
    refresh(case)
    return record


def _refuse_anothers(case: Case, lead: FamilyTeamMember | None, by: Practitioner) -> None:
    if policies.KEEP_EARLY_HELP.allows(case.child, by):
        return
    if lead:
        raise Refusal(
            f"{case.child} has early help already.", f"{lead.words} leads it.",
            "Speak with them: you may be asked into the team around the family.",
        )  # fmt: skip
    if is_in_need(case):
        raise Refusal(
            f"Children’s social care works with {case.child} already.", "Help is given under section 17.",
            "Speak with the lead practitioner, or send what you know.",
        )  # fmt: skip


def _post_of(by: Practitioner) -> Post | None:
    return next(iter(by.scope.posts), None)


def _lead(case: Case, by: Practitioner, post: Post | None, on: date, now: datetime) -> None:
    member = FamilyTeamMember(
        area_id=case.area_id, case=case, practitioner=by, agency=post.agency if post else None,
        team=post.team if post else None, name=by.name, part=by.job_title or "Offered early help", leads=True,
        from_on=on, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(member)
    keep(member)


def _keep_answers(record: EarlyHelpOffer, offer: Offer) -> None:
    for one in offer.answers:
        answer = OfferAnswer(
            offer=record,
            part=one.part,
            who=one.who,
            answer=one.answer,
            words=one.words,
            may_share=one.may_share,
        )
        check(answer)
        keep(answer)
    labels = {heading.key: heading.label for heading in signs_on(offer.offered_on)}
    for key in offer.signs:
        if key not in labels:
            raise Refusal(
                f"“{key}” is not one of the signs.", "The list is that of the text in force on the day of the offer.",
                "Choose from the list.", field="signs",
            )  # fmt: skip
        keep(OfferSign(offer=record, key=key, label=labels[key]))


def _in_words(answers: Sequence[Answer]) -> str:
    told = dict(Agreed.choices)
    return " ".join(f"{one.who}: {told.get(one.answer, one.answer).lower()}." for one in answers)


def _fall_short(record: EarlyHelpOffer, offer: Offer) -> None:
    agrees = {standing.FAMILY} if any(one.answer in AGREES for one in offer.answers) else set()
    asked = {one.part for one in offer.answers if one.answer != Agreed.NOT_ASKED}
    filled = {
        key
        for key, there in (
            ("child", "child" in asked),
            ("parents", "parent" in asked),
            ("told", bool(offer.told)),
        )
        if there
    }
    assert record.entry is not None
    refused = any(one.answer == Agreed.NO for one in offer.answers)
    if not refused:
        record_shortfall(record.entry, AGREEMENT, expected_but_absent(AGREEMENT, agrees, offer.offered_on))
    record_shortfall(record.entry, ASKED, expected_but_absent(ASKED, filled, offer.offered_on))
