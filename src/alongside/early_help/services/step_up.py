"""Stepping up: a referral to children's social care that carries what early help knows."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.people.models import Person
from alongside.referrals.models import Referral
from alongside.referrals.services import ReferralGiven, ReferredChild, make_referral

SOURCE = "Stepped up from early help"


@transaction.atomic
def step_up(*, by: Practitioner, child: Person, given: ReferralGiven, now: datetime) -> Referral:
    """Refer a child whose family has early help. The referral is recorded on the episode there is, with clocks of its own.

    Children's social care decides; until then, and where it decides on early help, early help goes on as it is.
    The early help lead stays involved. Working Together 2023, paragraphs 133, 150 and 153.
    """
    if not policies.KEEP_EARLY_HELP.allows(child, by):
        raise PermissionDenied(f"You cannot step up early help for {child}.")
    return make_referral(
        by=by, area=child.area, children=[ReferredChild(known=child)], given=replace(given, source=SOURCE), now=now
    )[0]  # fmt: skip
