"""Working Together 2023, flow chart 5: action taken after a strategy discussion."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from lxml import html

from alongside.agencies.models import Agency, Practitioner, Team
from alongside.cases.models import Allocation, Case
from alongside.deadlines.models import Deadline
from alongside.people.models import Person
from alongside.section47.models import Section47Enquiry, StrategyDiscussion
from tests.section47.sending import Answers, at, on, recorded, send

DISCUSS = "/children/WREN-AMARA2/strategy-discussions/new/"
ENQUIRY = "/children/WREN-AMARA2/section-47/"
CONCLUDE = f"{ENQUIRY}conclude/"
MONDAY = date(2025, 6, 2)


@pytest.fixture
def desk(client: Client, case: Case, dana: Practitioner) -> Client:
    """Dana's browser."""
    client.force_login(dana)
    return client


@pytest.fixture
def meeting(dana: Practitioner, council: Agency, hospital: Agency, police: Agency) -> Answers:
    """What Dana, the health visitor and the police say at the meeting; the decision is left open."""
    people = {"Dana Wright": council, "Ruth Keane": hospital, "Tom Reed": police}
    answers: Answers = {
        **on("held_on", MONDAY), "held_time": "14:30", "form": "meeting", "convened_by": str(dana.pk),
        "participants-rows": "3", "child_kept_safe": "She stays at Nan's.", "criminal_investigation": "Begins today.",
        "legal_action": "Not needed now.", "actions-rows": "1", "actions-0-what": "Speak to Amara at school",
        "actions-0-agency": str(council.pk), **on("actions-0-by_on", date(2025, 6, 3)),
        "family_told": "told", "told_what": "Dana tells her mother this evening.", "decided_by": str(dana.pk),
        "childs_views_0": "She wants to be with Nan.", "reasons_0": "Two bruises that no fall explains.",
    }  # fmt: skip
    for number, (name, agency) in enumerate(people.items()):
        answers |= {
            f"participants-{number}-name": name, f"participants-{number}-agency": str(agency.pk),
            f"participants-{number}-information": f"What {agency} knows.",
        }  # fmt: skip
    return answers


def conclusion(dana: Practitioner, outcome: str) -> Answers:
    return {
        **on("concluded_on", date(2025, 6, 12)), "analysis": "Harm by her stepfather.", "outcome": outcome,
        "reasons": "All agree.", "decided_by": str(dana.pk), "told": ["child", "parents"],
    }  # fmt: skip


def test_the_page_asks_by_agency_and_chooses_nothing_for_anyone(
    desk: Client, council: Agency, hospital: Agency, police: Agency
) -> None:
    page = desk.get(DISCUSS).content.decode()

    for agency in (council, hospital, police):
        assert f'<option value="{agency.pk}" selected>' in page, "three rows stand ready"
    assert "checked" not in page.split('name="decision_0"', 1)[1].split('name="reasons_0"', 1)[0]
    assert "Is there reasonable cause to suspect the child is suffering" in page
    assert "Involve social care, health and the police in the strategy discussion" in page


def test_section_47_enquiries_begin_and_the_conference_has_its_day(
    desk: Client, meeting: Answers, case: Case
) -> None:
    page = recorded(
        send(desk, DISCUSS, meeting | {"decision_0": "section-47-enquiry", "enquiry_by_0": "joint"})
    )

    assert "Strategy discussion recorded" in page
    assert "Dana Wright leads section 47 enquiries for Amara Okoye, jointly with the police" in page
    assert "If a conference is needed for Amara Okoye, it is held by Monday 23 June 2025." in page
    assert "The child and family have been told what is recorded here." in page
    assert Section47Enquiry.objects.get(case=case).started_on == MONDAY


def test_nothing_is_recorded_until_it_has_been_checked(desk: Client, meeting: Answers) -> None:
    checking = desk.post(DISCUSS, meeting | {"decision_0": "section-17-assessment"}).content.decode()

    assert "Check your answers" in checking
    assert "Two bruises that no fall explains." in checking
    assert not StrategyDiscussion.objects.exists()


