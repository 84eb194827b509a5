"""A referral that is being written, kept on the server and found only by the key its writer holds."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from django.db import transaction
from django.http import HttpRequest, QueryDict

from alongside.front_door.models import Draft, Receipt
from alongside.front_door.secrets import digest_of, new_secret
from alongside.referrals.models import Referral

KEY = "referral-draft"
#: Characters of one page, and of all of them. Past these the page says so, and what stood before is kept.
LARGEST_PAGE, LARGEST_DRAFT = 60_000, 200_000
#: How long what was not sent is kept. A local choice; the page that gives the link says so.
KEPT = timedelta(days=28)
#: As many are deleted whenever another is begun, so that it needs nobody to remember it.
AT_ONCE = 50


def begin(request: HttpRequest, now: datetime) -> Draft:
    """A new draft, whose key this browser holds from now on."""
    delete_old(now)
    key = new_secret()
    draft = Draft.objects.create(key_digest=digest_of(key), began_at=now, saved_at=now)
    hold(request, key)
    return draft


def delete_old(now: datetime) -> int:
    """Delete what nobody has touched for so long that it is not kept: some at a time. How many."""
    old = (
        Draft.objects.filter(saved_at__lt=now - KEPT)
        .order_by("saved_at")
        .values_list("pk", flat=True)[:AT_ONCE]
    )
    return Draft.objects.filter(pk__in=list(old)).delete()[0]


def hold(request: HttpRequest, key: str) -> None:
    """This browser goes on with the draft of this key."""
    request.session[KEY] = key


def key_held(request: HttpRequest) -> str:
    held = request.session.get(KEY, "")
    return held if isinstance(held, str) else ""


def of(request: HttpRequest) -> Draft | None:
    """The draft this browser is writing; None where there is none."""
    key = key_held(request)
    return by_key(key) if key else None


def by_key(key: str) -> Draft | None:
    """The draft that somebody with this key wrote; None where there is none."""
    return Draft.objects.filter(key_digest=digest_of(key)).first()


def keep(draft: Draft, page: str, data: QueryDict, now: datetime) -> bool:
    """Keep what was typed on a page, right or wrong. False where it is too long to be kept."""
    typed = {name: values for name, values in data.lists() if name not in ("csrfmiddlewaretoken", "then")}
    answers = {**draft.answers, page: typed}
    if len(json.dumps(typed)) > LARGEST_PAGE or len(json.dumps(answers)) > LARGEST_DRAFT:
        return False
    if "\\u0000" in json.dumps(typed):
        return False
    draft.answers, draft.saved_at = answers, now
    draft.save(update_fields=("answers", "saved_at"))
    return True


def sent(draft: Draft, now: datetime) -> None:
    """The referral was sent: what was typed is in the record, and no longer here."""
    draft.answers, draft.saved_at = {}, now
    draft.save(update_fields=("answers", "saved_at"))


@transaction.atomic
def prove(secret: str, now: datetime) -> Draft | Receipt | None:
    """Whoever follows the link we sent to an address has that address. None for a link that is none of ours.

    The receipt, where the referral was sent before the address was confirmed.
    """
    digest = digest_of(secret)
    draft = Draft.objects.filter(proof_digest=digest).first()
    if draft and not draft.email_proven_at:
        draft.email_proven_at = now
        draft.save(update_fields=("email_proven_at",))
    receipt = Receipt.objects.filter(proof_digest=digest, email_proven_at=None).select_related("area").first()
    if receipt:
        receipt.email_proven_at = now
        receipt.save(update_fields=("email_proven_at",))
        Referral.objects.filter(submission=receipt.submission).update(email_proven_at=now)
    return receipt or draft
