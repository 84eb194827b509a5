"""A formal request takes one step after another, and no step that cannot follow the last."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from alongside.agencies.models import Area, Practitioner
from alongside.refusals import Refusal
from alongside.sharing.formal import MAY_FOLLOW, Asked, draft_request, is_overdue, take_step
from alongside.sharing.models import InformationRequest, RequestStep
from tests.cast import NOW

WHOLE = Asked(
    addressed_to="Harbour Lettings", information="Who rents 3 Quay Street", purpose="To find a child",
    destination="Wrenmouth Council", lawful_basis="Section 16H", due_on=date(2025, 4, 30),
)  # fmt: skip
#: The steps that lead to each state.
ON_THE_WAY_TO = {
    "drafted": (), "issued": ("issued",), "acknowledged": ("issued", "acknowledged"),
    "complied": ("issued", "complied"), "refused": ("issued", "refused"),
    "legal-action": ("issued", "legal-action"), "withdrawn": ("withdrawn",),
    "closed": ("issued", "complied", "closed"),
}  # fmt: skip


@pytest.fixture
def drafted(wrenmouth: Area, sam: Practitioner) -> InformationRequest:
    return draft_request(by=sam, area=wrenmouth, asked=WHOLE, now=NOW)


@pytest.mark.parametrize("after", RequestStep.Kind.values)
@pytest.mark.parametrize("kind", RequestStep.Kind.values)
def test_each_step_after_each_state(
    after: str, kind: str, drafted: InformationRequest, sam: Practitioner
) -> None:
    for step in ON_THE_WAY_TO[after]:
        take_step(by=sam, request=drafted, kind=step, words="Because", now=NOW)

    if kind in MAY_FOLLOW[after]:
        assert take_step(by=sam, request=drafted, kind=kind, words="Because", now=NOW).kind == kind
    else:
        with pytest.raises(Refusal, match="This request was"):
            take_step(by=sam, request=drafted, kind=kind, words="Because", now=NOW)
        assert drafted.steps.count() == len(ON_THE_WAY_TO[after]) + 1


@pytest.mark.parametrize("name", ["information", "purpose", "destination", "lawful_basis"])
def test_a_request_that_says_too_little_does_not_go_out(
    name: str, wrenmouth: Area, sam: Practitioner
) -> None:
    asked = {field: getattr(WHOLE, field) for field in Asked.__dataclass_fields__} | {name: ""}
    request = draft_request(by=sam, area=wrenmouth, asked=Asked(**asked), now=NOW)

    with pytest.raises(Refusal, match="cannot go out yet"):
        take_step(by=sam, request=request, kind="issued", now=NOW)


@pytest.mark.parametrize("kind", ["refused", "withdrawn", "legal-action"])
def test_what_needs_reasons_is_refused_without(
    kind: str, drafted: InformationRequest, sam: Practitioner
) -> None:
    take_step(by=sam, request=drafted, kind="issued", now=NOW)
    with pytest.raises(Refusal, match="needs its reasons"):
        take_step(by=sam, request=drafted, kind=kind, now=NOW)


OVERDUE = (
    ("issued", date(2025, 4, 30), False), ("issued", date(2025, 5, 1), True), ("acknowledged", date(2025, 5, 1), True),
    ("complied", date(2025, 5, 1), False), ("drafted", date(2025, 5, 1), False),
)  # fmt: skip


@pytest.mark.parametrize(("after", "today", "overdue"), OVERDUE)
def test_when_it_is_overdue(
    after: str, today: date, overdue: bool, drafted: InformationRequest, sam: Practitioner
) -> None:
    for step in ON_THE_WAY_TO[after]:
        take_step(by=sam, request=drafted, kind=step, words="Because", now=NOW)
    last = drafted.steps.order_by("recorded_at", "id").last()
    assert last is not None
    assert is_overdue(drafted, last, today) is overdue


def test_a_practitioner_without_the_task_cannot_make_one(wrenmouth: Area, dana: Practitioner) -> None:
    with pytest.raises(PermissionDenied):
        draft_request(by=dana, area=wrenmouth, asked=WHOLE, now=NOW)
