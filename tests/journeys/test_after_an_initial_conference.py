"""Working Together 2023, flow chart 6: what happens after the initial child protection conference."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Allocation, Case
from alongside.conferences.services import book_conference, record_report
from alongside.conferences.services.book import Invited
from alongside.deadlines.models import Deadline
from alongside.people.models import Person
from alongside.plans.forms.change import asked_as
from alongside.plans.models import Action, ChildProtectionPlan, CoreGroupMeeting, EndingNotice, Need
from tests.conferences.given import noon
from tests.section47.sending import Answers, on, recorded, send, when

AMARA = "/children/WREN-AMARA2"
INITIAL, REVIEW = f"{AMARA}/conferences/initial/", f"{AMARA}/conferences/review/"
PLAN = f"{AMARA}/plan/"
HELD, MET, REVIEWED, LAST = date(2025, 4, 14), date(2025, 4, 28), date(2025, 7, 10), date(2026, 1, 6)


@pytest.fixture
def desk(client: Client, case: Case, dana: Practitioner, harbour_team: object) -> Client:
    """Dana's browser."""
    client.force_login(dana)
    return client


@pytest.fixture
def room(council: Agency, school: Agency, jamal: Practitioner) -> Answers:
    """Who was at the conference, and its day; what was decided is left open."""
    answers: Answers = {
        **on("held_on", HELD), "place": "Harbour House", "chair": str(jamal.pk), "attendance-rows": "3",
        "c0_child_views_known": "I like it when Nana comes.", "c0_parents_views_known": "Grace wants help.",
        "c0_advocacy": "taken-up",
    }  # fmt: skip
    people = (
        ("Grace Okoye", "", "not-asked"),
        ("Dana Wright", council.pk, "not-asked"),
        ("Helen Marsh", school.pk, "verbal"),
    )
    for number, (name, agency, report) in enumerate(people):
        answers |= {
            f"attendance-{number}-name": name, f"attendance-{number}-agency": str(agency),
            f"attendance-{number}-came": "present", f"attendance-{number}-report": report,
        }  # fmt: skip
    return answers


@pytest.fixture
def outline(council: Agency, school: Agency) -> Answers:
    """A decision for a plan, with its outline: two actions for one need."""
    return {
        "c0_decided": "plan", "c0_category": "neglect", "c0_lead_statutory_body": "local-authority",
        **on("c0_core_group_on", MET), **on("c0_ready_by", date(2025, 5, 9)), **on("c0_review_on", REVIEWED),
        "c0_reasons": "The harm is recent and goes on.",
        "c0_needs-rows": "2", "c0_needs-0-need": "A calm home in the evenings",
        "c0_needs-0-must_change": "Adults stay sober", "c0_needs-0-how_much": "Every evening",
        **on("c0_needs-0-need_by_when", REVIEWED), "c0_needs-0-aim": "safe",
        "c0_needs-0-what": "Go to the Tuesday group", "c0_needs-0-owner": "Grace Okoye, Amara's mother",
        **on("c0_needs-0-by_when", date(2025, 5, 6)), "c0_needs-0-how_we_will_know": "The group tells Dana",
        "c0_needs-1-what": "Breakfast club every day", "c0_needs-1-owner": "Helen Marsh",
        "c0_needs-1-agency": str(school.pk), **on("c0_needs-1-by_when", date(2025, 4, 22)),
        "c0_members-rows": "2", "c0_members-0-name": "Grace Okoye", "c0_members-0-part": "Amara's mother",
        "c0_members-1-name": "Helen Marsh", "c0_members-1-agency": str(school.pk),
    }  # fmt: skip


@pytest.fixture
def on_a_plan(desk: Client, room: Answers, outline: Answers) -> Client:
    """Dana's browser, once Amara has a plan."""
    recorded(send(desk, INITIAL, room | outline))
    return desk


