"""A child's safeguarding file on its way from one school to the next."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.access.doors import practitioner_of
from alongside.agencies.models import Agency, Practitioner
from alongside.partners import services
from alongside.partners.forms import SendFileForm
from alongside.partners.models import FileTransfer
from alongside.partners.on_their_way import waits_too_long
from alongside.partners.views.school import school_of
from alongside.plans.forms.making import Making
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, go, render
from alongside.ui.steps import ask

SHOWN = 50


@require_safe
def files(request: HttpRequest) -> HttpResponse:
    """Files sent and received: what has come, and what has not yet."""
    ours, now = school_of(practitioner_of(request)), timezone.now()
    both = FileTransfer.objects.filter(Q(sender=ours) | Q(receiver=ours)).defer("content")
    found = list(both.select_related("sender", "receiver", "received_by").order_by("-sent_at", "-id")[:SHOWN])
    return render(request, "partners/files.html", {
        "school": ours,
        "sent": [(one, waits_too_long(one, now)) for one in found if one.sender_id == ours.pk],
        "received": [one for one in found if one.receiver_id == ours.pk],
    })  # fmt: skip


@require_http_methods(["GET", "POST"])
def send(request: HttpRequest) -> HttpResponse:
    """Send a file to the child's next school."""
    me = practitioner_of(request)
    ours = school_of(me)
    schools = Agency.objects.filter(sector=Agency.Sector.EDUCATION, closed_on=None).exclude(pk=ours.pk)
    making = Making(SendFileForm, files=request.FILES or None, schools=list(schools))
    return ask(
        request, making, template="partners/send_file.html", context={"school": ours}, check=False,
        act=lambda _: services.send_file(by=me, sender=ours, now=timezone.now(), **making.form.as_given()),
        done=lambda sent: (
            reverse_for("partners:file", sent.pk),
            Told("The file is sent", (
                f"Only a safeguarding lead of {sent.receiver} can open it. You see here when they say that it has come.",
            )),
        ),
    )  # fmt: skip


@require_safe
def file(request: HttpRequest, key: UUID) -> HttpResponse:
    """One file: to its sender whether it has come; to its receiver, what it says."""
    me = practitioner_of(request)
    found, receiving = _open(me, key)
    if receiving:
        services.open_file(by=me, file=found, now=timezone.now())
    return render(request, "partners/file.html", {"file": found, "receiving": receiving})


@require_safe
def document(request: HttpRequest, key: UUID) -> HttpResponse:
    """The document, to the receiving school alone; the browser saves it and never shows or runs it."""
    found, receiving = _open(practitioner_of(request), key)
    if not receiving or not found.content:
        raise Http404("There is no file here that you can open.")
    answer = HttpResponse(bytes(found.content), content_type="application/octet-stream")
    answer.headers["Content-Disposition"] = (
        content_disposition_header(True, found.document_name) or "attachment"
    )
    return answer


@require_POST
def received(request: HttpRequest, key: UUID) -> HttpResponse:
    """Say that it has come."""
    me = practitioner_of(request)
    found, receiving = _open(me, key)
    if not receiving:
        raise Http404("There is no file here that you can open.")
    services.acknowledge_file(by=me, file=found, now=timezone.now())
    return go(
        request,
        reverse_for("partners:file", key),
        Told("Receipt given", (f"{found.sender} has been told that the file has come.",)),
    )


def _open(me: Practitioner, key: UUID) -> tuple[FileTransfer, bool]:
    """The file, and whether this practitioner's school receives it. Raises Http404 to everyone but its two schools."""
    ours = school_of(me)
    found = (
        FileTransfer.objects.filter(pk=key)
        .select_related("sender", "receiver", "received_by", "sent_by")
        .first()
    )
    if found is None or ours.pk not in (found.sender_id, found.receiver_id):
        raise Http404("There is no file here that you can open.")
    return found, found.receiver_id == ours.pk
