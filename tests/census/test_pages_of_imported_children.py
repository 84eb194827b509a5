"""Every page of a child opens for one who came from a return, whatever the return left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from alongside.cases.models import Allocation, Case
from alongside.census import stories
from alongside.chronology.models import Entry
from alongside.people.models import Person
from tests.census.loading import load, told

pytestmark = [pytest.mark.django_db, pytest.mark.once("It is about what pages make of what is missing.")]


def _pages_of_a_child(patterns: Iterable[Any], space: str = "") -> Iterator[str]:
    """The names of all pages whose address needs a child's reference and nothing else."""
    for each in patterns:
        if isinstance(each, URLResolver):
            yield from _pages_of_a_child(each.url_patterns, f"{each.namespace}:" if each.namespace else space)
        elif isinstance(each, URLPattern) and set(each.pattern.converters) == {"reference"}:
            yield f"{space}{each.name}"


@pytest.mark.parametrize(
    "story",
    [
        stories.no_further_action,
        stories.plan_late,
        stories.enquiry_without_conference,
        stories.unborn,
        stories.moved_away,
        stories.being_enquired,
    ],
)
def test_each_page_of_the_child_opens(story, tmp_path, client, priya, dana, harbour_team):
    """Dana leads an open case; Priya sees a closed one from the front door."""
    load(tmp_path, told(story))
    child, case = Person.objects.get(), Case.objects.get()
    client.force_login(priya)
    if case.closed_on is None:
        Allocation.objects.create(
            area=case.area, case=case, practitioner=dana, team=harbour_team, from_on=case.opened_on
        )
        client.force_login(dana)
    answers = {
        name: client.get(reverse(name, kwargs={"reference": child.reference})).status_code
        for name in _pages_of_a_child(get_resolver().url_patterns)
    }
    # 401: what other systems ask, with a token and never with a session.
    assert set(answers.values()) <= {200, 302, 401, 404, 405}
    assert answers["desk:child"] == answers["desk:timeline"] == answers["desk:due-dates"] == 200
    for entry in Entry.objects.filter(child=child):
        address = reverse("desk:entry", kwargs={"reference": child.reference, "key": entry.pk})
        assert client.get(address).status_code == 200
