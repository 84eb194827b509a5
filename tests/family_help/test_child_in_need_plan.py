"""A child-in-need plan, from its start to its end."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection, transaction

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case, Involvement
from alongside.chronology import kinds
from alongside.chronology.models import Entry, Shortfall
from alongside.chronology.states import states
from alongside.family_help import services
from alongside.family_help.models import ChildInNeedPlan, ChildInNeedPlanAction, ChildInNeedPlanEnding
from alongside.family_help.open_work import open_work
from alongside.family_help.services import NewAction, NewNeed, PlanAgreed
from alongside.people.models import Person
from alongside.refusals import Refusal
from tests.cast import NOW, TODAY

AGREED = {
    "aims": "Amara eats well every day.",
    "family_agreed": "yes",
    "agreed_by": "Grace Okoye, her mother",
}
BREAKFAST = NewNeed(
    need="Amara needs enough to eat.",
    outcome="She no longer comes to school hungry.",
    actions=(NewAction(what="Cook together on Sundays", owner="Grace Okoye", by_when=date(2025, 5, 4)),),
)


def start(
    dana: Practitioner, amara: Person, needs: Any = (BREAKFAST,), started_on: date = TODAY, **more: Any
) -> Any:
    plan = PlanAgreed(**(AGREED | more))
    return services.start_plan(by=dana, child=amara, started_on=started_on, plan=plan, needs=needs, now=NOW)


@pytest.fixture
def plan(case: Case, dana: Practitioner, amara: Person) -> ChildInNeedPlan:
    started: ChildInNeedPlan = start(dana, amara, started_on=date(2025, 4, 10))
    return started


def test_a_plan_is_needs_and_what_people_will_do(plan: ChildInNeedPlan) -> None:
    action = ChildInNeedPlanAction.objects.get()

    assert (action.need.need, action.what, action.who) == (
        "Amara needs enough to eat.", "Cook together on Sundays", "Grace Okoye",
    )  # fmt: skip
    assert states(plan.case.chronology.in_order()).child_in_need_plan_since == date(2025, 4, 10)


def test_an_agency_that_takes_on_an_action_works_with_the_child(
    case: Case, dana: Practitioner, helen: Practitioner, amara: Person, school: Agency
) -> None:
    breakfast = NewAction(what="A place at breakfast club", agency=school, practitioner=helen)
    start(dana, amara, needs=[NewNeed(need="Food", actions=[breakfast])])

    assert Involvement.objects.get(case=case).agency == school
    assert ChildInNeedPlanAction.objects.get().who == "Helen Marsh"


def words_of(rule_id: str) -> str:
    return ". ".join(Shortfall.objects.filter(rule_id=rule_id).values_list("words", flat=True))


def test_what_a_plan_does_not_set_out_is_recorded_and_never_a_bar(plan: ChildInNeedPlan) -> None:
    missing = words_of("child-in-need.plan-content")

    assert "Which organisation gives which help" in missing
    assert "When it will be reviewed" in missing
    assert "Measurable outcomes" not in missing
    assert "social-work-qualified practice supervisor or manager" in words_of("authority.child-in-need-plan")


def test_a_plan_that_sets_out_everything_falls_short_of_nothing(
    case: Case, dana: Practitioner, sam: Practitioner, amara: Person, school: Agency
) -> None:
    start(
        dana, amara, needs=[NewNeed(need="Food", outcome="Not hungry", actions=[NewAction(what="Club", agency=school)])],
        expectations="Breakfast every day", strengths="A loving home", outside_factors="None known",
        education="She likes school", approved_by=sam, next_review_on=date(2025, 5, 30),
    )  # fmt: skip

    assert not Shortfall.objects.exists()


@pytest.mark.parametrize(
    ("given", "sentence", "field"),
    [
        (
            {"started_on": date(2025, 4, 18)},
            (
                "The start of this plan is in the future. You entered 18 April 2025, and today is 17 April 2025. "
                "Enter the day it happened, or come back once it has."
            ),
            "started_on",
        ),
        (
            {"started_on": date(2025, 3, 1)},
            (
                "The start of this plan is before the case opened. You entered 1 March 2025, and this case opened on "
                "1 April 2025. Check the day. What happened in an earlier case is on the timeline already."
            ),
            "started_on",
        ),
    ],
)
def test_a_plan_starts_on_a_day_that_can_be(
    given: dict[str, Any], sentence: str, field: str, case: Case, dana: Practitioner, amara: Person
) -> None:
    with pytest.raises(Refusal) as refused:
        start(dana, amara, **given)
    assert (str(refused.value), refused.value.field) == (sentence, field)


def test_there_is_one_plan_at_a_time(plan: ChildInNeedPlan, dana: Practitioner, amara: Person) -> None:
    with pytest.raises(Refusal) as refused:
        start(dana, amara)
    assert str(refused.value) == (
        "Amara Okoye has a child-in-need plan already. It started on 10 April 2025, and there is one plan at a time. "
        "Change that plan, or end it first."
    )


def test_there_is_one_kind_of_plan_at_a_time(case: Case, dana: Practitioner, amara: Person) -> None:
    kinds.INITIAL_CONFERENCE_HELD.record(
        case, on=TODAY, by=dana, now=NOW, decided="plan", outcome="A plan", category="NEG", reasons="Harm."
    )
    with pytest.raises(Refusal) as refused:
        start(dana, amara)
    assert str(refused.value) == (
        "Amara Okoye has a child protection plan. It has stood since 17 April 2025, and a child has one plan or the "
        "other. Put the help into the child protection plan. A child-in-need plan can start when that one ends."
    )


def test_the_family_is_never_taken_to_agree(case: Case, dana: Practitioner, amara: Person) -> None:
    with pytest.raises(ValidationError):
        start(dana, amara, family_agreed="")
    with pytest.raises(ValidationError, match="Enter who in the family was asked"):
        start(dana, amara, agreed_by="")
    assert start(dana, amara, family_agreed="not-asked", agreed_by="").pk


def test_needs_and_actions_are_added_as_things_change(
    plan: ChildInNeedPlan, dana: Practitioner, amara: Person
) -> None:
    entry = services.change_plan(
        by=dana, child=amara, changed_on=TODAY, now=NOW, needs=[NewNeed(need="A warm coat")], to=plan.needs.get(),
        actions=[NewAction(what="Shop with Nana", owner="Nana")],
    )  # fmt: skip

    assert entry.details["what"] == "Added to the child-in-need plan: A warm coat; Shop with Nana."
    assert plan.needs.count() == 2


def test_an_action_is_done_once(plan: ChildInNeedPlan, dana: Practitioner, amara: Person) -> None:
    action = ChildInNeedPlanAction.objects.get()
    services.complete_action(
        by=dana, child=amara, action=action, done_on=TODAY, came_of_it="She cooks.", now=NOW
    )

    assert Entry.objects.in_order().last().details["what"] == (  # type: ignore[union-attr]
        "Done under the child-in-need plan: Cook together on Sundays. She cooks."
    )
    with pytest.raises(Refusal) as refused:
        services.complete_action(by=dana, child=amara, action=action, done_on=TODAY, now=NOW)
    assert str(refused.value) == (
        "This action is done already. It was recorded as done on 17 April 2025. "
        "There is nothing more to do here. If more is needed, add another action."
    )


def test_a_review_says_what_was_decided_and_when_the_next_is(
    plan: ChildInNeedPlan, dana: Practitioner, sam: Practitioner, amara: Person
) -> None:
    review = services.record_review(
        by=dana, child=amara, reviewed_on=TODAY, decision="continue", reasons="Things are getting better.",
        agreed_with=sam, next_review_on=date(2025, 6, 12), now=NOW,
    )  # fmt: skip
    plan.refresh_from_db()

    assert str(review) == "Reviewed on 17 April 2025: The plan continues"
    assert plan.next_review_on == date(2025, 6, 12)
    assert not Shortfall.objects.filter(entry=review.entry).exists()


def test_a_review_nobody_agreed_with_is_shown(
    plan: ChildInNeedPlan, dana: Practitioner, olu: Practitioner, amara: Person
) -> None:
    review = services.record_review(
        by=dana,
        child=amara,
        reviewed_on=TODAY,
        decision="continue",
        reasons="Better.",
        agreed_with=olu,
        now=NOW,
    )

    assert Shortfall.objects.get(entry=review.entry).rule_id == "authority.child-in-need-plan"


@pytest.mark.parametrize(
    ("act", "given", "sentence"),
    [
        (
            "record_review",
            {"reviewed_on": TODAY, "decision": "conference", "reasons": "Harm."},
            (
                "“conference” is not one of the outcomes here. On 17 April 2025 they were: The plan continues; Step down "
                "to early help; A strategy discussion; Close: the child is no longer in need. Choose one of these."
            ),
        ),
        (
            "record_review",
            {"reviewed_on": date(2025, 4, 9), "decision": "continue", "reasons": "Better."},
            (
                "This is before the plan started. You entered 9 April 2025, and it started on 10 April 2025. "
                "Check the day. If the start is wrong, correct it on the timeline."
            ),
        ),
        (
            "end_plan",
            {"ended_on": date(2025, 4, 20), "outcome": "need-met", "reasons": "Better."},
            (
                "This is in the future. You entered 20 April 2025, and today is 17 April 2025. "
                "Enter the day it happened, or come back once it has."
            ),
        ),
        (
            "end_plan",
            {"ended_on": TODAY, "outcome": "eighteen", "reasons": "Grown up."},
            (
                "Amara Okoye was not eighteen on 17 April 2025. Amara Okoye was 4 that day. "
                "Choose another ground, or correct the date of birth."
            ),
        ),
        (
            "change_plan",
            {"changed_on": TODAY},
            (
                "Nothing was added to the plan. A change adds a need, or an action for one. "
                "Enter what the child needs, or what somebody will do."
            ),
        ),
    ],
)
def test_only_what_cannot_be_is_refused(
    act: str, given: dict[str, Any], sentence: str, plan: ChildInNeedPlan, dana: Practitioner, amara: Person
) -> None:
    with pytest.raises(Refusal) as refused:
        getattr(services, act)(by=dana, child=amara, now=NOW, **given)
    assert str(refused.value) == sentence


@pytest.mark.parametrize("act", ["record_review", "end_plan", "change_plan"])
def test_without_a_plan_there_is_nothing_to_change(
    act: str, case: Case, dana: Practitioner, amara: Person
) -> None:
    given: dict[str, Any] = {
        "record_review": {"reviewed_on": TODAY, "decision": "continue", "reasons": "Better."},
        "end_plan": {"ended_on": TODAY, "outcome": "need-met", "reasons": "Better."},
        "change_plan": {"changed_on": TODAY},
    }[act]
    with pytest.raises(Refusal) as refused:
        getattr(services, act)(by=dana, child=amara, now=NOW, **given)
    assert str(refused.value) == (
        "Amara Okoye has no plan that is open. The last one has ended, or none has started. "
        "Start a plan, if the family agrees to help."
    )


def test_a_family_may_withdraw_and_the_risk_is_weighed(
    plan: ChildInNeedPlan, dana: Practitioner, amara: Person
) -> None:
    ending = services.end_plan(
        by=dana, child=amara, ended_on=TODAY, outcome="agreement-withdrawn", reasons="Her mother wants to manage alone.",
        risk_weighed="No greater risk: the school sees her daily.", now=NOW,
    )  # fmt: skip
    plan.refresh_from_db()

    assert plan.ending == ending
    assert states(plan.case.chronology.in_order()).child_in_need_plan_since is None
    assert open_work(plan.case) == []


def test_a_conference_ends_the_plan_within_its_own_entry(plan: ChildInNeedPlan, dana: Practitioner) -> None:
    entry = kinds.INITIAL_CONFERENCE_HELD.record(
        plan.case,
        on=TODAY,
        by=dana,
        now=NOW,
        decided="plan",
        outcome="A plan",
        category="NEG",
        reasons="Harm.",
    )
    entries = Entry.objects.count()
    ending = services.end_plan_for(plan.case, entry=entry, ended_on=TODAY, by=dana, now=NOW)

    assert ending is not None
    assert str(ending) == "A child protection plan took its place, 17 April 2025"
    assert Entry.objects.count() == entries
    assert services.end_plan_for(plan.case, entry=entry, ended_on=TODAY, by=dana, now=NOW) is None


def test_open_work_is_said_in_a_sentence(plan: ChildInNeedPlan) -> None:
    assert open_work(plan.case) == ["The child-in-need plan that started on 10 April 2025 has not ended."]


def test_an_action_of_another_plan_is_not_touched(
    plan: ChildInNeedPlan, dana: Practitioner, amara: Person
) -> None:
    action = ChildInNeedPlanAction.objects.get()
    services.end_plan(by=dana, child=amara, ended_on=TODAY, outcome="need-met", reasons="Better.", now=NOW)
    start(dana, amara, needs=())
    with pytest.raises(Refusal) as refused:
        services.complete_action(by=dana, child=amara, action=action, done_on=TODAY, now=NOW)
    assert str(refused.value) == (
        "That action is not in this plan. It belongs to a plan that has ended, or to another child's. "
        "Open the child's plan and choose an action there."
    )
    with pytest.raises(Refusal, match="That need is not in this plan"):
        services.change_plan(
            by=dana, child=amara, changed_on=TODAY, now=NOW, to=action.need, actions=[NewAction(what="More")]
        )


def test_an_action_without_an_owner_is_not_half_saved(case: Case, dana: Practitioner, amara: Person) -> None:
    with pytest.raises(ValidationError, match="Say who will do it"):
        start(dana, amara, needs=[NewNeed(need="Food", actions=[NewAction(what="Somebody should help")])])
    assert not ChildInNeedPlan.objects.exists()


@pytest.mark.parametrize("person", ["helen", "tom", "stranger", "relative", "jamal"])
def test_only_those_who_work_with_the_child_keep_the_plan(
    person: str, case: Case, amara: Person, request: pytest.FixtureRequest
) -> None:
    with pytest.raises(PermissionDenied):
        start(request.getfixturevalue(person), amara)


@pytest.mark.parametrize(
    ("table", "change", "constraint"),
    [
        ("childinneedplan", "aims = ''", "child_in_need_plan_has_an_aim"),
        ("childinneedplan", "agreed_by = ''", "child_in_need_plan_says_who_was_asked"),
        ("childinneedplan", "next_review_on = started_on", "child_in_need_plan_is_reviewed_after_it_starts"),
        ("childinneedplanneed", "need = ''", "child_in_need_plan_need_says_something"),
        ("childinneedplanaction", "what = ''", "child_in_need_plan_action_says_what"),
        ("childinneedplanaction", "owner = ''", "child_in_need_plan_action_has_an_owner"),
        ("childinneedplanreview", "reasons = ''", "child_in_need_plan_review_decides_with_reasons"),
        ("childinneedplanreview", "next_review_on = reviewed_on", "child_in_need_plan_next_review_is_later"),
        ("childinneedplanending", "reasons = ''", "child_in_need_plan_ending_says_why"),
    ],
)
def test_the_database_itself_holds_what_must_be_so(
    table: str, change: str, constraint: str, plan: ChildInNeedPlan, dana: Practitioner, amara: Person
) -> None:
    services.record_review(
        by=dana, child=amara, reviewed_on=TODAY, decision="continue", reasons="Better.", now=NOW
    )
    services.end_plan(by=dana, child=amara, ended_on=TODAY, outcome="need-met", reasons="Better.", now=NOW)

    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        connection.cursor().execute(f"UPDATE family_help_{table} SET {change}")


def test_the_database_holds_one_open_plan_for_each_case(plan: ChildInNeedPlan, dana: Practitioner) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        ChildInNeedPlan.objects.create(
            area=plan.area,
            case=plan.case,
            started_on=TODAY,
            aims="Again",
            family_agreed="not-asked",
            recorded_by=dana,
        )


def test_every_ground_for_ending_reads_as_a_sentence() -> None:
    assert all(label[0].isupper() for _, label in ChildInNeedPlanEnding.Outcome.choices)
