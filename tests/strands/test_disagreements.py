"""Professional disagreement: raised from either side, both views kept, and seen by those who take part."""

from __future__ import annotations

import html
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case, Involvement
from alongside.chronology.models import Entry
from alongside.notices.models import Notice
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.strands.local import set_steps
from alongside.strands.models import Strand, StrandAgency
from alongside.strands.services import open_strand, record_step
from tests.cast import NOW, TODAY
from tests.pages import MOST_QUERIES, reader
from tests.strands.filling import day_boxes

REFERENCE = "WREN-AMARA2"
STEPS = [
    {"name": "Step 1", "who": "whoever decided", "working_days": 5},
    {"name": "Step 2", "who": "team managers", "working_days": None},
]


def page(name: str, *more: object) -> str:
    return reverse(f"strands:{name}", args=(REFERENCE, *more))


def words(answer: Any) -> str:
    return html.unescape(answer.content.decode())


@pytest.fixture(autouse=True)
def at_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def steps(known: Case, sam: Practitioner) -> None:
    set_steps(
        by=sam, area=known.area, from_on=TODAY, steps=STEPS, because="The partnership, 3 March 2025", now=NOW
    )


@pytest.fixture
def as_helen(known: Case, helen: Practitioner, client: Client) -> Client:
    client.force_login(helen)
    return client


def raised_by(school: Agency, council: Agency, **more: str) -> dict[str, str]:
    return {
        **day_boxes("happened", TODAY), "raised-by": str(school.pk), "asked-of": str(council.pk), "about": "threshold",
        "view": "This is neglect.", "wanted": "A strategy discussion.", "safe-meanwhile": "She stays for tea club.",
        "step": "confirm", **more,
    }  # fmt: skip


def between(by: Practitioner, child: Person, one: Agency, other: Agency) -> Strand:
    return open_strand(
        by=by, child=child, kind_id="disagreement", happened=TODAY, now=NOW,
        answers={"raised-by": one, "asked-of": other, "about": "plan", "view": "It drifts.", "wanted": "A review.",
                 "safe-meanwhile": "She is seen daily."},
    )  # fmt: skip


def test_a_school_raises_one_and_the_lead_is_told_without_what_was_said(
    as_helen: Client, school: Agency, council: Agency, dana: Practitioner
) -> None:
    assert "No disagreement about Amara Okoye is recorded" in words(as_helen.get(page("disagreements")))
    done = as_helen.post(page("raise"), raised_by(school, council))
    strand = Strand.objects.get()

    assert done["Location"] == page("disagreement", strand.pk)
    shown = words(as_helen.get(done["Location"]))
    assert "This is neglect." in shown
    assert "She stays for tea club." in shown
    told = Notice.objects.get(to=dana)
    assert (told.words, told.link) == (
        "Professional disagreement: raised, about Amara Okoye.",
        done["Location"],
    )
    assert Entry.objects.get(kind="strand-opened").details["what"] == "Professional disagreement: raised"


def test_how_the_child_is_kept_safe_meanwhile_is_always_said(
    as_helen: Client, school: Agency, council: Agency
) -> None:
    answer = as_helen.post(page("raise"), raised_by(school, council) | {"safe-meanwhile": ""})

    assert answer.status_code == 422
    assert "Say how the child is kept safe while this is not settled" in words(answer)
    assert "This is neglect." in words(answer), "nothing typed is lost"
    assert not Strand.objects.exists()


def test_an_agency_speaks_for_itself(
    as_helen: Client, helen: Practitioner, amara: Person, police: Agency, council: Agency, known: Case
) -> None:
    assert as_helen.post(page("raise"), raised_by(police, council)).status_code == 422
    with pytest.raises(Refusal, match="You do not work for Estuary Police"):
        between(helen, amara, police, council)


