"""The children an agency works with: who they are, how things stand, what happened and what is due."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Body, Header, Path, Query, Router

from alongside.access import policies
from alongside.access.doors import open_child
from alongside.access.policy import Policy
from alongside.api.door import about, client_of, opened
from alongside.api.models import Permission
from alongside.api.paging import FEWEST, MOST, USUAL, page
from alongside.api.problems import CONDITIONAL, READING, from_refusal, not_found, problem
from alongside.api.shapes import ChildOut, Children, Deadlines, DetailsIn, DetailsOut, Entries
from alongside.api.telling import child_of, deadline_of, entry_of
from alongside.chronology.models import Entry
from alongside.deadlines.models import Deadline
from alongside.family.details import change_details
from alongside.people.models import Person
from alongside.refusals import Refusal

router = Router(tags=["Children"])

REFERENCE = Path(..., description="The child's reference, such as WREN-7K3QFT.")
CURSOR = Query("", max_length=40, description="The “next” of the page before; nothing for the first page.")
LIMIT = Query(USUAL, ge=FEWEST, le=MOST, description="How many on a page.")


@router.get("/children", response={200: Children, **READING}, url_name="children")
@opened(Permission.READ_CHILDREN)
def children(request: HttpRequest, cursor: str = CURSOR, limit: int = LIMIT) -> Any:
    """The children this system may read about, in the order of their keys, and why."""
    client = client_of(request)
    here = Person.objects.filter(area__in=client.areas.all()).select_related("area")
    mine = Q()
    for policy in (policies.READ_RECORD, policies.SEE_PART):
        mine |= Q(pk__in=policy.filter(Person.objects.all(), client.practitioner).values("pk"))
    shown, following = page(here.filter(mine), cursor, limit)
    because = _because([child.pk for child in shown], client.practitioner)
    about(request, None, "children")
    return {
        "items": [
            {"reference": child.reference, "called": child.called, "born_on": child.born_on,
             "expected_on": child.expected_on, "area": child.area.code, "because": because.get(child.pk, [])}
            for child in shown
        ],
        "next": following,
    }  # fmt: skip


@router.get("/children/{reference}", response={200: ChildOut, **READING}, url_name="child")
@opened(Permission.READ_CHILDREN)
def child(request: HttpRequest, reference: str = REFERENCE) -> Any:
    """A child, as far as your agency may read: the whole record, or its part of the work."""
    try:
        found, reads = hold(request, reference, policies.READ_RECORD), "record"
    except Http404:
        found, reads = hold(request, reference, policies.SEE_PART), "part"
    return child_of(found, client_of(request).practitioner, reads, timezone.now())


@router.get("/children/{reference}/chronology", response={200: Entries, **READING}, url_name="chronology")
@opened(Permission.READ_CHRONOLOGY)
def chronology(
    request: HttpRequest, reference: str = REFERENCE, cursor: str = CURSOR, limit: int = LIMIT
) -> Any:
    """What happened to a child, in the order in which it was recorded. A correction names what it corrects."""
    child = hold(request, reference, policies.READ_RECORD)
    entries = policies.READ_ENTRY.not_denied(
        Entry.objects.filter(child=child), client_of(request).practitioner
    )
    told = entries.select_related("recorded_by")
    shown, following = page(told, cursor, limit)
    return {"items": [entry_of(entry) for entry in shown], "next": following}


@router.get("/children/{reference}/deadlines", response={200: Deadlines, **READING}, url_name="deadlines")
@opened(Permission.READ_DEADLINES)
def deadlines(request: HttpRequest, reference: str = REFERENCE) -> Any:
    """Every limit of a child, soonest first, with why its date is what it is."""
    child, now = hold(request, reference, policies.READ_RECORD), timezone.now()
    return {"items": [deadline_of(one, now) for one in Deadline.objects.filter(child=child).soonest_first()]}


@router.get("/children/{reference}/details", response={200: DetailsOut, **READING}, url_name="details")
@opened(Permission.CHANGE_DETAILS)
def details(request: HttpRequest, response: HttpResponse, reference: str = REFERENCE) -> Any:
    """Details of a child that may be changed. Keep the ETag: a change asks for it."""
    return _with_etag(response, hold(request, reference, policies.CHANGE_DETAILS))


@router.patch("/children/{reference}/details", response={200: DetailsOut, **CONDITIONAL}, url_name="details")
@opened(Permission.CHANGE_DETAILS)
def set_details(
    request: HttpRequest,
    response: HttpResponse,
    changes: Body[DetailsIn],
    reference: str = REFERENCE,
    if_match: str = Header("", alias="If-Match", max_length=100, description="The ETag of what you read."),
) -> Any:
    """Change details of a child. Refused (412) where somebody else has changed them since you read them."""
    client = client_of(request)
    child = hold(request, reference, policies.CHANGE_DETAILS)
    child = policies.CHANGE_DETAILS.lock(child, client.practitioner)
    if not if_match:
        raise problem(428, "Which version this changes is not said.", "If-Match", "There is no such header.",
                      "Read the details first, and send the ETag of the answer as If-Match.")  # fmt: skip
    if if_match != etag_of(_details(child)):
        raise problem(412, "The details have changed since you read them.", "If-Match",
                      "Somebody else was there before.",
                      "Read them again, look at what changed, and send your change with the new ETag.")  # fmt: skip
    try:
        change_details(by=client.practitioner, child=child, changes=changes.changes(), now=timezone.now())
    except Refusal as refusal:
        raise from_refusal(refusal) from None
    except ValidationError as objection:
        raise problem(422, "This cannot be recorded.", "request", " ".join(objection.messages),
                      "Change it and send it again.") from None  # fmt: skip
    child.refresh_from_db()
    return _with_etag(response, child)


def etag_of(details: dict[str, Any]) -> str:
    """A strong mark of one version: the same for the same details, another for any other."""
    text = json.dumps(details, sort_keys=True)
    return f'"{hashlib.sha256(text.encode()).hexdigest()[:32]}"'


def _details(child: Person) -> dict[str, Any]:
    return {name: getattr(child, name) for name in DetailsOut.model_fields}


def _with_etag(response: HttpResponse, child: Person) -> dict[str, Any]:
    found = _details(child)
    response.headers["ETag"] = etag_of(found)
    return found


def hold(request: HttpRequest, reference: str, policy: Policy) -> Person:
    """The child, through the door of the pages, and only in an area of this system. Raises “not found” otherwise."""
    client = client_of(request)
    well_formed = len(reference) <= 20 and reference.isascii() and reference.isprintable()
    if (
        not well_formed
        or not Person.objects.filter(reference=reference, area__in=client.areas.all()).exists()
    ):
        raise not_found()
    child = open_child(request, reference, policy)
    about(request, child, "child")
    return child


def _because(keys: list[Any], practitioner: Any) -> dict[Any, list[str]]:
    """Why each of these children is seen, in the words of the policies."""
    found: dict[Any, list[str]] = {}
    for policy in (policies.READ_RECORD, policies.SEE_PART):
        for child in policy.with_reasons(Person.objects.filter(pk__in=keys), practitioner):
            known = found.setdefault(child.pk, [])
            known += [words for words in policy.words_on(child) if words not in known]
    return found
