"""What the gallery shows: an invented child in an invented borough, on one fixed day."""

from __future__ import annotations

from datetime import UTC, date, datetime
from functools import cache
from typing import Any

from markupsafe import Markup

from alongside.guidance.catalogue import rule
from alongside.guidance.kernel.due import Due
from alongside.guidance.kernel.rules import Timescale
from alongside.ui.fields.rows import RowsField
from alongside.ui.forms import (
    AnswerField,
    AnyOf,
    DayField,
    Form,
    LongTextField,
    MomentField,
    OneOf,
    Pick,
    TextField,
    Tick,
    WholeNumberField,
)
from alongside.ui.frames import ChildBanner, Link, NextDue
from alongside.ui.pages import Told
from alongside.ui.parts import Action, Attended, Clash, Entry, Need, Section, Someone
from alongside.ui.told_back import Answer, Part

TODAY = date(2026, 5, 7)
NOW = datetime(2026, 5, 7, 9, 30, tzinfo=UTC)
CHILD, LIST = "/gallery/child/", "/gallery/list/"


def due(rule_id: str, starts: date | datetime) -> Due:
    """What a timescale gives for a start; the catalogue's, as any page has it."""
    found = rule(rule_id)
    assert isinstance(found, Timescale)
    return found.due(starts)


def core_group() -> Due:
    return due("child-protection.first-core-group", date(2026, 4, 30))


def police_protection() -> Due:
    return due("emergency.police-protection", datetime(2026, 10, 23, 21, 0, tzinfo=UTC))


def places(current: str) -> tuple[Link, ...]:
    names = ("Overview", "Timeline", "Plan", "People", "Decisions", "Due dates", "Who can see this")
    return tuple(Link(name, CHILD, current=name == current) for name in names)


def amara(current: str = "Overview") -> ChildBanner:
    """The child of most examples."""
    return ChildBanner(
        name="Amara Okoye",
        reference="Wren-004211",
        href=CHILD,
        born=date(2022, 3, 3),
        sex="Female",
        protected=True,
        dangers=("Her father must not know the address. Do not ring the landline.",),
        lead="Dana Wright, social worker, since 4 May",
        next_due=NextDue("first core group", core_group().on or TODAY, why_href="#due"),
        do_next=Link("Record core group", "/gallery/form/"),
        acts=(
            Link("Record a visit", "/gallery/form/", hint="Seen, alone, where, what she said"),
            Link("Add to timeline", "/gallery/form/"),
            Link("Record immediate protection", "/gallery/form/"),
        ),
        navigation=places(current),
    )


def other_children() -> tuple[ChildBanner, ...]:
    """One not born yet, and one whose age nobody knows, whose limit has passed."""
    late = NextDue("feedback to the referrer", date(2026, 5, 1), why_href="#due")
    return (
        ChildBanner("Baby Okoye (not yet named)", "Wren-004390", CHILD, expected=date(2026, 7, 3)),
        ChildBanner("Yusuf (family name not known)", "Wren-004402", CHILD, sex="Male", next_due=late),
    )


@cache
def everything() -> dict[str, Any]:
    """All the examples, by the names the gallery's templates use."""
    return {
        "now": NOW,
        "today": TODAY,
        "core_group": core_group(),
        "police_protection": police_protection(),
        "shaping_rule": rule("child-protection.first-core-group"),
        "judgement": rule("child-protection.significant-harm"),
        "content_rule": rule("child-protection.conference-record"),
        "child": amara(),
        "other_children": other_children(),
        "entries": ENTRIES,
        "people": PEOPLE,
        "rows": ROWS,
        "filters": FILTERS,
        "sections": SECTIONS,
        "needs": NEEDS,
        "attended": ATTENDED,
        "clashes": CLASHES,
        "told": TOLD,
        "parts": PARTS,
        "faulty": faulty(),
    }


