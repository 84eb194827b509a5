"""What was answered beside a case is corrected by an entry that names what it corrects; both stay readable."""

from __future__ import annotations

import html
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.desk.corrections import correct_entry
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.strands.correcting import as_asked, correct_step
from alongside.strands.models import EarlierAnswers, Strand, StrandAgency, StrandStep
from alongside.strands.services import end_strand, open_strand
from tests.cast import NOW, TODAY
from tests.pages import MOST_QUERIES, reader
from tests.strands.filling import WORDS
from tests.two_writers import save, typed, writer

REFERENCE = "WREN-AMARA2"
SEES = {
    "about": "threshold",
    "view": "It drifts.",
    "wanted": "A review.",
    "safe-meanwhile": "She is at school.",
}


@pytest.fixture(autouse=True)
def at_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@pytest.fixture
def raised(
    known: Case, amara: Person, dana: Practitioner, school: Agency, council: Agency, hospital: Agency
) -> StrandStep:
    """Dana recorded that the hospital raised it. It was the school."""
    open_strand(
        by=dana, child=amara, kind_id="disagreement", happened=TODAY, now=NOW,
        answers={**SEES, "raised-by": hospital, "asked-of": council},
    )  # fmt: skip
    return StrandStep.objects.get()


def corrected(by: Practitioner, step: StrandStep, reason: str = "Misheard.", **more: Any) -> StrandStep:
    return correct_step(
        by=by, child=step.case.child, step=step, reason=reason, now=NOW, answers=as_asked(step) | more
    )


def page(step: StrandStep) -> str:
    return reverse("strands:correct-step", args=(REFERENCE, step.strand_id, step.pk))


def test_the_correction_names_what_it_corrects_and_both_stay_readable(
    client: Client, raised: StrandStep, dana: Practitioner, sam: Practitioner, school: Agency
) -> None:
    first = raised.entry
    corrected(sam, raised, view="It has stopped.", **{"raised-by": school})
    step = StrandStep.objects.get()
    assert step.entry != first
    assert (step.entry.corrects, step.entry.correction_reason, step.entry.recorded_by) == (
        first,
        "Misheard.",
        sam,
    )
    assert (step.entry.kind, step.entry.happened_on) == (first.kind, first.happened_on)
    assert "It has stopped" in step.entry.details["words"]
    assert "It drifts" in Entry.objects.get(pk=first.pk).details["words"]
    read = reader(client)
    shown = read(dana, reverse("strands:strand", args=(REFERENCE, step.strand_id)))
    assert len(shown.sql) <= MOST_QUERIES
    assert "by Sam Birch: Misheard." in shown.text
    assert "It has stopped." in shown.text
    assert "It drifts." not in shown.text
    before = read(dana, shown.links("What was answered before")[0]).text
    assert "Corrected by Sam Birch: Misheard." in before
    assert "It drifts." in before
    assert "Recorded 17 April 2025 at 14:00 by Dana Wright." in before
    timeline = html.unescape(read(dana, f"/children/{REFERENCE}/timeline/").body)
    assert "Corrected: Misheard." in timeline
    assert "It has stopped" in timeline
    # And once more, and the day on the timeline after that.
    corrected(dana, step, reason="Rang again.", view="It stands still.")
    assert [was.because for was in EarlierAnswers.objects.all()] == ["Rang again.", "Misheard."]
    moved = correct_entry(
        by=dana,
        entry=StrandStep.objects.get().entry,
        happened_on=date(2025, 4, 16),
        reason="A day early.",
        now=NOW,
    )
    assert StrandStep.objects.get().entry == moved
    assert "It stands still" in moved.details["words"]


def test_an_agency_named_by_mistake_sees_it_no_longer(
    client: Client, raised: StrandStep, dana: Practitioner, school: Agency, council: Agency, hospital: Agency, helen: Practitioner,
) -> None:  # fmt: skip
    assert set(StrandAgency.objects.values_list("agency", flat=True)) == {hospital.pk, council.pk}
    where = reverse("strands:disagreement", args=(REFERENCE, raised.strand_id))
    assert reader(client)(helen, where).status == 404
    corrected(dana, raised, **{"raised-by": school})
    assert set(StrandAgency.objects.values_list("agency", flat=True)) == {school.pk, council.pk}
    theirs = reader(client)(helen, where)
    assert theirs.status == 200
    assert "Correct it" not in theirs.text


def test_limits_follow_what_is_so(known: Case, amara: Person, dana: Practitioner) -> None:
    """What a clock depends on is read from the correction, and no longer from what it corrects."""
    strand = open_strand(
        by=dana, child=amara, kind_id="private-fostering", happened=date(2025, 4, 3), answers={}, now=NOW
    )
    step = strand.steps.get()
    question = next(one for one in step.declared.questions if one.choices and not one.required)
    corrected(dana, step, **{question.key: question.choices[0][0]})
    assert StrandStep.objects.get().entry.details["chosen"] == {question.key: question.choices[0][0]}
    running = {one.started_by_id for one in amara.deadlines.filter(met_on=None, ended_on=None)}
    assert running == {StrandStep.objects.get().entry_id}


def test_the_outcome_that_was_decided_stays(known: Case, amara: Person, dana: Practitioner) -> None:
    strand = open_strand(
        by=dana, child=amara, kind_id="private-fostering", happened=date(2025, 4, 3), answers={}, now=NOW
    )
    ended = end_strand(
        by=dana,
        child=amara,
        strand=strand,
        happened=TODAY,
        answers={"outcome": "went-home", "reasons": WORDS},
        now=NOW,
    )
    corrected(dana, ended, outcome="other", reasons="She went home to her aunt.")
    again = StrandStep.objects.get(pk=ended.pk)
    assert again.answers["outcome"] == "went-home"
    assert again.answers["reasons"] == "She went home to her aunt."
    assert Strand.objects.get().outcome == "went-home"


def test_what_cannot_be_is_refused_and_nothing_is_left_of_it(raised: StrandStep, dana: Practitioner) -> None:
    for more, why in (
        ({"reason": " "}, "There is no reason"),
        ({}, "Nothing is different"),
        ({"view": ""}, "Enter what you think"),
    ):
        with pytest.raises(Refusal, match=why):
            corrected(dana, raised, **more)
    assert not EarlierAnswers.objects.exists()
    assert Entry.objects.filter(corrects__isnull=False).count() == 0


def test_who_may_not(
    client: Client,
    raised: StrandStep,
    dana: Practitioner,
    helen: Practitioner,
    stranger: Practitioner,
    relative: Practitioner,
) -> None:
    read = reader(client)
    for who in (helen, stranger, relative):
        assert read(who, page(raised)).status == 404
        with pytest.raises(PermissionDenied):
            corrected(who, raised, view="Mine.")
    assert read(dana, page(raised)).status == 200


def test_two_people_correct_one_step(raised: StrandStep, dana: Practitioner, sam: Practitioner) -> None:
    hers, his = writer(dana), writer(sam)
    begun, meanwhile = hers.get(page(raised)), his.get(page(raised))
    assert save(hers, page(raised), typed(begun, view="Hers.", reason="Misheard.")).status_code == 303
    met = his.post(page(raised), typed(meanwhile, view="His.", reason="Misread."))
    told = met.content.decode()
    assert met.status_code == 422
    assert "Hers." in told
    assert "His." in told
    assert "Theirs, saved by Dana Wright" in told
    assert StrandStep.objects.get().answers["view"] == "Hers."
