"""Filling in the public form as somebody would, page by page."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.test import Client

NEIGHBOUR: dict[str, dict[str, Any]] = {
    "area": {"area": "199"},
    "who": {"who": "public"},
    "name": {"named": "no", "relation": "Neighbour"},
    "children": {"children-rows": "1", "children-0-given": "Amara", "children-0-family": "Okoye"},
    "where": {"whereabouts": "4 Quay Street"},
    "concern": {"concern": "She is alone every night and cries."},
    "facts": {"fact": "The lights are off and nobody comes.", "fact_by": ""},
    "reported": {"reported": "", "reported_by": ""},
    "family": {"family_asked": "not-asked", "not_asked_because": "I am afraid of them."},
    "more": {},
}
NURSERY: dict[str, dict[str, Any]] = NEIGHBOUR | {
    "who": {"who": "practitioner"},
    "work": {"name": "Gwen Pike", "relation": "Manager, Tideway Nursery", "email": "gwen@tideway.example"},
    "children": {
        "children-rows": "2", "children-0-given": "Amara", "children-0-family": "Okoye",
        "children-0-born_on_day": "3", "children-0-born_on_month": "9", "children-0-born_on_year": "2020",
        "children-1-given": "Ben", "children-1-family": "Okoye",
    },
    "siblings": {"siblings": "yes"},
    "family": {"family_asked": "agreed"},
}  # fmt: skip
NURSERY.pop("name")


def begin(client: Client, danger: str = "no") -> HttpResponse:
    return client.post("/refer/", {"danger": danger})


def fill(client: Client, answers: dict[str, dict[str, Any]]) -> HttpResponse:
    """Begin, and answer every page that is asked, following where each leads, up to checking the answers."""
    answer = begin(client)
    while answer.url != "/refer/check/":
        page = answer.url.rstrip("/").rpartition("/")[2]
        answer = client.post(answer.url, answers[page])
        assert answer.status_code == 303, (page, answer.content.decode()[:3000])
    return answer


def refer(client: Client, answers: dict[str, dict[str, Any]], **more: str) -> HttpResponse:
    """Fill everything in, and send."""
    fill(client, answers)
    return client.post("/refer/check/", more)