@pytest.mark.parametrize(
    ("decision", "told"),
    [
        ("no-further-role", "Children&#39;s social care has no further role for Amara Okoye."),
        (
            "section-17-assessment",
            "Dana Wright begins or goes on with the section 17 assessment of Amara Okoye.",
        ),
        ("further-discussion", "Dana Wright finds what is missing and convenes a further discussion"),
    ],
)
def test_every_other_way_on_says_who_does_what(
    decision: str, told: str, desk: Client, meeting: Answers
) -> None:
    """T21 and T22: no enquiries begin, or information is missing and the discussion goes on another day."""
    assert told in recorded(send(desk, DISCUSS, meeting | {"decision_0": decision}))
    assert not Section47Enquiry.objects.exists()


def test_a_missing_agency_is_shown_and_does_not_stop_the_record(desk: Client, meeting: Answers) -> None:
    without_police = meeting | {"participants-rows": "2", "decision_0": "section-17-assessment"}

    page = recorded(send(desk, DISCUSS, without_police))
    assert "What the guidance expected and was not there" in page
    assert (
        "Involve social care, health and the police in the strategy discussion: police not recorded." in page
    )


def test_what_is_missing_is_said_in_words_and_nothing_typed_is_lost(desk: Client, meeting: Answers) -> None:
    del meeting["decided_by"]
    answered = desk.post(DISCUSS, meeting | {"held_time": "25:00", "participants-1-agency": ""})

    page = answered.content.decode()
    assert answered.status_code == 422
    assert "Error: " in page.split("</title>", 1)[0]
    for sentence in (
        "Select what was decided for Amara Okoye",
        "Person 2: Choose their agency, or name it below if it is not in the list.",
        "The time of the discussion must have a real time. Write “25:00” like 16:20 or 4:20pm",
        "Select who decided for the local authority",
    ):
        assert sentence in page
    assert "Two bruises that no fall explains." in page
    summary = page.split("There is a problem", 1)[1]
    places = [summary.index(f'href="#id_{name}') for name in ("held_time", "decision_0", "decided_by")]
    assert places == sorted(places), "problems are listed as the agenda runs"


def test_another_row_is_added_without_script(desk: Client, meeting: Answers) -> None:
    page = desk.post(DISCUSS, meeting | {"add-row": "participants"}).content.decode()

    assert 'name="participants-3-name"' in page
    assert "What Estuary Police knows." in page
    assert "There is a problem" not in page


def test_a_brother_is_discussed_at_once_and_decided_apart(
    desk: Client, meeting: Answers, ben: Person, dana: Practitioner, harbour_team: Team
) -> None:
    bens = Case.objects.create(area=ben.area, child=ben, opened_on=date(2025, 4, 1), recorded_by=dana)
    Allocation.objects.create(
        area=ben.area, case=bens, practitioner=dana, team=harbour_team, from_on=date(2025, 4, 1)
    )
    assert "Was Ben Okoye discussed too?" in desk.get(DISCUSS).content.decode()
    both = meeting | {
        "decision_0": "section-47-enquiry", "enquiry_by_0": "single", "discussed_1": "yes",
        "decision_1": "section-17-assessment", "reasons_1": "Worried for his sister.",
    }  # fmt: skip
    recorded(send(desk, DISCUSS, both))

    decided = {one.case.child.called: one.decision for one in StrategyDiscussion.objects.all()}
    assert decided == {"Amara Okoye": "section-47-enquiry", "Ben Okoye": "section-17-assessment"}


def test_a_brother_who_was_not_discussed_is_left_alone(
    desk: Client, meeting: Answers, ben: Person, dana: Practitioner, harbour_team: Team
) -> None:
    bens = Case.objects.create(area=ben.area, child=ben, opened_on=date(2025, 4, 1), recorded_by=dana)
    Allocation.objects.create(
        area=ben.area, case=bens, practitioner=dana, team=harbour_team, from_on=date(2025, 4, 1)
    )
    recorded(send(desk, DISCUSS, meeting | {"decision_0": "section-17-assessment", "discussed_1": "no"}))

    assert StrategyDiscussion.objects.get().case.child.called == "Amara Okoye"


def test_a_brother_whose_record_is_not_open_to_me_is_not_decided_about(desk: Client, ben: Person) -> None:
    """Amara's own people name him, and so does the list of names on her record; nothing is asked about him."""
    page = html.fromstring(desk.get(DISCUSS).content)
    assert not page.xpath(
        "//form[@novalidate]//label[contains(., 'Ben')] | //form[@novalidate]//legend[contains(., 'Ben')]"
    )


@pytest.fixture
def enquiries(desk: Client, meeting: Answers) -> Client:
    """Enquiries have begun."""
    send(desk, DISCUSS, meeting | {"decision_0": "section-47-enquiry", "enquiry_by_0": "joint"})
    return desk


