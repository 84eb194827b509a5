"""Days and moments as people write them, and what they are told when one cannot be."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.http import QueryDict

from alongside.moments import LONDON
from alongside.ui.forms import DayField, Form, MomentField


class Seen(Form):
    """One day and one moment, neither of which can be left out."""

    on = DayField(label="When was the child seen?", called="the day the child was seen")
    at = MomentField(label="When did it end?", called="the end of the visit")


def told(boxes, **sent):
    """What the form says of one question, and the control its summary leads to; or the answer."""
    field = "at" if "time" in boxes or "t" in sent else "on"
    values = [sent.get(box[0], "") for box in boxes]
    data = QueryDict(mutable=True)
    data.update({f"{field}_{box}": value for box, value in zip(boxes, values, strict=True)})
    form = Seen(data)
    mine = [problem for problem in form.problems() if problem[1].startswith(f"#id_{field}_")]
    return mine[0] if mine else form.cleaned_data[field]


def day(d, m, y):
    return told(("day", "month", "year"), d=d, m=m, y=y)


def moment(d, m, y, t):
    return told(("day", "month", "year", "time"), d=d, m=m, y=y, t=t)


@pytest.mark.parametrize("month", ["5", "05", "May", "may", "MAY"])
def test_a_day_is_taken_as_people_write_it(month):
    assert day("4", month, "2026") == date(2026, 5, 4)


@pytest.mark.parametrize(
    ("month", "number"), [("Sept", 9), ("sep", 9), ("Sep.", 9), ("June", 6), ("Febr", 2)]
)
def test_a_month_may_be_named_short(month, number):
    assert day("1", month, "2026") == date(2026, number, 1)


@pytest.mark.parametrize(
    ("d", "m", "y", "sentence", "box"),
    [
        ("", "", "", "Enter the day the child was seen", "day"),
        ("4", "5", "", "The day the child was seen must include a year", "year"),
        ("", "5", "2026", "The day the child was seen must include a day", "day"),
        ("4", "", "", "The day the child was seen must include a month and a year", "month"),
        ("31", "4", "2026", "The day the child was seen must be a real date. April has 30 days", "day"),
        (
            "29",
            "2",
            "2026",
            "The day the child was seen must be a real date. February has 28 days in 2026",
            "day",
        ),
        ("0", "5", "2026", "The day the child was seen must be a real date. May has 31 days", "day"),
        ("x", "5", "2026", "The day the child was seen must be a real date. May has 31 days", "day"),
        (
            "4",
            "13",
            "2026",
            "The day the child was seen must be a real date. “13” is not a month; write 5 or May",
            "month",
        ),
        (
            "4",
            "Mai",
            "2026",
            "The day the child was seen must be a real date. “Mai” is not a month; write 5 or May",
            "month",
        ),
        ("4", "5", "26", "The day the child was seen must have a year of four digits, like 2026", "year"),
        (
            "4",
            "5",
            "1822",
            "The day the child was seen must be between 1900 and 2100. Check the year",
            "year",
        ),
        ("²", "5", "2026", "The day the child was seen must be a real date. May has 31 days", "day"),
    ],
)
def test_a_day_that_cannot_be_says_why_and_leads_to_the_box(d, m, y, sentence, box):
    assert day(d, m, y) == (sentence, f"#id_on_{box}")


@pytest.mark.parametrize(
    ("written", "hour", "minute"),
    [
        ("16:20", 16, 20),
        ("16.20", 16, 20),
        ("1620", 16, 20),
        ("4:20pm", 16, 20),
        ("4.20 pm", 16, 20),
        ("4pm", 16, 0),
        ("4 p.m.", 16, 0),
        ("12am", 0, 0),
        ("12pm", 12, 0),
        ("9:05", 9, 5),
        ("midday", 12, 0),
        ("Midnight", 0, 0),
        ("14:00 BST", 14, 0),
    ],
)
def test_a_time_is_taken_as_people_write_it(written, hour, minute):
    found = moment("4", "6", "2026", written)
    assert found == datetime(2026, 6, 4, hour, minute, tzinfo=LONDON)


@pytest.mark.parametrize("written", ["25:00", "16:75", "4", "13pm", "soon", "4:20:30", "-1:00"])
def test_a_time_that_cannot_be_says_how_to_write_it(written):
    sentence, control = moment("4", "6", "2026", written)
    assert sentence == f"The end of the visit must have a real time. Write “{written}” like 16:20 or 4:20pm"
    assert control == "#id_at_time"


def test_a_moment_needs_its_time():
    assert moment("4", "6", "2026", "") == (
        "The end of the visit must include a time, like 16:20",
        "#id_at_time",
    )


def test_a_moment_needs_its_day_too():
    sentence, control = moment("", "", "", "16:20")
    assert sentence == "The end of the visit must include a day, a month and a year"
    assert control == "#id_at_day"


def test_an_hour_that_the_clocks_skip_did_not_happen():
    sentence, control = moment("29", "3", "2026", "01:30")
    assert sentence == (
        "The end of the visit must be a real time. 01:30 on 29 March 2026 did not happen: "
        "the clocks went forward from 01:00 to 02:00"
    )
    assert control == "#id_at_time"


def test_an_hour_that_comes_twice_is_asked_about_not_guessed():
    sentence, control = moment("25", "10", "2026", "1:30am")
    assert sentence == (
        "The end of the visit is unclear. 01:30 on 25 October 2026 came twice, because the clocks went back. "
        "Add BST for the first or GMT for the second: 01:30 BST"
    )
    assert control == "#id_at_time"


@pytest.mark.parametrize(
    ("written", "in_utc"),
    [
        ("01:30 BST", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
        ("1.30am gmt", datetime(2026, 10, 25, 1, 30, tzinfo=UTC)),
    ],
)
def test_once_it_is_said_which_the_moment_is_kept_exactly(written, in_utc):
    assert moment("25", "10", "2026", written) == in_utc


def test_either_side_of_the_doubled_hour_nothing_is_asked():
    assert moment("25", "10", "2026", "00:59") == datetime(2026, 10, 24, 23, 59, tzinfo=UTC)
    assert moment("25", "10", "2026", "02:00") == datetime(2026, 10, 25, 2, 0, tzinfo=UTC)


def test_a_zone_that_is_not_in_use_then_is_refused():
    sentence, _ = moment("4", "6", "2026", "14:00 GMT")
    assert sentence == (
        "The end of the visit must be a real time. 14:00 on 4 June 2026 is in British Summer Time; leave out GMT"
    )


def test_a_moment_in_the_doubled_hour_comes_back_as_it_was():
    second = datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    shown = str(Seen(initial={"at": second})["at"])
    assert 'value="01:30 GMT"' in shown
    assert moment("25", "10", "2026", "01:30 GMT") == second


def test_what_was_typed_comes_back_as_it_was_typed():
    shown = str(Seen(QueryDict("on_day=31&on_month=Apr&on_year=2026"))["on"])
    assert 'value="31"' in shown
    assert 'value="Apr"' in shown
    assert shown.count("govuk-input--error") == 1
