"""Opening, recording and ending: what cannot be true is refused in words, what falls short is kept beside it."""

from __future__ import annotations

import html
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from alongside.agencies.models import Practitioner
from alongside.audit.actions import Action
from alongside.audit.models import Row
from alongside.cases.models import Case
from alongside.chronology.models import Entry, Shortfall
from alongside.closure.guards import open_work
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.retention.pack import gathered
from alongside.strands.models import Strand, StrandStep
from alongside.strands.services import end_strand, open_strand, record_step
from tests.cast import NOW, TODAY, child_of
from tests.strands.filling import WORDS, day_boxes

REFERENCE = "WREN-AMARA2"
BEGAN = date(2025, 4, 3)


def words(answer: Any) -> str:
    return html.unescape(answer.content.decode())


def page(name: str, *more: object) -> str:
    return reverse(f"strands:{name}", args=(REFERENCE, *more))


@pytest.fixture(autouse=True)
def at_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def fostered(known: Case, amara: Person, dana: Practitioner) -> Strand:
    return open_strand(
        by=dana,
        child=amara,
        kind_id="private-fostering",
        happened=BEGAN,
        answers={"why": "Mother works away"},
        now=NOW,
    )


def visited(by: Practitioner, child: Person, strand: Strand, on: date = TODAY, **answers: Any) -> StrandStep:
    return record_step(
        by=by,
        child=child,
        strand=strand,
        step_id="visited",
        happened=on,
        answers={"welfare": WORDS, **answers},
        now=NOW,
    )