def test_the_page_puts_views_first_and_chooses_nothing(desk: Client) -> None:
    page = desk.get(INITIAL).content.decode()

    assert page.index("What did Amara Okoye say?") < page.index("Who was invited, and who was there?")
    assert page.index("Who was invited, and who was there?") < page.index("What was decided?")
    assert not re.search(r"<input[^>]*\schecked", page), "a judgement has no default"
    assert "Working Together asks for no category" in page
    assert "Within 10 working days" in page
    assert "Within 3 months" in page


def test_a_child_likely_to_suffer_harm_has_a_plan_and_the_days_are_set(
    desk: Client, room: Answers, outline: Answers
) -> None:
    page = recorded(send(desk, INITIAL, room | outline))

    assert "Initial conference recorded for Amara Okoye" in page
    assert "the core group meets on Monday 28 April 2025, by Wednesday 30 April 2025 at the latest" in page
    assert "organises the review on Thursday 10 July 2025, by Monday 14 July 2025 at the latest" in page
    assert "tells Amara Okoye and the parents what was decided and why" in page
    plan = ChildProtectionPlan.objects.get()
    assert (plan.started_on, plan.category) == (HELD, "neglect")
    need = Need.objects.get()
    assert [action.owner for action in need.actions.order_by("id")] == [
        "Grace Okoye, Amara's mother",
        "Helen Marsh",
    ]


def test_nothing_is_recorded_until_it_has_been_checked(desk: Client, room: Answers, outline: Answers) -> None:
    checking = desk.post(INITIAL, room | outline).content.decode()

    assert "Check your answers" in checking
    assert "Breakfast club every day" in checking
    assert not ChildProtectionPlan.objects.exists()


def test_a_row_is_added_without_script_and_nothing_typed_is_lost(
    desk: Client, room: Answers, outline: Answers
) -> None:
    page = desk.post(INITIAL, room | outline | {"add-row": "c0_needs"}).content.decode()

    assert 'name="c0_needs-2-need"' in page
    assert "Breakfast club every day" in page
    assert "There is a problem" not in page


def test_days_beyond_the_limits_are_said_before_they_are_recorded(
    desk: Client, room: Answers, outline: Answers
) -> None:
    late = room | outline | on("c0_core_group_on", date(2025, 5, 1))

    checking = desk.post(INITIAL, late).content.decode()

    assert (
        "The first core group for Amara Okoye was set for 1 May 2025. The guidance expects it by 30 April 2025"
        in checking
    )
    assert "It can be recorded all the same" in checking
    recorded(send(desk, INITIAL, late))


def test_without_a_plan_the_lead_practitioner_agrees_help_with_the_family(
    desk: Client, room: Answers
) -> None:
    """T29: there is no plan, and what help follows is agreed with the family."""
    page = recorded(send(desk, INITIAL, room | {
        "c0_decided": "no-plan", "c0_support": "child-in-need-plan", "c0_reasons": "The risk has gone.",
    }))  # fmt: skip

    assert "agree the child-in-need plan with the family, and start it" in page
    assert f'href="{AMARA}/child-in-need-plan/start/"' in page
    assert not ChildProtectionPlan.objects.exists()


def test_an_outline_plan_without_a_plan_is_not_lost_in_silence(
    desk: Client, room: Answers, outline: Answers
) -> None:
    page = desk.post(INITIAL, room | outline | {"c0_decided": "no-plan"})

    assert page.status_code == 422
    assert "There is no plan for Amara Okoye to put this in" in page.content.decode()


def test_one_conference_decides_for_each_child_by_itself(
    desk: Client,
    room: Answers,
    outline: Answers,
    ben: Person,
    case: Case,
    dana: Practitioner,
    harbour_team: object,
) -> None:
    bens = Case.objects.create(area=ben.area, child=ben, opened_on=case.opened_on, recorded_by=dana)
    Allocation.objects.create(
        area=ben.area, case=bens, practitioner=dana, team=harbour_team, from_on=bens.opened_on
    )
    page = desk.get(INITIAL).content.decode()
    assert "?with=WREN-BENJA2" in page

    page = recorded(send(desk, f"{INITIAL}?with=WREN-BENJA2", room | outline | {
        "c1_child_views": "declined", "c1_parents_views": "not-asked", "c1_decided": "no-plan", "c1_support": "early-help", "c1_reasons": "Ben lives with his aunt.",
    }))  # fmt: skip

    assert "Initial conference recorded for Amara Okoye and Ben Okoye" in page
    assert [plan.child.called for plan in ChildProtectionPlan.objects.all()] == ["Amara Okoye"]


