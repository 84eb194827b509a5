"""A looked-after child comes home: open, ask, act, show."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.care import services
from alongside.care.forms import ReturnHomeForm
from alongside.care.models import ReturnHome
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told
from alongside.ui.steps import Onward, ask


@require_http_methods(["GET", "POST"])
def record_return_home(request: HttpRequest, reference: str) -> HttpResponse:
    """Record how a child comes home from care."""
    child, me, now = (
        open_child(request, reference, policies.WRITE_ASSESSMENT),
        practitioner_of(request),
        timezone.now(),
    )

    def act(answers: dict[str, Any]) -> ReturnHome:
        led_by = answers.pop("led_by")
        return services.record_return_home(
            by=me, child=child, led_by=led_by, home=services.ComingHome(**answers), now=now
        )

    return ask(
        request, ReturnHomeForm, template="care/return_home.html", about=child, act=act, done=_told,
        context={"rule": catalogue.rule(services.PLAN), "lead": catalogue.rule(services.LEAD)},
        form_kwargs={"child": child, "today": day_of(now)},
    )  # fmt: skip


NEXT = {
    "planned-return": "The plan for home begins; decide whether a child-in-need plan or other help carries it.",
    "placed-with-parents": "The child stays looked after, and is reviewed as before.",
    "still-assessed": "The assessment goes on; come back when it is decided.",
    "unplanned": "Make the same clear plan as for a planned return, as soon as the child is safe.",
}


def _told(record: ReturnHome) -> Onward:
    reference = record.case.child.reference
    if record.immediate_concern == ReturnHome.Concern.YES:
        what, where = (
            "Hold a strategy discussion now; protect the child first.",
            "section47:record-strategy-discussion",
        )
        return reverse_for(where, reference), Told("Return home recorded", (what,))
    next_steps = (
        NEXT.get(record.way, ""),
        "Tell the child and the family what was decided and what help there is.",
    )
    return reverse_for("desk:child", reference), Told("Return home recorded", tuple(filter(None, next_steps)))
