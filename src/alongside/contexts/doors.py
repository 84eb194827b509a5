"""The ways to hold a context. Not permitted and not there look the same; each opening is audited."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest

from alongside.access import policies
from alongside.access.doors import page_of, practitioner_of
from alongside.access.policy import Policy
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.contexts.models import Context, ContextLink, PlaceAction
from alongside.people.models import Person

NOTHING = "There is nothing here that you can open."


def open_one(
    request: HttpRequest, key: UUID, policy: Policy = policies.READ_CONTEXT, action: Action = Action.READ
) -> Context:
    """The context with this key, if this practitioner may; it carries ``manages``. Raises Http404 otherwise."""
    me = practitioner_of(request)
    contexts = Context.objects.filter(pk=key).select_related("team", "area")
    context = policies.READ_CONTEXT.with_reasons(contexts, me).first()
    if context is None:
        raise Http404(NOTHING)
    because = policies.READ_CONTEXT.words_on(context)
    context.manages = policies.MANAGES_CONTEXT.words in because  # type: ignore[attr-defined]
    if policy is policies.MANAGE_CONTEXT and not context.manages:  # type: ignore[attr-defined]
        raise Http404(NOTHING)
    write(
        action, area=context.area_id, by=me, about=context.pk, about_kind="context", ground=because, page=page_of(request)
    )  # fmt: skip
    return context


def open_action(request: HttpRequest, key: UUID) -> PlaceAction:
    """An action one's agency owns, or of a context one may open. It carries ``whole``: whether the context may be opened."""
    me = practitioner_of(request)
    actions = PlaceAction.objects.filter(pk=key).select_related("context", "agency")
    readable = policies.READ_CONTEXT.filter_through("context", actions, me).first()
    action = readable or policies.ANSWER_PLACE_ACTION.filter(actions, me).first()
    if action is None:
        raise Http404(NOTHING)
    action.whole = readable is not None  # type: ignore[attr-defined]
    write(
        Action.READ, area=action.context.area_id, by=me, about=action.pk, about_kind="place-action", page=page_of(request)
    )  # fmt: skip
    return action


def link_of(child: Person, key: UUID) -> ContextLink:
    """A link of a child who was opened. Raises Http404."""
    link = ContextLink.objects.filter(pk=key, case__child=child).select_related("context", "case").first()
    if link is None:
        raise Http404(NOTHING)
    return link
