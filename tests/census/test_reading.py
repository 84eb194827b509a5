"""What is read: the layouts of ten years, and the ways systems write the same thing."""

from __future__ import annotations

import tracemalloc
from datetime import date, datetime

import pytest

from alongside.census import made_up
from alongside.census.reading import opened
from alongside.census.writing import write
from tests.census.returns import (
    CHILD,
    HEADER,
    REFERENCE,
    header_for,
    message,
    read_one,
    rules_of,
    save,
    spoiled,
)


def test_the_header_says_which_collection_it_is(tmp_path):
    with opened(save(tmp_path, message(CHILD))) as census:
        header = census.header
    assert (header.year, header.collection, header.authority) == (2026, "2025/26", "199")
    assert header.period == (date(2025, 4, 1), date(2026, 3, 31))
    assert header.serial == "001"
    assert header.made_at is None


def test_when_the_file_was_made_is_read(tmp_path):
    header = HEADER.replace("</SerialNo>", "</SerialNo><DateTime>2026-05-01T09:00:00</DateTime>")
    with opened(save(tmp_path, message(CHILD, header=header))) as census:
        assert census.header.made_at == datetime(2026, 5, 1, 9)


def test_every_value_reaches_its_field(tmp_path):
    child = read_one(tmp_path, CHILD).child
    who, (episode,) = child.identifiers, child.episodes
    assert (who.child_id, who.upn, who.sex, who.born_on) == ("WREN1", "K199000000001", "F", date(2014, 6, 2))
    assert child.characteristics.disabilities == ("AUT", "LD")
    assert (episode.source, episode.primary_need, episode.closure_reason) == ("6", "N1", "RC7")
    assert episode.no_further_action is False
    assert episode.assessments[0].factors == ("16A",)
    assert episode.enquiries[0].conference_on == date(2025, 5, 29)
    assert episode.child_in_need_plans[0].ended_on == date(2026, 3, 20)
    assert episode.child_protection_plans[0].reviews == (date(2025, 8, 21), date(2026, 2, 10))
    assert episode.child_protection_plans[0].latest_category == "EMO"


def test_lines_are_those_of_the_file_even_far_down(tmp_path):
    reading = read_one(tmp_path, "\n" * 70_000 + CHILD)
    assert reading.line == 70_008
    assert reading.child.episodes[0].line == 70_019


@pytest.mark.parametrize(("written", "read_as"), [("1", "M"), ("2", "F"), ("0", "U"), ("9", "U")])
def test_the_old_gender_item_is_read_as_sex(written, read_as, tmp_path):
    older = CHILD.replace("2026-", "2024-").replace("2025-", "2023-")
    child = spoiled(("<Sex>F</Sex>", f"<GenderCurrent>{written}</GenderCurrent>"), child=older)
    reading = read_one(tmp_path, child, header_for(2024))
    assert reading.child.identifiers.sex == read_as
    assert bool(reading.problems) == (written == "9")


@pytest.mark.parametrize("year", range(2017, 2025))
def test_each_older_layout_is_read(year, tmp_path):
    older = (
        CHILD.replace("2026-", f"{year}-").replace("2025-", f"{year - 1}-").replace("2014-", f"{year - 12}-")
    )
    changes = [("<Sex>F</Sex>", "<GenderCurrent>2</GenderCurrent>")]
    if year < 2022:
        plans = older[older.index("<CINPlanDates>") : older.index("<Section47>")]
        changes.append((plans, ""))
    reading = read_one(tmp_path, spoiled(*changes, child=older), header_for(year))
    assert reading.child is not None, [str(each) for each in reading.problems]


def test_the_content_of_old_headers_is_read_past(tmp_path):
    content = "<Content><CBDSLevels><CBDSLevel>Child</CBDSLevel></CBDSLevels></Content></Header>"
    header = header_for(2021).replace("</Header>", content)
    with opened(save(tmp_path, message(CHILD, header=header))) as census:
        assert census.header.year == 2021
        assert census.problems == ()


@pytest.mark.parametrize("year", [2018, 2026])
@pytest.mark.parametrize("factor", ["18A", "19A"])
def test_withdrawn_factors_are_still_read(year, factor, tmp_path):
    older = CHILD.replace("2026-", f"{year}-").replace("2025-", f"{year - 1}-").replace("2014-", "2008-")
    changes = [("<AssessmentFactors>16A", f"<AssessmentFactors>{factor}")]
    if year < 2025:
        changes.append(("<Sex>F</Sex>", "<GenderCurrent>2</GenderCurrent>"))
        changes.append((older[older.index("<CINPlanDates>") : older.index("<Section47>")], ""))
    reading = read_one(tmp_path, spoiled(*changes, child=older), header_for(year))
    assert reading.child.episodes[0].assessments[0].factors == (factor,)
    assert bool(reading.problems) == (year >= 2025)


