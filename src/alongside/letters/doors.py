"""The only ways to hold a letter."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest

from alongside.access.doors import open_child, page_of, practitioner_of
from alongside.access.policies import READ_LETTER, WRITE_LETTERS
from alongside.access.policy import Policy
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.letters.models import Letter
from alongside.people.models import Person

NOT_HERE = "There is no letter here that you can open."


def open_letter(
    request: HttpRequest,
    reference: str,
    key: UUID,
    policy: Policy = WRITE_LETTERS,
    action: Action = Action.READ,
) -> tuple[Person, Letter]:
    """A letter about a child, for whoever writes letters about that child. Raises Http404 otherwise."""
    child = open_child(request, reference, policy, action)
    letter = _whole(Letter.objects.filter(pk=key, case__child=child)).first()
    if letter is None:
        raise Http404(NOT_HERE)
    letter.case.child = child
    return child, letter


def open_received(request: HttpRequest, key: UUID, action: Action = Action.READ) -> Letter:
    """A letter that was sent to this practitioner's agency through its account. The opening is audited."""
    me = practitioner_of(request)
    letter = (
        _whole(READ_LETTER.filter(Letter.objects.filter(pk=key), me)).select_related("case__child").first()
    )
    if letter is None:
        raise Http404(NOT_HERE)
    write(
        action, area=letter.area_id, by=me, about=letter.case.child_id, about_kind="child", page=page_of(request),
        ground=["it was sent to your agency here"], letter=letter.pk,
    )  # fmt: skip
    return letter


def _whole(letters: QuerySet[Any]) -> QuerySet[Any]:
    return letters.select_related(
        "case__area", "area", "about", "signed__translation", "signed__signed_by", "instead_of"
    )


def key_of(words: str) -> UUID | None:
    """The key that was sent, if it is one."""
    try:
        return UUID(words)
    except ValueError:
        return None
