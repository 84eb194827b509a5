"""A child with something on her timeline, and pages read as people read them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
from django.test import Client
from django.utils import timezone

from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.deadlines.projection import refresh
from alongside.people.models import Person
from tests.cast import NOW

Opens = Callable[..., str]


@pytest.fixture
def read(client: Client) -> Opens:
    """`read(dana, "/children/…/")`: the page as this practitioner gets it, which must be there."""

    def reads(practitioner: Practitioner, address: str, status: int = 200) -> str:
        client.force_login(practitioner)
        answer = client.get(address)
        assert answer.status_code == status
        return answer.content.decode()

    return reads


@pytest.fixture
def referred(case: Case, maya: Practitioner) -> Entry:
    """A referral about Amara, on the day her case opened."""
    entry = kinds.REFERRAL_RECEIVED.record(
        case, on=date(2025, 4, 1), by=maya, now=NOW, referrer="Helen Marsh", concern="Bruises on both arms."
    )
    refresh(case)
    return entry


@pytest.fixture
def assessing(referred: Entry, case: Case, priya: Practitioner, dana: Practitioner) -> Case:
    """Amara's assessment is under way; she has been seen and has spoken."""
    kinds.REFERRAL_DECIDED.record(
        case, on=date(2025, 4, 2), by=priya, now=NOW, decided="section-17-assessment",
        outcome="Assess under section 17", decider="Priya Nair", reasons="Unexplained injury.",
    )  # fmt: skip
    kinds.REFERRER_TOLD.record(
        case, on=date(2025, 4, 2), by=priya, now=NOW, how="by phone", told="We will assess."
    )
    kinds.ASSESSMENT_STARTED.record(
        case, on=date(2025, 4, 3), by=dana, now=NOW, practitioner="Dana Wright", why=""
    )
    kinds.CHILD_SEEN.record(
        case, on=date(2025, 4, 4), by=dana, now=NOW, practitioner="Dana Wright", alone="yes",
        alone_words="alone", where="school", where_words="at school", said="I like it at Nana's.",
        said_words="Amara said: “I like it at Nana's.”", observed="",
    )  # fmt: skip
    refresh(case)
    return case


@pytest.fixture
def looked() -> Callable[[Person, Practitioner, datetime], None]:
    """`looked(amara, dana, at)`: Dana opened Amara's record at that moment."""

    def at(child: Person, practitioner: Practitioner, moment: datetime) -> None:
        write(
            Action.READ, area=child.area_id, by=practitioner, about=child.pk, about_kind="child", now=moment
        )

    return at


def lots_of_entries(case: Case, by: Practitioner, number: int) -> None:
    """Many entries, one a day backwards from the day before the cast's today."""
    start = NOW.date().toordinal() - number
    Entry.objects.bulk_create(
        Entry(
            area_id=case.area_id, child_id=case.child_id, case=case, kind=kinds.PLAN_CHANGED.id,
            happened_on=date.fromordinal(start + place), details={"what": f"Change {place}."},
            recorded_at=timezone.now(), recorded_by=by,
        )
        for place in range(number)
    )  # fmt: skip
