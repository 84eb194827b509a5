"""Through the pages: a head teacher assesses, takes actions over and finishes them; a scrutineer reads; nobody else does."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from lxml import html

from alongside.audit.models import Row
from alongside.guidance import catalogue
from alongside.improvement import services
from alongside.improvement.models import PlannedAction, SelfAssessment, StatementAnswer
from alongside.improvement.statements import statements_on
from tests.improvement.conftest import LEADERS, NOW, TAKEN, TODAY, Partnership, day, sent
from tests.pages import MOST_QUERIES, Read
from tests.two_writers import save, typed, writer

pytestmark = pytest.mark.django_db
JUDGED = {"standing": "own", "score": "Partly there", "rests_on": "Minutes of May.", **day("on", TODAY)}


def test_a_head_teacher_assesses_takes_an_action_over_and_finishes_it(
    client: Client, there: Partnership
) -> None:
    client.force_login(there.people["head"])
    body = there.school.href()
    assert "Begin a self-assessment" in client.get(body).content.decode()

    begun = client.post(there.school.href("begin"), day("on", TODAY))
    one = SelfAssessment.objects.get()
    assert begun.headers["Location"] == f"/organisation/assessments/{one.pk}/"
    where = f"{begun.headers['Location']}statements/{LEADERS}/"
    asked = client.get(where).content.decode()
    assert "Leaders hold one vision" in asked
    assert catalogue.ACTIONS[TAKEN].words in asked, "actions that rest on it stand beside it"
    assert sent(client, where, JUDGED).status_code == 303

    signed = sent(
        client, f"/organisation/assessments/{one.pk}/sign/", {"summary": "Our first.", "submit": "yes"}
    )
    assert signed.status_code == 303
    shown = client.get(f"/organisation/assessments/{one.pk}/").content.decode()
    assert "1 of 19 statements are judged" in shown
    assert "Signed by Hetty Head" in shown

    taking = client.post("/organisation/adopt/", {"action": [TAKEN, "all.parents"]})
    assert taking.status_code == 303
    assert taking.headers["Location"] == "/organisation/adopt/?action=all.expectations&action=all.parents"
    adopted = sent(client, taking.headers["Location"], {
        "actions": [TAKEN], "owner": there.people["head"].pk, **day("due_on", TODAY + timedelta(days=9)),
    })  # fmt: skip
    assert adopted.headers["Location"] == there.school.href("plan")
    action = PlannedAction.objects.get()
    assert action.what in client.get("/").content.decode(), "it stands in My work of whoever is to do it"

    done = sent(
        client, f"/organisation/actions/{action.pk}/done/", {"evidence": "The minutes.", **day("on", TODAY)}
    )
    assert done.status_code == 303
    assert action.what not in client.get("/").content.decode()
    assert action.what in client.get(f"{there.school.href('plan')}?state=done").content.decode()


def test_what_is_wrong_is_said_and_nothing_typed_is_lost(client: Client, there: Partnership) -> None:
    one = there.round()
    client.force_login(there.people["head"])
    answer = client.post(
        f"/organisation/assessments/{one.pk}/statements/{LEADERS}/", {"rests_on": "Read 12 files."}
    )
    page = answer.content.decode()

    assert answer.status_code == 422
    assert "Choose where the organisation stands" in page
    assert "Read 12 files." in page
    assert StatementAnswer.objects.count() == 0

    both = {**JUDGED, "owner": there.people["helen"].pk, "owner_name": "A governor"}
    page = client.post(f"/organisation/assessments/{one.pk}/statements/{LEADERS}/", both).content.decode()
    assert "leave one of the two empty" in page


def test_what_is_typed_is_kept_and_taken_up_again(client: Client, there: Partnership) -> None:
    where = f"/organisation/assessments/{there.round().pk}/statements/{LEADERS}/"
    client.force_login(there.people["head"])
    client.post(where, {"step": "keep", "rests_on": "Half a sentence"})

    assert "Half a sentence" in client.get(where).content.decode()


def test_two_writers_of_one_statement_choose(there: Partnership) -> None:
    where = f"/organisation/assessments/{there.round().pk}/statements/{LEADERS}/"
    head, helen = writer(there.people["head"]), writer(there.people["helen"])
    hers, his = head.get(where), helen.get(where)
    told = head.post(where, typed(hers, standing="own", score="Partly", rests_on="Minutes"))
    assert told.status_code == 303

    met = helen.post(where, typed(his, standing="own", score="Fully", rests_on="An audit"))
    assert met.status_code == 422
    page = met.content.decode()
    assert "Somebody else changed this" in page
    assert "Hetty Head" in page
    assert {"Minutes", "An audit"} <= set(page.replace("<", ">").split(">"))
    assert StatementAnswer.objects.get().score == "Partly"

    chosen = typed(met) | {"chose-score": "yours", "chose-rests_on": "theirs", "step": "resolve"}
    assert helen.post(where, chosen).status_code == 303
    kept = StatementAnswer.objects.get()
    assert (kept.score, kept.rests_on, kept.recorded_by.name) == ("Fully", "Minutes", "Helen Marsh")


def test_the_areas_words_are_offered_and_ones_own_are_too(client: Client, there: Partnership) -> None:
    services.set_scale(
        by=there.who("wyn"),
        area=there.area,
        from_on=TODAY,
        labels=["Early", "Embedded"],
        because="Agreed.",
        now=NOW,
    )
    where = f"/organisation/assessments/{there.round().pk}/statements/{LEADERS}/"
    client.force_login(there.people["head"])
    assert '" checked' not in client.get(where).content.decode(), "nothing is chosen beforehand"

    sent(client, where, {"standing": "label:Embedded", **day("on", TODAY)})
    assert StatementAnswer.objects.get().score == "Embedded"
    assert 'value="label:Embedded" checked' in client.get(where).content.decode(), (
        "what is on record is shown"
    )


def test_a_scrutineer_reads_organisations_side_by_side_without_rank_or_total(
    read: Callable[..., Read], there: Partnership
) -> None:
    one = there.round()
    there.judges(one, "Partly")
    there.signs(one)
    sol = there.who("scrutineer")
    page = read(sol, f"/organisation/{there.area.code}/side-by-side/?statement={LEADERS}")
    names = [name for name in (str(a) for a in there.area.agencies.order_by("name")) if name in page.text]

    assert names == sorted(str(a) for a in there.area.agencies.all())
    assert [page.text.index(name) for name in names] == sorted(page.text.index(name) for name in names)
    assert "Partly" in page.text
    assert "Nothing submitted" in page.text
    home = read(sol, "/organisation/")
    assert f"/organisation/{there.area.code}/side-by-side/" in home.links()
    assert read(sol, f"/organisation/assessments/{one.pk}/").status == 200
    assert "Add to it" not in read(sol, f"/organisation/assessments/{one.pk}/").text


def test_what_is_not_submitted_is_nothing_to_the_partnership(
    read: Callable[..., Read], there: Partnership
) -> None:
    one = there.round()
    there.judges(one, "Not where we want to be")
    there.signs(one, submit=False)
    page = read(there.who("scrutineer"), f"/organisation/{there.area.code}/side-by-side/?statement={LEADERS}")

    assert "Not where we want to be" not in page.text
    assert read(there.who("scrutineer"), f"/organisation/assessments/{one.pk}/").status == 404


def test_pages_with_nothing_in_them_say_what_to_do(read: Callable[..., Read], there: Partnership) -> None:
    head = there.who("head")
    assert "No self-assessment has been signed yet" in read(head, there.school.href()).text
    assert "Nothing is to do in this plan" in read(head, there.school.href("plan")).text
    assert "No action of this plan is found so" in read(head, f"{there.school.href('plan')}?q=zebra").text
    assert "No self-assessment has been signed yet" in read(head, there.school.href("over-time")).text
    assert "No action is chosen yet" in read(head, "/organisation/adopt/").text
    assert "None of these actions is in the list" in read(head, "/organisation/adopt/?action=gone").text
    refused = read(there.who("teacher"), f"/organisation/adopt/?action={TAKEN}")
    assert "You assess and plan for no organisation" in refused.text


def test_the_plan_leaves_as_csv_and_as_a_calendar_that_tells_nothing(
    client: Client, there: Partnership
) -> None:
    there.plans("=SUM(A1) of what we do", due_on=TODAY + timedelta(days=3))
    client.force_login(there.people["head"])
    rows = list(csv.DictReader(io.StringIO(client.get(there.school.href("plan-csv")).content.decode())))
    days = client.get(there.school.href("plan-calendar")).content.decode()

    (row,) = rows
    assert row["What"].lstrip("'\t ").startswith("=SUM")
    assert not row["What"].startswith("=")
    assert "DTSTART;VALUE=DATE:20260614" in days
    assert "what we do" not in days
    assert Row.objects.filter(action="export", about_kind="plan-of-agency").count() == 2


def test_a_round_leaves_as_csv_with_every_statement(client: Client, there: Partnership) -> None:
    one = there.round()
    there.judges(one, "Partly")
    client.force_login(there.people["head"])
    answer = client.get(f"/organisation/assessments/{one.pk}/assessment.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))

    assert len(rows) == len(statements_on(TODAY))
    assert [row["Score"] for row in rows if row["Statement id"] == LEADERS] == ["Partly"]
    assert {row["Where it stands"] for row in rows if row["Statement id"] != LEADERS} == {"Not scored yet"}


def test_pages_cost_the_same_however_much_stands_on_them(
    read: Callable[..., Read], there: Partnership
) -> None:
    one = there.round(date(2025, 5, 7))
    there.judges(one)
    there.signs(one)
    there.plans()
    pages = {
        "head": [there.school.href(), there.school.href("plan"), there.school.href("over-time"), "/organisation/", "/",
                 f"/organisation/assessments/{one.pk}/", there.school.href("plan-print")],
        "scrutineer": [f"/organisation/{there.area.code}/side-by-side/", f"/organisation/{there.area.code}/side-by-side/print/"],
    }  # fmt: skip

    def asked() -> dict[str, int]:
        return {page: len(read(there.who(who), page).sql) for who, every in pages.items() for page in every}

    few = asked()
    again = there.round()
    for each in statements_on(TODAY)[:6]:
        there.judges(again, statement=each.id, owner=there.people["helen"])
    there.signs(again)
    for number in range(12):
        there.plans(f"Action {number}", owner=there.people["head"])
    many = asked()

    assert many == few
    assert max(many.values()) <= MOST_QUERIES, many


def test_the_administrator_gives_and_ends_parts_and_sets_words(client: Client, there: Partnership) -> None:
    client.force_login(there.people["wyn"])
    where = f"/organisation/{there.area.code}/"
    given = sent(client, f"{where}parts/give/", {
        "practitioner": there.people["jamal"].pk, "part": "scrutineer", "reason": "Appointed in May.",
        **day("until_on", date(2027, 5, 1)),
    })  # fmt: skip
    assert given.status_code == 303
    page = client.get(f"{where}parts/").content.decode()
    assert "Jamal Amin" in page
    part = there.people["jamal"].partnership_parts.get()
    assert sent(client, f"{where}parts/{part.pk}/end/", {"words": "He asked."}).status_code == 303
    part.refresh_from_db()
    assert part.ended_on == TODAY

    words = {"labels-rows": "2", "labels-0-word": "Early", "labels-1-word": "Embedded", "because": "Agreed."}
    assert sent(client, f"{where}scale/set/", {**words, **day("from_on", TODAY)}).status_code == 303
    assert services.scale_of(there.area.pk, TODAY) == ("Early", "Embedded")


def test_two_writers_of_one_action_choose(there: Partnership) -> None:
    where = f"/organisation/actions/{there.plans(due_on=TODAY).pk}/change/"
    head, helen = writer(there.people["head"]), writer(there.people["helen"])
    hers, his = head.get(where), helen.get(where)
    assert save(head, where, typed(hers, owner_name="The trust", reason="Agreed.")).status_code == 303

    met = helen.post(where, typed(his, owner_name="A governor", reason="Asked."))
    assert met.status_code == 422
    assert {"The trust", "A governor"} <= set(met.content.decode().replace("<", ">").split(">"))


def test_how_it_came_to_what_was_signed_is_read_by_those_who_assess_alone(
    read: Callable[..., Read], there: Partnership
) -> None:
    one = there.round()
    there.judges(one, "We are nowhere")
    there.judges(one, "Partly")
    there.signs(one)
    where = f"/organisation/assessments/{one.pk}/history/"

    assert "We are nowhere" in read(there.who("head"), where).text
    for who in ("teacher", "scrutineer", "partner"):
        page = read(there.who(who), where)
        assert page.status == 200
        assert "We are nowhere" not in page.text
        assert "Signed" in page.text


def test_organisations_are_narrowed_by_kind_and_by_having_submitted(
    read: Callable[..., Read], client: Client, there: Partnership
) -> None:
    there.signs(there.round())
    where, sol = f"/organisation/{there.area.code}/side-by-side/", there.who("scrutineer")

    schools = read(sol, f"{where}?sector=education").text
    assert "Beacon Hill School" in schools
    assert "Estuary Police" not in schools
    given = read(sol, f"{where}?submitted=yes").text
    assert "Mill Lane Primary School" in given
    assert "Beacon Hill School" not in given
    assert "No organisation is found so" in read(sol, f"{where}?sector=prison").text
    rows = list(
        csv.DictReader(io.StringIO(client.get(f"{where}side-by-side.csv?sector=education").content.decode()))
    )
    assert {row["Organisation"] for row in rows} == {
        "Beacon Hill School", "Mill Lane Primary School", "Saltings Nursery",
    }  # fmt: skip


def test_actions_are_taken_from_the_checklist_of_a_briefing(there: Partnership) -> None:
    head = writer(there.people["head"])
    page = html.fromstring(
        head.get("/guidance/briefings/checklist/?from=WT2018&to=WT2026&for=schools").content.decode()
    )
    (form,) = [one for one in page.forms if one.action == "/organisation/adopt/"]
    ids = [box.get("value") for box in form.xpath(".//input[@name='action']")][:3]

    chosen = head.post(form.action, {"action": ids})
    shown = head.get(chosen.headers["Location"])
    told = html.fromstring(shown.content.decode()).text_content()
    assert all(catalogue.ACTIONS[id].words in told for id in ids)
    assert save(head, chosen.headers["Location"], typed(shown)).status_code == 303
    assert {one.listed_as for one in PlannedAction.objects.all()} == set(ids)


def test_a_checklist_without_an_account_keeps_what_was_chosen_through_signing_in(client: Client) -> None:
    asked = client.get(f"/organisation/adopt/?action={TAKEN}")

    assert asked.status_code == 302
    assert asked.headers["Location"] == "/sign-in/?next=/organisation/adopt/%3Faction%3Dall.expectations"
