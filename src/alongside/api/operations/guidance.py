"""Areas, rules, and when something is due."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Path, Query, Router

from alongside.api.door import client_of, opened
from alongside.api.problems import READING, not_found, problem
from alongside.api.shapes import AreaOut, DueOut, RuleOut
from alongside.deadlines.calendars import calendar_in_force
from alongside.guidance import catalogue
from alongside.guidance.command import rule_as_mapping
from alongside.guidance.explain import NotADay, as_mapping, read_start
from alongside.guidance.kernel.calendar import OutsideCalendar
from alongside.guidance.kernel.dated import NotCovered
from alongside.guidance.kernel.rules import Rule, Timescale

router = Router(tags=["Guidance"])


@router.get("/areas", response={200: list[AreaOut], **READING}, url_name="areas")
@opened(None)
def areas(request: HttpRequest) -> Any:
    """The areas this system may act in."""
    return [{"code": area.code, "name": area.name} for area in client_of(request).areas.all()]


@router.get("/rules", response={200: list[RuleOut], **READING}, url_name="rules")
@opened(None)
def rules(request: HttpRequest) -> Any:
    """Every rule of the guidance in this version, with every text that states it."""
    return [rule_as_mapping(rule) for rule in catalogue.RULES.values()]


@router.get("/rules/{rule_id}", response={200: RuleOut, **READING}, url_name="rule")
@opened(None)
def rule(request: HttpRequest, rule_id: str = Path(..., description="Such as referral.decision.")) -> Any:
    """One rule."""
    return rule_as_mapping(_rule(rule_id))


@router.get("/rules/{rule_id}/due", response={200: DueOut, **READING}, url_name="due")
@opened(None)
def due(
    request: HttpRequest,
    rule_id: str = Path(..., description="A rule with a date, such as referral.decision."),
    starts: str = Query(
        ..., max_length=40, description="When it starts: 2026-04-17, or 2026-04-17T22:00+01:00; a time without "
        "an offset is local time in England.", examples=["2026-04-17"],
    ),
) -> Any:  # fmt: skip
    """When something is due, counted day by day, with the paragraph it comes from."""
    found = _rule(rule_id)
    if not isinstance(found, Timescale):
        raise problem(422, "This rule has nothing to count.", "rule_id", f"It is a {found.kind.lower()} rule.",
                      "Ask for one with a clock: GET /rules says which.")  # fmt: skip
    try:
        return as_mapping(found.due(read_start(starts).value, calendar_in_force()))
    except NotADay as error:
        raise problem(422, "That is not a day or a time.", "starts", error.why, error.do) from None
    except NotCovered as error:
        raise problem(422, "No text was in force on that day.", "starts", str(error),
                      "Ask for a later day.") from None  # fmt: skip
    except (OutsideCalendar, OverflowError, ValueError) as error:
        raise problem(
            422, "That day cannot be counted from.", "starts", str(error), "Check the year."
        ) from None


def _rule(rule_id: str) -> Rule:
    try:
        return catalogue.rule(rule_id)
    except catalogue.NoSuchRule:
        raise not_found() from None
