"""Agreements about sharing: keeping them, and asking one whether it covers what is to be shared or read.

An agreement is asked twice, and each time on the day: once before the recipient learns that there is
anything (``covers``), and again before they read it. The law asks for no agreement; a decision may rest
on one, and then it stands and falls with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Agency, Area, Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.guidance.kernel.words import day_in_words
from alongside.keeping import check, keep
from alongside.moments import day_of
from alongside.refusals import Refusal
from alongside.sharing.models import Purpose, SharingAgreement


def why_not(
    agreement: SharingAgreement, holder: Agency, recipient: Agency | None, purpose: str, on: date
) -> str:
    """Why this agreement does not cover sharing between these two for this, on a day; empty where it does."""
    parties = set(agreement.parties.values_list("pk", flat=True))
    if on < agreement.from_on:
        return f"It holds from {day_in_words(agreement.from_on)}."
    if agreement.ended_on and on >= agreement.ended_on:
        return f"It was ended on {day_in_words(agreement.ended_on)}: {agreement.ended_because}"
    if agreement.to_on and on > agreement.to_on:
        return f"It ran out on {day_in_words(agreement.to_on)}."
    if holder.pk not in parties:
        return f"{holder} is not a party to it."
    if recipient is None or recipient.pk not in parties:
        return f"{recipient or 'The recipient'} is not a party to it."
    if purpose != agreement.purpose:
        return f"It is about {Purpose(agreement.purpose).label.lower()}, and nothing else."
    return ""


def refuse_outside(
    agreement: SharingAgreement, holder: Agency, recipient: Agency | None, purpose: str, on: date
) -> None:
    """Raise Refusal where the agreement does not cover it."""
    if because := why_not(agreement, holder, recipient, purpose, on):
        raise Refusal(
            f"“{agreement}” does not cover this.", because,
            "Choose another agreement, or none: where there is a lawful basis, sharing needs no agreement.",
            field="agreement",
        )  # fmt: skip


@transaction.atomic
def make_agreement(
    *,
    by: Practitioner,
    area: Area,
    name: str,
    parties: Sequence[Agency],
    purpose: str,
    information: Sequence[str],
    from_on: date,
    now: datetime,
    to_on: date | None = None,
    review_on: date | None = None,
) -> SharingAgreement:
    """Record what some agencies agreed. Raises Refusal for fewer than two of them."""
    if not policies.KEEP_AGREEMENTS.allows(area, by):
        raise PermissionDenied(f"You cannot keep the agreements of {area}.")
    if len(set(parties)) < 2:
        raise Refusal(
            "An agreement is between at least two.", "You chose fewer than two agencies.",
            "Choose every agency that is a party to it.", field="parties",
        )  # fmt: skip
    agreement = SharingAgreement(
        area=area, name=name, purpose=purpose, information=list(information), from_on=from_on, to_on=to_on,
        review_on=review_on, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(agreement)
    keep(agreement)
    agreement.parties.set(parties)
    write(Action.CHANGE, area=area, by=by, about=agreement.pk, about_kind="sharing-agreement", now=now)
    return agreement


@transaction.atomic
def end_agreement(*, by: Practitioner, agreement: SharingAgreement, why: str, now: datetime) -> None:
    """End an agreement today. What rests on it can no longer be opened. Raises Refusal once it has ended."""
    if not policies.KEEP_AGREEMENTS.allows(agreement.area, by):
        raise PermissionDenied(f"You cannot keep the agreements of {agreement.area}.")
    if agreement.ended_on:
        raise Refusal(
            "This agreement has ended.", f"It was ended on {day_in_words(agreement.ended_on)}.",
            "Record a new one if the agencies agreed again.",
        )  # fmt: skip
    agreement.ended_on, agreement.ended_because = day_of(now), why
    check(agreement)
    keep(agreement, update_fields=("ended_on", "ended_because"))
    write(
        Action.CHANGE, area=agreement.area, by=by, about=agreement.pk, about_kind="sharing-agreement", now=now
    )
