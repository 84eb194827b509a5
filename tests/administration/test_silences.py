"""After how long a record counts as silent: set by the area, dated, with who decided and why; and everywhere the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from io import StringIO
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.core.management.base import CommandError

from alongside.access.models import AdministrativeChange
from alongside.agencies.models import Area, Practitioner, SilenceRule
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.desk.administration.silences import set_silences
from alongside.refusals import Refusal
from tests.cast import NOW, TODAY
from tests.pages import MOST_QUERIES, Read

HERE, HOME = "/administration/199/silences/", "/children/WREN-AMARA2/"
PAGES = ("/team/silences/", HOME, f"{HOME}timeline/", f"{HOME}family-chronology/")


def given(by: Practitioner, area: Area, **more: Any) -> SilenceRule:
    said: dict[str, Any] = {
        "alone_weeks": 2, "unheard_weeks": 4, "meetings": 2, "from_on": TODAY, "decided_by": "The board",
        "reason": "After the audit.", "now": NOW,
    }  # fmt: skip
    return set_silences(by=by, area=area, **said | more)


@pytest.fixture
def seen(case: Case, dana: Practitioner) -> Case:
    """Amara was seen alone three weeks ago: by this service's own number that is not long."""
    Case.objects.update(opened_on=date(2025, 1, 6))
    kinds.CHILD_SEEN.record(
        case,
        on=date(2025, 3, 27),
        by=dana,
        now=NOW,
        practitioner="Dana Wright",
        alone="yes",
        where="home",
        said="",
    )
    return case


def test_every_page_goes_by_the_areas_number_from_its_day_and_says_so(
    read: Callable[..., Read], seen: Case, dana: Practitioner, wyn: Practitioner, wrenmouth: Area
) -> None:
    assert "These numbers are ours: this area has set none." in read(dana, PAGES[0]).text
    given(wyn, wrenmouth, from_on=date(2025, 4, 18))
    for page in PAGES:
        assert "Not seen alone for 3 weeks" not in read(dana, page).body
    given(wyn, wrenmouth, from_on=date(2025, 4, 1))
    for page in PAGES:
        answer = read(dana, page)
        assert "ot seen alone for 3 weeks" in answer.body
        assert len(answer.sql) <= MOST_QUERIES
    told = read(dana, PAGES[0]).text
    assert "Shown after 2 weeks without being seen alone" in told
    assert "this area’s own, from 1 April 2025" in told
    assert "Why: After the audit." in told
    given(wyn, wrenmouth, from_on=TODAY, alone_weeks=9)
    assert "Not seen alone for 3 weeks" not in read(dana, HOME).body


def test_the_page_shows_what_was_set_by_whom_and_why(
    read: Callable[..., Read], send: Callable[..., Read], wyn: Practitioner, wrenmouth: Area
) -> None:
    assert (
        "Nothing is set (now) Not seen alone 6 weeks No word from an agency 8 weeks Away from core groups 3 core groups"
        in read(wyn, HERE).text
    )
    boxes = {
        "from_on_day": "1",
        "from_on_month": "4",
        "from_on_year": "2025",
        "decided_by": "The board",
        "reason": "Why not.",
    }
    wrong = send("/silences/new/", alone_weeks="0", unheard_weeks="8", meetings="3", **boxes)
    assert wrong.status == 422
    assert "must be 1 or more" in wrong.text
    assert "Why not." in wrong.body
    assert send("/silences/new/", alone_weeks="4", unheard_weeks="8", meetings="3", **boxes).status == 200
    page = read(wyn, HERE).text
    assert "From 1 April 2025 (now)" in page
    assert "The board: Why not." in page
    assert "Wyn Doyle, 17 April 2025" in page
    assert "Silences: from 1 April 2025 after 4 weeks" in AdministrativeChange.objects.get().words
    assert send("/silences/new/", alone_weeks="5", unheard_weeks="8", meetings="3", **boxes).status == 422
    assert SilenceRule.objects.count() == 1


def test_who_may_not(
    read: Callable[..., Read], dana: Practitioner, sam: Practitioner, wyn: Practitioner, wrenmouth: Area
) -> None:
    for who in (dana, sam):
        assert read(who, HERE).status == 404
        assert read(who, f"{HERE}new/").status == 404
        with pytest.raises(PermissionDenied):
            given(who, wrenmouth)
    given(wyn, wrenmouth)
    with pytest.raises(Refusal, match="set from 17 April 2025 already"):
        given(wyn, wrenmouth)


COMMAND = ("silences_set", "199", "--from", "2025-04-01", "--alone", "4", "--unheard", "8", "--meetings", "3", "--decided-by",
           "The board", "--reason", "After the audit.", "--by")  # fmt: skip


def test_by_command(wyn: Practitioner, dana: Practitioner, wrenmouth: Area) -> None:
    out = StringIO()
    call_command(*COMMAND, "wyn@wrenmouth.example", stdout=out)
    assert "Wrenmouth: silences go by 4, 8 and 3 from 1 April 2025" in out.getvalue()
    assert SilenceRule.objects.get().recorded_by == wyn
    for who, why in (("wyn@wrenmouth.example", "set from 1 April 2025 already"), ("dana@wrenmouth.example", "does not administer"),
                     ("nobody@wrenmouth.example", "There is no account")):  # fmt: skip
        with pytest.raises(CommandError, match=why):
            call_command(*COMMAND, who, stdout=out)
    assert SilenceRule.objects.count() == 1