@pytest.mark.parametrize("flag", ["0", "false", "False", "FALSE"])
def test_flags_are_read_as_digits_and_as_words(flag, tmp_path):
    changes = (("<ReferralNFA>0", f"<ReferralNFA>{flag}"), ("<ICPCnotRequired>0", f"<ICPCnotRequired>{flag}"))
    reading = read_one(tmp_path, spoiled(*changes))
    assert reading.child.episodes[0].no_further_action is False
    assert reading.child.episodes[0].enquiries[0].conference_not_required is False


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("<Reviews><CPPreviewDate>2025-08-21</CPPreviewDate></Reviews><Reviews><CPPreviewDate>2026-02-10</CPPreviewDate></Reviews>",
         "one wrapper for each"),
        ("<Reviews><CPPreviewDate>2025-08-21</CPPreviewDate><CPPreviewDate>2026-02-10</CPPreviewDate></Reviews>",
         "one wrapper for all"),
    ],
)  # fmt: skip
def test_reviews_are_read_in_both_layouts(written, why, tmp_path):
    before = "<Reviews><CPPreviewDate>2025-08-21</CPPreviewDate><CPPreviewDate>2026-02-10</CPPreviewDate></Reviews>"
    reading = read_one(tmp_path, spoiled((before, written)))
    assert reading.child.episodes[0].child_protection_plans[0].reviews == (
        date(2025, 8, 21),
        date(2026, 2, 10),
    ), why
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("  BCRB\n", "space around it"),
        ("B<!-- asked in May -->CRB", "a comment inside"),
        ("<![CDATA[BCRB]]>", "marked as text"),
        ("B<?note x?>CRB", "an instruction inside"),
        ("&#66;CRB", "a letter by its number"),
    ],
)
def test_other_ways_to_write_the_same_value(written, why, tmp_path):
    reading = read_one(tmp_path, spoiled((">BCRB<", f">{written}<")))
    assert reading.child.characteristics.ethnicity == "BCRB", why
    assert reading.problems == ()


def test_a_schema_named_in_the_first_element_is_allowed(tmp_path):
    text = message(CHILD).replace(
        "<Message>",
        '<Message xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="CIN.xsd">',
    )
    with opened(save(tmp_path, text)) as census:
        assert census.problems == ()


def test_the_children_can_be_asked_for_again(tmp_path):
    with opened(save(tmp_path, message(CHILD))) as census:
        assert list(census.children()) == list(census.children())


def test_memory_does_not_grow_with_the_file(tmp_path):
    """Reading five times as many children takes no more room for them, but for their numbers."""

    def peak(count: int) -> int:
        path = tmp_path / f"{count}.xml"
        with path.open("wb") as file:
            write(file, made_up.header(), made_up.children(count))
        tracemalloc.start()
        with opened(path) as census:
            for _ in census.children():
                pass
        _, most = tracemalloc.get_traced_memory()
        tracemalloc.stop()
        return most

    small, large = peak(400), peak(2_000)
    assert large < small + 1_600 * 400


def test_the_clean_synthetic_file_has_no_findings():
    """Sixty made-up children of 2025/26, where they lie beside the repository; otherwise our own forty."""
    theirs = REFERENCE / "samples" / "synthetic_clean_2025_26.xml"
    path, count = (theirs, 60) if theirs.exists() else (made_up.SHIPPED, made_up.SHIPPED_CHILDREN)
    with opened(path) as census:
        readings = list(census.children())
        assert census.problems == ()
    assert len(readings) == count
    assert [problem for reading in readings for problem in reading.problems] == []


def test_a_nonsensical_sample_is_refused_with_its_reasons(tmp_path):
    """One fake child whose dates were scrambled, or ours scrambled alike."""
    theirs = REFERENCE / "samples" / "BAR_cin_2022.xml"
    path = theirs
    if not theirs.exists():
        child = spoiled(
            ("<AssessmentActualStartDate>2025-05-07", "<AssessmentActualStartDate>2025-01-07"),
            ("<S47ActualStartDate>2025-05-08", "<S47ActualStartDate>2025-02-08"),
        )
        path = save(tmp_path, message(child))
    with opened(path) as census:
        (reading,) = census.children()
    assert reading.child is None
    assert {"1103", "2889"} <= rules_of(reading.problems)