ENTRIES = (
    Entry(
        date(2026, 5, 6),
        "Visit: Amara was seen, alone for part of it",
        by="Dana Wright, social worker",
        at=datetime(2026, 5, 6, 14, 10, tzinfo=UTC),
        href=CHILD,
        details="At home. She showed Dana her room and the new bed.",
        tag="Child seen",
    ),
    Entry(
        date(2026, 4, 30),
        "Initial conference: a child protection plan was made, for neglect",
        by="J. Amin, conference chair",
        recorded=datetime(2026, 4, 30, 15, 20, tzinfo=UTC),
        href=CHILD,
        details="Decided by five agencies. The health visitor did not agree; her reasons are recorded.",
    ),
    Entry(
        date(2026, 3, 16),
        "Referral from Larkfield Primary School",
        by="R. Patel, screening officer",
        details="Three mornings without breakfast, and a bruise that nobody could explain.",
        correction="Corrected on 18 March 2026: the bruise was seen on 13 March, not 12 March. Both are kept.",
    ),
)
PEOPLE = (
    Someone("Grace Okoye", "mother, has parental responsibility", CHILD, "Ring her mobile only."),
    Someone("Father (not known)", "father", detail="His name is not known to anyone working with Amara."),
    Someone("Tobi Okoye", "brother, aged 7", CHILD, "Subject to a child protection plan since 30 April."),
)
ROWS = (
    ("Amara Okoye", "First core group", core_group().on, "Record core group"),
    ("Tobi Okoye", "Feedback to the referrer", date(2026, 5, 1), "Send feedback"),
    ("Callum Reed", "Assessment", date(2026, 6, 12), "Continue assessment"),
)
FILTERS = (
    ("Kind", (Link("Visits", LIST, True), Link("Decisions", LIST), Link("Plans", LIST))),
    ("Agency", (Link("School", LIST), Link("Health", LIST), Link("Police", LIST))),
)
SECTIONS = (
    Section("What was said", "#", "Done"),
    Section("The child's day", "#", "In progress", hint="Home, school, friends, what worries them"),
    Section("Parents and carers", "#", "Not started"),
    Section("Analysis", "#", "Cannot save yet", because="another practitioner is resolving two versions"),
)
NEEDS = (
    Need(
        "Amara needs to be fed and clean every school day",
        "Breakfast before school on five days of five, for eight weeks, by the review on 30 July.",
        (
            Action(
                "Breakfast club place from Monday",
                "Mrs Hale",
                "Larkfield Primary School",
                by=date(2026, 5, 11),
                how_we_know="The register, and Amara says she is not hungry",
                state="Under way",
            ),
            Action(
                "Help with the gas meter debt",
                "Dana Wright",
                by=date(2026, 5, 1),
                how_we_know="The meter is in credit on each visit",
            ),
            Action(
                "Dentist for both children",
                "Grace Okoye",
                by=date(2026, 5, 20),
                state="Done",
                done_on=date(2026, 5, 5),
            ),
        ),
    ),
)
ATTENDED = (
    Attended("Grace Okoye", "Family", "Attended", "mother", "Read her the reports on 28 April"),
    Attended("Mrs Hale", "Larkfield Primary School", "Attended", "safeguarding lead", "Received 27 April"),
    Attended("PC Anwar", "Wrenmouth Police", "Sent apologies", "", "Not received"),
)
CLASHES = (
    Clash(
        "lives_with",
        "Who Amara lives with",
        "mother",
        "grandmother",
        "Her mother and Tobi",
        "Her grandmother, since Sunday",
    ),
)
TOLD = Told(
    "Child protection plan made for Amara Okoye",
    (
        "Dana Wright holds the first core group by Friday 15 May 2026.",
        "Everyone who was invited is sent the outline plan tomorrow.",
        "Grace Okoye is told by letter, and Dana goes through it with her on Tuesday.",
    ),
    reference="Wren-004211/P1",
    more=(("Go to Amara's plan", CHILD),),
)
PARTS = (
    Part(
        "",
        (
            Answer("When was the discussion held?", Markup("Thursday 7 May 2026"), "id_held_on_day"),
            Answer("Who took part?", Markup("Children's social care<br>Police<br>Health"), "id_present"),
        ),
    ),
)


LANGUAGES = [
    (name.lower(), name)
    for name in (
        "Albanian", "Arabic", "Bengali", "British Sign Language", "Cantonese", "English", "French", "Gujarati",
        "Igbo", "Polish", "Punjabi", "Romanian", "Somali", "Tamil", "Urdu", "Welsh", "Yoruba",
    )
]  # fmt: skip


class PresentForm(Form):
    """One person who took part."""

    name = TextField(label="Name", width=20, missing="Enter their name")
    agency = Pick(
        label="Agency",
        choices=[("social-care", "Children's social care"), ("police", "Police"), ("health", "Health")],
        missing="Select their agency",
    )


class ExampleForm(Form):
    """One of each kind of question."""

    sections = (
        ("The discussion", ("held_on", "ended", "present")),
        ("What was decided", ("outcome", "single_agency", "why_not", "reasons")),
        ("About Amara", ("language", "views", "hours", "told")),
    )
    held_on = DayField(label="When was the discussion held?", called="the day of the discussion")
    ended = MomentField(label="When did it end?", called="the end of the discussion", required=False)
    present = RowsField(
        PresentForm,
        label="Who took part?",
        help_text="Everyone, in whatever way they took part.",
        one="person",
        many="people",
        least=2,
    )
    outcome = OneOf(
        label="What was decided?",
        choices=[
            ("section-47", "Start section 47 enquiries"),
            ("assessment", "Go on with the assessment"),
            ("none", "No further action"),
        ],
        hints={"section-47": "There is reasonable cause to suspect significant harm, or that it is likely."},
        reveals={"section-47": ("single_agency",), "none": ("why_not",)},
        missing="Select what was decided",
    )
    single_agency = OneOf(
        label="Who makes the enquiries?",
        choices=[("joint", "Social care and police together"), ("single", "Social care alone")],
        missing="Select who makes the enquiries",
    )
    why_not = TextField(label="Say why nothing more is needed")
    reasons = LongTextField(
        label="Reasons",
        help_text="What was known, what was weighed, and who did not agree.",
        limit=4000,
        missing="Enter the reasons for the decision",
    )
    language = AnswerField(
        Pick(label="Language", choices=LANGUAGES),
        label="What is Amara's first language?",
        called="Amara's first language",
        known="It is known",
    )
    views = AnyOf(
        label="Whose views were heard?",
        choices=[("child", "Amara's"), ("mother", "Her mother's"), ("school", "Her school's")],
        required=False,
    )
    hours = WholeNumberField(
        label="Hours at nursery each week", width=3, suffix="hours", most=60, required=False
    )
    told = Tick(label="The family will be told what was decided", required=False)


def faulty() -> Form:
    """The form as it comes back when things are missing."""
    sent = {
        "held_on_day": "31",
        "held_on_month": "April",
        "held_on_year": "2026",
        "ended_day": "25",
        "ended_month": "10",
        "ended_year": "2026",
        "ended_time": "01:30",
        "outcome": "none",
        "present-rows": "2",
        "present-0-name": "PC Anwar",
    }
    return ExampleForm(sent, auto_id="faulty_%s")
