"""The limits of every other strand, as one table: what starts each, what stops it, and what its end does."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.deadlines.models import Deadline
from alongside.people.models import Person
from alongside.strands.kinds import OUTCOME, REASONS, kind
from alongside.strands.services import end_strand, open_strand, record_step
from tests.strands.filling import WORDS

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 1, 4, 12, 0, tzinfo=UTC)
#: A Friday: the next working day is the Monday.
BEGAN = date(2026, 2, 6)
#: rule, strand, what was answered at the opening, the last day, the step that stops it, and what that answers.
TABLE: tuple[tuple[str, str, dict[str, Any], date | None, str, dict[str, Any]], ...] = (
    ("trafficking.referral", "national-referral-mechanism", {"signs": WORDS}, None, "referred", {}),
    ("young-carer.assessment", "young-carer", {}, None, "assessed", {"care-given": WORDS}),
    ("parent-carer.assessment", "parent-carer", {}, None, "assessed", {"needs": WORDS}),
    ("fgm.police-report", "female-genital-mutilation", {"what": "told-or-seen", "words": WORDS}, date(2026, 3, 6),
     "police-told", {"by": "The school nurse"}),
    ("fgm.police-report-promptly", "female-genital-mutilation", {"what": "told-or-seen", "words": WORDS}, date(2026, 2, 9),
     "police-told", {"by": "The school nurse"}),
    ("prison.enquiry-reply", "prison-enquiry", {"from": "prison"}, None, "answered", {"answer": WORDS}),
    ("pre-proceedings.length", "pre-proceedings", {"decision": WORDS}, date(2026, 5, 29), "application-made", {"order": "Care"}),
    ("pre-proceedings.length", "pre-proceedings", {"decision": WORDS}, date(2026, 5, 29), "step-decided",
     {"decision": "step-down", "why": WORDS}),
    ("family-group.offer", "pre-proceedings", {"decision": WORDS}, None, "letter-sent", {"family-group-offered": "yes"}),
)  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "strand", "opening", "due", "step", "answers"),
    TABLE,
    ids=[f"{one[0]}-{one[4]}" for one in TABLE],
)
def test_it_starts_is_due_says_why_and_is_stopped(
    rule: str, strand: str, opening: dict[str, Any], due: date | None, step: str, answers: dict[str, Any],
    known: Case, amara: Person, dana: Practitioner,
) -> None:  # fmt: skip
    opened = open_strand(by=dana, child=amara, kind_id=strand, happened=BEGAN, answers=opening, now=NOW)
    running = Deadline.objects.get(rule_id=rule)
    assert (running.starts_on, running.due_on, running.met_on) == (BEGAN, due, None)
    assert running.because
    assert running.citation

    done = BEGAN + timedelta(days=3)
    record_step(by=dana, child=amara, strand=opened, step_id=step, happened=done, answers=answers, now=NOW)
    assert Deadline.objects.get(rule_id=rule).met_on == done


@pytest.mark.parametrize(
    ("rule", "strand", "opening"),
    [
        ("fgm.police-report", "female-genital-mutilation", {"what": "at-risk", "words": WORDS}),
        ("prison.enquiry-reply", "prison-enquiry", {"from": "probation"}),
        ("custody.remand-visit", "youth-justice", {}),
    ],
)
def test_it_does_not_run_where_it_does_not_apply(
    rule: str, strand: str, opening: dict[str, Any], known: Case, amara: Person, dana: Practitioner
) -> None:
    open_strand(by=dana, child=amara, kind_id=strand, happened=BEGAN, answers=opening, now=NOW)

    assert not Deadline.objects.filter(rule_id=rule).exists()


@pytest.mark.parametrize("how", ["remand", "sentence"])
def test_a_child_on_remand_is_visited_before_support_is_decided(
    how: str, known: Case, amara: Person, dana: Practitioner
) -> None:
    held = {"how": how, "host": "Farholme"}
    opened = open_strand(by=dana, child=amara, kind_id="youth-justice", happened=BEGAN, answers={}, now=NOW)
    record_step(by=dana, child=amara, strand=opened, step_id="held", happened=BEGAN, answers=held, now=NOW)

    assert Deadline.objects.filter(rule_id="custody.remand-visit").exists() is (how == "remand")


def test_proceedings_run_for_26_weeks_from_the_application_to_the_end(
    known: Case, amara: Person, dana: Practitioner
) -> None:
    opened = open_strand(
        by=dana, child=amara, kind_id="pre-proceedings", happened=BEGAN, answers={"decision": WORDS}, now=NOW
    )
    applied = date(2026, 3, 2)
    record_step(
        by=dana,
        child=amara,
        strand=opened,
        step_id="application-made",
        happened=applied,
        answers={"order": "Care"},
        now=NOW,
    )
    assert Deadline.objects.get(rule_id="court.care-proceedings").due_on == date(2026, 8, 30)
    end_strand(
        by=dana, child=amara, strand=opened, happened=date(2026, 9, 7), now=NOW,
        answers={OUTCOME: "order-made", REASONS: WORDS},
    )  # fmt: skip

    assert Deadline.objects.get(rule_id="court.care-proceedings").was_late


def test_an_offer_in_a_strand_of_its_own_is_an_offer_too(
    known: Case, amara: Person, ben: Person, dana: Practitioner
) -> None:
    open_strand(
        by=dana, child=amara, kind_id="pre-proceedings", happened=BEGAN, answers={"decision": WORDS}, now=NOW
    )
    group = open_strand(by=dana, child=amara, kind_id="family-group", happened=BEGAN, answers={}, now=NOW)
    record_step(
        by=dana, child=amara, strand=group, step_id="offered", happened=BEGAN, answers={"to": ben}, now=NOW
    )

    assert Deadline.objects.get(rule_id="family-group.offer").met_on == BEGAN


def test_every_limit_that_a_strand_sets_running_is_shown_beside_it() -> None:
    """A limit cites a rule; the strand's page shows that rule, with its force and where it says so."""
    for rule, strand, *_ in TABLE:
        assert rule in kind(strand).sources
