"""One way in for every referral from outside: the public form and other systems alike."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, cast

from django.db import IntegrityError, transaction

from alongside.agencies.models import Agency, Area, Post, Practitioner, Role, Team
from alongside.front_door.models import Receipt
from alongside.front_door.schema import NotTaken, Problem, Sent, read
from alongside.front_door.secrets import digest_of, status_secret
from alongside.keys import new_key
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.referrals.models import Referral
from alongside.referrals.references import reference_of
from alongside.referrals.services import ReferralGiven, ReferredChild, Said, make_referral
from alongside.refusals import Refusal

#: A post begins some day; the form's was always there.
LONG_AGO = date(2000, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Via:
    """How a referral came: through which door, and from whom.

    sender: to whom idempotency keys belong, such as a token's id; two senders may use the same key.
    agency: whose system it is, where it is known. practitioner: who signed in, where somebody did.
    email, email_proven_at, proof_digest: the address a practitioner without an account gave, and whether
    they showed it to be theirs.
    """

    door: str
    sender: str
    agency: Agency | None = None
    practitioner: Practitioner | None = None
    email: str = ""
    email_proven_at: datetime | None = None
    proof_digest: str = ""


def take_in(
    payload: Mapping[str, Any], *, via: Via, idempotency_key: str, now: datetime, held_because: str = ""
) -> Receipt:
    """Take in a referral, as `schema.Sent` describes it; the record and the clocks begin at once.

    The same sender with the same key gets the same receipt, and makes no second referral. With
    ``held_because`` it is kept whole until somebody has looked at it. Raises NotTaken, which names every
    problem, or Refusal where the key was used for something else; nothing is recorded then.
    Working Together 2023, paragraphs 149 to 153.
    """
    digest = _digest(payload)
    if before := _before(via, idempotency_key, digest):
        return before
    sent = read(payload, day_of(now))
    area = area_of(sent)
    try:
        with transaction.atomic():
            receipt = _receipt(sent, area, via, idempotency_key, digest, now, held_because)
            if held_because:
                receipt.payload = sent.model_dump(mode="json")
            receipt.full_clean()
            receipt.save(force_insert=True)
            if not held_because:
                enter(sent, area, receipt, via, now)
    except IntegrityError:
        # The same was sent twice at once; the other was first.
        if before := _before(via, idempotency_key, digest):
            return before
        raise
    return receipt


def _digest(payload: Mapping[str, Any]) -> str:
    try:
        words = json.dumps(payload, sort_keys=True, default=str)
    except (ValueError, RecursionError, TypeError):
        words = ""  # `read` says what is wrong with it.
    return hashlib.sha256(words.encode(errors="replace")).hexdigest()


def _before(via: Via, key: str, digest: str) -> Receipt | None:
    if not key or len(key) > 200 or not key.isprintable():
        raise Refusal(
            "This referral has no key to know it by.", "A key has 1 to 200 characters that can be shown.",
            "Send a key of your own with each referral, and the same one when you send it again.",
            field="idempotency_key",
        )  # fmt: skip
    before = Receipt.objects.filter(sender=via.sender, idempotency_key=key).first()
    if before and before.digest != digest:
        raise Refusal(
            "This key was used for another referral.", f"It stands on receipt {before.reference}.",
            "Send a new referral with a new key. To send the same again, send it unchanged.",
            field="idempotency_key",
        )  # fmt: skip
    return before


def area_of(sent: Sent) -> Area:
    """The area a referral is for. Raises NotTaken where there is none here, or it has no social care to receive it."""
    area = Area.objects.filter(code=sent.area).first()
    if area is None or _receiving_agency(area) is None:
        known = ", ".join(f"{one.code} ({one.name})" for one in areas_that_receive())
        raise NotTaken([Problem(
            "area", "This area receives no referrals here.", f"You gave “{sent.area}”. There is {known or 'none'}.",
            "Send the code of one of these, or ring the council of the area in which the child is.",
        )])  # fmt: skip
    return area


def areas_that_receive() -> list[Area]:
    """Every area with children's social care to receive a referral."""
    social_care = Agency.objects.filter(sector=Agency.Sector.CHILDRENS_SOCIAL_CARE, closed_on=None)
    return list(Area.objects.filter(agencies__in=social_care).distinct().order_by("name"))


