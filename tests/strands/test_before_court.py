"""Pre-proceedings as the return asks for it, and what no text in force obliges anybody to."""

from __future__ import annotations

import html
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from alongside.agencies.models import Practitioner
from alongside.cases.models import Case
from alongside.chronology.models import Shortfall
from alongside.deadlines.models import Deadline
from alongside.people.models import Person, Relationship
from alongside.strands.before_court import asked_by_return, returned
from alongside.strands.models import Strand
from alongside.strands.reading import Beside, everything_beside, names_of
from alongside.strands.services import open_strand, record_step
from tests.cast import child_of
from tests.strands.filling import WORDS

pytestmark = pytest.mark.django_db
NOW = datetime(2027, 1, 4, 12, 0, tzinfo=UTC)
BEGAN = date(2026, 5, 5)
LETTER = {"concerns": WORDS, "expectations": WORDS, "support": WORDS, "consequences": WORDS}


class Court:
    """Pre-proceedings that began on 5 May 2026."""

    def __init__(self, by: Practitioner, child: Person) -> None:
        self.by, self.child = by, child
        self.strand = open_strand(
            by=by,
            child=child,
            kind_id="pre-proceedings",
            happened=BEGAN,
            answers={"decision": WORDS},
            now=NOW,
        )

    def then(self, step: str, on: date, **answers: Any) -> None:
        given = {key.replace("_", "-"): answer for key, answer in answers.items()}
        record_step(
            by=self.by,
            child=self.child,
            strand=self.strand,
            step_id=step,
            happened=on,
            answers=given,
            now=NOW,
        )

    def read(self) -> Beside:
        return next(one for one in everything_beside(self.child) if one.strand.pk == self.strand.pk)


@pytest.fixture
def court(known: Case, amara: Person, dana: Practitioner) -> Court:
    return Court(dana, amara)


def test_every_field_of_the_return_is_read_from_what_was_recorded(court: Court) -> None:
    court.then("letter-sent", date(2026, 5, 11), family_group_offered="yes", **LETTER)
    court.then("first-meeting", date(2026, 5, 26), agreed=WORDS)
    court.then("reviewed", date(2026, 6, 23), changed=WORDS, decision=WORDS)
    court.then("reviewed", date(2026, 7, 21), changed=WORDS, decision=WORDS)
    court.then("step-decided", date(2026, 7, 21), decision="goes-on", why=WORDS)
    court.then(
        "step-decided",
        date(2026, 8, 18),
        decision="apply",
        why=WORDS,
        family_group_held="no",
        return_outcome="C",
    )
    court.then("application-made", date(2026, 8, 24), order="Care order")
    court.then("letter-to-initiate", date(2026, 8, 25))
    it = returned(court.read())

    assert (it.start, it.letter_sent, it.first_meeting, it.reviews) == (
        BEGAN,
        date(2026, 5, 11),
        date(2026, 5, 26),
        2,
    )
    assert (it.family_group_offered, it.family_group_held, it.outcome) == ("yes", "no", "C")
    assert (it.step_decision, it.application, it.letter_to_initiate) == (
        date(2026, 8, 18), date(2026, 8, 24), date(2026, 8, 25),
    )  # fmt: skip
    asked = asked_by_return(court.read())
    assert asked is not None
    assert asked.warnings == ()


def test_what_the_returns_checks_would_ask_is_said_and_nothing_is_refused(court: Court) -> None:
    court.then("letter-sent", date(2026, 5, 11), **LETTER)
    court.then("application-made", date(2026, 6, 1), order="Care order")
    court.then("step-decided", date(2026, 6, 8), decision="apply", why=WORDS)
    asked = asked_by_return(court.read())

    assert asked is not None
    assert [words.split(",")[0] for words in asked.warnings] == [
        "The letter was sent", "The application was made before the step was decided.", "The next step was decided",
    ]  # fmt: skip


def test_a_letter_that_leaves_out_what_it_should_make_clear_is_a_shortfall(court: Court) -> None:
    court.then("letter-sent", date(2026, 5, 11), concerns=WORDS)

    assert "What must change" in Shortfall.objects.get(rule_id="pre-proceedings.letter").words


def test_the_page_shows_the_return_and_keeps_the_outcome_code_without_a_meaning(
    court: Court, dana: Practitioner, client: Client
) -> None:
    court.then("step-decided", date(2026, 6, 8), decision="apply", why=WORDS, return_outcome="B")
    client.force_login(dana)
    shown = html.unescape(
        client.get(reverse("strands:strand", args=("WREN-AMARA2", court.strand.pk))).content.decode()
    )

    assert "What the 2026 to 2027 return asks" in shown
    assert 'Outcome for the return</dt><dd class="govuk-body app-lines">B</dd>' in shown


def test_the_duty_of_the_act_of_2026_is_shown_as_not_begun_and_sets_nothing_running(
    court: Court, dana: Practitioner, client: Client
) -> None:
    client.force_login(dana)
    shown = html.unescape(
        client.get(reverse("strands:strand", args=("WREN-AMARA2", court.strand.pk))).content.decode()
    )

    assert "Passed, and not begun. It is shown here and enforces nothing." in shown
    assert "Not Working Together:" in shown
    assert "Public Law Working Group best practice guidance (other guidance)" in shown
    assert not Deadline.objects.filter(rule_id="family-group.offer-before-application").exists()


def test_section_48_on_advocates_is_shown_as_not_begun(
    known: Case, amara: Person, dana: Practitioner, client: Client
) -> None:
    open_strand(
        by=dana,
        child=amara,
        kind_id="national-referral-mechanism",
        happened=BEGAN,
        answers={"signs": WORDS},
        now=NOW,
    )
    client.force_login(dana)
    where = reverse("strands:strand", args=("WREN-AMARA2", Strand.objects.get().pk))
    shown = html.unescape(client.get(where).content.decode())

    assert "Have an independent child trafficking advocate" in shown
    assert "Passed, and not begun" in shown
    assert "Modern Slavery Act 2015 (Act)" in shown


def test_an_offer_is_kept_for_each_person_with_parental_responsibility_with_their_reply(
    known: Case, amara: Person, ben: Person, dana: Practitioner, client: Client
) -> None:
    grace, kofi = (
        child_of(amara.area, name, f"WREN-{name[:5].upper()}") for name in ("Grace Okoye", "Kofis Okoye")
    )
    for parent, kind in ((grace, "mother"), (kofi, "father")):
        Relationship.objects.create(person=parent, other=amara, kind=kind, parental_responsibility="yes")
    group = open_strand(by=dana, child=amara, kind_id="family-group", happened=BEGAN, answers={}, now=NOW)
    for whom in (grace, ben):
        record_step(
            by=dana,
            child=amara,
            strand=group,
            step_id="offered",
            happened=BEGAN,
            answers={"to": whom},
            now=NOW,
        )
    record_step(
        by=dana,
        child=amara,
        strand=group,
        step_id="replied",
        happened=BEGAN,
        answers={"from": grace, "reply": "accepts"},
        now=NOW,
    )
    made = names_of(everything_beside(amara)[0], amara)[1]

    assert [(one.name, one.responsible, one.offered_on, one.reply) for one in made] == [
        ("Grace Okoye", True, BEGAN, "Yes"), ("Kofis Okoye", True, None, ""), ("Ben Okoye", False, BEGAN, ""),
    ]  # fmt: skip
    client.force_login(dana)
    page = client.get(reverse("strands:strand", args=("WREN-AMARA2", group.pk))).content.decode()
    assert "No offer recorded" in page
