"""The interface for systems, version 1: its operations, how it answers problems, and its description."""

from __future__ import annotations

import json
import logging
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI
from ninja.errors import HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.parser import Parser
from pydantic import BaseModel

from alongside.api.door import Token
from alongside.api.operations import children, guidance, information, police, referrals, subscriptions
from alongside.api.problems import Answer, Problems, from_validation, not_found, problem
from alongside.front_door.notices import NoticeSent
from alongside.front_door.schema import Sent, once, where_json_ends
from alongside.outbox.events import KEY as EVENT_KEY
from alongside.outbox.events import Event

log = logging.getLogger("alongside.requests")

BEGINS = "/api/v1/"
#: Headers that an operation cannot do without, though what reads them lets them be missing, to say why.
NEEDED = {"If-Match"}
REF = "#/components/schemas/{model}"


class Strict(Parser):
    """Reads JSON as it is defined: without NaN and infinities, and each field of a part once."""

    def parse_body(self, request: HttpRequest) -> dict[str, Any]:
        body: dict[str, Any] = json.loads(request.body, parse_constant=_no_number, object_pairs_hook=once)
        return body


def _no_number(word: str) -> None:
    raise ValueError(f"{word} is not JSON")


class Interface(NinjaAPI):
    """Version 1. Its description is corrected where the framework's own says less than is so."""

    def get_openapi_schema(self, **options: Any) -> OpenAPISchema:
        described = super().get_openapi_schema(path_prefix=BEGINS)
        schemas = described["components"]["schemas"]
        schemas |= _shape("Sent", Sent) | _shape("NoticeSent", NoticeSent)
        schemas["NoticesIn"]["properties"]["notices"]["items"] = {"$ref": REF.format(model="NoticeSent")}
        described["webhooks"] = {event.value: {"post": _heard(event)} for event in Event}
        for path, operations in described["paths"].items():
            for operation in operations.values():
                _complete(path, operation)
        return described


def _heard(event: Event) -> dict[str, Any]:
    """An event, as whoever listens is sent it."""
    sent = {
        "id": EVENT_KEY,
        "event": event.value,
        "at": "2026-04-17T13:00:00+00:00",
        "data": dict(event.example),
    }
    data = {"type": "object", "required": list(event.example), "additionalProperties": False,
            "properties": {key: {"type": "string"} for key in event.example}}  # fmt: skip
    schema = {"type": "object", "required": list(sent), "properties": {
        "id": {"type": "string", "format": "uuid", "description": "The same where an event arrives twice."},
        "event": {"const": event.value}, "at": {"type": "string", "format": "date-time"}, "data": data,
    }}  # fmt: skip
    return {
        "summary": event.words, "operationId": f"heard_{event.name.lower()}",
        "requestBody": {"content": {"application/json": {"schema": schema, "example": sent}}},
        "responses": {"2XX": {"description": "Any answer of 200 to 299: it is not sent again."}},
    }  # fmt: skip


def _shape(name: str, model: type[BaseModel]) -> dict[str, Any]:
    """A shape and those inside it, for what is read by the front door itself."""
    schema = model.model_json_schema(ref_template=REF)
    return {**schema.pop("$defs", {}), name: schema}


def _complete(path: str, operation: dict[str, Any]) -> None:
    for parameter in operation["parameters"]:
        parameter["required"] = parameter["required"] or parameter["name"] in NEEDED
    for status, response in operation["responses"].items():
        if int(status) == 429:
            response["headers"] = {"Retry-After": {"schema": {"type": "integer"}, "description": "Seconds."}}
        if int(status) == 200 and path.endswith("/details"):
            response["headers"] = {"ETag": {"schema": {"type": "string"}, "required": True}}
    if operation["operationId"] == "send_referral":
        operation["requestBody"]["content"]["application/json"]["schema"] = {"$ref": REF.format(model="Sent")}


interface = Interface(
    title="Alongside",
    version="1",
    description="The same service for other systems. A token carries the post of a system of an agency; it sees "
    "what that agency may see, and nothing else. What is not permitted reads as not there.",
    urls_namespace="api",
    auth=Token(),
    docs_url=None,
    openapi_url=None,
    parser=Strict(),
)
for one in (guidance, referrals, police, children, information, subscriptions):
    interface.add_router("", one.router)
interface.get_openapi_operation_id = lambda operation: operation.view_func.__name__  # type: ignore[method-assign]


def answer_of(request: HttpRequest, answer: Answer) -> HttpResponse:
    """Problems as they are sent."""
    told = Problems(status=answer.status, problems=answer.problems)
    response = interface.create_response(request, told, status=answer.status)
    for name, value in answer.headers.items():
        response.headers[name] = value
    return response


@interface.exception_handler(Answer)
def _answered(request: HttpRequest, error: Answer) -> HttpResponse:
    return answer_of(request, police.with_receipt(request, error))


@interface.exception_handler(Http404)
@interface.exception_handler(PermissionDenied)
def _not_there(request: HttpRequest, error: Exception) -> HttpResponse:
    return answer_of(request, not_found())


@interface.exception_handler(ValidationError)
def _misshapen(request: HttpRequest, error: ValidationError) -> HttpResponse:
    return answer_of(request, police.with_receipt(request, from_validation(error.errors)))


@interface.exception_handler(HttpError)
def _unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
    why = (
        where_json_ends(error.__cause__)
        if isinstance(error.__cause__, Exception)
        else "Its body is not JSON."
    )
    answer = problem(
        error.status_code,
        "This request cannot be read.",
        "request",
        why,
        "Send JSON in UTF-8, each field once.",
    )
    return answer_of(request, police.with_receipt(request, answer))


@interface.exception_handler(Exception)
def _broken(request: HttpRequest, error: Exception) -> HttpResponse:
    log.exception("An operation of the interface failed")
    return answer_of(request, problem(
        500, "Something of ours failed.", "request", "It is not your request’s fault. Nothing was recorded.",
        "Try again later. Quote the header X-Request-ID when you tell us.",
    ))  # fmt: skip
