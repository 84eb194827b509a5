"""A referral that is being written, kept on the server and found only by the key its writer holds."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from allauth.account.adapter import get_adapter
from django.db import transaction
from django.db.models import Q
from django.http import HttpRequest, QueryDict
from django.utils.crypto import salted_hmac

from alongside.front_door.intake import areas_that_receive
from alongside.front_door.local import figures_of
from alongside.front_door.models import Draft, Receipt
from alongside.front_door.secrets import digest_of, new_secret
from alongside.moments import day_of
from alongside.referrals.models import Referral

KEY = "referral-draft"
#: Characters of one page, and of all of them. Past these the page says so, and what stood before is kept.
LARGEST_PAGE, LARGEST_DRAFT = 60_000, 200_000
#: How long what was not sent is kept. A local choice; the page that gives the link says so.
KEPT, KEPT_SHORT = timedelta(days=28), timedelta(days=1)
#: As many are deleted whenever another is begun, so that it needs nobody to remember it.
AT_ONCE = 50
#: How long a draft in which nothing was written is surely not being written in.
LEFT_ALONE = timedelta(hours=1)


def begin(request: HttpRequest, now: datetime) -> Draft:
    """A new draft, whose key this browser holds from now on.

    Past the area's own number from one address it is kept for a day only, and those in which nobody wrote
    anything make room: a draft can always be begun and sent.
    """
    delete_old(now)
    key, source = new_secret(), source_of(request)
    there = Draft.objects.filter(source=source).exclude(answers={})
    most = most_from_one(now)
    is_short = there.count() >= most
    if is_short:
        left = there.filter(saved_at__lt=now - LEFT_ALONE).order_by("saved_at")[:AT_ONCE]
        Draft.objects.filter(pk__in=[one.pk for one in left if _is_empty(one)]).delete()
        is_short = there.count() >= most
    draft = Draft.objects.create(
        key_digest=digest_of(key), began_at=now, saved_at=now, source=source, is_short=is_short
    )
    hold(request, key)
    return draft


def source_of(request: HttpRequest) -> str:
    """The same for all that is begun from one address, and of no use without the installation's own key."""
    address = get_adapter().get_client_ip(request)
    return salted_hmac("alongside.drafts", address, algorithm="sha256").hexdigest()


def most_from_one(now: datetime) -> int:
    """The largest figure of the areas here: which area it is for is only asked once it is begun."""
    return max((figures_of(area.pk, day_of(now)).most_drafts for area in areas_that_receive()), default=20)


def _is_empty(draft: Draft) -> bool:
    """Whether no more than the first question was answered."""
    return not set(draft.answers) - {"danger"}


def kept_for(draft: Draft) -> timedelta:
    """How long it is kept where it is not sent."""
    return KEPT_SHORT if draft.is_short else KEPT


def delete_old(now: datetime) -> int:
    """Delete what nobody has touched for so long that it is not kept: some at a time. How many."""
    old = (
        Draft.objects.filter(Q(saved_at__lt=now - KEPT) | Q(saved_at__lt=now - KEPT_SHORT, is_short=True))
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
