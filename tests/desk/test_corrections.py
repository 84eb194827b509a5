"""Correcting an entry: a new one names the old, the record moves with it, and deadlines are worked out again."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied

from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.closure.services import Closure, close_case
from alongside.deadlines.models import Deadline
from alongside.desk.corrections import correct_entry, words_that_may_change
from alongside.plans.models import Category, ChildProtectionPlan, Ending
from alongside.referrals.models import Referral
from alongside.referrals.services import ReferralGiven, ReferredChild, Said, make_referral
from alongside.refusals import Refusal
from alongside.visits.models import Alone, Purpose, Visit, Where
from alongside.visits.services import ChildSeen, VisitMade, record_child_seen
from tests.cast import NOW, TODAY

HOME = "/children/WREN-AMARA2/timeline/"


def correct(entry: Entry, by: Practitioner, **changes: object) -> Entry:
    given = {"happened_on": entry.happened_on, "reason": "Wrong day.", "now": NOW} | changes
    return correct_entry(by=by, entry=entry, **given)


@pytest.fixture
def visit(case: Case, dana: Practitioner, amara) -> Visit:
    (visit,) = record_child_seen(
        by=dana, now=NOW, children=[ChildSeen(child=amara, alone=Alone.YES, said="I like Nana's.")],
        visit=VisitMade(seen_on=date(2025, 4, 10), where=Where.HOME, purpose=Purpose.ASSESSMENT),
    )  # fmt: skip
    return visit


def test_a_correction_moves_a_deadline_and_leaves_the_old_entry(referred, case, dana):
    before = Entry.objects.filter(pk=referred.pk).values().get()
    due = Deadline.objects.get(case=case, rule_id="assessment.completion").due_on
    correction = correct(referred, dana, happened_on=date(2025, 4, 3))
    assert Entry.objects.filter(pk=referred.pk).values().get() == before
    assert (correction.corrects, correction.kind) == (referred, referred.kind)
    moved = Deadline.objects.get(case=case, rule_id="assessment.completion")
    assert moved.due_on > due
    assert moved.started_by == correction
    case.refresh_from_db()
    assert case.opened_on == date(2025, 4, 3), "the referral opened the case, so the case moves with it"


def test_a_referral_received_at_a_moment_moves_with_its_record(wrenmouth, helen, priya, dana):
    given = ReferralGiven(
        received_at=datetime(2025, 4, 16, 9, tzinfo=UTC), referrer_kind="practitioner", referrer=helen,
        statements=[Said(kind="concern", words="Bruises.", said_by="Helen Marsh")],
    )  # fmt: skip
    (referral,) = make_referral(
        by=helen, area=wrenmouth, children=[ReferredChild(given="Cleo", family="Abara")], given=given, now=NOW
    )
    earlier = datetime(2025, 4, 14, 15, tzinfo=UTC)
    correct(referral.entry, priya, happened_on=earlier.date(), happened_at=earlier)
    referral = Referral.objects.get()
    assert (referral.received_on, referral.received_at) == (earlier.date(), earlier)
    assert Deadline.objects.get(rule_id="referral.decision").due_on == date(2025, 4, 15)


def test_a_visit_and_its_words_move_together(visit, dana):
    entry = visit.entry
    correct(entry, dana, happened_on=date(2025, 4, 9), words={"said": "I like it at Nana's."})
    visit.refresh_from_db()
    assert (visit.seen_on, visit.said) == (date(2025, 4, 9), "I like it at Nana's.")
    assert "“I like it at Nana's.”" in kinds.CHILD_SEEN.words(visit.entry.details)
    assert "“I like Nana's.”" in kinds.CHILD_SEEN.words(entry.details)


def test_a_plan_moves_with_the_conference_that_made_it_and_with_the_one_that_ended_it(case, jamal, dana):
    said = {"by": jamal, "now": NOW, "category": "neglect", "reasons": "Neglect."}
    made = kinds.INITIAL_CONFERENCE_HELD.record(
        case, on=date(2025, 4, 7), decided="plan", outcome="A plan", **said
    )
    ended = kinds.REVIEW_CONFERENCE_HELD.record(
        case, on=date(2025, 4, 15), decided="no-longer-at-risk", outcome="The plan ends", **said
    )
    plan = ChildProtectionPlan.objects.create(
        area_id=case.area_id, case=case, child_id=case.child_id, started_on=made.happened_on, entry=made,
        initial_category=Category.NEGLECT, category=Category.NEGLECT, recorded_at=NOW, recorded_by=jamal,
        ended_on=ended.happened_on, ended_because=Ending.NO_LONGER_AT_RISK, ending_reasons="Safe.", ending_entry=ended,
    )  # fmt: skip
    correct(made, dana, happened_on=date(2025, 4, 8))
    correction = correct(ended, dana, happened_on=date(2025, 4, 16))
    plan.refresh_from_db()
    assert (plan.started_on, plan.ended_on, plan.ending_entry) == (
        date(2025, 4, 8),
        date(2025, 4, 16),
        correction,
    )
    core_group = Deadline.objects.get(case=case, rule_id="child-protection.first-core-group")
    assert core_group.due_on == date(2025, 4, 24), "ten working days from the corrected day, over Easter"


def test_a_closure_moves_the_case_with_it(case, sam, dana, priya):
    close_case(
        by=sam, child=case.child, now=NOW,
        closure=Closure(closed_on=date(2025, 4, 16), outcome="no-longer-in-need", reasons="Safe.", views="Fine."),
    )  # fmt: skip
    correct(Entry.objects.get(kind="case-closed"), priya, happened_on=TODAY)
    case.refresh_from_db()
    assert case.closed_on == TODAY
    assert case.allocations.get().to_on == TODAY


def test_words_made_from_others_are_not_asked_for_twice(visit):
    assert words_that_may_change(visit.entry, [visit]).keys() == {"said"}


def test_a_correction_can_itself_be_corrected(referred, dana):
    first = correct(referred, dana, happened_on=date(2025, 4, 3))
    second = correct(first, dana, happened_on=date(2025, 4, 2), reason="The day before.")
    assert second.corrects == first
    assert list(Entry.objects.standing()) == [second]


def test_an_entry_is_corrected_once(referred, dana):
    correct(referred, dana, happened_on=date(2025, 4, 3))
    with pytest.raises(Refusal, match=r"This entry has been corrected already\. Dana Wright corrected it on"):
        correct(referred, dana, happened_on=date(2025, 4, 2))


@pytest.mark.parametrize(
    ("changes", "what"),
    [
        ({"happened_on": date(2025, 4, 18)}, "This is in the future."),
        (
            {"happened_at": datetime(2025, 4, 17, 13, 1, tzinfo=UTC), "happened_on": TODAY},
            "This time is in the future.",
        ),
        ({}, "Nothing is different."),
    ],
)
def test_what_cannot_be_is_refused(referred, dana, changes, what):
    with pytest.raises(Refusal, match=what):
        correct(referred, dana, **changes)
    assert Entry.objects.count() == 1


def test_nothing_but_the_referral_comes_before_the_case(visit, dana):
    with pytest.raises(Refusal, match="This is before the case opened"):
        correct(visit.entry, dana, happened_on=date(2025, 3, 31))


@pytest.mark.parametrize("name", ["helen", "stranger", "relative", "ada"])
def test_who_may_not_correct(request, referred, school_involved, name):
    with pytest.raises(PermissionDenied):
        correct(referred, request.getfixturevalue(name), happened_on=date(2025, 4, 3))


def test_the_page_corrects_and_the_timeline_shows_both(client, referred, dana):
    client.force_login(dana)
    address = f"{HOME}{referred.pk}/correct/"
    page = client.get(address).content.decode()
    assert 'value="1"' in page, "the day as it was recorded"
    answers = {
        "happened_on_day": "3", "happened_on_month": "4", "happened_on_year": "2025",
         "words_concern": "Bruises on one arm.", "reason": "It was the other day.",
    }  # fmt: skip
    assert "Check your answers" in client.post(address, answers).content.decode()
    assert client.post(address, answers | {"step": "confirm"}).status_code == 303
    shown = client.get(HOME).content.decode()
    assert "Correction recorded" in shown
    assert "Corrected: It was the other day." in shown
    assert "See the correction, 3 April 2025" in shown
    assert "Bruises on one arm." in shown
    assert "Bruises on both arms." not in shown, "a corrected entry is a stub"
    assert "Bruises on both arms." in client.get(f"{HOME}{referred.pk}/").content.decode()
    assert "has been corrected already" in client.get(address).content.decode()


def test_a_refusal_comes_back_on_the_page_with_everything_still_typed(client, referred, dana):
    client.force_login(dana)
    answers = {
        "happened_on_day": "1", "happened_on_month": "4", "happened_on_year": "2025",
         "words_concern": "Bruises on both arms.", "reason": "Kept words.",
        "step": "confirm",
    }  # fmt: skip
    answer = client.post(f"{HOME}{referred.pk}/correct/", answers)
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "Nothing is different." in page
    assert "Kept words." in page


@pytest.mark.parametrize("name", ["helen", "stranger", "relative"])
def test_the_page_is_not_there_for_others(client, request, referred, school_involved, name):
    client.force_login(request.getfixturevalue(name))
    assert client.get(f"{HOME}{referred.pk}/correct/").status_code == 404


def test_an_entry_of_another_child_is_not_found_here(client, referred, priya, ben):
    client.force_login(priya)
    assert client.get(f"/children/WREN-BENJA2/timeline/{referred.pk}/").status_code == 404
    assert client.get(f"/children/WREN-BENJA2/timeline/{referred.pk}/correct/").status_code == 404
