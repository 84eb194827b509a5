"""A child on a plan moves to another authority, or is here for a time on another's plan; and turning 18."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import may_too, open_child, practitioner_of
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.plans import services
from alongside.plans.forms import moves as forms
from alongside.plans.models import PlanMove, StayHere
from alongside.plans.moving import read_moves
from alongside.ui.forms import Form
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, render
from alongside.ui.steps import ask

RULE, EIGHTEEN = "child-protection.receiving-conference", "child-protection.review-around-eighteen"
GOES_ON = "The plan here goes on: visits, core groups and reviews stay due."


@require_safe
def moves(request: HttpRequest, reference: str) -> HttpResponse:
    """Where a move stands, who was asked and when, and what is still to do."""
    child = open_child(request, reference, policies.READ_PLAN)
    shown = {
        "child": child, "read": read_moves(child), "may_change": may_too(child, policies.KEEP_PLAN),
        "whole_record": may_too(child, policies.READ_RECORD), "rule": catalogue.rule(RULE),
        "eighteen": catalogue.rule(EIGHTEEN),
    }  # fmt: skip
    return render(request, "plans/moves.html", shown, about=child)


def _asks(
    request: HttpRequest,
    reference: str,
    form: type[Form],
    *,
    page: str,
    act: Callable[[Person, Any, dict[str, Any]], Any],
    told: Callable[[Any], Told],
    day: str,
    key: UUID | None = None,
    rule: str = RULE,
    initial: Mapping[str, Any] | None = None,
) -> HttpResponse:
    """One page that asks about a move, tells back, acts, and leads back to the child's moves."""
    child, me = open_child(request, reference, policies.KEEP_PLAN), practitioner_of(request)
    move = _open_move(child, key) if key else None
    return ask(
        request, form, template=f"plans/{page}.html", about=child,
        context={"child": child, "move": move, "rule": catalogue.rule(rule)},
        initial={day: day_of(timezone.now()), **(initial or {})} if request.method == "GET" else None,
        act=lambda answers: act(child, me, answers),
        done=lambda made: (reverse_for("plans:moves", reference), told(made)),
    )  # fmt: skip


def _open_move(child: Person, key: UUID) -> PlanMove:
    move = PlanMove.objects.filter(pk=key, plan__child=child, plan__ended_on=None, ending=None).first()
    if move is None:
        raise Http404("There is no move here that goes on.")
    return move


@require_http_methods(["GET", "POST"])
def move_away(request: HttpRequest, reference: str) -> HttpResponse:
    """A child on a plan here moves to another authority."""
    return _asks(
        request, reference, forms.MoveAwayForm, page="move_away", day="known_on",
        act=lambda child, me, given: services.record_move_away(
            by=me, child=child, moving=services.Moving(**given), now=timezone.now()
        ),
        told=lambda move: Told(
            f"Move to {move.authority} recorded",
            (GOES_ON, f"Tell {move.authority} now, and record whom you told and what was sent.",
             "Tell the child and the family who works with them until then."),
            more=((f"Record that {move.authority} was told", reverse_for("plans:move-told", reference, move.pk)),),
        ),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def move_told(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """The receiving authority was told."""
    return _asks(
        request, reference, forms.MoveToldForm, page="move_told", day="told_on", key=key,
        initial={"told_by": practitioner_of(request).name},
        act=lambda child, me, given: services.tell_of_move(by=me, child=child, move=key, now=timezone.now(), **given),
        told=lambda made: Told(f"{made.move.authority} was told", (GOES_ON, "Ask again until it answers; each time is kept here.")),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def move_contact(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Somebody asked the receiving authority again."""
    return _asks(
        request, reference, forms.MoveContactForm, page="move_contact", day="rung_on", key=key,
        initial={"rung_by": practitioner_of(request).name},
        act=lambda child, me, given: services.ask_about_move(by=me, child=child, move=key, now=timezone.now(), **given),
        told=lambda made: Told("Recorded", (_after_asking(made.answer), GOES_ON)),
    )  # fmt: skip


def _after_asking(answer: str) -> str:
    if answer == "refused":
        return "The move stays open. Your manager speaks with theirs, and the disagreement is settled as agreed locally."
    return "Record its conference and its answer in writing when they come."


@require_http_methods(["GET", "POST"])
def move_answer(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """The receiving authority held its conference, and said in writing what it decided."""
    return _asks(
        request, reference, forms.ReceivingConferenceForm, page="move_answer", day="written_on", key=key,
        act=lambda child, me, given: services.receive_answer(by=me, child=child, move=key, now=timezone.now(), **given),
        told=lambda made: Told(
            f"{made.move.authority}’s answer is recorded",
            ("The plan here may end now. What is recorded of the move is filled in already.",),
            more=(("End the plan here", reverse_for("plans:end", reference)),),
        ),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def end_move(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """The family does not move, or the child came back."""
    return _asks(
        request, reference, forms.EndMoveForm, page="end_move", day="ended_on", key=key,
        act=lambda child, me, given: services.end_move(by=me, child=child, move=key, now=timezone.now(), **given),
        told=lambda made: Told("The move is recorded as ended", (GOES_ON,)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def stay_here(request: HttpRequest, reference: str) -> HttpResponse:
    """A child is here for a time, and has a plan elsewhere."""
    return _asks(
        request, reference, forms.StayHereForm, page="stay_here", day="from_on",
        act=lambda child, me, given: services.record_stay_here(
            by=me, child=child, staying=services.Staying(**given), now=timezone.now()
        ),
        told=lambda stay: Told(
            f"Recorded: here for a time on the plan of {stay.authority}",
            (f"The plan stays {stay.authority}’s, and is not counted as ours.",
             f"Tell {stay.authority} at once of anything that worries you. Whoever is in danger here is protected here."),
        ),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def end_stay(request: HttpRequest, reference: str) -> HttpResponse:
    """The child left, or stays for good."""
    child = open_child(request, reference, policies.KEEP_PLAN)
    if not StayHere.objects.filter(case__child=child, ending=None).exists():
        raise Http404("No stay here is recorded that goes on.")
    return _asks(
        request, reference, forms.EndStayForm, page="end_stay", day="ended_on",
        act=lambda child, me, given: services.end_stay_here(by=me, child=child, now=timezone.now(), **given),
        told=lambda made: Told("The stay here is recorded as ended", _after_stay(made.how)),
    )  # fmt: skip


def _after_stay(how: str) -> tuple[str, ...]:
    if how == "stays":
        return (
            "Record that the child moved here for good: our conference is held within 15 working days of being told.",
        )
    return ("If the case here has nothing else open, it can be closed.",)


@require_http_methods(["GET", "POST"])
def coming_of_age(request: HttpRequest, reference: str) -> HttpResponse:
    """The review around the eighteenth birthday is set, and who helps from then on."""
    return _asks(
        request, reference, forms.ComingOfAgeForm, page="coming_of_age", day="planned_on", rule=EIGHTEEN,
        act=lambda child, me, given: services.plan_for_eighteen(by=me, child=child, now=timezone.now(), **given),
        told=lambda made: Told(
            "Turning 18 is planned",
            ("Book the review for that day.", "The plan ends at or after the birthday, on the ground that the child turned 18.",
             "The young person and the family are told who helps from then on."),
        ),
    )  # fmt: skip
