"""Recording a strategy discussion: what is kept, what begins, what falls short, what cannot be."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case, Involvement
from alongside.chronology.models import Shortfall
from alongside.chronology.states import states
from alongside.deadlines.models import Deadline
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.section47 import services
from alongside.section47.models import Section47Enquiry, StrategyDiscussion
from alongside.section47.said import ChildDiscussed
from tests.section47.scenes import (
    FURTHER,
    NO_ROLE,
    SECTION_17,
    SECTION_47,
    discuss,
    from_agency,
    held,
    noon,
)

THURSDAY = date(2025, 4, 17)


def shortfalls(case: Case) -> set[str]:
    return set(Shortfall.objects.filter(case=case).values_list("words", flat=True))


def test_it_keeps_who_took_part_and_what_was_decided(
    case: Case, amara: Person, dana: Practitioner, council: Agency, police: Agency, hospital: Agency
) -> None:
    dissenting = from_agency(
        hospital, name="Ruth Keane", view="no-cause", dissent="The bruise was explained."
    )
    record = discuss(
        dana, amara, THURSDAY, participants=(from_agency(council), from_agency(police), dissenting)
    )

    ruth = record.participations.get(name="Ruth Keane")
    assert (ruth.agency, ruth.sector, ruth.dissent) == (hospital, "health", "The bruise was explained.")
    assert record.actions.get().what == "Speak to the school"
    assert record.entry is not None
    assert record.entry.details == {
        "decided": "section-47-enquiry",
        "outcome": "Section 47 enquiries",
        "reasons": "A bruise.",
        "begins_enquiry": True,
        "completes": ["enquiry.family-told"],
    }
    assert shortfalls(case) == set()


def test_enquiries_begin_with_the_discussion_and_share_its_entry(
    case: Case, amara: Person, dana: Practitioner, council: Agency, police: Agency, hospital: Agency
) -> None:
    record = discuss(dana, amara, THURSDAY, council, police, hospital)

    enquiry = Section47Enquiry.objects.get(case=case)
    assert (enquiry.started_on, enquiry.opened_by, enquiry.entry) == (THURSDAY, record, record.entry)
    assert (enquiry.lead, enquiry.conducted) == (dana, "joint")
    assert case.chronology.count() == 1
    due = Deadline.objects.get(case=case, rule_id="child-protection.initial-conference")
    assert due.due_on == date(2025, 5, 13), "Good Friday, Easter Monday and early May are skipped"


def test_agencies_that_took_part_may_see_the_child_from_then_on(
    case: Case, amara: Person, dana: Practitioner, council: Agency, police: Agency, hospital: Agency
) -> None:
    discuss(dana, amara, THURSDAY, council, police, hospital)
    discuss(dana, amara, date(2025, 4, 22), council, police, decision=NO_ROLE)

    involved = {(one.agency, one.why, one.from_on) for one in Involvement.objects.filter(case=case)}
    why = "Took part in the strategy discussion on 17 April 2025"
    assert involved == {(police, why, THURSDAY), (hospital, why, THURSDAY)}


@pytest.mark.parametrize("decision", [NO_ROLE, SECTION_17, FURTHER])
def test_no_other_decision_begins_enquiries(
    decision: str, case: Case, amara: Person, dana: Practitioner, council: Agency, police: Agency
) -> None:
    record = discuss(dana, amara, THURSDAY, council, police, decision=decision)

    assert not Section47Enquiry.objects.exists()
    assert record.entry is not None
    assert record.entry.details["begins_enquiry"] is False
    assert not Deadline.objects.filter(rule_id="child-protection.initial-conference").exists()
    wanted = states([record.entry]).strategy_discussion_wanted_since
    assert wanted == (THURSDAY if decision == FURTHER else None)


def test_the_conference_is_counted_from_the_discussion_that_began_the_enquiries(
    case: Case, amara: Person, dana: Practitioner, council: Agency, police: Agency, hospital: Agency
) -> None:
    """Three discussions: neither the first nor the last of them starts the 15 working days."""
    first, second, third = date(2025, 6, 2), date(2025, 6, 5), date(2025, 6, 16)
    discuss(dana, amara, first, council, police, hospital, decision=FURTHER)
    discuss(dana, amara, second, council, police, hospital, decision=SECTION_47)
    discuss(dana, amara, third, council, police, hospital, decision=SECTION_47)

    due = Deadline.objects.get(case=case, rule_id="child-protection.initial-conference")
    assert (due.starts_on, due.due_on) == (second, date(2025, 6, 26))
    assert Section47Enquiry.objects.get(case=case).started_on == second


def test_a_discussion_recorded_late_does_not_begin_concluded_enquiries_again(
    case: Case, amara: Person, dana: Practitioner, council: Agency, police: Agency, hospital: Agency
) -> None:
    discuss(dana, amara, date(2025, 6, 2), council, police, hospital)
    services.conclude_section_47(
        by=dana, child=amara, concluded_on=date(2025, 6, 12), outcome="not-substantiated",
        reasons="Explained.", decided_by=dana, now=noon(date(2025, 6, 12)),
    )  # fmt: skip
    late = held(dana, date(2025, 6, 5), council, police, hospital)
    about = ChildDiscussed(child=amara, decision=SECTION_47, reasons="Go on.", enquiry_by="single")
    services.record_strategy_discussion(
        by=dana, children=[about], discussion=late, now=noon(date(2025, 6, 20))
    )

    assert Section47Enquiry.objects.filter(case=case).count() == 1


def test_siblings_are_discussed_at_once_and_decided_apart(
    case: Case, amara: Person, ben: Person, dana: Practitioner, council: Agency, police: Agency, hospital: Agency,
    harbour_team: object,
) -> None:  # fmt: skip
    bens = Case.objects.create(area=ben.area, child=ben, opened_on=date(2025, 4, 1), recorded_by=dana)
    case.allocations.model.objects.create(
        area=ben.area, case=bens, practitioner=dana, team=harbour_team, from_on=date(2025, 4, 1)
    )
    of_amara, of_ben = services.record_strategy_discussion(
        by=dana, now=noon(THURSDAY), discussion=held(dana, THURSDAY, council, police, hospital),
        children=[
            ChildDiscussed(child=amara, decision=SECTION_47, reasons="A bruise.", enquiry_by="single"),
            ChildDiscussed(child=ben, decision=SECTION_17, reasons="Worried, and not harmed."),
        ],
    )  # fmt: skip

    assert of_amara.held_together == of_ben.held_together
    assert (of_amara.case, of_ben.case) == (case, bens)
    assert of_ben.participations.count() == 3
    assert Section47Enquiry.objects.get().case == case
    assert [case.chronology.count(), bens.chronology.count()] == [1, 1]


def test_one_childs_refusal_records_nothing_for_the_other(
    case: Case, amara: Person, ben: Person, dana: Practitioner, council: Agency
) -> None:
    both = [ChildDiscussed(child=one, decision=SECTION_17, reasons="Worried.") for one in (amara, ben)]

    with pytest.raises(PermissionDenied):
        services.record_strategy_discussion(
            by=dana, children=both, discussion=held(dana, THURSDAY, council), now=noon(THURSDAY)
        )
    assert not StrategyDiscussion.objects.exists()


SHORT_OF = [
    (("council", "police"), "health"),
    (("council", "hospital"), "police"),
    (("council",), "health; police"),
    (("school",), "children's social care; health; police"),
]


@pytest.mark.parametrize(("came", "missing"), SHORT_OF)
def test_missing_agencies_are_a_shortfall_and_never_a_bar(
    came: tuple[str, ...], missing: str, case: Case, amara: Person, dana: Practitioner,
    request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    record = discuss(dana, amara, THURSDAY, *(request.getfixturevalue(name) for name in came))

    assert StrategyDiscussion.objects.get() == record
    title = "Involve social care, health and the police in the strategy discussion"
    assert shortfalls(case) == {f"{title}: {missing} not recorded."}


def test_headings_left_empty_are_a_shortfall_once_enquiries_begin(
    case: Case, amara: Person, dana: Practitioner, council: Agency, police: Agency, hospital: Agency
) -> None:
    bare = {
        "criminal_investigation": "",
        "actions": (),
        "legal_action": "",
        "child_kept_safe": "",
        "family_told": "",
    }
    discuss(dana, amara, THURSDAY, council, police, hospital, **bare)

    assert shortfalls(case) == {
        (
            "What the record of a strategy discussion sets out: The conduct and timing of any criminal "
            "investigation; Immediate and short-term action: what, who, by when; Whether legal action is needed; "
            "What is shared with the family, and when; How the child is kept safe and spoken to not recorded."
        )
    }
    assert Shortfall.objects.get(case=case).rule_id == "child-protection.strategy-discussion-content"


def test_a_decider_and_a_lead_who_are_no_social_workers_are_shortfalls(
    case: Case, amara: Person, dana: Practitioner, olu: Practitioner, council: Agency, police: Agency,
    hospital: Agency,
) -> None:  # fmt: skip
    about = ChildDiscussed(
        child=amara, decision=SECTION_47, reasons="A bruise.", enquiry_by="single", lead=olu
    )
    facts = held(dana, THURSDAY, council, police, hospital, decided_by=olu)
    services.record_strategy_discussion(by=dana, children=[about], discussion=facts, now=noon(THURSDAY))

    assert shortfalls(case) == {
        "Who decides whether section 47 enquiries begin: social worker not recorded.",
        "Who leads section 47 enquiries: social worker not recorded.",
    }


REFUSED = [
    (
        {"held_on": date(2025, 4, 18)}, "held_on",
        ("This strategy discussion is in the future. You entered 18 April 2025, and today is 17 April 2025. "
        "Enter the day it happened, or come back once it has."),
    ),
    (
        {"held_on": date(2025, 3, 31)}, "held_on",
        ("This strategy discussion is before the case opened. You entered 31 March 2025, and this case opened on "
        "1 April 2025. Check the day. What happened in an earlier case is on the timeline already."),
    ),
    (
        {"participants": ()}, "participants",
        ("Nobody took part in this strategy discussion. A discussion is held between people, and no row names "
        "anyone. Enter who took part, with their agency."),
    ),
    (
        {"held_at": datetime(2025, 4, 16, 9, tzinfo=UTC)}, "held_at",
        ("The time does not fit the day of this strategy discussion. You entered 17 April 2025 as the day, and "
        "the time is not on it or has not come yet. Enter the time the discussion was held, or leave the time "
        "out."),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("facts", "field", "sentence"), REFUSED)
def test_what_cannot_be_is_refused_in_words(
    facts: dict[str, object], field: str, sentence: str, case: Case, amara: Person, dana: Practitioner,
    council: Agency,
) -> None:  # fmt: skip
    on = facts.pop("held_on", THURSDAY)
    about = ChildDiscussed(child=amara, decision=SECTION_17, reasons="Worried.")

    with pytest.raises(Refusal) as refused:
        services.record_strategy_discussion(
            by=dana, children=[about], discussion=held(dana, on, council, **facts), now=noon(THURSDAY)
        )
    assert (str(refused.value), refused.value.field) == (sentence, field)


OBJECTED_TO = [
    ({"reasons": ""}, {}, "This field cannot be blank."),
    ({"enquiry_by": ""}, {}, "Say whether the enquiries are single or joint when they begin, and only then."),
    (
        {}, {"family_told": "not-told"},
        "Say which of the two exceptions applies when the family is not told, and only then.",
    ),
    (
        {}, {"next_discussion_on": date(2025, 4, 16)},
        "The next discussion is before this one. Change one of the days.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("about", "facts", "sentence"), OBJECTED_TO)
def test_what_is_left_out_is_named(
    about: dict[str, str], facts: dict[str, object], sentence: str, case: Case, amara: Person,
    dana: Practitioner, council: Agency,
) -> None:  # fmt: skip
    one = {"child": amara, "decision": SECTION_47, "reasons": "A bruise.", "enquiry_by": "single"} | about

    with pytest.raises(ValidationError) as objection:
        services.record_strategy_discussion(
            by=dana, children=[ChildDiscussed(**one)], discussion=held(dana, THURSDAY, council, **facts),
            now=noon(THURSDAY),
        )  # fmt: skip
    assert sentence in objection.value.messages
    assert not StrategyDiscussion.objects.exists()


def test_the_same_child_twice_is_refused(
    case: Case, amara: Person, dana: Practitioner, council: Agency
) -> None:
    about = ChildDiscussed(child=amara, decision=SECTION_17, reasons="Worried.")

    with pytest.raises(Refusal, match="names no child, or the same child twice"):
        services.record_strategy_discussion(
            by=dana, children=[about, about], discussion=held(dana, THURSDAY, council), now=noon(THURSDAY)
        )


def test_telephone_calls_are_recorded_without_a_shortfall(
    case: Case, amara: Person, dana: Practitioner, council: Agency, police: Agency, hospital: Agency
) -> None:
    record = discuss(dana, amara, THURSDAY, council, police, hospital, form="calls")

    assert record.get_form_display() == "Telephone calls"
    assert shortfalls(case) == set()


@pytest.mark.parametrize("who", ["tom", "helen", "stranger", "relative"])
def test_who_may_not_record_one(
    who: str, case: Case, amara: Person, council: Agency, police_involved: object, school_involved: object,
    request: pytest.FixtureRequest,
) -> None:  # fmt: skip
    with pytest.raises(PermissionDenied):
        discuss(request.getfixturevalue(who), amara, THURSDAY, council, decision=SECTION_17)
    assert not StrategyDiscussion.objects.exists()


@pytest.mark.parametrize("who", ["dana", "sam", "priya", "olu"])
def test_who_may_record_one(
    who: str, case: Case, amara: Person, council: Agency, request: pytest.FixtureRequest
) -> None:
    """Olu is no social worker. She may write down what social workers decided."""
    person = request.getfixturevalue(who)
    discuss(person, amara, THURSDAY, council, decision=SECTION_17)
    assert StrategyDiscussion.objects.get().recorded_by == person
