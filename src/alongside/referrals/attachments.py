"""Documents sent with a referral, such as an early help assessment."""

from __future__ import annotations

import hashlib
from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import practitioner_of
from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.chronology import kinds
from alongside.moments import day_of
from alongside.referrals.doors import open_referral, referrals_sent
from alongside.referrals.models import Attachment, Referral
from alongside.ui.fields.documents import DocumentField
from alongside.ui.forms import Form
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, go, refusals_shown_on, render


class AttachForm(Form):
    """Which document to attach."""

    document = DocumentField(label="Which document?", called="the document to attach")


@transaction.atomic
def attach(*, by: Practitioner, referral: Referral, name: str, content: bytes, now: datetime) -> Attachment:
    """Keep a document with a referral: by whoever made it, or by the front door. Working Together 2023, paragraph 150."""
    own = referral.referrer_id == by.pk
    if not own and not policies.RECORD_REFERRAL_WORK.allows(referral.case.child, by):
        raise PermissionDenied("You cannot attach a document to this referral.")
    attachment = Attachment.objects.create(
        referral=referral, name=name, size=len(content), sha256=hashlib.sha256(content).hexdigest(),
        content=content, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    kinds.DOCUMENT_ATTACHED.record(
        referral.case, on=day_of(now), at=now, by=by, now=now, practitioner=by.name, document=name
    )
    return attachment


@require_http_methods(["GET", "POST"])
def attach_to_own(request: HttpRequest, submission: UUID) -> HttpResponse:
    """Attach a document to a referral one has made."""
    return _attach(request, referrals_sent(request, submission)[0], reverse_for("referrals:sent", submission))


@require_http_methods(["GET", "POST"])
def attach_at_front_door(request: HttpRequest, key: UUID) -> HttpResponse:
    """Attach a document that came with a referral."""
    return _attach(request, open_referral(request, key), reverse_for("referrals:decide", key))


def _attach(request: HttpRequest, referral: Referral, back: str) -> HttpResponse:
    form = AttachForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["document"]
        with refusals_shown_on(form):
            attach(
                by=practitioner_of(request),
                referral=referral,
                name=file.name,
                content=file.read(),
                now=timezone.now(),
            )
            return go(request, back, Told(f"“{file.name}” is kept with the referral"))
    return render(request, "referrals/attach.html", {"form": form, "referral": referral, "back": back})


@require_safe
def download(request: HttpRequest, key: UUID, attachment: UUID) -> HttpResponse:
    """A document as it was sent; the browser saves it and never shows or runs it."""
    referral = open_referral(request, key, action=Action.DOWNLOAD)
    found = Attachment.objects.filter(pk=attachment, referral=referral).first()
    if found is None:
        raise Http404("There is no record here that you can open.")
    answer = HttpResponse(bytes(found.content), content_type="application/octet-stream")
    answer.headers["Content-Disposition"] = content_disposition_header(True, found.name) or "attachment"
    return answer
