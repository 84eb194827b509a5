"""What is known already is offered to a new record with its source and day, and never taken over silently."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from alongside.agencies.models import Agency, Practitioner
from alongside.assessments.models import Assessment, AssessmentSection
from alongside.assessments.writing import Writing, save_sections
from alongside.cases.models import Involvement
from alongside.chronology.models import Entry
from alongside.known.facts import offered
from alongside.known.models import StillTrue
from alongside.partners.services import Told, send_information
from alongside.people.models import Address, Person, Residence
from alongside.visits.models import Visit
from alongside.visits.services import ChildSeen, VisitMade, record_child_seen
from tests.cast import NOW
from tests.two_writers import typed

PAGE = "/children/WREN-AMARA2/assessment/known/"
WISHES = "childs-wishes-and-feelings"
SEEN_ON = date(2025, 4, 9)


@pytest.fixture
def seen(assessment: Assessment, amara: Person, dana: Practitioner) -> Visit:
    (visit,) = record_child_seen(
        by=dana, now=NOW, visit=VisitMade(seen_on=SEEN_ON, where="school", purpose="assessment"),
        children=[ChildSeen(child=amara, alone="yes", said="I like it when Nana comes.", observed="She ate twice.")],
    )  # fmt: skip
    return visit


@pytest.fixture
def as_dana(client: Client, seen: Visit, dana: Practitioner) -> Client:
    client.force_login(dana)
    return client


def asked(visit: Visit, topic: str = WISHES) -> str:
    return f"{topic}_{visit.pk.hex}"


def text_of(assessment: Assessment, heading: str = WISHES) -> str:
    return "".join(assessment.sections.filter(heading=heading).values_list("words", flat=True))


def test_a_fact_is_offered_with_where_it_came_from_and_its_day(as_dana: Client) -> None:
    page = as_dana.get(PAGE).content.decode()
    assert "I like it when Nana comes." in page
    assert "Seen by Dana Wright, 9 April 2025" in page
    assert "I like it when Nana comes. (optional)" not in page, "nothing is added to a child's words"
    assert " checked" not in page.replace("yet checked", ""), "nothing is answered for anybody"
    home = as_dana.get(reverse("assessments:assessment", args=("WREN-AMARA2",))).content.decode()
    assert f'href="{PAGE}"' in home


def test_nothing_is_taken_over_before_it_is_answered(as_dana: Client, assessment: Assessment) -> None:
    assert not AssessmentSection.objects.exists()
    answer = as_dana.post(PAGE, typed(as_dana.get(PAGE)))
    assert answer.status_code == 422
    assert "Nothing is answered yet" in answer.content.decode()
    assert not AssessmentSection.objects.exists()


@pytest.mark.parametrize(
    ("answer", "more", "stands"),
    [
        (
            "yes", "",
            "I like it when Nana comes.\n(Seen by Dana Wright, 9 April 2025; still so on 22 April 2025.)",
        ),
        (
            "changed", "She wants to see Nana less.",
            "She wants to see Nana less.\n(On 22 April 2025. Before, Seen by Dana Wright, 9 April 2025: "
            "“I like it when Nana comes.”)",
        ),
        ("not-asked", "", ""),
    ],
)  # fmt: skip
def test_what_is_answered_stands_with_source_and_day(
    as_dana: Client, assessment: Assessment, seen: Visit, answer: str, more: str, stands: str
) -> None:
    name = asked(seen)
    sent = typed(as_dana.get(PAGE), **{name: answer, f"{name}-now": more})
    assert as_dana.post(PAGE, sent).status_code == 303
    today = f"{date.today():%-d %B %Y}"
    assert text_of(assessment) == stands.replace("22 April 2025", today)
    kept = StillTrue.objects.get()
    assert (kept.answer, kept.words, kept.recorded_on) == (answer, "I like it when Nana comes.", SEEN_ON)
    assert name not in as_dana.get(PAGE).content.decode(), "it is asked once"


def test_a_change_says_what_is_so_now(as_dana: Client, seen: Visit) -> None:
    sent = typed(as_dana.get(PAGE), **{asked(seen): "changed"})
    answer = as_dana.post(PAGE, sent)
    assert answer.status_code == 422
    assert "Say what is so now, or choose another answer" in answer.content.decode()
    assert not StillTrue.objects.exists()


def test_it_stands_below_what_was_written_already(
    as_dana: Client, assessment: Assessment, seen: Visit, amara: Person, dana: Practitioner
) -> None:
    save_sections(
        by=dana, child=amara, now=NOW, writings=[Writing(heading=WISHES, words="Amara is quiet.", version=0)]
    )
    as_dana.post(PAGE, typed(as_dana.get(PAGE), **{asked(seen): "yes"}))
    assert text_of(assessment).startswith("Amara is quiet.\n\nI like it when Nana comes.")


def test_one_part_asks_about_its_own_headings(as_dana: Client, seen: Visit) -> None:
    page = as_dana.get(f"{PAGE}?part=seeing").content.decode()
    assert asked(seen) in page
    assert asked(seen, "emotional-and-behavioural-development") not in page


def test_a_fact_that_has_changed_is_not_offered_to_the_next_record(
    as_dana: Client, assessment: Assessment, seen: Visit, amara: Person
) -> None:
    name = asked(seen)
    as_dana.post(PAGE, typed(as_dana.get(PAGE), **{name: "changed", f"{name}-now": "She is well."}))
    assert WISHES not in offered(amara, amara.pk).facts, "to any other record it has changed"


def test_what_an_agency_saw_is_offered_and_what_it_thinks_is_not(
    as_dana: Client, assessment: Assessment, amara: Person, helen: Practitioner, school: Agency,
    school_involved: Involvement,
) -> None:  # fmt: skip
    send_information(
        by=helen,
        child=amara,
        agency=school,
        now=NOW,
        told=Told(
            about="child", fact="Late on nine days.", opinion="Mother does not care.", family_knows="yes"
        ),
    )
    page = as_dana.get(PAGE).content.decode()
    assert "Late on nine days." in page
    assert f"{school}, " in page
    assert "does not care" not in page


def test_neither_a_protected_address_nor_what_is_for_named_eyes_is_offered(
    as_dana: Client, assessment: Assessment, amara: Person, seen: Visit
) -> None:
    for lines, protected in (("4 Quay Street", False), ("9 Hidden Lane", True)):
        Residence.objects.create(
            person=amara, address=Address.objects.create(area=amara.area, lines=lines), protected=protected
        )
    page = as_dana.get(PAGE).content.decode()
    assert "4 Quay Street" in page
    assert "9 Hidden Lane" not in page
    sealed: dict[str, Any] = {"sealed_for": "allegation"}
    assert not Entry.objects.filter(**sealed).exists()
    marked = Entry.objects.create(
        area=amara.area, child=amara, case=assessment.case, kind="child-seen", happened_on=SEEN_ON,
        recorded_by=assessment.lead, **sealed,
    )  # fmt: skip
    Visit.objects.filter(pk=seen.pk).update(entry=marked)
    assert "I like it when Nana comes." not in as_dana.get(PAGE).content.decode()


@pytest.mark.parametrize("name", ["helen", "jamal", "stranger"])
def test_the_page_is_not_there_for_those_who_do_not_write_the_assessment(
    client: Client, request: pytest.FixtureRequest, seen: Visit, school_involved: Involvement, name: str
) -> None:
    client.force_login(request.getfixturevalue(name))
    assert client.get(PAGE).status_code == 404
