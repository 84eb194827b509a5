"""Section 47 enquiries: what is done in them, and what is decided after them."""

from __future__ import annotations

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case
from alongside.chronology.kinds import KINDS
from alongside.chronology.models import Shortfall
from alongside.chronology.states import states
from alongside.deadlines.models import Deadline
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.section47 import services
from alongside.section47.expected import steps_recorded
from alongside.section47.models import EnquiryConclusion, EnquiryStep, Section47Enquiry
from alongside.section47.open_work import open_work
from alongside.visits.services import ChildSeen, VisitMade, record_child_seen
from tests.section47.scenes import SECTION_47, discuss, noon

BEGAN, LATER = date(2025, 6, 2), date(2025, 6, 16)
EVERY_STEP = (
    "purpose-explained", "parents", "family-and-environment", "history", "agencies", "medical", "joint-interview",
)  # fmt: skip


@pytest.fixture
def enquiry(
    case: Case, amara: Person, dana: Practitioner, council: Agency, police: Agency, hospital: Agency
) -> Section47Enquiry:
    return discuss(dana, amara, BEGAN, council, police, hospital, decision=SECTION_47).enquiry


def step(by: Practitioner, child: Person, kind: str = "agencies", **given: object) -> EnquiryStep:
    said = {"done_on": LATER, "words": "Nothing of concern.", "now": noon(LATER)} | given
    return services.record_enquiry_step(by=by, child=child, kind=kind, **said)  # type: ignore[arg-type]


def conclude(by: Practitioner, child: Person, outcome: str, **given: object) -> EnquiryConclusion:
    said = {
        "concluded_on": LATER, "reasons": "All agree.", "decided_by": by, "now": noon(LATER),
    } | given  # fmt: skip
    return services.conclude_section_47(by=by, child=child, outcome=outcome, **said)  # type: ignore[arg-type]


def words_of(record: EnquiryStep | EnquiryConclusion) -> str:
    assert record.entry is not None
    return KINDS[record.entry.kind].words(record.entry.details)


def test_a_check_with_an_agency_is_told_on_the_timeline(
    enquiry: Section47Enquiry, amara: Person, dana: Practitioner, school: Agency
) -> None:
    done = step(dana, amara, with_whom="Helen Marsh", agency=school)

    assert words_of(done) == "A check with an agency (Helen Marsh). Nothing of concern."
    assert steps_recorded(enquiry) == {"agencies"}


def test_going_ahead_without_parents_permission_keeps_the_decision_and_why(
    enquiry: Section47Enquiry, amara: Person, dana: Practitioner
) -> None:
    done = step(dana, amara, "permission", permission="go-ahead", words="Asking would put Amara at risk.")

    assert words_of(done) == (
        "A decision about parents' permission for checks: Go ahead without it. Asking would put Amara at risk."
    )


@pytest.mark.parametrize(
    ("kind", "given", "sentence"),
    [
        ("permission", {}, "Say what was decided about permission, where permission is the subject."),
        (
            "medical",
            {"permission": "given"},
            "Say what was decided about permission, where permission is the subject.",
        ),
        ("medical", {"words": ""}, "This field cannot be blank."),
    ],
)
def test_a_step_that_does_not_hold_together_is_named(
    kind: str,
    given: dict[str, str],
    sentence: str,
    enquiry: Section47Enquiry,
    amara: Person,
    dana: Practitioner,
) -> None:
    with pytest.raises(ValidationError) as objection:
        step(dana, amara, kind, **given)
    assert sentence in objection.value.messages
    assert not EnquiryStep.objects.exists()


def test_no_steps_without_open_enquiries(case: Case, amara: Person, dana: Practitioner) -> None:
    with pytest.raises(Refusal) as refused:
        step(dana, amara)
    assert str(refused.value) == (
        "No section 47 enquiries are open for Amara Okoye. Enquiries begin when a strategy discussion decides on "
        "them, and end when they are concluded. Record the strategy discussion that began them."
    )


