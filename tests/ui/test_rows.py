"""The same questions about each of several; rows come and go and nothing typed is lost."""

from __future__ import annotations

import pytest
from django.http import QueryDict
from lxml import html

from alongside.ui.fields.rows import changed_rows
from alongside.ui.forms import DayField, Form, OneOf, RowsField, TextField


class ChildForm(Form):
    """One child of a referral."""

    name = TextField(label="Name")
    born = DayField(label="Date of birth", required=False)
    known = OneOf(label="Is the child known?", choices=(("yes", "Yes"), ("no", "No")), required=False)


class ReferralForm(Form):
    """A referral of one to three children."""

    children = RowsField(ChildForm, label="Children", one="child", many="children", most=3)


def sent(query):
    form = ReferralForm(QueryDict(query))
    form.is_valid()
    return form


def test_each_row_is_an_answer_and_empty_ones_beyond_the_least_are_not():
    form = sent("children-rows=3&children-0-name=Amara&children-2-name=Tobi&children-2-known=no")
    assert form.cleaned_data["children"] == [
        {"name": "Amara", "born": None, "known": ""},
        {"name": "Tobi", "born": None, "known": "no"},
    ]


def test_each_mistake_names_its_row_and_leads_into_it():
    form = sent("children-rows=2&children-1-born_day=3&children-1-born_month=May")
    assert form.problems() == [
        ("Child 1: Enter name", "#id_children-0-name"),
        ("Child 2: Enter name", "#id_children-1-name"),
        ("Child 2: Date of birth must include a year", "#id_children-1-born_year"),
    ]


def test_too_many_are_refused_in_words():
    query = "children-rows=4&" + "&".join(f"children-{n}-name=A{n}" for n in range(4))
    assert sent(query).problems() == [("Enter at most 3 children", "#id_children-add")]


@pytest.mark.parametrize("number", ["", "x", "-1", "²"])
def test_a_number_of_rows_that_is_none_gives_the_least(number):
    assert len(sent(f"children-rows={number}")["children"].rows) == 1


def test_a_vast_number_of_rows_is_cut_to_one_too_many():
    assert len(sent("children-rows=999999999")["children"].rows) == 4


def test_what_is_known_already_fills_the_rows():
    form = ReferralForm(initial={"children": [{"name": "Amara"}, {"name": "Tobi"}]})
    page = html.fromstring(str(form))
    assert page.xpath("//input[contains(@name, '-name')]/@value") == ["Amara", "Tobi"]


def test_adding_a_row_keeps_everything():
    before = QueryDict("other=1&children-rows=1&children-0-name=Amara&add-row=children")
    after = changed_rows(before)
    assert after.dict() == {"other": "1", "children-rows": "2", "children-0-name": "Amara"}


def test_removing_a_row_moves_the_later_ones_up():
    before = QueryDict(
        "children-rows=3&children-0-name=A&children-1-name=B&children-2-name=C&children-2-tags=x"
        "&children-2-tags=y&remove-row=children-1"
    )
    after = changed_rows(before)
    assert dict(after.lists()) == {
        "children-rows": ["2"],
        "children-0-name": ["A"],
        "children-1-name": ["C"],
        "children-1-tags": ["x", "y"],
    }


@pytest.mark.parametrize("query", ["", "remove-row=children-x", "remove-row=children", "step=change"])
def test_any_other_button_changes_no_rows(query):
    assert changed_rows(QueryDict(query)) is None


def test_the_button_that_adds_goes_when_there_is_room_for_no_more():
    full = html.fromstring(str(ReferralForm(QueryDict("children-rows=3"), quiet=True)))
    assert full.xpath("//button[@name='add-row']") == []
    assert [button.text for button in full.xpath("//button[@name='remove-row']")] == [
        "Remove child 1",
        "Remove child 2",
        "Remove child 3",
    ]


def test_the_last_row_that_is_needed_cannot_be_removed():
    assert html.fromstring(str(ReferralForm())).xpath("//button[@name='remove-row']") == []


def test_rows_are_told_back_one_by_one():
    form = sent("children-rows=2&children-0-name=Amara&children-1-name=Tobi&children-1-known=no")
    told = [(part.title, [str(answer.answer) for answer in part.answers]) for part in form.answers()]
    nothing = '<span class="app-quiet">Not given</span>'
    assert told == [("Child 1", ["Amara", nothing, nothing]), ("Child 2", ["Tobi", nothing, "No"])]