def test_what_cannot_be_true_comes_back_with_everything_still_typed(
    on_a_plan: Client, room: Answers, outline: Answers
) -> None:
    page = on_a_plan.post(INITIAL, room | outline | {"step": "confirm"})

    html = page.content.decode()
    assert page.status_code == 422
    assert "<title>Error:" in html
    assert "Amara Okoye already has a child protection plan. It began on 14 April 2025" in html
    assert "Breakfast club every day" in html


def test_the_core_group_meets_and_carries_the_plan_on(on_a_plan: Client, school: Agency) -> None:
    page = on_a_plan.get(f"{PLAN}core-groups/record/").content.decode()
    assert 'value="Grace Okoye"' in page, "the members stand ready"
    assert "Breakfast club every day" in page, "each open action is asked about"
    need = Need.objects.get()
    done = asked_as(Action.objects.get(what="Breakfast club every day"))

    page = recorded(send(on_a_plan, f"{PLAN}core-groups/record/", {
        **on("held_on", MET), "attendance-rows": "2", "attendance-0-name": "Grace Okoye", "attendance-0-present": "yes",
        "attendance-1-name": "Helen Marsh", "attendance-1-agency": str(school.pk), "attendance-1-present": "no",
        "attendance-1-written_views": "Amara is on time now.", "decisions": "Go on, and add bedtime.",
        done: "done", **on(f"{done}_on", date(2025, 4, 22)), f"{done}_words": "She came each day.",
        "actions-rows": "1", "actions-0-need": str(need.pk), "actions-0-what": "Stories at bedtime",
        "actions-0-owner": "Nana Okoye", **on("actions-0-by_when", date(2025, 5, 12)),
        "needs-rows": "1", **on("next_on", date(2025, 5, 26)),
    }))  # fmt: skip

    assert "Core group recorded for Amara Okoye" in page
    assert "The core group meets again on 26 May 2025." in page
    assert (
        CoreGroupMeeting.objects.get().attendance.get(present=False).written_views == "Amara is on time now."
    )
    states = {action.what: action.state_on(MET) for action in Action.objects.all()}
    assert states["Breakfast club every day"] == "done"
    assert states["Stories at bedtime"] == "to-do"
    clock = Deadline.objects.get(rule_id="child-protection.first-core-group")
    assert (clock.met_on, clock.was_late) == (MET, False)


def test_a_first_review_continues_the_plan_and_a_later_one_ends_it(
    on_a_plan: Client, room: Answers, school: Agency
) -> None:
    """T31 and T32: still likely to suffer harm, in another category; half a year later no longer."""
    page = recorded(send(on_a_plan, REVIEW, room | on("held_on", REVIEWED) | {
        "c0_decided": "continue", "c0_category": "emotional-abuse", **on("c0_review_on", date(2026, 1, 6)),
        "c0_reasons": "Better, and not yet safe.", "c0_progress": "Grace goes each week.",
        "c0_proceedings": "Not needed.", "c0_household": "Ben was considered.",
    }))  # fmt: skip
    assert "organises the review on Tuesday 6 January 2026, by Saturday 10 January 2026 at the latest" in page
    assert ChildProtectionPlan.objects.get().category == "emotional-abuse"

    page = on_a_plan.get(REVIEW).content.decode()
    assert "Mill Lane Primary School" in page, "whom to tell stands ready"
    page = recorded(send(on_a_plan, REVIEW, room | on("held_on", LAST) | {
        "c0_decided": "end", "c0_support": "child-in-need-plan", "c0_support_words": "Dana goes on visiting.",
        "c0_told": ["Mill Lane Primary School"], "c0_reasons": "Amara is safe at home.",
    }))  # fmt: skip

    plan = ChildProtectionPlan.objects.get()
    assert (plan.ended_on, plan.ended_because) == (LAST, "no-longer-at-risk")
    assert "agree the child-in-need plan with the family, and start it" in page
    told = {notice.name: notice.told_on for notice in EndingNotice.objects.all()}
    assert told["Mill Lane Primary School"] == LAST
    assert None in told.values()
    shown = on_a_plan.get(PLAN).content.decode()
    assert "This plan ended on Tuesday 6 January 2026" in shown
    assert "not told yet" in shown
    history = on_a_plan.get(f"{PLAN}history/").content.decode()
    assert (
        history.index("The plan ends")
        < history.index("The plan continues")
        < history.index("A child protection plan")
    )


