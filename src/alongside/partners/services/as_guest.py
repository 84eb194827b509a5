"""What a guest may do: answer an invitation, report to a conference, or answer the front door."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from alongside.conferences.models import ConferenceReport, Invitation
from alongside.front_door.checks import keep_answer
from alongside.front_door.models import CheckAnswer, CheckRequest
from alongside.partners.models import GuestLink, ReportDraft
from alongside.partners.services.guests import use_up
from alongside.partners.services.reply import answer_as
from alongside.partners.services.report import keep_report
from alongside.refusals import Refusal


@transaction.atomic
def reply_as_guest(
    *, link: GuestLink, answer: str, reason: str = "", sends: str = "", now: datetime
) -> Invitation:
    """A guest answers the invitation their link is for."""
    link = _locked(link, GuestLink.Purpose.REPLY, now)
    assert link.invitation is not None
    replied = answer_as(link.invitation, answer, reason, sends, f"{link.invitation.name}, as a guest", now)
    use_up(link, now)
    return replied


@transaction.atomic
def report_as_guest(
    *,
    link: GuestLink,
    words: Mapping[str, str],
    shared_on: date | None = None,
    not_shared_because: str = "",
    now: datetime,
) -> ConferenceReport:
    """A guest sends the report their link is for. Whoever invited them answers for the entry; its author is the guest."""
    link = _locked(link, GuestLink.Purpose.REPORT, now)
    assert link.invitation is not None
    agency = link.invitation.agency
    if agency is None:
        raise Refusal(
            "This link is for no agency.", "A report comes from an agency.", "Ask whoever sent you the link for a new one.",
        )  # fmt: skip
    sent = keep_report(
        link.invitation.booking, agency, words, written_by=f"{link.invitation.name}, as a guest"[:150], by=link.made_by,
        sent_as=ConferenceReport.SentAs.GUEST, now=now, shared_on=shared_on, not_shared_because=not_shared_because,
    )  # fmt: skip
    # What somebody with an account there had begun stays: it can be added to the report.
    ReportDraft.objects.filter(booking=link.invitation.booking, agency=agency).exclude(link=None).delete()
    use_up(link, now)
    return sent


def draft_of_guest(link: GuestLink) -> ReportDraft | None:
    """What this guest began, by this link or by an earlier one to the same invitation and address."""
    theirs = ReportDraft.objects.filter(link__invitation=link.invitation_id, link__email=link.email)
    return theirs.order_by("-saved_at").first()


@transaction.atomic
def keep_draft_of_guest(*, link: GuestLink, typed: str, now: datetime) -> ReportDraft | None:
    """Keep what a guest has typed of the report so far. None where the link is for something else."""
    link = _locked(link, GuestLink.Purpose.REPORT, now)
    if link.invitation is None or link.invitation.agency is None:
        return None
    draft, _ = ReportDraft.objects.update_or_create(
        link=link, booking=link.invitation.booking, agency=link.invitation.agency,
        defaults={"typed": typed, "saved_at": now, "saved_by": link.made_by},
    )  # fmt: skip
    return draft


@transaction.atomic
def answer_as_guest(
    *, link: GuestLink, nothing_known: bool = False, fact: str = "", opinion: str = "", reported: str = "", now: datetime
) -> CheckAnswer:  # fmt: skip
    """A guest answers for their agency what the front door asked. Whoever sent the link answers for the entry.

    Raises Refusal where somebody of the agency has answered meanwhile.
    """
    link = _locked(link, GuestLink.Purpose.CHECK, now)
    assert link.asked is not None
    about = CheckRequest.objects.select_for_update(of=("self",)).select_related(
        "case__child", "agency", "recorded_by"
    )
    answer = keep_answer(
        about.get(pk=link.asked.pk), by=link.made_by, guest=link.name, nothing_known=nothing_known, fact=fact,
        opinion=opinion, reported=reported, now=now,
    )  # fmt: skip
    use_up(link, now)
    return answer


def _locked(link: GuestLink, purpose: str, now: datetime) -> GuestLink:
    """The link, if it still stands and is for this. Raises Refusal otherwise: it may have been withdrawn meanwhile."""
    about = ("area", "made_by", "invitation__agency", "invitation__booking")
    locked = GuestLink.objects.select_for_update(of=("self",)).select_related(*about).get(pk=link.pk)
    if not locked.stands(now) or locked.purpose != purpose:
        raise Refusal(
            "This link leads nowhere any more.", "It was used, withdrawn, or has run out.",
            "Ask whoever sent it to you for a new one. Copy what you wrote first.",
        )  # fmt: skip
    return locked
