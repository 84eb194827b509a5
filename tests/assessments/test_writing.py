"""Writing in an assessment: nothing typed is lost, nothing is overwritten, nobody waits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from alongside.agencies.models import Practitioner
from alongside.assessments.changes import as_read
from alongside.assessments.models import Assessment, AssessmentSection, AssessmentSectionVersion
from alongside.assessments.parts import parts_on
from alongside.assessments.services import send_for_approval
from alongside.assessments.writing import Saving, Writing, save_sections
from alongside.chronology.models import Entry
from alongside.people.models import Person
from alongside.refusals import Refusal
from tests.assessments.conftest import BEGUN
from tests.cast import NOW, TODAY

Write = Callable[..., Saving]


def test_what_is_written_is_kept_under_its_heading_and_is_no_chronology(
    assessment: Assessment, write: Write, dana: Practitioner
) -> None:
    entries = Entry.objects.count()
    section = write("analysis", "Amara is hungry\n\nat school.").section

    assert (section.words, section.version, section.saved_by, section.saved_at) == (
        "Amara is hungry\n\nat school.", 1, dana, NOW,
    )  # fmt: skip
    assert Entry.objects.count() == entries


def test_the_second_to_save_loses_nothing_and_overwrites_nothing(
    assessment: Assessment, write: Write, dana: Practitioner, olu: Practitioner
) -> None:
    write("analysis", "First thoughts.")
    write("analysis", "Olu's better thoughts.", version=1, by=olu)
    saving = write("analysis", "Dana's other thoughts.", version=1)

    assert saving.section.words == "Olu's better thoughts."
    assert saving.section.saved_by == olu
    assert saving.kept_aside is not None
    assert saving.kept_aside.words == "Dana's other thoughts."
    kept = set(AssessmentSectionVersion.objects.values_list("words", "set_aside"))
    assert kept == {
        ("First thoughts.", False), ("Olu's better thoughts.", False), ("Dana's other thoughts.", True),
    }  # fmt: skip


def test_having_seen_the_newer_version_one_may_choose_ones_own(
    assessment: Assessment, write: Write, olu: Practitioner
) -> None:
    write("analysis", "First thoughts.")
    write("analysis", "Olu's thoughts.", version=1, by=olu)
    saving = write("analysis", "Dana's thoughts.", version=2)

    assert saving.kept_aside is None
    assert saving.section.words == "Dana's thoughts."
    assert AssessmentSectionVersion.objects.filter(words="Olu's thoughts.").exists()


def test_a_field_one_did_not_touch_never_clashes(
    assessment: Assessment, write: Write, olu: Practitioner
) -> None:
    write("analysis", "First thoughts.")
    write("analysis", "First thoughts. And more.", version=1, by=olu)
    saving = write("analysis", "First thoughts.", version=1)

    assert saving.kept_aside is None
    assert saving.section.words == "First thoughts. And more."


def test_a_text_that_holds_all_of_the_newer_one_overwrites_nothing(
    assessment: Assessment, write: Write
) -> None:
    write("analysis", "Saved as it was typed.")
    saving = write("analysis", "Saved as it was typed. Then sent.", version=0)

    assert saving.kept_aside is None
    assert saving.section.words == "Saved as it was typed. Then sent."


def test_only_the_field_that_two_people_changed_clashes(
    assessment: Assessment, write: Write, dana: Practitioner, olu: Practitioner, amara: Person
) -> None:
    write("health", "Well.", by=olu)
    written = [
        Writing(heading="health", words="Asthma.", version=0),
        Writing(heading="identity", words="Proud of her name.", version=0),
    ]
    health, identity = save_sections(by=dana, child=amara, writings=written, now=NOW)

    assert health.kept_aside is not None
    assert identity.kept_aside is None
    assert identity.section.words == "Proud of her name."


def test_what_one_writer_goes_on_adding_in_one_sitting_is_one_version(
    assessment: Assessment, write: Write
) -> None:
    for version, words in enumerate(("Amara", "Amara is", "Amara is four.")):
        write("analysis", words, version=version, now=NOW + timedelta(seconds=10 * version))

    assert list(AssessmentSectionVersion.objects.values_list("number", "words")) == [(3, "Amara is four.")]


@pytest.mark.parametrize(
    ("later", "words", "why"),
    [
        (timedelta(minutes=1), "Ben is ten.", "another text is not an addition"),
        (timedelta(hours=3), "Amara is four.", "another sitting"),
    ],
)
def test_every_other_version_is_kept(
    later: timedelta, words: str, why: str, assessment: Assessment, write: Write
) -> None:
    write("analysis", "Amara is")
    write("analysis", words, version=1, now=NOW + later)

    assert list(AssessmentSectionVersion.objects.values_list("words", flat=True)) == ["Amara is", words], why


def test_what_was_sent_for_approval_stays_as_it_was_sent(
    assessment: Assessment, write: Write, dana: Practitioner, amara: Person
) -> None:
    write("analysis", "As sent.")
    send_for_approval(
        by=dana, child=amara, sent_on=TODAY, outcome="child-in-need-plan", reasons="She needs help.", now=NOW
    )
    write("analysis", "As sent. And added.", version=1, now=NOW + timedelta(minutes=1))

    analysis = as_read(assessment, since=NOW)[-1].headings[0]
    assert (analysis.before, analysis.words) == ("As sent.", "As sent. And added.")


def test_of_many_saves_upon_one_another_not_one_text_is_lost(
    assessment: Assessment, write: Write, dana: Practitioner, olu: Practitioner, sam: Practitioner
) -> None:
    """Three people save in turn, each upon what they saw up to four turns before."""
    seen, typed = [0], []
    for turn in range(60):
        words = f"Turn {turn} in somebody's words"
        saving = write(
            "analysis", words, version=seen[max(0, len(seen) - 1 - turn % 5)], by=(dana, olu, sam)[turn % 3],
            now=NOW + timedelta(minutes=turn),
        )  # fmt: skip
        seen.append(saving.section.version)
        typed.append(words)
    kept = list(AssessmentSectionVersion.objects.values_list("words", "set_aside"))

    assert sorted(words for words, _ in kept) == sorted(typed)
    assert any(aside for _, aside in kept)
    assert AssessmentSection.objects.get().version == sum(not aside for _, aside in kept)


@pytest.mark.parametrize(("done", "then"), [(True, True), (False, False)])
def test_a_section_can_be_marked_done_and_not_done_again(
    done: bool, then: bool, assessment: Assessment, write: Write
) -> None:
    write("analysis", "Words.", done=not done)

    assert write("analysis", "Words.", version=1, done=done).section.done is then


def test_nothing_written_makes_no_row(assessment: Assessment, dana: Practitioner, amara: Person) -> None:
    writings = [Writing(heading="analysis", words="  ", version=0)]

    assert save_sections(by=dana, child=amara, writings=writings, now=NOW) == []
    assert not AssessmentSection.objects.exists()


def test_a_heading_of_another_edition_is_refused(assessment: Assessment, write: Write) -> None:
    with pytest.raises(Refusal) as refused:
        write("wider-family", "Nana helps.")

    assert str(refused.value) == (
        "This assessment has no heading “wider-family”. It began on 3 April 2025, and the edition then in force "
        "sets out others. Open the assessment and choose a section."
    )


def test_a_signed_assessment_is_not_written_in(
    assessment: Assessment, write: Write, approve: Callable[..., object]
) -> None:
    approve()
    with pytest.raises(Refusal) as refused:
        write("analysis", "One more thing.")

    assert str(refused.value) == (
        "There is no open assessment of Amara Okoye. The last one has been approved, or none has begun. "
        "Start an assessment. One that was approved stays as it was signed."
    )


def test_only_those_who_work_with_the_child_write(
    assessment: Assessment, write: Write, stranger: Practitioner
) -> None:
    with pytest.raises(PermissionDenied):
        write("analysis", "Words.", by=stranger)


@pytest.mark.parametrize(
    ("day", "of_that_edition", "why"),
    [
        (BEGUN, "family-network", "2023 says family network"),
        (BEGUN.replace(year=2020), "wider-family", "2018 said wider family"),
    ],
)
def test_the_headings_are_those_of_the_edition_in_force_when_it_began(
    day: object, of_that_edition: str, why: str
) -> None:
    keys = [key for part in parts_on(day) for key in part.keys]  # type: ignore[arg-type]

    assert of_that_edition in keys, why
    assert len({"family-network", "wider-family"} & set(keys)) == 1
    assert len(keys) == len(set(keys))


def test_before_the_first_text_it_is_laid_out_as_the_first_one_says() -> None:
    assert parts_on(BEGUN.replace(year=2012)) == parts_on(BEGUN.replace(year=2019))


def test_the_database_holds_each_heading_once(
    assessment: Assessment, write: Write, dana: Practitioner
) -> None:
    write("analysis", "Words.")
    with pytest.raises(IntegrityError), transaction.atomic():
        AssessmentSection.objects.create(
            assessment=assessment, heading="analysis", version=1, saved_at=NOW, saved_by=dana
        )
