"""Checks with partners: the front door asks agencies a question about a child, and they answer."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import QuerySet

from alongside.access import policies
from alongside.agencies.models import Agency, Post, Practitioner, Role
from alongside.cases.episodes import open_case
from alongside.chronology import kinds
from alongside.deadlines.projection import refresh
from alongside.front_door.local import figures_of
from alongside.front_door.models import CheckAnswer, CheckRequest
from alongside.keys import new_key
from alongside.moments import day_of
from alongside.notices.services import notify
from alongside.outbox.events import Event, happened
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.ui.words import date_words


def partners_of(child: Person) -> QuerySet[Agency]:
    """The agencies that may be asked about a child: those of the area, but for social care itself."""
    agencies = Agency.objects.filter(areas=child.area_id, closed_on=None)
    return agencies.exclude(sector=Agency.Sector.CHILDRENS_SOCIAL_CARE).order_by("name")


@transaction.atomic
def ask_partners(
    *,
    by: Practitioner,
    child: Person,
    agencies: Sequence[Agency],
    question: str,
    reason: str,
    basis: str,
    now: datetime,
) -> list[CheckRequest]:
    """Ask one agency or several a question about a child. Each answers for itself, by the area's own limit.

    Raises Refusal where no agency is named, or one still has to answer an earlier question of the same words.
    Working Together 2023, paragraph 152.
    """
    child = policies.ASK_PARTNER.lock(child, by)
    if not agencies:
        raise Refusal("Nobody is asked.", "You chose no agency.", "Choose whom to ask.", field="agencies")
    case, today = open_case(child), day_of(now)
    waiting = CheckRequest.objects.filter(case=case, agency__in=agencies, question=question, answer=None)
    if twice := waiting.select_related("agency").first():
        raise Refusal(
            f"{twice.agency} has been asked this already.", f"It was asked on {date_words(twice.asked_at)}.",
            "Wait for the answer, ring them, or ask something else.", field="question",
        )  # fmt: skip
    by_day, batch = figures_of(case.area_id, today).check_by(today), new_key()
    asked = []
    for agency in agencies:
        one = CheckRequest(
            area_id=case.area_id, case=case, agency=agency, batch=batch, question=question, reason=reason,
            basis=basis, asked_at=now, answer_by=by_day, recorded_at=now, recorded_by=by,
        )  # fmt: skip
        one.full_clean(exclude=("entry",))
        one.entry = kinds.CHECK_ASKED.record(
            case, on=today, at=now, by=by, now=now, agency=agency.name, question=question,
            by_words=date_words(by_day), check=str(one.pk),
        )  # fmt: skip
        one.save()
        happened(
            Event.CHECK_ASKED,
            area=case.area_id,
            agency=agency,
            data={"check": str(one.pk)},
            about=one,
            now=now,
        )
        asked.append(one)
    refresh(case)
    return asked


def asked_of(me: Practitioner) -> QuerySet[CheckRequest]:
    """What this practitioner's agency is asked and has not answered, the most pressing first."""
    waiting = CheckRequest.objects.filter(answer=None).select_related(
        "case__child", "agency", "recorded_by", "area"
    )
    return policies.ANSWER_CHECK.filter(waiting, me).order_by("answer_by", "asked_at", "id")


def answered_by_agency(me: Practitioner) -> QuerySet[CheckRequest]:
    """What this practitioner's agency has answered, the latest first."""
    answered = CheckRequest.objects.filter(answer__isnull=False).select_related(
        "case__child", "agency", "answer"
    )
    return policies.ANSWER_CHECK.filter(answered, me).order_by("-answer__answered_at")


def have_accounts(agencies: Collection[UUID]) -> set[UUID]:
    """Those agencies in which somebody with an account could answer. One query."""
    posts = Post.objects.filter(agency__in=agencies, to_on=None, practitioner__is_active=True)
    return set(posts.exclude(role__in=(Role.ADMINISTRATOR, Role.ANALYST)).values_list("agency", flat=True))


def about(child: Person, me: Practitioner) -> list[CheckRequest]:
    """What partners were asked about a child and what they answered, for those who may ask; the latest first."""
    if not policies.ASK_PARTNER.allows(child, me):
        return []
    asked = CheckRequest.objects.filter(case__child=child).select_related(
        "agency", "answer__answered_by", "recorded_by"
    )
    return list(asked.order_by("-asked_at", "agency__name"))


@transaction.atomic
def answer_check(
    *, by: Practitioner, request: CheckRequest, nothing_known: bool = False, fact: str = "", opinion: str = "",
    reported: str = "", now: datetime,
) -> CheckAnswer:  # fmt: skip
    """Answer for one's agency: what it knows, thinks and was told, kept apart; or that it knows nothing."""
    allowed = policies.ANSWER_CHECK.filter(CheckRequest.objects.filter(pk=request.pk), by)
    asked = (
        allowed.select_for_update(of=("self",)).select_related("case__child", "agency", "recorded_by").first()
    )
    if asked is None:
        raise PermissionDenied("You cannot answer this.")
    return keep_answer(
        asked, by=by, nothing_known=nothing_known, fact=fact, opinion=opinion, reported=reported, now=now
    )


def keep_answer(
    asked: CheckRequest, *, by: Practitioner, guest: str = "", nothing_known: bool, fact: str, opinion: str,
    reported: str, now: datetime,
) -> CheckAnswer:  # fmt: skip
    """Keep the answer of whoever was let in to give it, and tell the asker. The request is locked by the caller.

    guest: who answered without an account; ``by`` is then whoever let them in.
    """
    if CheckAnswer.objects.filter(request=asked).exists():
        raise Refusal("This has been answered already.", "Somebody in your agency did so before you.",
                      "Ring the front door if there is more to say.")  # fmt: skip
    if nothing_known == any(words.strip() for words in (fact, opinion, reported)):
        raise Refusal(
            "Say what you know, or that you know nothing.", "Either there is something to tell, or there is not.",
            "Fill in what is known, thought or reported; or choose that nothing is known.", field="known",
        )  # fmt: skip
    answer = CheckAnswer(
        request=asked, nothing_known=nothing_known, fact=fact, opinion=opinion, reported=reported, answered_at=now,
        answered_by=by, guest=guest,
    )  # fmt: skip
    answer.full_clean()
    answer.save()
    kinds.CHECK_ANSWERED.record(
        asked.case, on=day_of(now), at=now, by=by, now=now, source=f"{answer.who}, {asked.agency}"[:100] if guest else "", agency=asked.agency.name,
        answer=in_words(answer), check=str(asked.pk),
    )  # fmt: skip
    refresh(asked.case)
    notify(to=asked.recorded_by, words=f"{asked.agency} answered your question.",
           link=f"/children/{asked.case.child.reference}/checks/", child=asked.case.child, now=now)  # fmt: skip
    return answer


def in_words(answer: CheckAnswer) -> str:
    """The answer as one text: fact, opinion and what was reported each under its name."""
    if answer.nothing_known:
        return "Nothing is known."
    said = (("Known", answer.fact), ("Our opinion", answer.opinion), ("Reported to us", answer.reported))
    return " ".join(f"{name}: {words}" for name, words in said if words)
