"""Questions, their errors in whole sentences, and what a form gives an act."""

from __future__ import annotations

import pytest
from django import forms
from django.db import models
from django.http import QueryDict
from lxml import html

from alongside.ui.forms import (
    AnswerField,
    AnyOf,
    Form,
    LongTextField,
    OneOf,
    Pick,
    TextField,
    Tick,
    WholeNumberField,
)


class Sex(models.TextChoices):
    FEMALE = "F", "Female"
    MALE = "M", "Male"


YES_NO = (("yes", "Yes"), ("no", "No"))


class Everything(Form):
    """Each kind of question once."""

    name = TextField(label="Family name", max_length=10)
    nhs = TextField(label="NHS number", required=False)
    why = LongTextField(label="Why?", missing="Enter the reasons", limit=12)
    say = TextField(label="Say who was told")
    number = WholeNumberField(label="Hours each week", most=60)
    sex = OneOf(label="Sex", choices=Sex)
    safe = OneOf(label="Is it safe to write?", choices=YES_NO, reveals={"no": ("because",)})
    because = TextField(label="Why it is not safe")
    present = AnyOf(label="Who was there?", choices=YES_NO, called="who was there")
    agency = Pick(label="Agency", choices=(("police", "Police"), ("health", "Health")))
    language = AnswerField(TextField(label="Language"), label="First language")
    agreed = Tick(label="I have read this to the family")


GOOD = {
    "name": " Okoye ",
    "why": "Two\r\nlines",
    "say": "Nobody",
    "number": "12",
    "sex": "F",
    "safe": "yes",
    "because": "typed, then thought better of",
    "present": "yes",
    "agency": "health",
    "language": "not-asked",
    "agreed": "on",
}


def sent(**changes):
    data = QueryDict(mutable=True)
    data.update({**GOOD, **changes})
    form = Everything(data)
    form.is_valid()
    return form


def test_the_answers_come_out_as_the_act_wants_them():
    form = sent()
    assert form.problems() == []
    assert form.cleaned_data == {
        "name": "Okoye",
        "nhs": "",
        "why": "Two\nlines",
        "say": "Nobody",
        "number": 12,
        "sex": "F",
        "safe": "yes",
        "because": "",
        "present": ["yes"],
        "agency": "health",
        "language": "not-asked",
        "agreed": True,
    }


@pytest.mark.parametrize(
    ("changes", "sentence", "control"),
    [
        ({"name": ""}, "Enter family name", "id_name"),
        (
            {"name": "Featherstonehaugh"},
            "Family name must be 10 characters or fewer; you have written 17",
            "id_name",
        ),
        ({"why": " "}, "Enter the reasons", "id_why"),
        ({"why": "x" * 13}, "Why must be 12 characters or fewer; you have written 13", "id_why"),
        ({"say": ""}, "Say who was told", "id_say"),
        ({"number": "a few"}, "Hours each week must be a whole number, like 12", "id_number"),
        ({"number": "-1"}, "Hours each week must be 0 or more", "id_number"),
        ({"number": "61"}, "Hours each week must be 60 or less", "id_number"),
        ({"sex": ""}, "Select sex", "id_sex"),
        ({"sex": "X"}, "Select sex, from the list", "id_sex"),
        ({"safe": ""}, "Answer “Is it safe to write?”", "id_safe"),
        ({"safe": "no", "because": ""}, "Enter why it is not safe", "id_because"),
        ({"present": ""}, "Select who was there, from the list", "id_present"),
        ({"agency": ""}, "Select agency", "id_agency"),
        ({"language": ""}, "Enter first language, or choose Unknown, Not asked or Declined", "id_language"),
        ({"language": "known"}, "Enter language", "id_language"),
        ({"agreed": ""}, "Tick to say: I have read this to the family", "id_agreed"),
    ],
)
def test_each_mistake_has_one_sentence_that_leads_to_its_control(changes, sentence, control):
    form = sent(**changes)
    assert form.problems() == [(sentence, f"#{control}")]
    ids = html.fromstring(f"<form>{form}</form>").xpath("//@id")
    assert control in ids


def test_a_revealed_question_keeps_its_answer_only_while_it_is_asked():
    assert sent(safe="no").cleaned_data["because"] == "typed, then thought better of"
    assert sent(safe="yes").cleaned_data["because"] == ""


def test_a_revealed_question_stands_under_its_choice_and_nowhere_else():
    page = html.fromstring(f"<form>{Everything()}</form>")
    assert len(page.xpath("//input[@name='because']")) == 1
    assert (
        len(page.xpath("//div[contains(@class, 'govuk-radios__conditional')]//input[@name='because']")) == 1
    )


def test_nothing_is_chosen_before_a_person_chooses_it():
    page = html.fromstring(f"<form>{Everything(initial={**GOOD, 'present': ['yes'], 'agreed': True})}</form>")
    assert page.xpath("//input[@checked and @name!='language']/@name") == []
    assert page.xpath("//option[@selected]/@value") == [""]