def test_the_plan_cannot_be_ended_here_for_want_of_risk_and_says_who_can(on_a_plan: Client) -> None:
    page = on_a_plan.post(f"{PLAN}end/", {
        **on("ended_on", REVIEWED), "ground": "no-longer-at-risk", "reasons": "Better.", "step": "confirm",
    })  # fmt: skip

    html = page.content.decode()
    assert page.status_code == 422
    assert "You can&#39;t end this plan here. Only a review conference can decide" in html
    assert "Book a review." in html
    assert ChildProtectionPlan.objects.get().is_open


def test_a_plan_passes_to_the_authority_that_held_its_own_conference(on_a_plan: Client) -> None:
    page = recorded(send(on_a_plan, f"{PLAN}end/", {
        **on("ended_on", date(2025, 6, 2)), "ground": "transferred", "receiving_authority": "Farholme Council",
        **on("receiving_conference_on", date(2025, 5, 30)), "reasons": "The family moved in May.",
        "core_group_views": "All agree.", "support": "Farholme takes it on.", "told": ["Grace Okoye"],
    }))  # fmt: skip

    assert "child protection plan ended on 2 June 2025" in page
    assert EndingNotice.objects.get(name="Grace Okoye").told_on == date(2025, 6, 2)
    tell = f"{PLAN}end/tell/"
    waiting = EndingNotice.objects.get(name="Mill Lane Primary School")
    recorded(on_a_plan.post(tell, {"notices": [str(waiting.pk)], **on("told_on", date(2025, 6, 3)), "step": "confirm"}, follow=True))  # fmt: skip
    waiting.refresh_from_db()
    assert waiting.told_on == date(2025, 6, 3)


def test_the_plan_reads_as_needs_and_actions_and_in_the_childs_own_words(on_a_plan: Client) -> None:
    recorded(send(on_a_plan, f"{PLAN}for-the-child/write/", {
        "worries": "Mum gets poorly when she drinks.", "promises": "Mum will go to a group on Tuesdays.",
        **on("explained_on", date(2025, 4, 16)), "child_said": "Can Nana come?",
    }))  # fmt: skip

    plan = on_a_plan.get(PLAN).content.decode()
    own = on_a_plan.get(f"{PLAN}for-the-child/").content.decode()
    paper = on_a_plan.get(f"{PLAN}print/?large=1").content.decode()

    assert "What must change:</span> Adults stay sober" in plan
    assert "How we will know:</span> The group tells Dana" in plan
    assert "Helen Marsh, Mill Lane Primary School" in plan
    assert "Mum gets poorly when she drinks." in own
    assert "Can Nana come?" in own
    assert "app-paper--large" in paper
    assert "Go to the Tuesday group" in paper


def test_a_review_is_booked_with_its_latest_day_in_sight(on_a_plan: Client, school: Agency) -> None:
    page = on_a_plan.get(f"{AMARA}/conferences/book/").content.decode()
    assert "Hold the first review conference" in page
    assert "3 months from the initial child protection conference, on 14 April 2025" in page


