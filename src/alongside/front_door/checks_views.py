"""Asking partners about a child, and answering."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.front_door import checks
from alongside.front_door.local import LocalFigures, figures_of
from alongside.front_door.models import CheckRequest
from alongside.people.models import Person
from alongside.ui.forms import AnyOfRecords, Form, LongTextField, OneOf
from alongside.ui.pages import Told, render
from alongside.ui.steps import ask
from alongside.ui.words import listed

NOTHING, SOMETHING = "nothing", "something"


class AskForm(Form):
    """Whom the front door asks, what and why."""

    agencies = AnyOfRecords(label="Whom do you ask?", missing="Select at least one agency", dense=True)
    question = LongTextField(
        label="What do you ask?", missing="Enter what you ask", rows=4, limit=2_000,
        help_text="No more than they need to know to answer. They see the child’s name and date of birth.",
    )  # fmt: skip
    reason = LongTextField(
        label="Why do you ask?", missing="Enter why you ask", rows=3, limit=2_000,
        help_text="What happened, as far as they must know it.",
    )  # fmt: skip
    basis = OneOf(
        label="On what lawful basis?", choices=CheckRequest.Basis.choices, missing="Select the lawful basis",
        help_text="Agreement is a basis only where you asked for it and would stop without it.",
    )  # fmt: skip

    def __init__(self, *args: Any, child: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["agencies"].queryset = checks.partners_of(child)  # type: ignore[attr-defined]


class AnswerForm(Form):
    """What an agency knows. Fact, opinion and what others said stay apart."""

    known = OneOf(
        label="Does your agency know anything about this?", missing="Say whether your agency knows anything",
        choices=((SOMETHING, "Yes"), (NOTHING, "No, nothing is known")),
        reveals={SOMETHING: ("fact", "opinion", "reported")},
    )  # fmt: skip
    fact = LongTextField(label="What do you know for a fact?", required=False, limit=10_000,
                         help_text="Seen or recorded, with dates.")  # fmt: skip
    opinion = LongTextField(label="What do you think?", required=False, limit=10_000, rows=3,
                            help_text="Your professional opinion, and why.")  # fmt: skip
    reported = LongTextField(label="What did others tell you?", required=False, limit=10_000, rows=3,
                             help_text="And who told you.")  # fmt: skip


@require_http_methods(["GET", "POST"])
def ask_partners(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask one agency or several about a child."""
    child, me = open_child(request, reference, policies.ASK_PARTNER), practitioner_of(request)
    figures = figures_of(child.area_id, timezone.localdate())
    return ask(
        request, AskForm, template="front_door/ask_partners.html", about=child, form_kwargs={"child": child},
        context={"figures": figures, "by": figures.check_by(timezone.localdate())},
        act=lambda answers: checks.ask_partners(
            by=me, child=child, now=timezone.now(), **{**answers, "agencies": list(answers["agencies"])}
        ),
        done=lambda asked: (reverse("front_door:checks", args=(child.reference,)), _asked(asked, figures)),
    )  # fmt: skip


def _asked(asked: list[CheckRequest], figures: LocalFigures) -> Told:
    known = checks.have_accounts({one.agency_id for one in asked})
    without = [str(one.agency) for one in asked if one.agency_id not in known]
    nobody = f"Nobody at {listed(without)} has an account: send them a link below." if without else ""
    return Told(
        f"Asked {', '.join(str(one.agency) for one in asked)}",
        (*([nobody] if nobody else []),
         f"They answer by {asked[0].answer_by:%A %-d %B %Y}. {figures.source}",
         "Answers come back here and on the board. What is not answered in time is shown as late."),
    )  # fmt: skip


@require_safe
def about_child(request: HttpRequest, reference: str) -> HttpResponse:
    """What partners were asked about a child, and what they answered."""
    child = open_child(request, reference, policies.ASK_PARTNER)
    asked = checks.about(child, practitioner_of(request))
    with_accounts = checks.have_accounts({one.agency_id for one in asked if not hasattr(one, "answer")})
    shown = {"asked": asked, "child": child, "with_accounts": with_accounts}
    return render(request, "front_door/checks.html", shown, about=child)


@require_safe
def asked_of_me(request: HttpRequest) -> HttpResponse:
    """What one's own agency is asked, and what it answered."""
    me = practitioner_of(request)
    shown = {"waiting": list(checks.asked_of(me)[:200]), "answered": list(checks.answered_by_agency(me)[:50])}
    return render(request, "front_door/asked_of_me.html", shown)


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, key: UUID) -> HttpResponse:
    """Answer one question."""
    me = practitioner_of(request)
    found = checks.asked_of(me).filter(pk=key).first()
    if found is None:
        raise Http404("There is nothing here that you can answer.")
    return ask(
        request, AnswerForm, template="front_door/answer.html", context={"asked": found},
        act=lambda answers: checks.answer_check(
            by=me, request=found, nothing_known=answers.pop("known") == NOTHING, now=timezone.now(), **answers
        ),
        done=lambda answered: (
            reverse("front_door:asked-of-me"),
            Told("Your answer is with the front door", ("They tell you what follows where you need to know it.",)),
        ),
    )  # fmt: skip