def test_what_a_person_chose_stays_chosen():
    page = html.fromstring(f"<form>{sent(name='')}</form>")
    assert page.xpath("//input[@checked]/@value") == ["F", "yes", "yes", "not-asked", "on"]
    assert page.xpath("//option[@selected]/@value") == ["health"]


def test_a_choice_with_a_default_cannot_be_written():
    with pytest.raises(TypeError, match="A choice is made by a person"):
        OneOf(label="Is this significant harm?", choices=YES_NO, initial="yes")


def test_what_is_on_record_may_be_shown_when_it_is_asked_for():
    class Correction(Form):
        sex = OneOf(label="Sex", choices=Sex, shows_recorded=True)

    page = html.fromstring(f"<form>{Correction(initial={'sex': 'M'})}</form>")
    assert page.xpath("//input[@checked]/@value") == ["M"]


def test_a_known_answer_is_the_answer():
    assert sent(language="known", language_known="Yoruba").cleaned_data["language"] == "Yoruba"


def test_an_answer_typed_without_choosing_is_taken():
    assert sent(language="", language_known="Yoruba").cleaned_data["language"] == "Yoruba"


@pytest.mark.parametrize("key", ["unknown", "not-asked", "declined"])
def test_the_three_answers_are_answers(key):
    assert sent(language=key, language_known="typed before").cleaned_data["language"] == key


def test_an_answer_on_record_comes_back_in_its_place():
    page = html.fromstring(f"<form>{Everything(initial={'language': 'Yoruba'})}</form>")
    assert page.xpath("//input[@name='language_known']/@value") == ["Yoruba"]
    assert page.xpath("//input[@name='language' and @checked]/@value") == ["known"]


def test_check_boxes_are_check_boxes_and_radio_buttons_are_radio_buttons():
    page = html.fromstring(f"<form>{Everything()}</form>")
    assert set(page.xpath("//input[@name='present']/@type")) == {"checkbox"}
    assert set(page.xpath("//input[@name='sex']/@type")) == {"radio"}


def test_what_a_person_types_is_never_markup():
    form = sent(name="<b>x</b>", number="<i>", why="")
    shown = str(form)
    assert "<b>x" not in shown
    assert "&lt;b&gt;x" in shown
    assert "<i>" not in shown


def test_a_percent_sign_in_an_error_is_only_a_percent_sign():
    form = Everything(QueryDict("number=100%"))
    assert ("Hours each week must be a whole number, like 12", "#id_number") in form.problems()


def test_optional_questions_say_so():
    labels = html.fromstring(f"<form>{Everything()}</form>").xpath("//label[@for='id_nhs']")
    assert labels[0].text_content().strip() == "NHS number (optional)"


def test_a_quiet_form_shows_what_was_typed_and_says_nothing_yet():
    form = Everything(QueryDict("name=Oko&number=many"), quiet=True)
    assert form.problems() == []
    assert 'value="many"' in str(form)


def test_a_plain_django_field_has_the_same_look():
    class Plain(Form):
        note = forms.CharField(label="Note", widget=forms.Textarea, help_text="A few words.")

    page = html.fromstring(f"<form>{Plain()}</form>")
    assert page.xpath("//textarea/@class") == ["govuk-textarea"]
    assert page.xpath("//textarea/@aria-describedby") == ["id_note-hint"]


def test_a_widget_without_a_look_says_where_to_add_one():
    class Odd(Form):
        when = forms.SplitDateTimeField(label="When")

    with pytest.raises(TypeError, match=r"Add one to alongside\.ui\.looks\.LOOKS"):
        str(Odd())


def test_sections_have_titles_and_hold_every_question_once():
    class Sectioned(Everything):
        sections = (("Who", ("name", "sex")), ("What", ("why", "safe", "because")))

    page = html.fromstring(f"<form>{Sectioned()}</form>")
    assert [title.text for title in page.xpath("//h2")] == ["Who", "What"]
    names = page.xpath("//*[@name]/@name")
    assert set(names) == {*Everything.base_fields, "language_known"}


def test_answers_are_told_back_in_words():
    (part,) = sent(safe="no", why="One\nTwo").answers()
    told = {answer.question: str(answer.answer) for answer in part.answers}
    assert told == {
        "Family name": "Okoye",
        "NHS number": '<span class="app-quiet">Not given</span>',
        "Why?": "One<br>Two",
        "Say who was told": "Nobody",
        "Hours each week": "12",
        "Sex": "Female",
        "Is it safe to write?": "No",
        "Why it is not safe": "typed, then thought better of",
        "Who was there?": "Yes",
        "Agency": "Health",
        "First language": "Not asked",
        "I have read this to the family": "Yes",
    }