@pytest.mark.parametrize(
    ("outcome", "conference_wanted", "still_due"),
    [
        ("not-substantiated", False, False),
        ("substantiated-no-conference", False, False),
        ("conference", True, True),
    ],
)
def test_each_outcome_ends_the_enquiries_and_only_one_keeps_the_conference_due(
    outcome: str, conference_wanted: bool, still_due: bool, enquiry: Section47Enquiry, case: Case, amara: Person,
    dana: Practitioner,
) -> None:  # fmt: skip
    conclude(dana, amara, outcome)

    stand = states(case.chronology.standing().in_order())
    assert stand.enquiry_since is None
    assert (stand.conference_wanted_since is not None) is conference_wanted
    due = Deadline.objects.get(case=case, rule_id="child-protection.initial-conference")
    assert (due.is_outstanding, due.due_on) == (still_due, date(2025, 6, 23))
    assert open_work(case) == []


def test_open_enquiries_are_work_that_keeps_a_case_open(enquiry: Section47Enquiry, case: Case) -> None:
    assert open_work(case) == [
        "The section 47 enquiries that began on 2 June 2025 have not been concluded.",
    ]


def test_nothing_falls_short_when_everything_expected_is_there(
    enquiry: Section47Enquiry, case: Case, amara: Person, dana: Practitioner, sam: Practitioner
) -> None:
    seen = ChildSeen(child=amara, alone="yes", said="I like it at Nan's.")
    visit = VisitMade(seen_on=BEGAN, where="home", purpose="section-47")
    record_child_seen(by=dana, children=[seen], visit=visit, now=noon(LATER))
    for kind in EVERY_STEP:
        step(dana, amara, kind)
    conclude(
        dana,
        amara,
        "conference",
        analysis="Harm is likely to go on.",
        reviewed_by=sam,
        harm="likely",
        told=["child", "parents"],
    )

    assert not Shortfall.objects.filter(case=case).exists()


def test_what_was_not_done_or_not_decided_as_expected_is_recorded(
    enquiry: Section47Enquiry, case: Case, amara: Person, dana: Practitioner, olu: Practitioner
) -> None:
    for kind in EVERY_STEP:
        step(dana, amara, kind)
    conclude(
        dana,
        amara,
        "not-substantiated",
        decided_by=olu,
        analysis="Explained.",
        childs_views="Told us so.",
        harm="none",
        told=["child"],
    )

    assert set(Shortfall.objects.values_list("rule_id", "words")) == {
        (
            "child-protection.enquiry-content",
            (
                "What the record of section 47 enquiries sets out: When the child was seen, and whether alone not "
                "recorded."
            ),
        ),
        (
            "authority.after-section-47",
            "Who decides what happens after section 47 enquiries: social worker not recorded.",
        ),
        (
            "authority.harm-decision-review",
            (
                "Who reviews decisions about the level of need and harm: social-work-qualified practice supervisor "
                "or manager not recorded."
            ),
        ),
    }


REFUSED = [
    (
        date(2025, 6, 1),
        (
            "This decision is before the enquiries began. You entered 1 June 2025, and they began at the strategy "
            "discussion on 2 June 2025. Enter the day of the decision."
        ),
    ),
    (
        date(2025, 6, 17),
        (
            "This decision is in the future. You entered 17 June 2025, and today is 16 June 2025. Enter the day it "
            "happened, or come back once it has."
        ),
    ),
]


@pytest.mark.parametrize(("on", "sentence"), REFUSED)
def test_a_decision_on_a_day_that_cannot_be_is_refused(
    on: date, sentence: str, enquiry: Section47Enquiry, amara: Person, dana: Practitioner
) -> None:
    with pytest.raises(Refusal) as refused:
        conclude(dana, amara, "not-substantiated", concluded_on=on)
    assert (str(refused.value), refused.value.field) == (sentence, "concluded_on")


def test_enquiries_conclude_once(enquiry: Section47Enquiry, amara: Person, dana: Practitioner) -> None:
    conclude(dana, amara, "not-substantiated")

    with pytest.raises(Refusal, match="No section 47 enquiries are open for Amara Okoye"):
        conclude(dana, amara, "conference")


@pytest.mark.parametrize("who", ["tom", "helen", "priya", "stranger", "relative"])
def test_who_may_not_record_enquiries(
    who: str,
    enquiry: Section47Enquiry,
    school_involved: object,
    amara: Person,
    request: pytest.FixtureRequest,
) -> None:
    """The police take part in the discussion and see the child; the enquiries are not theirs to record."""
    with pytest.raises(PermissionDenied):
        conclude(request.getfixturevalue(who), amara, "not-substantiated")
    assert not EnquiryConclusion.objects.exists()
