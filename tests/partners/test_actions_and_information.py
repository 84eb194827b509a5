"""An agency says what became of its actions, and tells what it knows."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case, Involvement
from alongside.chronology.models import Entry
from alongside.notices.models import Notice
from alongside.partners import services
from alongside.partners.models import ActionAnswer, InformationSent
from alongside.partners.services import Told
from alongside.people.models import Person
from alongside.plans.models import Action
from alongside.refusals import Refusal
from tests.cast import NOW, TODAY, child_of

PART = "/children/WREN-AMARA2/our-part/"


def answer(
    by: Practitioner,
    child: Person,
    action: Action,
    said: str,
    words: str = "She comes daily.",
    **given: object,
) -> ActionAnswer:
    return services.answer_action(
        by=by,
        child=child,
        action=action,
        answer=said,
        words=words,
        **{"on": TODAY, "now": NOW, **given},  # type: ignore[arg-type]
    )


def test_done_marks_the_action_done_in_the_plan_and_tells_the_lead(
    action: Action, amara: Person, helen: Practitioner, dana: Practitioner
) -> None:
    answer(helen, amara, action, "done")
    action.refresh_from_db()
    entry = Entry.objects.get(kind="action-answered")

    assert (action.done_on, action.done_words) == (TODAY, "She comes daily.")
    assert (entry.source, entry.details["answer"]) == ("Mill Lane Primary School", "it is done")
    assert "Breakfast club every day" in Notice.objects.get(to=dana).words


@pytest.mark.parametrize("said", ["not-yet", "cannot"])
def test_what_is_not_done_stays_in_the_plan_and_is_told_with_its_reason(
    action: Action, amara: Person, helen: Practitioner, dana: Practitioner, said: str
) -> None:
    answer(helen, amara, action, said, "The club has no place until May.")
    action.refresh_from_db()
    assert action.done_on is None
    assert "no place until May" in Notice.objects.get(to=dana).words
    assert "no place until May" in Entry.objects.get(kind="action-answered").details["words"]


def test_an_action_is_answered_by_the_agency_that_promised_it(
    action: Action, amara: Person, tom: Practitioner, police_involved: Involvement
) -> None:
    with pytest.raises(Refusal, match="do not work for"):
        answer(tom, amara, action, "done")


def test_a_finished_action_is_not_answered_again(action: Action, amara: Person, helen: Practitioner) -> None:
    answer(helen, amara, action, "done")
    with pytest.raises(Refusal, match="finished"):
        answer(helen, amara, action, "not-yet")
    Action.objects.update(done_on=None)
    with pytest.raises(Refusal, match="in the future"):
        answer(helen, amara, action, "done", on=date(2025, 4, 18))


def test_an_action_is_answered_on_its_page(
    action: Action, helen: Practitioner, tom: Practitioner, client: Client
) -> None:
    client.force_login(helen)
    here = f"{PART}actions/{action.pk}/"
    assert client.post(here, {"answer": "done"}).status_code == 422
    day = {"on_day": "17", "on_month": "4", "on_year": "2025"}
    assert client.post(here, {"answer": "done", "words": "Daily.", **day}).status_code == 303
    assert "Breakfast club every day" in client.get(PART).content.decode()
    client.force_login(tom)
    assert client.get(here).status_code == 404


TOLD = Told(
    about="parent", about_whom="Grace, her mother", fact="Grace came at noon and could not stand.",
    opinion="I fear for Amara on the way home.", reported="“Mum sleeps all day.”", reported_by="Amara", family_knows="no",
    family_not_told_because="Grace was not well enough.",
)  # fmt: skip


def test_information_keeps_fact_opinion_and_hearsay_apart_and_names_its_source(
    case: Case,
    amara: Person,
    helen: Practitioner,
    dana: Practitioner,
    school: Agency,
    school_involved: Involvement,
) -> None:
    sent = services.send_information(by=helen, child=amara, agency=school, told=TOLD, now=NOW)
    entry = Entry.objects.get(kind="information-sent")

    assert (sent.fact, sent.opinion, sent.reported_by) == (TOLD.fact, TOLD.opinion, "Amara")
    assert entry.source == school.name
    assert entry.details["about"] == "Grace, her mother"
    assert "Fact: Grace came" in entry.details["words"]
    assert "Opinion: I fear" in entry.details["words"]
    assert "Reported by Amara: “Mum" in entry.details["words"]
    notice = Notice.objects.get(to=dana)
    assert "could not stand" not in notice.words


def test_nothing_is_told_of_a_child_the_agency_does_not_work_with(
    case: Case, amara: Person, tom: Practitioner, police: Agency
) -> None:
    with pytest.raises(PermissionDenied):
        services.send_information(by=tom, child=amara, agency=police, told=TOLD, now=NOW)
    assert not InformationSent.objects.exists()


def test_about_a_child_not_seen_here_one_is_led_to_a_referral_and_nobody_is_looked_up(
    case: Case, school_involved: Involvement, wrenmouth: object, helen: Practitioner, client: Client
) -> None:
    child_of(wrenmouth, "Zelda Hidden", "WREN-ZELDA2")  # type: ignore[arg-type]
    client.force_login(helen)
    page = client.get("/tell-us/").content.decode()
    assert "Amara Okoye" in page
    assert "Zelda" not in page
    assert client.post("/tell-us/", {"child": "else"}).headers["Location"] == "/referrals/new/"
    assert client.post("/tell-us/", {"child": "WREN-AMARA2"}).headers["Location"] == PART + "information/"
    hidden = client.post("/tell-us/", {"child": "WREN-ZELDA2"})
    nobody = client.post("/tell-us/", {"child": "WREN-NOBODY"})
    assert hidden.status_code == nobody.status_code == 422


def test_information_is_sent_on_its_page(
    case: Case, school_involved: Involvement, helen: Practitioner, client: Client
) -> None:
    client.force_login(helen)
    here = PART + "information/"
    empty = client.post(here, {"about": "child", "family_knows": "yes"})
    assert empty.status_code == 422
    given = {
        "about": "parent",
        "who_parent": "Grace",
        "fact": "She fell.",
        "family_knows": "yes",
        "step": "confirm",
    }
    assert client.post(here, given).status_code == 303
    assert InformationSent.objects.get().about_whom == "Grace"
    assert "She fell." in client.get(PART).content.decode()
