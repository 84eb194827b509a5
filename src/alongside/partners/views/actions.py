"""What became of an action that a plan gave one's agency."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.agencies.models import Practitioner
from alongside.family_help.models import ChildInNeedPlanAction
from alongside.partners import services
from alongside.partners.forms import ActionForm
from alongside.people.models import Person
from alongside.plans.models import Action
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import Told
from alongside.ui.steps import ask


@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Say that it is done, not yet, or cannot be done."""
    child, me = open_child(request, reference, policies.ANSWER_PLAN_ACTION), practitioner_of(request)
    action = _action_of(child, me, key)
    return ask(
        request, ActionForm, template="partners/action.html", about=child, check=False,
        context={"child": child, "action": action},
        act=lambda answers: services.answer_action(
            by=me, child=child, action=action, answer=answers["answer"], words=answers["words"], on=answers["on"],
            now=timezone.now(),
        ),
        done=lambda answered: (
            reverse_for("partners:child", reference),
            Told(f"Your answer: {answered.get_answer_display().lower()}", ("The lead practitioner has been told, and it is in the chronology.",)),
        ),
    )  # fmt: skip


def _action_of(child: Person, me: Practitioner, key: UUID) -> Action | ChildInNeedPlanAction:
    """An action that a plan of this child gave to an agency of this practitioner's. Raises Http404 otherwise."""
    mine = {"pk": key, "agency__in": me.scope.partner_agencies, "need__plan__case__child": child}
    with_it = ("agency", "need__plan__case__child")
    for model in (Action, ChildInNeedPlanAction):
        found = model._default_manager.filter(**mine).select_related(*with_it).first()
        if found is not None:
            return found
    raise Http404("There is no action here that is yours to answer.")
