"""What somebody without an account is asked, one question a page, and what becomes of the answers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import QueryDict
from django.utils import timezone

from alongside.front_door.intake import areas_that_receive
from alongside.front_door.schema import (
    LONGEST_NAME,
    LONGEST_WORDS,
    MOST_CHILDREN,
    OLDEST_YEARS,
    looks_like_email,
)
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.referrals.models import Referral
from alongside.ui.fields.days import DayField
from alongside.ui.forms import Form, LongTextField, OneOf, RowsField, TextField
from alongside.ui.told_back import NOT_GIVEN, Part

Answers = Mapping[str, Mapping[str, list[str]]]
PUBLIC, FAMILY, PRACTITIONER, ACCOUNT = "public", "family", "practitioner", "account"


class DangerForm(Form):
    """Asked before anything is written down."""

    danger = OneOf(
        label="Is a child in immediate danger now?", missing="Say whether a child is in immediate danger",
        choices=(("yes", "Yes"), ("no", "No"), ("unknown", "I do not know")),
        hints={"yes": "For example being hurt now, or alone and in danger. We will tell you what to do."},
    )  # fmt: skip


class AreaForm(Form):
    """Which area the referral is for."""

    area = OneOf(
        label="In which area does the child live, or is the child now?", choices=(), missing="Select the area",
        help_text="If you are not sure, choose the likeliest. They pass it on.",
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["area"].choices = [(area.code, area.name) for area in areas_that_receive()]  # type: ignore[attr-defined]


class WhoForm(Form):
    """Who is referring."""

    who = OneOf(
        label="Who are you?", missing="Select who you are",
        choices=(
            (PUBLIC, "A member of the public, a neighbour or a friend"),
            (FAMILY, "The child, or someone in the family"),
            (PRACTITIONER, "Someone who works or volunteers with children or families"),
            (ACCOUNT, "Someone with an account here"),
        ),
        hints={PUBLIC: "You need not give your name.", ACCOUNT: "You sign in, and are asked the same questions."},
    )  # fmt: skip


class NameForm(Form):
    """A member of the public: who they are, if they want to say."""

    named = OneOf(
        label="Will you tell us who you are?", choices=(("yes", "Yes"), ("no", "No, I would rather not")),
        missing="Say whether you will tell us who you are", reveals={"yes": ("name", "contact")},
        help_text="We may want to ask you something. The family is not told who you are unless you agree or a court says so.",
    )  # fmt: skip
    name = TextField(label="Your name", max_length=100, autocomplete="name")
    contact = TextField(label="Telephone number or other way to reach you, and when", required=False)
    relation = TextField(
        label="How do you know the child?",
        required=False,
        max_length=100,
        help_text="For example a neighbour.",
    )


class WorkForm(Form):
    """A practitioner without an account: name, role, and an address we can write to."""

    name = TextField(label="Your name", max_length=100, autocomplete="name")
    relation = TextField(
        label="Your role and organisation", called="your role and organisation", max_length=100
    )
    email = TextField(
        label="Your work e-mail address", called="your work e-mail address", max_length=254,
        autocomplete="email", spellcheck=False,
        help_text="We send a link there, so that we know it is yours. Your referral does not wait for it.",
    )  # fmt: skip
    contact = TextField(label="Telephone number", required=False, autocomplete="tel")

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"]
        if not looks_like_email(email):
            self.add_error("email", "Enter an e-mail address like name@school.example")
        return email


class ChildRow(Form):
    """One child, as far as the referrer knows them."""

    given = TextField(label="First name or names", required=False, max_length=LONGEST_NAME)
    family = TextField(label="Family name", required=False, max_length=LONGEST_NAME)
    born_on = DayField(label="Date of birth, if you know it", called="the date of birth", required=False)
    expected_on = DayField(
        label="If not born yet: when the birth is expected",
        called="the day the birth is expected",
        required=False,
    )
    sex = OneOf(label="Sex", choices=Person.Sex.choices, required=False, inline=True)

    def clean(self) -> dict[str, Any]:
        given = {name: value for name, value in self.cleaned_data.items() if value}
        born, today = given.get("born_on"), day_of(timezone.now())
        if born and given.get("expected_on"):
            self.add_error(
                "expected_on", "Give a date of birth or an expected one, not both. Take one of them out."
            )
        if born and born > today:
            self.add_error(
                "born_on", "This date is in the future. For a child not born yet, use the box below."
            )
        if born and born.year < today.year - OLDEST_YEARS:
            self.add_error(
                "born_on", f"The year {born.year} is not a child’s. Look at it again, or leave it out."
            )
        return given


class ChildrenForm(Form):
    """The children, in one go. One about whom nothing is known but that they are there is a child too."""

    children = RowsField(
        ChildRow, one="child", many="children", label="What do you know of each child?", most=MOST_CHILDREN, least=0,
        help_text="Nothing has to be complete. If you know no name, leave it empty and describe the child later.",
    )  # fmt: skip


class SiblingsForm(Form):
    """Whether several children are brothers and sisters."""

    siblings = OneOf(
        label="Are these children brothers and sisters?", choices=(("yes", "Yes"), ("no", "No, or I do not know")),
        missing="Say whether they are brothers and sisters",
    )  # fmt: skip


class WhereForm(Form):
    """Where to find the children."""

    whereabouts = TextField(
        label="Where do the children live, and where are they now?", required=False,
        help_text="An address, a school, or what you know.",
    )  # fmt: skip


class ConcernForm(Form):
    """What the referrer fears."""

    concern = LongTextField(
        label="What are you worried about?", missing="Say what you are worried about", rows=8, limit=LONGEST_WORDS,
        help_text="In your own words: what you think is happening, or may happen.",
    )  # fmt: skip


class FactForm(Form):
    """What was seen or is known."""

    fact = LongTextField(
        label="What have you seen, or what do you know?", required=False, rows=8, limit=LONGEST_WORDS,
        help_text="Only what somebody saw or knows: what, when and where. Leave it empty if there is nothing.",
    )  # fmt: skip
    fact_by = TextField(label="Who saw it, if it was not you?", required=False, max_length=150)


class ReportedForm(Form):
    """What others said."""

    reported = LongTextField(
        label="What have other people told you?", required=False, rows=8, limit=LONGEST_WORDS,
        help_text="As close to their words as you can. Leave it empty if nobody told you anything.",
    )  # fmt: skip
    reported_by = TextField(label="Who told you?", required=False, max_length=150)

    def clean(self) -> dict[str, Any]:
        if self.cleaned_data.get("reported") and not self.cleaned_data.get("reported_by"):
            self.add_error(
                "reported_by", "Say who told you, so that what you know and what you heard stay apart"
            )
        return self.cleaned_data


class FamilyForm(Form):
    """Whether the family knows."""

    family_asked = OneOf(
        label="Have you talked with the parents or carers about this?", choices=Referral.Consent.choices,
        reveals={"not-asked": ("not_asked_because",)}, missing="Say whether you have talked with the family",
        help_text="You do not need their agreement. If you work with families, tell them, unless it would put a child at more risk.",
    )  # fmt: skip
    not_asked_because = LongTextField(
        label="Why not?", called="why the family was not asked", rows=3, limit=LONGEST_WORDS,
        missing="Say why the family was not asked, for example because it would put the child at more risk",
    )  # fmt: skip


class MoreForm(Form):
    """What else helps."""

    known_services = LongTextField(
        label="School or nursery, GP, and others who know the family",
        required=False,
        rows=3,
        limit=LONGEST_WORDS,
    )
    communication = TextField(
        label="Language, interpreter or other needs in talking with them", required=False
    )
    development = LongTextField(
        label="How are the children developing?", required=False, rows=3, limit=LONGEST_WORDS
    )
    capacity = LongTextField(
        label="How do parents, carers and the wider family meet their needs?", required=False, rows=3,
        limit=LONGEST_WORDS,
    )  # fmt: skip
    outside_factors = LongTextField(
        label="What outside the family affects them?", required=False, rows=3, limit=LONGEST_WORDS,
        help_text="For example friends, school, places, online, housing, money.",
    )  # fmt: skip
    early_help_assessment = LongTextField(
        label="Early help assessment, if there is one", required=False, rows=3, limit=LONGEST_WORDS,
        help_text="Paste it or sum it up. A referral never has to wait for one.",
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Page:
    """One page of the form. when: whether it is asked, given the answers so far."""

    key: str
    title: str
    form: type[Form]
    when: Callable[[Answers], bool] = lambda answers: True


def chosen(answers: Answers, page: str, name: str) -> str:
    """What was answered to a question with one answer; "" where it was not."""
    return ((answers.get(page) or {}).get(name) or [""])[-1]


def is_practitioner(answers: Answers) -> bool:
    return chosen(answers, "who", "who") == PRACTITIONER


def several_children(answers: Answers) -> bool:
    number = chosen(answers, "children", "children-rows")
    return number.isascii() and number.isdigit() and int(number) > 1


PAGES = (
    Page("area", "The area", AreaForm),
    Page("who", "Who you are", WhoForm),
    Page("name", "About you", NameForm, lambda answers: not is_practitioner(answers)),
    Page("work", "About you", WorkForm, is_practitioner),
    Page("children", "The children", ChildrenForm),
    Page("siblings", "Brothers and sisters", SiblingsForm, several_children),
    Page("where", "Where they are", WhereForm),
    Page("concern", "What worries you", ConcernForm),
    Page("facts", "What is known", FactForm),
    Page("reported", "What others said", ReportedForm),
    Page("family", "The family", FamilyForm),
    Page("more", "What else helps", MoreForm),
)
BY_KEY = {page.key: page for page in PAGES}


def asked(answers: Answers) -> list[Page]:
    """The pages this referrer is asked, in order."""
    return [page for page in PAGES if page.when(answers)]


def after(page: Page, answers: Answers) -> Page | None:
    """The page that follows; None after the last."""
    following = [one for one in PAGES[PAGES.index(page) + 1 :] if one.when(answers)]
    return following[0] if following else None


def typed(answers: Answers, page: Page) -> QueryDict | None:
    """What was typed on a page; None where it was never sent."""
    kept = answers.get(page.key)
    if kept is None:
        return None
    data = QueryDict(mutable=True)
    for name, values in kept.items():
        data.setlist(name, list(values))
    return data


def unanswered(answers: Answers) -> Page | None:
    """The first page that still needs something; None when the referral can be sent."""
    for page in asked(answers):
        data = typed(answers, page)
        if data is None or not page.form(data).is_valid():
            return page
    return None


def told_back(answers: Answers) -> Iterator[tuple[Page, list[Part]]]:
    """Each page with what was answered, in words, for checking before it is sent."""
    for page in asked(answers):
        form = page.form(typed(answers, page) or QueryDict())
        if form.is_valid():
            given = [
                Part(part.title, tuple(one for one in part.answers if one.answer != NOT_GIVEN))
                for part in form.answers()
            ]
            yield page, [part for part in given if part.answers]


def payload_of(answers: Answers) -> dict[str, Any]:
    """The answers as `schema.Sent` describes a referral. Every page has been answered."""
    said: dict[str, Any] = {}
    for page in asked(answers):
        form = page.form(typed(answers, page))
        form.is_valid()
        said |= form.cleaned_data
    kind = (
        said["who"] if said["who"] == PRACTITIONER else "anonymous" if said["named"] == "no" else said["who"]
    )
    same = ("whereabouts", "development", "capacity", "outside_factors", "communication", "known_services",
            "early_help_assessment")  # fmt: skip
    return {
        "version": 1,
        "area": said["area"],
        "referrer": {
            "kind": kind, "name": said.get("name", ""), "relation": said.get("relation", ""),
            "contact": said.get("contact", ""), "email": said.get("email", ""),
        },
        "children": [_child(row) for row in said["children"]] or [{}],
        "siblings": said.get("siblings") == "yes",
        "immediate_danger": chosen(answers, "danger", "danger") or "unknown",
        "statements": [
            {"kind": kind, "words": said[kind], "said_by": said.get(f"{kind}_by", "")}
            for kind in ("fact", "concern", "reported")
            if said[kind]
        ],
        "family": {"asked": said["family_asked"], "not_asked_because": said["not_asked_because"]},
        **{name: said[name] for name in same},
    }  # fmt: skip


def _child(row: Mapping[str, Any]) -> dict[str, Any]:
    days = {name: row[name].isoformat() for name in ("born_on", "expected_on") if row.get(name)}
    words = {name: row[name] for name in ("given", "family", "sex") if row.get(name)}
    return words | days