def test_an_agency_sees_those_it_is_part_of_and_no_other(
    as_helen: Client, police_involved: Involvement, tom: Practitioner, amara: Person, police: Agency, council: Agency,
    school: Agency, helen: Practitioner,
) -> None:  # fmt: skip
    theirs, ours = between(tom, amara, police, council), between(helen, amara, school, council)
    shown = words(as_helen.get(page("disagreements")))

    assert str(ours.pk) in shown
    assert str(theirs.pk) not in shown
    for where in (page("disagreement", theirs.pk), page("disagreement-step", theirs.pk, "answered")):
        assert as_helen.get(where).status_code == 404
    with pytest.raises(Refusal, match="between other agencies"):
        record_step(
            by=helen, child=amara, strand=theirs, step_id="answered", happened=TODAY, now=NOW,
            answers={"who": "Helen", "view": "No.", "answer": "not-agreed"},
        )  # fmt: skip


def test_an_agency_that_is_asked_at_a_later_step_sees_it_from_then_on(
    as_helen: Client, police_involved: Involvement, tom: Practitioner, amara: Person, police: Agency, council: Agency,
    school: Agency,
) -> None:  # fmt: skip
    theirs = between(tom, amara, police, council)
    assert as_helen.get(page("disagreement", theirs.pk)).status_code == 404
    record_step(
        by=tom, child=amara, strand=theirs, step_id="taken-further", happened=TODAY, now=NOW,
        answers={"asked-of": school, "asked-person": "The head", "why": "No answer.", "safe-meanwhile": "Seen daily."},
    )  # fmt: skip

    assert as_helen.get(page("disagreement", theirs.pk)).status_code == 200
    assert StrandAgency.objects.filter(strand=theirs).count() == 3


def test_it_is_answered_taken_further_and_settled_with_both_views_standing(
    as_helen: Client, helen: Practitioner, dana: Practitioner, amara: Person, school: Agency, council: Agency
) -> None:
    strand = between(helen, amara, school, council)
    record_step(
        by=dana, child=amara, strand=strand, step_id="answered", happened=TODAY, now=NOW,
        answers={"who": "Dana Wright", "view": "The plan works.", "answer": "not-agreed"},
    )  # fmt: skip
    settled = {
        **day_boxes("happened", TODAY), "outcome": "compromise", "reasons": "Reviewed early.", "themes": ["drift"],
        "decided-by": "Sam Birch", "step": "confirm",
    }  # fmt: skip
    assert as_helen.post(page("disagreement-step", strand.pk, "ended"), settled).status_code == 303

    shown = words(as_helen.get(page("disagreement", strand.pk)))
    for said in (
        "It drifts.",
        "The plan works.",
        "Agreed on another way",
        "Drift or delay",
        "Reviewed early.",
    ):
        assert said in shown


def test_the_days_for_an_answer_are_the_areas_own_and_are_called_local(
    as_helen: Client, steps: None, school: Agency, council: Agency
) -> None:
    asked = words(as_helen.get(page("raise")))
    assert "Step 1: whoever decided, answered within 5 working days" in asked
    as_helen.post(page("raise"), raised_by(school, council, level="Step 1"))
    # Thursday before Easter: Good Friday and Easter Monday do not count.
    answers = Strand.objects.get().steps.get().answers

    assert answers["answer-by"] == date(2025, 4, 28).isoformat()
    assert ">local<" in words(as_helen.get(page("disagreements")))


def test_a_step_without_days_and_an_area_without_steps_work_out_no_day(
    as_helen: Client, known: Case, school: Agency, council: Agency, sam: Practitioner
) -> None:
    as_helen.post(page("raise"), raised_by(school, council, level="Level 2 of our procedure"))
    assert "answer-by" not in Strand.objects.get().steps.get().answers
    set_steps(by=sam, area=known.area, from_on=TODAY, steps=STEPS, because="Agreed", now=NOW)
    as_helen.post(page("raise"), raised_by(school, council, level="Step 2"))

    assert ["answer-by" in one.steps.get().answers for one in Strand.objects.all()] == [False, False]


def test_nothing_that_protects_the_child_waits_for_it(
    as_helen: Client, helen: Practitioner, dana: Practitioner, amara: Person, school: Agency, council: Agency
) -> None:
    between(helen, amara, school, council)
    as_helen.force_login(dana)
    for name in (
        "section47:record-strategy-discussion",
        "section47:immediate-protection",
        "conferences:book",
    ):
        assert as_helen.get(reverse(name, args=(REFERENCE,))).status_code == 200
    overview = words(as_helen.get(reverse("desk:child", args=(REFERENCE,))))
    assert reverse("section47:record-strategy-discussion", args=(REFERENCE,)) in overview


