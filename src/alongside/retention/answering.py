"""Answering somebody who asks for the record about them, or says that it is wrong. One function for each act."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.chronology.models import Entry
from alongside.guidance.kernel.words import day_in_words
from alongside.keeping import check, keep
from alongside.matching.joined import together
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.retention.models import PackPart, PackSpan, Rectification, SubjectRequest
from alongside.retention.pack import gathered
from alongside.retention.proposing import others_around, proposed


@transaction.atomic
def record_request(
    *, by: Practitioner, child: Person, asked_by: str, asks_as: str, identity: str, received_on: date, now: datetime
) -> SubjectRequest:  # fmt: skip
    """Record that somebody asks, and put the pack together: the record as it stands now, and those joined to it.

    Raises Refusal for a day to come.
    """
    child = policies.ANSWER_SUBJECT.lock(child, by)
    _refuse_future(received_on, now, "received_on")
    request = SubjectRequest(
        area_id=child.area_id, child=child, asked_by=asked_by, asks_as=asks_as, identity=identity,
        received_on=received_on, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(request)
    keep(request)
    parts = _put_together(request, by)
    _audited(request.child, Action.CHANGE, by, now, what="subject-request", request=request.pk, parts=parts)
    return request


def _put_together(request: SubjectRequest, by: Practitioner) -> int:
    people = Person.objects.filter(pk__in=list(together(request.child, by).values_list("pk", flat=True)))
    others = others_around(people)
    pattern = others.pattern()
    parts, spans = [], []
    for number, piece in enumerate(gathered(people), start=1):
        part = PackPart(
            request=request, number=number, kind=piece.record._meta.label, record=piece.record.pk, title=piece.title,
            on=piece.on, words=piece.words,
        )  # fmt: skip
        parts.append(part)
        spans += [
            PackSpan(part=part, start=one.start, end=one.end, why=one.why)
            for one in proposed(piece, others, pattern)
        ]
    PackPart.objects.bulk_create(parts)
    PackSpan.objects.bulk_create(spans)
    return len(parts)


@transaction.atomic
def decide_spans(
    *, by: Practitioner, request: SubjectRequest, decided: Mapping[UUID, bool], now: datetime
) -> SubjectRequest:
    """Say of proposed words whether they are covered (True) or given (False). Raises Refusal once it is signed."""
    request = _held(request, by)
    _refuse_signed(request)
    for covered in (True, False):
        keys = [key for key, value in decided.items() if value is covered]
        PackSpan.objects.filter(part__request=request, pk__in=keys).update(
            covered=covered, decided_by=by, decided_at=now
        )
    _audited(
        request.child, Action.CHANGE, by, now, what="spans-decided", request=request.pk, spans=len(decided)
    )
    return request


@transaction.atomic
def cover_words(*, by: Practitioner, request: SubjectRequest, words: str, now: datetime) -> int:
    """Cover words that a reader found, wherever they stand in the pack. Raises Refusal where they stand nowhere.

    Where they lie across words that were proposed, both are covered.
    """
    request = _held(request, by)
    _refuse_signed(request)
    pattern = re.compile(re.escape(words.strip()), re.IGNORECASE)
    spans = [
        PackSpan(
            part=part, start=one.start(), end=one.end(), why=PackSpan.Why.READER, covered=True, decided_by=by, decided_at=now
        )
        for part in request.parts.all() for one in pattern.finditer(part.words)
    ]  # fmt: skip
    if not spans:
        raise Refusal(
            "These words do not stand in the pack.", f"You entered “{words.strip()}”.",
            "Copy them exactly as they stand there.", field="words",
        )  # fmt: skip
    PackSpan.objects.bulk_create(spans)
    _audited(
        request.child, Action.CHANGE, by, now, what="words-covered", request=request.pk, spans=len(spans)
    )
    return len(spans)


@transaction.atomic
def sign(*, by: Practitioner, request: SubjectRequest, now: datetime) -> SubjectRequest:
    """A second reader signs: from then on nothing in the pack changes.

    Raises Refusal while something is undecided, and for whoever recorded the request or decided on any words.
    """
    request = _held(request, by)
    _refuse_signed(request)
    spans = PackSpan.objects.filter(part__request=request)
    if by.pk == request.recorded_by_id or spans.filter(decided_by=by).exists():
        raise Refusal(
            "A second reader has to sign.", "You prepared this answer yourself.", "Ask a colleague who did not to read it.",
        )  # fmt: skip
    if undecided := spans.filter(covered=None).count():
        raise Refusal(
            "Not everything is decided.", f"{undecided} proposed places are neither covered nor given.",
            "Have them decided first.",
        )  # fmt: skip
    request.signed_by, request.signed_at = by, now
    check(request)
    keep(request, update_fields=("signed_by", "signed_at"))
    _audited(request.child, Action.CHANGE, by, now, what="pack-signed", request=request.pk)
    return request


@transaction.atomic
def record_given(
    *, by: Practitioner, request: SubjectRequest, given_on: date, given_to: str, given_how: str, now: datetime
) -> SubjectRequest:
    """Write down what was given to whom, when and how. Raises Refusal before it is signed, and a second time."""
    request = _held(request, by)
    _refuse_future(given_on, now, "given_on")
    if request.signed_at is None:
        raise Refusal(
            "No second reader has signed.",
            "What is not signed is not given.",
            "Have a second reader sign first.",
        )
    if request.given_on is not None:
        raise Refusal(
            "It was given already.", f"It went to {request.given_to} on {day_in_words(request.given_on)}.",
            "Record a new request, if they ask again.",
        )  # fmt: skip
    if given_on < day_of(request.signed_at):
        raise Refusal(
            "It would have been given before it was signed.", f"You entered {day_in_words(given_on)}.",
            "Enter the day on which it was given.", field="given_on",
        )  # fmt: skip
    request.given_on, request.given_to, request.given_how, request.given_by = (
        given_on,
        given_to,
        given_how,
        by,
    )
    check(request)
    keep(request, update_fields=("given_on", "given_to", "given_how", "given_by"))
    _audited(request.child, Action.SHARE, by, now, what="pack-given", request=request.pk)
    return request


@transaction.atomic
def ask_to_rectify(
    *, by: Practitioner, entry: Entry, asked_by: str, asked_on: date, wants: str, now: datetime
) -> Rectification:
    """Record that somebody says an entry is wrong. Raises Refusal for a day to come."""
    child = policies.ANSWER_SUBJECT.lock(entry.child, by)
    _refuse_future(asked_on, now, "asked_on")
    asked = Rectification(
        area_id=child.area_id, child=child, entry=entry, asked_by=asked_by, asked_on=asked_on, wants=wants,
        recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(asked)
    keep(asked)
    _audited(child, Action.CHANGE, by, now, what="rectification-asked", rectification=asked.pk)
    return asked


@transaction.atomic
def answer_rectification(
    *, by: Practitioner, asked: Rectification, outcome: str, answer: str, answered_on: date, now: datetime
) -> Rectification:
    """Record what became of it. Raises Refusal where an entry is said to be corrected and no correction is there."""
    policies.ANSWER_SUBJECT.lock(asked.child, by)
    asked = (
        Rectification.objects.select_for_update(of=("self",))
        .select_related("child", "entry")
        .get(pk=asked.pk)
    )
    _refuse_future(answered_on, now, "answered_on")
    if asked.outcome:
        raise Refusal("This was answered already.", asked.answer, "Record a new request, if they ask again.")
    corrected = Entry.objects.filter(Q(corrects=asked.entry), recorded_at__gte=asked.recorded_at).exists()
    if outcome == Rectification.Outcome.CORRECTED and not corrected:
        raise Refusal(
            "The entry has not been corrected.", "Nothing corrects it since this was asked.",
            "Open the entry and correct it, then answer.", field="outcome",
        )  # fmt: skip
    asked.outcome, asked.answer, asked.answered_on, asked.answered_by = outcome, answer, answered_on, by
    check(asked)
    keep(asked, update_fields=("outcome", "answer", "answered_on", "answered_by"))
    _audited(asked.child, Action.CHANGE, by, now, what="rectification-answered", rectification=asked.pk)
    return asked


def _held(request: SubjectRequest, by: Practitioner) -> SubjectRequest:
    policies.ANSWER_SUBJECT.lock(request.child, by)
    return SubjectRequest.objects.select_for_update(of=("self",)).select_related("child").get(pk=request.pk)


def _refuse_signed(request: SubjectRequest) -> None:
    if request.signed_at is not None:
        raise Refusal(
            "This pack is signed.",
            "Nothing in it changes any more.",
            "Record a new request, if something is missing.",
        )


def _refuse_future(day: date, now: datetime, field: str) -> None:
    if day > day_of(now):
        raise Refusal(
            "This day has not come yet.",
            f"You entered {day_in_words(day)}.",
            "Enter today, or a day before.",
            field=field,
        )


def _audited(child: Person, action: Action, by: Practitioner, now: datetime, **details: Any) -> None:
    write(action, area=child.area_id, by=by, about=child.pk, about_kind="child", now=now, **details)
