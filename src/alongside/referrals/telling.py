"""Telling the referrer what was decided, in the same step as the decision or later; or why they are not told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.deadlines.projection import refresh
from alongside.moments import day_of
from alongside.outbox.services import Matters, send_email
from alongside.referrals.front_door import Decided, decide, tell_referrer
from alongside.referrals.models import Decision, Referral
from alongside.refusals import Refusal

EMAIL, LATER, NOT_TOLD, OTHER = "e-mail", "later", "not-told", "other"
TELEPHONE, IN_PERSON, LETTER = "telephone", "in-person", "letter"
HOW = {
    TELEPHONE: "By telephone; I have told them", IN_PERSON: "In person; I have told them",
    LETTER: "By letter; it has gone", OTHER: "Another way; I have told them",
}  # fmt: skip
DONE = {TELEPHONE: "by telephone", IN_PERSON: "in person", LETTER: "by letter"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """How the referrer is told. how: one of those above. other: in words, for another way. why_not: if not told."""

    how: str
    other: str = ""
    why_not: str = ""


@transaction.atomic
def decide_and_tell(
    *, by: Practitioner, referrals: Sequence[Referral], decided: Decided, telling: Telling, now: datetime
) -> list[Decision]:
    """Decide on one referral or several, and tell the referrer, in one go: both are recorded or neither.

    Working Together 2023, paragraphs 151 to 154.
    """
    decisions = decide(by=by, referrals=referrals, decided=decided, now=now)
    settle(by=by, decisions=decisions, told=decided.to_tell_referrer, telling=telling, now=now)
    return decisions


@transaction.atomic
def settle(
    *, by: Practitioner, decisions: Sequence[Decision], told: str, telling: Telling, now: datetime
) -> list[Entry]:
    """Tell the referrer what was decided, or record why not. "Later" leaves it waiting on the board.

    One letter goes for all the children decided together. Raises Refusal where there is no address for it.
    """
    if telling.how == LATER or not decisions:
        return []
    if telling.how == NOT_TOLD:
        return [not_told(by=by, decision=one, why=telling.why_not, now=now) for one in decisions]
    referral = decisions[0].referral
    how = DONE.get(telling.how) or telling.other.strip()
    if telling.how == EMAIL:
        how = f"by e-mail to {referral.address_to_reply_to}"
        _write(by, referral, told, now)
    if not how:
        raise Refusal("Say how the referrer was told.", "You chose another way.",
                      "Write it in a few words.", field="told_otherwise")  # fmt: skip
    return [tell_referrer(by=by, decision=one, told=told, how=how, now=now) for one in decisions]


def _write(by: Practitioner, referral: Referral, told: str, now: datetime) -> None:
    to = referral.address_to_reply_to
    if not to:
        raise Refusal("This referrer gave no e-mail address.", "There is none with the referral.",
                      "Ring them, or say why they are not told.", field="told_how")  # fmt: skip
    area = referral.case.area
    ring = ", ".join(
        part for part in (referral.referrer_name or "the referrer", referral.referrer_contact) if part
    )
    matters = Matters(
        by=by, instead=f"Ring {ring}, tell them what was decided, and record that you did.",
        link=f"/children/{referral.case.child.reference}/",
    )  # fmt: skip
    body = LETTER_BODY if referral.address_is_proven else NEWS_BODY
    send_email(
        to=to, subject="What was decided on your referral", about=referral, area=area, now=now,
        matters=matters, body=body.format(area=area.name, told=told, received=f"{referral.received_on:%-d %B %Y}"),
    )  # fmt: skip


LETTER_BODY = """This is about the referral you made to {area} on {received}.

{told}

If you are not happy with this, say so on the page of your receipt, or ring the front door of {area}.
If a child is in danger now, ring 999.
"""
#: To an address nobody has confirmed: it may be a stranger's, so it says that there is news and no more.
NEWS_BODY = """There is news about a referral made to {area} on {received}.

Open the link on the receipt to read it. It is not in this letter, because nobody has confirmed that this address
belongs to whoever made the referral. If it was not you, there is nothing to do.
"""


@transaction.atomic
def not_told(*, by: Practitioner, decision: Decision, why: str, now: datetime) -> Entry:
    """Record why the referrer is not told. Nobody's outcome is left unsent without a reason."""
    policies.RECORD_REFERRAL_WORK.lock(decision.case.child, by)
    if not why.strip():
        raise Refusal("Say why the referrer is not told.", "A referrer should hear what was decided and why.",
                      "Give the reason, or tell them.", field="why_not")  # fmt: skip
    entry = kinds.REFERRER_NOT_TOLD.record(
        decision.case, on=day_of(now), at=now, by=by, now=now, why=why, referral=str(decision.referral_id)
    )
    refresh(decision.case)
    return entry
