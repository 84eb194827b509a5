"""Being looked after: where it stands beside a plan, and the acts that record it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import may_too, open_child, practitioner_of
from alongside.care import status
from alongside.care.models import CareStatusChange, LookedAfter, TwoPlansConsidered
from alongside.care.status_forms import BecomeForm, CeaseForm, ChangeStatusForm, TwoPlansForm
from alongside.cases.models import Case
from alongside.facts import Fact, listed_as, read
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.ui.forms import Form
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told, render
from alongside.ui.steps import ask

POLICY = policies.WRITE_ASSESSMENT


@require_safe
def looked_after(request: HttpRequest, reference: str) -> HttpResponse:
    """Since when and on what footing; the plan beside it, and the dates of both side by side."""
    child = open_child(request, reference, policies.READ_RECORD)
    facts = read(_lists(child))
    one: dict[str, Fact | None] = {
        what: max((each for each in facts if each.what == what), key=lambda each: str(each.key), default=None)
        for what in ("now", "plan", "considered")
    }
    return render(request, "care/looked_after.html", {
        "child": child, "now": one["now"], "plan": one["plan"], "considered": one["considered"],
        "labels": {step.key: step.label for step in status.statuses(day_of(timezone.now()))},
        "changes": sorted((each for each in facts if each.what == "change"), key=lambda each: str(each.from_on)),
        "before": sorted((each for each in facts if each.what == "before"), key=lambda each: str(each.from_on), reverse=True),
        "may_change": may_too(child, POLICY), "rule": catalogue.rule(status.STATUSES),
        "review": catalogue.rule("child-protection.next-review"),
    }, about=child)  # fmt: skip


def _lists(child: Person) -> list[Any]:
    ours, plans = (
        LookedAfter.objects.filter(case__child=child),
        Case.objects.filter(child=child, closed_on=None),
    )
    considered = TwoPlansConsidered.objects.filter(case__child=child, case__closed_on=None)
    return [
        listed_as("now", ours.filter(ending=None), name="reviewing_officer", role="status_now", detail="reasons",
                  from_on="began_on", to_on="next_review_on", key="pk"),
        listed_as("before", ours.exclude(ending=None), role="status_now", detail="ending__reasons", name="ending__how",
                  from_on="began_on", to_on="ending__ceased_on", key="pk"),
        listed_as("change", CareStatusChange.objects.filter(looked_after__in=ours.values("pk"), looked_after__ending=None),
                  role="status", detail="reasons", from_on="changed_on", key="pk"),
        listed_as("plan", plans.filter(childprotectionplans__isnull=False, childprotectionplans__ended_on=None),
                  role="childprotectionplans__category", from_on="childprotectionplans__started_on",
                  to_on="childprotectionplans__review_on", key="pk"),
        listed_as("considered", considered, role="decided", detail="reasons", from_on="considered_on",
                  to_on="plan_review_on", key="pk"),
    ]  # fmt: skip


def _asks(
    request: HttpRequest, reference: str, form: type[Form], *, page: str, day: str,
    act: Callable[..., Any], told: Callable[[Any], Told], takes_today: bool = False, wants: bool = True,
) -> HttpResponse:  # fmt: skip
    child, me, now = open_child(request, reference, POLICY), practitioner_of(request), timezone.now()
    if wants and not LookedAfter.objects.filter(case__child=child, ending=None).exists():
        raise Http404("This child is not looked after, as far as is recorded here.")
    return ask(
        request, form, template=f"care/{page}.html", about=child,
        context={"child": child, "rule": catalogue.rule(status.STATUSES), "approval": catalogue.rule("care.return-home-approval")},
        initial={day: day_of(now)} if request.method == "GET" else None,
        form_kwargs={"today": day_of(now)} if takes_today else None,
        act=lambda answers: act(by=me, child=child, now=timezone.now(), **answers),
        done=lambda made: (reverse_for("care:looked-after", reference), told(made)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def become(request: HttpRequest, reference: str) -> HttpResponse:
    """The child is looked after from a day on."""
    return _asks(
        request, reference, BecomeForm, page="become", day="began_on", act=status.become_looked_after, takes_today=True,
        wants=False, told=lambda made: Told(
            "Recorded: looked after",
            ("A child protection plan, where there is one, goes on until a review conference decides.",
             "Consider whether both are needed, and join their dates.",
             "Keep where the child lives with their addresses, protected if it must be."),
        ),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, reference: str) -> HttpResponse:
    """The child is looked after on another footing."""
    return _asks(
        request, reference, ChangeStatusForm, page="change_status", day="changed_on", act=status.change_care_status,
        takes_today=True, told=lambda made: Told("Recorded: looked after on another footing", ("Tell the child and the family what changes.",)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def cease(request: HttpRequest, reference: str) -> HttpResponse:
    """The child is no longer looked after."""
    return _asks(
        request, reference, CeaseForm, page="cease", day="ceased_on", act=status.cease_to_be_looked_after,
        told=lambda made: Told(
            "Recorded: no longer looked after",
            ("If the child came home, record how it was decided and planned.", "A child protection plan goes on as before."),
            more=(("Record coming home from care", reverse_for("care:return-home", reference)),),
        ),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def two_plans(request: HttpRequest, reference: str) -> HttpResponse:
    """Whether being looked after and a plan are both needed."""
    return _asks(
        request, reference, TwoPlansForm, page="two_plans", day="considered_on", act=status.consider_two_plans,
        told=lambda made: Told("Recorded", ("Only a review conference ends the plan.", "Tell the child, the family and both chairs the dates.")),
    )  # fmt: skip