def test_the_enquiries_show_their_clock_and_what_is_still_to_do(enquiries: Client) -> None:
    before = enquiries.get(ENQUIRY).content.decode()
    assert "Hold the initial child protection conference" in before
    assert "23 Jun" in before
    step = {
        "kind": "permission",
        "permission": "go-ahead",
        **on("done_on", MONDAY),
        "words": "Asking adds risk.",
    }
    after = recorded(send(enquiries, f"{ENQUIRY}steps/new/", step))

    assert "A decision about parents&#39; permission for checks: Go ahead without it" in after
    assert "Asking adds risk." in after


def test_substantiated_and_likely_to_go_on_leads_to_a_conference_by_its_day(
    enquiries: Client, dana: Practitioner
) -> None:
    page = recorded(send(enquiries, CONCLUDE, conclusion(dana, "conference")))

    assert (
        "Dana Wright convenes an initial child protection conference for Amara Okoye by Monday 23 June 2025."
        in page
    )
    assert "A supervisor or manager who is a social worker reviews this decision." in page
    assert "Told so far: the child and parents or carers." in page


def test_not_substantiated_leads_to_open_talk_and_help_and_no_conference(
    enquiries: Client, dana: Practitioner, case: Case
) -> None:
    """T23: the concerns are not substantiated."""
    page = recorded(send(enquiries, CONCLUDE, conclusion(dana, "not-substantiated")))

    assert "Dana Wright talks openly with Amara Okoye and the family about what was found" in page
    assert not Deadline.objects.outstanding().filter(rule_id="child-protection.initial-conference").exists()


def test_a_school_that_disagrees_asks_is_answered_and_is_shown_the_last_resort(
    enquiries: Client, dana: Practitioner, helen: Practitioner, school: Agency, school_involved: object
) -> None:
    """T26: an agency asks for a conference; a no has its reasons, and leads to the last resort."""
    send(enquiries, CONCLUDE, conclusion(dana, "substantiated-no-conference"))
    enquiries.force_login(helen)
    asks = {
        "agency": str(school.pk), "practitioner": "Helen Marsh", **on("requested_on", date(2025, 6, 13)),
        "reasons": "She is afraid to go home.",
    }  # fmt: skip
    asked = recorded(send(enquiries, "/children/WREN-AMARA2/conference-requests/new/", asks))
    assert "Request for a conference recorded" in asked
    assert "answers Mill Lane Primary School, with reasons" in asked
    assert "Conclude the enquiries" not in asked

    enquiries.force_login(dana)
    waiting = enquiries.get(ENQUIRY).content.decode()
    answer_href = waiting.split("/answer/", 1)[0].rsplit('"', 1)[1] + "/answer/"
    no = {
        "decision": "no-conference", "reasons": "The risk has gone.", "decided_by": str(dana.pk),
        **on("answered_on", date(2025, 6, 13)),
    }  # fmt: skip
    answered = recorded(send(enquiries, answer_href, no))
    assert "as a last resort" in answered
    assert "The risk has gone." in answered


@pytest.mark.parametrize("who", ["stranger", "relative", "ada"])
def test_to_anyone_else_none_of_it_exists(
    who: str, enquiries: Client, request: pytest.FixtureRequest
) -> None:
    discussion = StrategyDiscussion.objects.get()
    enquiries.force_login(request.getfixturevalue(who))

    record = f"/children/WREN-AMARA2/strategy-discussions/{discussion.pk}/"
    for path in (DISCUSS, record, ENQUIRY, CONCLUDE, f"{ENQUIRY}steps/new/"):
        assert enquiries.get(path).status_code == 404, path


def test_the_police_who_took_part_see_their_own_part_and_neither_read_nor_conclude_the_enquiry(
    enquiries: Client, tom: Practitioner
) -> None:
    enquiries.force_login(tom)

    assert enquiries.get("/children/WREN-AMARA2/", follow=True).status_code == 200
    assert enquiries.get(ENQUIRY).status_code == 404
    assert enquiries.get(CONCLUDE).status_code == 404
    assert enquiries.get(DISCUSS).status_code == 404


def test_the_time_of_the_discussion_is_kept(desk: Client, meeting: Answers) -> None:
    send(desk, DISCUSS, meeting | {"decision_0": "section-17-assessment"})

    assert StrategyDiscussion.objects.get().held_at == at(MONDAY, "14:30")