def _receiving_agency(area: Area) -> Agency | None:
    door = (
        Team.objects.filter(area=area, purpose=Team.Purpose.FRONT_DOOR, closed_on=None)
        .select_related("agency")
        .first()
    )
    if door:
        return door.agency
    return area.agencies.filter(sector=Agency.Sector.CHILDRENS_SOCIAL_CARE, closed_on=None).first()


def _receipt(
    sent: Sent, area: Area, via: Via, key: str, digest: str, now: datetime, held_because: str
) -> Receipt:
    receipt = Receipt(
        area=area, submission=new_key(), door=via.door, sender=via.sender, idempotency_key=key, digest=digest,
        children_typed=[_as_referred(child).called for child in sent.children], made_at=now,
        email=via.email or sent.referrer.email, email_proven_at=via.email_proven_at, proof_digest=via.proof_digest,
        held_because=held_because,
    )  # fmt: skip
    receipt.reference = reference_of(receipt.submission)
    receipt.status_digest = digest_of(status_secret(receipt.pk))
    return receipt


def enter(sent: Sent, area: Area, receipt: Receipt, via: Via, now: datetime) -> list[Referral]:
    """Put a referral into the record, received when its receipt was made."""
    by = via.practitioner or form_of(area)
    who = sent.referrer
    given = ReferralGiven(
        submission=receipt.submission, received_at=receipt.made_at, referrer=via.practitioner,
        referrer_kind=who.kind, referrer_name=who.name, referrer_relation=who.relation,
        referrer_contact=who.contact, referrer_agency=via.agency, referrer_email=receipt.email,
        email_proven_at=receipt.email_proven_at, source=source_words(sent, receipt), siblings=sent.siblings,
        statements=[
            Said(kind=said.kind, words=said.words, said_by=said.said_by or who.name or REFERRER[who.kind])
            for said in sent.statements
        ],
        immediate_danger=sent.immediate_danger, whereabouts=sent.whereabouts, family_asked=sent.family.asked,
        not_asked_because=sent.family.not_asked_because if sent.family.asked == "not-asked" else "",
        development=sent.development, capacity=sent.capacity, outside_factors=sent.outside_factors,
        communication=sent.communication, known_services=sent.known_services,
        early_help_assessment=sent.early_help_assessment,
    )  # fmt: skip
    children = [_as_referred(child) for child in sent.children]
    return make_referral(by=by, area=area, children=children, given=given, now=now)


REFERRER = {
    "practitioner": "The practitioner who referred", "family": "The member of the family who referred",
    "public": "The member of the public who referred", "anonymous": "Someone who did not give a name",
}  # fmt: skip


def source_words(sent: Sent, receipt: Receipt) -> str:
    """What the entry says about where it comes from: the door, and who really said it."""
    door = Receipt.Door(receipt.door).label
    said = sent.referrer.name or REFERRER[sent.referrer.kind]
    return f"{door} ({receipt.reference}): {said}"[:100]


def _as_referred(child: Any) -> ReferredChild:
    return ReferredChild(
        given=child.given, family=child.family, born_on=child.born_on, expected_on=child.expected_on,
        sex=cast(str, child.sex) or Person.Sex.NOT_RECORDED,
    )  # fmt: skip


def form_of(area: Area) -> Practitioner:
    """Who records what comes in without anybody signed in: the area's public form, which can never sign in.

    It has a post with the agency that receives referrals and in no team, so it may refer and open nothing.
    """
    email = f"public-referral-form.{area.code}@alongside.invalid"
    form = Practitioner.objects.filter(email=email).first()
    if form is None:
        form = Practitioner(
            email=email, name="Public referral form", job_title="Not a person", is_active=False
        )
        form.set_unusable_password()
        form.save()
    agency = _receiving_agency(area)
    if agency and not form.posts.filter(agency=agency, to_on=None).exists():
        Post.objects.create(
            practitioner=form, agency=agency, role=Role.PARTNER_PRACTITIONER, from_on=LONG_AGO
        )
    return form