@pytest.mark.parametrize("who", ["stranger", "relative", "ruth", "ada"])
def test_whoever_has_no_part_in_the_case_finds_nothing(
    who: str, known: Case, helen: Practitioner, amara: Person, school: Agency, council: Agency, client: Client,
    request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    strand = between(helen, amara, school, council)
    client.force_login(request.getfixturevalue(who))
    for where in (
        page("disagreements"), page("raise"), page("disagreement", strand.pk), page("beside"), page("strand", strand.pk),
        page("disagreement-step", strand.pk, "answered"), page("start", "private-fostering"),
    ):  # fmt: skip
        assert client.get(where).status_code == 404


def test_steps_are_set_by_whoever_manages_from_a_day_to_come(
    known: Case, sam: Practitioner, helen: Practitioner, client: Client
) -> None:
    client.force_login(sam)
    where, rows = (
        reverse("strands:set-local-steps", args=("199",)),
        {"steps-rows": "1", "steps-0-name": "A", "steps-0-who": "B"},
    )
    sent = {**rows, "because": "Agreed", "step": "confirm", **day_boxes("from_on", TODAY - timedelta(days=1))}
    assert "Steps are set for the days to come." in words(client.post(where, sent))
    assert client.post(where, sent | day_boxes("from_on", TODAY)).status_code == 303
    assert "A: B" in words(client.get(reverse("strands:local-steps", args=("199",))))
    assert "Steps from this day are set already." in words(
        client.post(where, sent | day_boxes("from_on", TODAY))
    )

    client.force_login(helen)
    assert client.get(reverse("strands:local-steps", args=("199",))).status_code == 200
    assert client.get(where).status_code == 404


def asked_on(reader: Any, who: Practitioner) -> str:
    found = reader(who, "/")
    assert len(found.sql) <= MOST_QUERIES
    return str(found.text)


def test_whoever_has_to_answer_finds_it_on_their_first_page_with_the_local_day(
    known: Case, steps: None, amara: Person, dana: Practitioner, helen: Practitioner, sam: Practitioner, jamal: Practitioner,
    tom: Practitioner, school: Agency, council: Agency, client: Client,
) -> None:  # fmt: skip
    read = reader(client)
    strand = open_strand(
        by=helen, child=amara, kind_id="disagreement", happened=TODAY, now=NOW,
        answers={"raised-by": school, "asked-of": council, "about": "plan", "view": "It drifts.", "wanted": "A review.",
                 "safe-meanwhile": "She is at school.", "level": "Step 1"},
    )  # fmt: skip
    hers = asked_on(read, dana)
    assert "Disagreements that wait for your answer" in hers
    assert "Answer a disagreement about Amara Okoye" in hers
    # Five working days from Thursday 17 April 2025, past Good Friday and Easter Monday.
    assert "Due Mon 28 Apr" in hers
    assert "local" in hers
    for who in (sam, jamal, helen, tom):
        assert "Answer a disagreement" not in asked_on(read, who)
    record_step(by=dana, child=amara, strand=strand, step_id="answered", happened=TODAY, now=NOW,
                answers={"who": "Dana", "view": "No.", "answer": "not-agreed"})  # fmt: skip
    assert "Answer a disagreement" not in asked_on(read, dana)
    # Taken further, and now the school is asked.
    later = NOW + timedelta(minutes=1)
    record_step(by=dana, child=amara, strand=strand, step_id="taken-further", happened=TODAY, now=later,
                answers={"asked-of": school, "asked-person": "Helen", "why": "Not enough.", "safe-meanwhile": "As before."})  # fmt: skip
    assert "Answer a disagreement" not in asked_on(read, dana)
    theirs = read(helen, "/")
    assert "Answer a disagreement" in theirs.text
    assert page("disagreement-step", strand.pk, "answered") in theirs.body
    assert read(helen, page("disagreement-step", strand.pk, "answered")).status == 200
    assert "Answer a disagreement" not in asked_on(read, tom)