def test_one_is_open_at_a_time_and_the_database_keeps_to_it(
    fostered: Strand, amara: Person, dana: Practitioner
) -> None:
    with pytest.raises(Refusal, match="Private fostering is open already for Amara Okoye"):
        open_strand(by=dana, child=amara, kind_id="private-fostering", happened=TODAY, answers={}, now=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        Strand.objects.create(
            area=fostered.area,
            case=fostered.case,
            kind=fostered.kind,
            single=True,
            opened_on=TODAY,
            recorded_by=dana,
        )


@pytest.mark.parametrize(
    ("on", "said"),
    [
        (BEGAN - timedelta(days=1), "This is before it began."),
        (date(2025, 3, 31), "This is before the case opened."),
        (TODAY + timedelta(days=1), "This is in the future."),
    ],
)
def test_a_day_that_cannot_be_comes_back_with_everything_typed(
    on: date, said: str, fostered: Strand, dana: Practitioner, client: Client
) -> None:
    client.force_login(dana)
    where = page("step", fostered.pk, "visited")
    answer = client.post(
        where, {**day_boxes("happened", on), "welfare": "Well and happy.", "step": "confirm"}
    )

    assert answer.status_code == 422
    assert said in words(answer)
    assert "Well and happy." in words(answer)


def test_what_has_not_happened_yet_is_not_followed_up(known: Case, amara: Person, dana: Practitioner) -> None:
    missing = open_strand(by=dana, child=amara, kind_id="missing-episode", happened=NOW, answers={}, now=NOW)
    with pytest.raises(Refusal, match="“Found or came back” is not recorded yet"):
        record_step(
            by=dana,
            child=amara,
            strand=missing,
            step_id="interview-refused",
            happened=NOW,
            answers={"said": WORDS},
            now=NOW,
        )
    with pytest.raises(Refusal, match="This is before “reported missing”"):
        record_step(
            by=dana,
            child=amara,
            strand=missing,
            step_id="returned",
            happened=NOW - timedelta(hours=1),
            answers={},
            now=NOW,
        )
    with pytest.raises(Refusal, match="This time is in the future"):
        record_step(
            by=dana,
            child=amara,
            strand=missing,
            step_id="returned",
            happened=NOW + timedelta(hours=1),
            answers={},
            now=NOW,
        )


def test_a_step_that_happens_once_is_recorded_once(known: Case, amara: Person, dana: Practitioner) -> None:
    missing = open_strand(by=dana, child=amara, kind_id="missing-episode", happened=NOW, answers={}, now=NOW)
    back = {
        "by": dana,
        "child": amara,
        "strand": missing,
        "step_id": "returned",
        "happened": NOW,
        "answers": {},
        "now": NOW,
    }
    record_step(**back)
    with pytest.raises(Refusal, match="is recorded already"):
        record_step(**back)


def test_it_ends_once_after_all_that_happened_and_may_be_added_to_for_days_before(
    fostered: Strand, amara: Person, dana: Practitioner
) -> None:
    visited(dana, amara, fostered, on=date(2025, 4, 14))
    how = {
        "by": dana,
        "child": amara,
        "strand": fostered,
        "now": NOW,
        "answers": {"outcome": "went-home", "reasons": WORDS},
    }
    with pytest.raises(Refusal, match="Something happened after this day"):
        end_strand(happened=date(2025, 4, 10), **how)
    end_strand(happened=date(2025, 4, 15), **how)
    with pytest.raises(Refusal, match="This has ended already"):
        end_strand(happened=TODAY, **how)
    visited(dana, amara, fostered, on=date(2025, 4, 12))
    with pytest.raises(Refusal, match="This is after it ended"):
        visited(dana, amara, fostered, on=TODAY)


def test_what_the_regulations_expect_of_a_visit_and_is_not_there_is_a_shortfall(
    fostered: Strand, amara: Person, dana: Practitioner
) -> None:
    visited(dana, amara, fostered, **{"seen-alone": "no", "wishes": "To stay."})

    found = Shortfall.objects.get(rule_id="private-fostering.visit-report").words
    assert "The care and the home" in found
    assert "wishes" not in found


def test_an_answer_that_is_no_choice_and_a_stranger_in_the_family_are_refused(
    fostered: Strand, amara: Person, dana: Practitioner
) -> None:
    with pytest.raises(Refusal, match="“perhaps” is not one of the answers"):
        visited(dana, amara, fostered, **{"seen-alone": "perhaps"})
    nobody = child_of(amara.area, "Noor Haddad", "WREN-NOORH2")
    end_strand(
        by=dana,
        child=amara,
        strand=fostered,
        happened=TODAY,
        now=NOW,
        answers={"outcome": "went-home", "reasons": WORDS},
    )
    with pytest.raises(Refusal, match="no person of the family that Amara Okoye has to do with"):
        open_strand(
            by=dana,
            child=amara,
            kind_id="private-fostering",
            happened=TODAY,
            answers={"carer": nobody},
            now=NOW,
        )


def test_a_follow_up_that_was_not_asked_is_not_kept(
    fostered: Strand, amara: Person, dana: Practitioner
) -> None:
    kept = visited(dana, amara, fostered, **{"seen-alone": "yes", "why-not-alone": "Old words"})

    assert "why-not-alone" not in kept.answers


def test_a_case_does_not_close_while_anything_beside_it_is_open(fostered: Strand, known: Case) -> None:
    assert [work.words for work in open_work(known)] == [
        "“Private fostering”, open beside the case since 3 April 2025, has not ended."
    ]


def test_each_act_is_one_entry_and_one_row_of_the_audit(
    fostered: Strand, amara: Person, dana: Practitioner
) -> None:
    visited(dana, amara, fostered)

    told = Entry.objects.filter(child=amara).in_order()
    assert [one.details["what"] for one in told] == [
        "Private fostering: arrangement known",
        "Private fostering: visited",
    ]
    assert Row.objects.filter(about=amara.pk, action=Action.ACT).count() == 2


def test_the_family_is_given_what_was_answered_in_the_words_of_the_questions(
    fostered: Strand, amara: Person, ben: Person, dana: Practitioner
) -> None:
    """Asked for under data protection, the answers read as they do on the page, and not as keys."""
    visited(dana, amara, fostered, **{"seen-alone": "inappropriate", "why-not-alone": "She is four."})
    lines = [line.words for piece in gathered(Person.objects.filter(pk=amara.pk)) for line in piece.lines]

    assert any("Was the child seen alone? It was not appropriate" in line for line in lines)


@pytest.mark.parametrize("many", [1, 12])
@pytest.mark.parametrize("name", ["beside", "strand"])
def test_the_pages_ask_as_little_however_much_there_is(
    name: str,
    many: int,
    fostered: Strand,
    amara: Person,
    dana: Practitioner,
    client: Client,
    django_assert_num_queries: Any,
) -> None:
    for _ in range(many):
        visited(dana, amara, fostered, **{"visited-by": dana})
        open_strand(by=dana, child=amara, kind_id="missing-episode", happened=NOW, answers={}, now=NOW)
    client.force_login(dana)
    where = page(name, *([fostered.pk] if name == "strand" else []))
    client.get(where)

    with django_assert_num_queries(8 if name == "strand" else 7):
        assert client.get(where).status_code == 200
