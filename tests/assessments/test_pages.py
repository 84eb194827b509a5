"""The pages of an assessment: writing, meeting another writer, sending, deciding."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from alongside.agencies.models import Practitioner
from alongside.assessments.models import Assessment, AssessmentApproval, AssessmentSectionVersion
from alongside.assessments.parts import parts_on
from alongside.assessments.services import send_for_approval
from alongside.cases.models import Case
from alongside.people.models import Person
from tests.assessments.conftest import BEGUN
from tests.cast import NOW, TODAY

Write = Callable[..., Any]
REFERENCE = "WREN-AMARA2"


def page(name: str, *more: str) -> str:
    return reverse(f"assessments:{name}", args=(REFERENCE, *more))


@pytest.fixture
def as_dana(client: Client, assessment: Assessment, dana: Practitioner) -> Client:
    client.force_login(dana)
    return client


@pytest.fixture
def as_sam(assessment: Assessment, sam: Practitioner) -> Client:
    client = Client()
    client.force_login(sam)
    return client


def on(name: str, day: date = TODAY) -> dict[str, str]:
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}


def words_on(answer: Any) -> str:
    words: str = answer.content.decode()
    return words.replace("&#39;", "'")


def test_the_task_list_shows_each_section_both_clocks_and_how_often_the_child_was_seen(
    as_dana: Client, write: Write
) -> None:
    write("analysis", "What this means.")
    write("history", "Referred once before.", done=True)
    words = words_on(as_dana.get(page("assessment")))

    for part in parts_on(BEGUN):
        assert part.title in words
    assert words.count("In progress") == 1
    assert "Referral, Tue 1 Apr 2025" in words or "The referral, Tue 1 Apr 2025" in words
    assert "The start of the assessment, Thu 3 Apr 2025" in words
    assert "Nobody has recorded seeing the child in this case yet." in words


def test_a_section_is_saved_without_script_and_leads_to_the_next(as_dana: Client) -> None:
    sent = {
        "history": "Known since 2023.\r\nReferred once.",
        "history-version": "0",
        "done": "on",
        "then": "next",
    }
    answer = as_dana.post(page("section", "history"), sent)
    version = AssessmentSectionVersion.objects.get()

    assert (answer.status_code, version.words) == (303, "Known since 2023.\nReferred once.")
    assert answer["Location"] == page("section", "the-childs-developmental-needs")
    assert version.section.done


def test_it_is_saved_as_one_types(as_dana: Client) -> None:
    first = as_dana.post(page("autosave", "analysis"), {"analysis": "Amara", "analysis-version": "0"})
    second = as_dana.post(
        page("autosave", "analysis"), {"analysis": "Amara is four.", "analysis-version": "1"}
    )

    assert first.json()["fields"] == {"analysis-version": 1}
    assert second.json()["fields"] == {"analysis-version": 2}
    assert "Saved " in second.json()["said"]
    assert AssessmentSectionVersion.objects.get().words == "Amara is four."


def test_saving_as_one_types_stops_where_somebody_else_saved(
    as_dana: Client, write: Write, olu: Practitioner
) -> None:
    write("analysis", "Olu's text.", by=olu)
    answer = as_dana.post(page("autosave", "analysis"), {"analysis": "Dana's text.", "analysis-version": "0"})

    assert answer.status_code == 409
    assert answer.json()["said"].startswith("Olu Adeyemi saved this section at 14:00. Your words are kept.")
    assert AssessmentSectionVersion.objects.filter(words="Dana's text.", set_aside=True).exists()


def test_what_somebody_else_wrote_on_is_not_taken_for_ones_own(
    as_dana: Client, write: Write, olu: Practitioner
) -> None:
    """A field left alone keeps the version its reader saw, so that a later change of theirs still clashes."""
    write("parents-views", "Mother says yes.")
    write("parents-views", "Mother says yes. Father says no.", version=1, by=olu)
    sent = {
        "parents-views": "Mother says yes.", "parents-views-version": "1",
        "practitioners-views": "School agrees.", "practitioners-views-version": "0",
    }  # fmt: skip

    assert as_dana.post(page("autosave", "views"), sent).json()["fields"] == {
        "practitioners-views-version": 1
    }


def test_two_writers_meet_and_the_second_chooses_field_by_field(
    as_dana: Client, write: Write, olu: Practitioner
) -> None:
    write("parents-views", "Olu: mother agrees.", by=olu)
    sent = {
        "parents-views": "Dana: mother is unsure.", "parents-views-version": "0",
        "practitioners-views": "The school agrees.", "practitioners-views-version": "0",
    }  # fmt: skip
    met = as_dana.post(page("section", "views"), sent)

    assert met.status_code == 422
    words = words_on(met)
    assert "Olu: mother agrees." in words
    assert "Dana: mother is unsure." in words
    assert "Olu Adeyemi (14:00)" in words
    assert "The school agrees." not in words, "what nobody else touched is saved, and does not move"

    chosen = {"parents-views": "Dana: mother is unsure.", "parents-views-version": "1", "step": "resolve"}
    assert as_dana.post(page("section", "views"), chosen).status_code == 303
    section = Assessment.objects.get().sections.get(heading="parents-views")
    assert (section.words, section.version) == ("Dana: mother is unsure.", 2)
    assert AssessmentSectionVersion.objects.filter(words="Olu: mother agrees.").exists()


def test_what_is_typed_into_an_assessment_signed_meanwhile_comes_back(
    as_dana: Client, approve: Callable[..., AssessmentApproval]
) -> None:
    approve()
    typed = {"analysis": "One more thing.", "analysis-version": "0"}
    answer = as_dana.post(page("section", "analysis"), typed)

    assert answer.status_code == 422
    assert "One more thing." in words_on(answer)
    assert "One that was approved stays as it was signed." in words_on(answer)
    assert as_dana.post(page("autosave", "analysis"), typed).status_code == 422


def test_choosing_nothing_leaves_theirs_and_keeps_ones_own(
    as_dana: Client, write: Write, olu: Practitioner
) -> None:
    write("analysis", "Olu's text.", by=olu)
    as_dana.post(page("section", "analysis"), {"analysis": "Dana's text.", "analysis-version": "0"})
    as_dana.post(page("section", "analysis"), {"analysis-version": "1", "step": "resolve"})

    assert Assessment.objects.get().sections.get().words == "Olu's text."
    assert "Dana's text." in words_on(as_dana.get(page("versions", "analysis")))


def test_nothing_is_chosen_beforehand(as_dana: Client, as_sam: Client) -> None:
    for client, name in ((as_dana, "send"), (as_sam, "approve"), (as_dana, "explain-over-run")):
        words = words_on(client.get(page(name)))
        assert not re.search(r"<input[^>]* checked", words), name
        assert not re.search(r'<option value="[^"]+"[^>]* selected', words), name


def test_what_is_missing_is_shown_before_it_is_sent_and_does_not_stop_it(as_dana: Client) -> None:
    asked = words_on(as_dana.get(page("send")))
    sent = as_dana.post(
        page("send"),
        {**on("sent_on"), "outcome": "child-in-need-plan", "reasons": "She needs help.", "step": "confirm"},
    )

    assert "The child's wishes and feelings" in asked
    assert "does not stop you" in asked
    assert (sent.status_code, sent["Location"]) == (303, page("assessment"))
    assert "It can still be written in" in words_on(as_dana.get(page("assessment")))


@pytest.fixture
def sent(assessment: Assessment, dana: Practitioner, amara: Person, write: Write) -> Assessment:
    write("analysis", "As first sent.")
    send_for_approval(
        by=dana, child=amara, sent_on=TODAY, outcome="child-in-need-plan", reasons="She needs help.", now=NOW
    )
    return assessment


DECIDED = {
    **on("approved_on"),
    "outcome": "child-in-need-plan", "reasons": "The family wants the help.", "factors": ["16A", "4B"], "told_family": "letter", "step": "confirm",
}  # fmt: skip


def test_the_manager_reads_decides_and_says_what_happens_next(sent: Assessment, as_sam: Client) -> None:
    asked = words_on(as_sam.get(page("approve")))
    done = as_sam.post(page("approve") + f"?read={sent.saves + 1}", DECIDED)
    approval = AssessmentApproval.objects.get()

    assert "As first sent." in asked
    assert "A plan for a child in need" in asked
    assert done.status_code == 303
    assert sorted(factor.code for factor in approval.factors.all()) == ["16A", "4B"]
    assert as_sam.session["told"]["done"] == "Assessment concluded: a plan for a child in need"
    assert as_sam.session["told"]["next"][-1] == "The family was told in writing what was decided (letter)."
    signed = words_on(as_sam.get(page("signed", str(sent.pk))))
    assert "As first sent." in signed
    assert "Neglect" in signed


def test_the_manager_cannot_sign_what_changed_meanwhile(
    sent: Assessment, as_sam: Client, write: Write
) -> None:
    write("analysis", "Changed under her hands.", version=1)
    answer = as_sam.post(page("approve") + "?read=1", DECIDED)

    assert answer.status_code == 422
    assert "The assessment has changed since you opened it." in words_on(answer)
    assert "The family wants the help." in words_on(answer)


def test_after_a_return_the_manager_sees_what_changed(
    sent: Assessment, as_dana: Client, as_sam: Client, write: Write, dana: Practitioner, amara: Person
) -> None:
    as_sam.post(
        page("return"), {**on("returned_on"), "why": "Say what the father thinks.", "step": "confirm"}
    )
    assert "Say what the father thinks." in words_on(as_dana.get(page("assessment")))
    as_dana.post(
        page("section", "analysis"), {"analysis": "With the father's view.", "analysis-version": "1"}
    )
    as_dana.post(
        page("send"), {**on("sent_on"), "outcome": "early-help", "reasons": "He agrees.", "step": "confirm"}
    )
    asked = words_on(as_sam.get(page("approve")))

    assert "Changed since you read it" in asked
    assert "As first sent." in asked
    assert "With the father's view." in asked


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ({"outcome": ""}, "Select the outcome"),
        ({"reasons": ""}, "Enter the reasons for the outcome"),
        ({"factors": []}, "Select every factor found, or “No factor found, and no further action”"),
        ({"factors": ["16A", "21"]}, "“No factor found” cannot stand beside other factors."),
    ],
)
def test_what_is_missing_in_a_decision_is_asked_for(
    answers: dict[str, Any], said: str, sent: Assessment, as_sam: Client
) -> None:
    answer = as_sam.post(page("approve"), DECIDED | answers)

    assert answer.status_code == 422
    assert said in words_on(answer)


def test_an_over_run_is_explained_by_who_leads(as_dana: Client) -> None:
    """T16: the limit has passed; the reasons are kept and the limit stays what it was."""
    answer = as_dana.post(
        page("explain-over-run"),
        {
            **on("explained_on"),
            "why": "The clinic's report is late.",
            "discussed_with": ["child", "family"],
            "step": "confirm",
        },
    )

    assert answer.status_code == 303
    assert Assessment.objects.get().over_runs.get().discussed_with_family


def test_an_assessment_is_begun(client: Client, referred: Case, dana: Practitioner) -> None:
    client.force_login(dana)
    answers = {
        "started_on_day": "3", "started_on_month": "April", "started_on_year": "2025", "basis": "section-17",
        "why": "She may be in need.", "review_points-rows": "1", "review_points-0-on_day": "1",
        "review_points-0-on_month": "5", "review_points-0-on_year": "2025", "step": "confirm",
    }  # fmt: skip
    assert client.get(page("start")).status_code == 200
    assert client.post(page("start"), answers).status_code == 303
    begun = Assessment.objects.get()
    assert (begun.lead, begun.review_points.count()) == (dana, 1)
    again = client.post(page("start"), answers)
    assert again.status_code == 422
    assert "An assessment of Amara Okoye is under way already." in words_on(again)


def test_before_one_begins_the_page_says_so_and_offers_it(
    client: Client, referred: Case, dana: Practitioner
) -> None:
    client.force_login(dana)

    assert "No assessment of Amara Okoye is under way." in words_on(client.get(page("assessment")))


@pytest.mark.parametrize("name", ["start", "send", "return", "approve", "explain-over-run", "assessment"])
@pytest.mark.parametrize("person", ["stranger", "relative", "helen"])
def test_whoever_may_not_is_told_there_is_nothing_here(
    name: str, person: str, assessment: Assessment, school_involved: object, client: Client,
    request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    client.force_login(request.getfixturevalue(person))

    assert client.get(page(name)).status_code == 404


@pytest.mark.parametrize("name", ["section", "autosave", "versions"])
def test_a_section_is_for_those_who_write_it(
    name: str, assessment: Assessment, client: Client, jamal: Any
) -> None:
    client.force_login(jamal)
    asked = client.post if name == "autosave" else client.get

    assert asked(page(name, "analysis")).status_code == 404


def test_there_is_no_such_section(as_dana: Client) -> None:
    assert as_dana.get(page("section", "weather")).status_code == 404


@pytest.mark.parametrize("versions", [1, 30])
@pytest.mark.parametrize(
    ("name", "more"), [("assessment", ()), ("section", ("analysis",)), ("versions", ("analysis",))]
)
def test_the_pages_ask_few_questions_of_the_database_however_much_is_written(
    name: str,
    more: tuple[str, ...],
    versions: int,
    as_dana: Client,
    write: Write,
    django_assert_max_num_queries: Any,
) -> None:
    for number in range(versions):
        write("analysis", f"Version {number}", version=number)
    as_dana.get(page(name, *more))  # A session notes once that it is in use.

    with django_assert_max_num_queries(8):
        assert as_dana.get(page(name, *more)).status_code == 200


def test_the_signed_assessment_asks_few_questions_of_the_database(
    as_dana: Client, approve: Callable[..., AssessmentApproval], django_assert_max_num_queries: Any
) -> None:
    key = str(approve().assessment.pk)
    as_dana.get(page("signed", key))

    with django_assert_max_num_queries(8):
        assert as_dana.get(page("signed", key)).status_code == 200


@pytest.mark.parametrize("versions", [2, 30])
def test_the_page_of_the_decision_asks_few_questions_however_much_was_written(
    versions: int, sent: Assessment, as_sam: Client, write: Write, django_assert_max_num_queries: Any
) -> None:
    as_sam.post(page("return"), {**on("returned_on"), "why": "More.", "step": "confirm"})
    for number in range(1, versions):
        write("analysis", f"Version {number}", version=number)
    as_sam.get(page("approve"))  # The first page after an act takes what it tells out of the session.

    with django_assert_max_num_queries(8):
        assert as_sam.get(page("approve")).status_code == 200


def test_the_pages_of_sending_and_deciding_ask_few_questions_with_everything_to_show(
    sent: Assessment, as_dana: Client, sam: Practitioner, write: Write, school_involved: object,
    police_involved: object, django_assert_max_num_queries: Any,
) -> None:  # fmt: skip
    """Sent, returned, written in, late, and sent again."""
    as_dana.force_login(sam)
    as_dana.post(page("return"), {**on("returned_on"), "why": "More.", "step": "confirm"})
    write("analysis", "What it says now", version=1, now=NOW + timedelta(hours=1))
    as_dana.force_login(sent.lead)
    as_dana.get(page("send"))
    with django_assert_max_num_queries(8):
        assert as_dana.get(page("send")).status_code == 200
    send_for_approval(
        by=sent.lead,
        child=sent.case.child,
        sent_on=TODAY,
        outcome="child-in-need-plan",
        reasons="Help is needed.",
        now=NOW,
    )
    as_dana.force_login(sam)
    as_dana.get(page("approve"))
    with django_assert_max_num_queries(8):
        answer = as_dana.get(page("approve"))
    words = words_on(answer)
    assert "What it says now</p>" in words
    assert 'app-lines">As first sent.</div>' in words
    assert "by Dana Wright, who proposes: <strong>" in words
    assert "Help is needed." in words
    assert words.index("Estuary Police: how were they told?") < words.index("Mill Lane Primary School: how")