def test_a_booking_on_a_saturday_is_warned_about_and_made(on_a_plan: Client, school: Agency) -> None:
    saturday = date(2030, 6, 1)
    asked = {
        "kind": "review", **when("starts_at", saturday, "10:00"), "place": "Quay",
        "invitations-rows": "1", "invitations-0-name": "Helen Marsh", "invitations-0-agency": str(school.pk),
        "invitations-0-report_wanted": "on",
    }  # fmt: skip

    checking = on_a_plan.post(f"{AMARA}/conferences/book/", asked).content.decode()
    assert "Saturday 1 June 2030 is not a working day" in checking
    assert "later than the guidance expects for Amara Okoye: by 14 July 2025" in checking
    assert "Say why this day" in checking

    page = recorded(
        send(on_a_plan, f"{AMARA}/conferences/book/", asked | {"timing_reason": "The only free day"})
    )
    assert "Review conference booked for 1 June 2030 at 10:00" in page
    assert "not received yet" in page


def test_a_booked_conference_is_recorded_from_its_booking(
    desk: Client,
    room: Answers,
    outline: Answers,
    school: Agency,
    dana: Practitioner,
    amara: Person,
    jamal: Practitioner,
) -> None:
    booking = book_conference(
        by=dana, children=[amara], kind="initial", starts_at=noon(HELD), place="Harbour House", chair=jamal,
        invitations=[
            Invited(name="Grace Okoye", part="Amara's mother"),
            Invited(name="Helen Marsh", agency=school, report_wanted=True),
        ],
        now=noon(date(2025, 4, 4)),
    )  # fmt: skip
    record_report(
        by=dana, child=amara, booking=booking, agency=school, written_by="Helen Marsh", received_on=date(2025, 4, 10),
        words={"needs": "Breakfast"}, shared_on=date(2025, 4, 11), now=noon(date(2025, 4, 11)),
    )  # fmt: skip

    page = desk.get(INITIAL).content.decode()
    assert "Booked for 14 April 2025 at 13:00 at Harbour House." in page
    assert 'value="Helen Marsh"' in page
    assert re.search(r'name="attendance-1-report"[^>]*value="received" checked', page), "the report has come"
    assert not re.search(r'name="attendance-\d-came"[^>]*checked', page), "who came is for people to say"

    recorded(send(desk, INITIAL, room | outline))
    booking.refresh_from_db()
    assert booking.conference is not None
    assert "Held." in desk.get(f"{AMARA}/conferences/booked/{booking.pk}/").content.decode()


def test_a_child_who_moved_in_on_a_plan_elsewhere_has_a_conference_here(
    desk: Client, room: Answers, outline: Answers
) -> None:
    page = recorded(send(desk, f"{AMARA}/conferences/move/", {
        **on("notified_on", date(2025, 4, 3)), "authority": "Farholme Council",
    }))  # fmt: skip
    assert "Hold the transfer-in conference by Monday 28 April 2025." in page
    assert "Farholme Council keeps its plan until our conference has been held." in page

    page = recorded(send(desk, f"{AMARA}/conferences/transfer-in/", room | outline))
    assert "Transfer-in conference recorded for Amara Okoye" in page
    assert ChildProtectionPlan.objects.get().started_on == HELD


def test_a_chair_is_named_and_then_records_the_conference(
    desk: Client, room: Answers, outline: Answers, jamal: Practitioner
) -> None:
    chairs = Client()
    chairs.force_login(jamal)
    assert chairs.get(INITIAL).status_code == 404

    named = {"chair": str(jamal.pk), **on("from_on", date(2025, 4, 4)), "step": "confirm"}
    page = recorded(desk.post(f"{AMARA}/conferences/chair/", named, follow=True))
    assert "Jamal Amin chairs from 4 April 2025 for Amara Okoye" in page

    assert "Initial conference recorded" in recorded(send(chairs, INITIAL, room | outline))
