"""Recording a strategy discussion, and reading one."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.agencies.models import Agency
from alongside.chronology.added import added_since
from alongside.guidance import catalogue
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.section47 import services
from alongside.section47.discussion_page import discussion_page
from alongside.section47.forms.choosing import (
    Choice,
    agencies_staff_and_leads,
    brothers_and_sisters,
)
from alongside.section47.forms.discussion import (
    StrategyDiscussionForm,
    children_discussed,
    discussion_held,
)
from alongside.section47.what_next import after_discussion
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import render
from alongside.ui.steps import ask

FIRST_ASKED = (Agency.Sector.CHILDRENS_SOCIAL_CARE, Agency.Sector.HEALTH, Agency.Sector.POLICE)


@require_http_methods(["GET", "POST"])
def record_strategy_discussion(request: HttpRequest, reference: str) -> HttpResponse:
    """Record a strategy discussion about a child, and about brothers and sisters discussed at once."""
    child = open_child(request, reference, policies.RECORD_STRATEGY_DISCUSSION)
    me, now = practitioner_of(request), timezone.now()
    children = [child, *_others_i_may_discuss(request, child)]
    agencies, staff, to_name = agencies_staff_and_leads(child.area_id, children, day_of(now))
    return ask(
        request, StrategyDiscussionForm, template="section47/record_strategy_discussion.html", about=child,
        form_kwargs={
            "children": children, "agencies": agencies, "staff": staff, "today": day_of(now),
            "to_name": to_name,
        },
        initial=_rows_to_begin_with(agencies),
        context={
            "agencies_rule": catalogue.rule("child-protection.strategy-discussion-agencies"),
            "judgement": catalogue.rule("child-protection.significant-harm"),
        },
        act=lambda given: services.record_strategy_discussion(
            by=me, children=children_discussed(given, children), discussion=discussion_held(given), now=now
        ),
        done=lambda records: (
            reverse_for("section47:strategy-discussion", reference, records[0].pk), after_discussion(records),
        ),
    )  # fmt: skip


@require_safe
def strategy_discussion(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """One strategy discussion, as it was recorded for this child."""
    child = open_child(request, reference)
    page = discussion_page(child, key)
    if page is None:
        raise Http404("There is no such discussion of this child.")
    shown = {**page, **added_since(child, page["discussion"].entry_id)}
    return render(request, "section47/strategy_discussion.html", shown, about=child)


def _others_i_may_discuss(request: HttpRequest, child: Person) -> list[Person]:
    siblings = brothers_and_sisters(child).filter(area_id=child.area_id, cases__closed_on=None)
    mine = policies.RECORD_STRATEGY_DISCUSSION.filter(siblings, practitioner_of(request))
    return list(mine.distinct().order_by("born_on", "called"))


def _rows_to_begin_with(agencies: list[Choice]) -> dict[str, list[dict[str, object]]]:
    # Three rows stand ready, one for each agency the guidance names; with one such agency, it is chosen.
    rows: list[dict[str, object]] = []
    for sector in FIRST_ASKED:
        of_sector = [agency for agency in agencies if agency.detail == sector]
        rows.append({"agency": of_sector[0].key if len(of_sector) == 1 else None})
    return {"participants": rows}
