"""“Is it one of these?”: asked before a record is made of anybody who may have one. Never answered by itself."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse

from alongside.access.policies import READ_RECORD
from alongside.access.policy import Policy
from alongside.agencies.models import Area, Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.matching.candidates import candidates
from alongside.matching.comparing import Told
from alongside.matching.explaining import Explained, explain
from alongside.matching.same_family import relatives_of
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.ui.fields.rows import changed_rows
from alongside.ui.forms import Form
from alongside.ui.pages import render
from alongside.ui.steps import CHANGE, STEP

NEW = "new"
ASKED = "asked-whether-known"


@dataclass(frozen=True, slots=True)
class Described:
    """Somebody who is about to be recorded: what they are called on the page, and what is known of them."""

    called: str
    told: Told


@dataclass(frozen=True, slots=True)
class Question:
    """Whether one described person is one of these. name: of the field that holds the answer."""

    name: str
    described: Described
    options: tuple[Explained, ...]
    missing: bool


def is_it_one_of_these(
    request: HttpRequest,
    people: Sequence[Described],
    *,
    by: Practitioner,
    now: datetime,
    policy: Policy = READ_RECORD,
) -> HttpResponse | None:
    """The page that asks, with everything that was sent kept on it; None where there is nothing (more) to ask."""
    questions = []
    for place, one in enumerate(people):
        name = field_of(place, one)
        if request.POST.get(name):
            continue
        found = candidates(one.told, by=by, policy=policy)
        write(Action.SEARCH, area=_area(by), by=by, now=now, found=len(found), born=one.told.born is not None)
        if found:
            whose = relatives_of([candidate.person for candidate in found], by)
            options = tuple(
                explain(one.told, candidate, day_of(now), whose.get(candidate.person.pk, ""))
                for candidate in found
            )
            questions.append(Question(name, one, options, missing=ASKED in request.POST))
    if not questions:
        return None
    sent = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name not in ("csrfmiddlewaretoken", STEP, ASKED)
    ]
    wrong = any(one.missing for one in questions)
    context = {"questions": questions, "sent": sent, "wrong": wrong, "asked": ASKED, "new": NEW}
    page = render(request, "matching/is_it_one_of_these.html", context)
    page.status_code = 422 if wrong else 200
    return page


def asked_first(
    request: HttpRequest,
    form: Form | None,
    people: Callable[[dict[str, Any]], Sequence[Described]],
    *,
    by: Practitioner,
    now: datetime,
    policy: Policy = READ_RECORD,
) -> HttpResponse | None:
    """The page that asks, where a form that is right describes somebody who may have a record. Else None.

    form: as it was sent; None where nothing was. people: who is described by its answers.
    """
    if form is None or request.POST.get(STEP) == CHANGE or changed_rows(request.POST) is not None:
        return None
    if not form.is_valid():
        return None
    return is_it_one_of_these(request, people(form.cleaned_data), by=by, now=now, policy=policy)


def chosen(
    request: HttpRequest, people: Sequence[Described], *, by: Practitioner, policy: Policy = READ_RECORD
) -> list[Person | None]:
    """For each described person the record that was chosen, or None. Raises Refusal for one that ``by`` may not open."""
    answers = [request.POST.get(field_of(place, one), "") for place, one in enumerate(people)]
    references = [answer for answer in answers if answer and answer != NEW]
    found = {
        one.reference: one for one in policy.filter(Person.objects.filter(reference__in=references), by)
    } if references else {}  # fmt: skip
    if missing := next((one for one in references if one not in found), ""):
        raise Refusal(
            "There is no record with this reference that you can open.", f"“{missing}” was chosen.",
            "Go back and answer again whether it is one of those shown.",
        )  # fmt: skip
    return [found.get(answer) for answer in answers]


def field_of(place: int, one: Described) -> str:
    """The field of the answer. It belongs to this description: one that is changed is asked about again."""
    told = hashlib.sha256(repr(one.told).encode()).hexdigest()[:12]
    return f"known-{place}-{told}"


def _area(by: Practitioner) -> Area | None:
    return next((post.team.area for post in by.scope.posts if post.team), None)
