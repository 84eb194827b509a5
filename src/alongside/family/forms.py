"""The questions by which a child's details are changed. What is on record is shown as chosen; nothing else is."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from alongside.access.policies import READ_CHILD
from alongside.agencies.models import Practitioner
from alongside.family.ethnicities import GROUPS
from alongside.people.models import THREE_ANSWERS, ContactDetail, Identifier, Name, Person, Relationship
from alongside.ui.forms import (
    AnswerField,
    AnyOfRecords,
    DayField,
    Form,
    LongTextField,
    OneOf,
    Pick,
    PickRecord,
    TextField,
    Tick,
)

YES_NO = (("yes", "Yes"), ("no", "No"))
YES_NO_OR_NOT = (*YES_NO, *THREE_ANSWERS)


class ChangeDetailsForm(Form):
    """Everything recorded of the child, as it stands."""

    called = TextField(
        label="Name shown",
        help_text="For a child not yet named: “Baby Okoye (not yet named)”.",
        max_length=150,
    )
    born_on = DayField(label="Date of birth", required=False)
    birth_estimated = Tick(label="The date of birth is an estimate", required=False, shows_recorded=True)
    expected_on = DayField(
        label="Expected date of birth", required=False, help_text="For a child who is not born yet."
    )
    died_on = DayField(label="Date of death", required=False)
    sex = OneOf(label="Sex", choices=Person.Sex.choices, shows_recorded=True, inline=True)
    gender = TextField(label="Gender, in the child’s own words", required=False, max_length=50)
    ethnicity = AnswerField(
        Pick(label="Ethnic group", choices=tuple(GROUPS.items()), shows_recorded=True),
        label="Ethnicity",
        known="The child or family said",
    )
    first_language = AnswerField(TextField(label="Which language?", max_length=50), label="First language")
    interpreter = OneOf(label="Needs an interpreter?", choices=YES_NO_OR_NOT, shows_recorded=True)
    religion = AnswerField(TextField(label="Which religion, if any?", max_length=50), label="Religion")
    disabled = OneOf(label="Is the child disabled?", choices=YES_NO_OR_NOT, shows_recorded=True)
    communication_needs = LongTextField(label="Communication needs", required=False, rows=3)

    sections = (
        (
            "Who the child is",
            ("called", "born_on", "birth_estimated", "expected_on", "died_on", "sex", "gender"),
        ),
        ("Background", ("ethnicity", "first_language", "interpreter", "religion")),
        ("Needs", ("disabled", "communication_needs")),
    )


class AddNameForm(Form):
    """Another name of the child's, and when it was theirs."""

    kind = OneOf(label="What kind of name is it?", choices=Name.Kind.choices)
    given = TextField(label="Given names", required=False, max_length=100)
    family = TextField(label="Family name", required=False, max_length=100)
    from_on = DayField(label="From", called="the day it began", required=False)
    to_on = DayField(label="Until", called="the day it ended", required=False)


class AddIdentifierForm(Form):
    """A number of another system's, checked as far as it can check itself."""

    scheme = OneOf(label="What kind of number is it?", choices=Identifier.Scheme.choices)
    value = TextField(label="Number", width=20, max_length=30, spellcheck=False)
    source = TextField(label="Where does it come from?", required=False, max_length=100)


#: Who somebody may be to a child. Two adults who are a couple are recorded by a form of their own.
TO_A_CHILD = tuple(one for one in Relationship.Kind.choices if one[0] != Relationship.Kind.COUPLE)


class AddRelativeForm(Form):
    """Who somebody is to the child; a person on the record of a brother or sister need not be typed again."""

    WHO = (
        ("known", "Someone on the record of this child, or of a brother or sister"),
        ("new", "Someone else"),
    )

    who = OneOf(
        label="Who is it?", choices=WHO, reveals={"known": ("known",), "new": ("given", "family", "born_on")}
    )
    known = PickRecord(label="Which person?")
    given = TextField(
        label="Given names", required=False, max_length=70,
        help_text="Leave both names empty if nobody knows them: “Father (not known)” is recorded, say.",
    )  # fmt: skip
    family = TextField(label="Family name", required=False, max_length=70)
    born_on = DayField(label="Date of birth, if known", called="the date of birth", required=False)
    kind = Pick(label="Who are they to the child?", choices=TO_A_CHILD, type_ahead=False)
    parental_responsibility = OneOf(label="Do they have parental responsibility?", choices=YES_NO_OR_NOT)
    from_on = DayField(
        label="Since when?",
        called="since when",
        required=False,
        help_text="Leave it empty if it has always been so.",
    )
    lives_with_child = OneOf(label="Do they live with the child?", choices=YES_NO, inline=True)

    def __init__(self, *args: Any, child: Person, me: Practitioner, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["known"].queryset = known_to(child, me)  # type: ignore[attr-defined]


def known_to(child: Person, me: Practitioner) -> Any:
    """People on the child's own record, or on that of a brother or sister which this practitioner may open."""
    kin = Relationship.objects.filter(to_on=None)
    near = kin.filter(kind=Relationship.Kind.SIBLING)
    siblings = Person.objects.filter(
        Q(pk__in=near.filter(other=child).values("person"))
        | Q(pk__in=near.filter(person=child).values("other"))
    )
    records = READ_CHILD.filter(siblings, me).values("pk")
    around = kin.filter(Q(other=child) | Q(other__in=records)).values("person")
    others = kin.filter(Q(person=child) | Q(person__in=records)).values("other")
    found = Person.objects.filter(Q(pk__in=around) | Q(pk__in=others)).exclude(pk=child.pk)
    return READ_CHILD.not_denied(found, me)


class EndRelationshipForm(Form):
    """When and why somebody is no longer who they were to the child."""

    to_on = DayField(label="Since when is it no longer so?", called="the day it ended")
    why = LongTextField(label="Why?", missing="Enter why it is no longer so", rows=2)


class TakeBackForm(Form):
    """Why something that was recorded was never so."""

    why = LongTextField(
        label="Why was it recorded wrongly?", missing="Enter why it was recorded wrongly", rows=2
    )


class AddCoupleForm(Form):
    """Two people on the child's record who are, or were, a couple."""

    one = PickRecord(label="Who?", called="the first of the two", type_ahead=False)
    two = PickRecord(label="And who?", called="the second of the two", type_ahead=False)
    from_on = DayField(label="Together since", called="since when they are together", required=False)
    to_on = DayField(
        label="Separated since", called="since when they have separated", required=False,
        help_text="Leave it empty while they are together.",
    )  # fmt: skip

    def __init__(self, *args: Any, child: Person, me: Practitioner, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("one", "two"):
            self.fields[name].queryset = known_to(child, me)  # type: ignore[attr-defined]


class LivingWithForm(Form):
    """Who lives with the child now, as it is recorded."""

    people = AnyOfRecords(
        label="Who lives with the child now?", required=False, shows_recorded=True,
        help_text="Somebody you no longer tick leaves the household from today.",
    )  # fmt: skip

    def __init__(self, *args: Any, child: Person, me: Practitioner, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].queryset = known_to(child, me)  # type: ignore[attr-defined]


class ChangeAddressForm(Form):
    """Where the child lives now, and who must not know."""

    WHERE = (("address", "At an address"), ("none", "There is no fixed address"))
    PROTECTED = (("no", "No"), ("yes", "Yes: show it only to those who must know"))

    from_on = DayField(label="Since when does the child live there?", called="the day the child moved")
    where = OneOf(label="Where?", choices=WHERE, reveals={"address": ("lines", "postcode", "protected")})
    lines = LongTextField(label="Address", rows=4)
    postcode = TextField(label="Postcode", required=False, width=10, max_length=8, spellcheck=False)
    protected = OneOf(
        label="Is anyone a danger to the child who must not learn this address?", choices=PROTECTED,
        reveals={"yes": ("protected_from",)},
    )  # fmt: skip
    protected_from = LongTextField(
        label="Who must not be told, and why?", missing="Enter who must not be told the address", rows=2
    )


SAFE_IF = "Think of who else may pick up, listen to a message or read along."
FOR_EXAMPLE = "For example: “Do not leave messages: her husband listens to them”, or “Only before 3 pm”."


class ChangeContactForm(Form):
    """What is said of a number or address on record. Nothing is chosen but what was said before."""

    PROTECTED = (("no", "No"), ("yes", "Yes: show it only to those who must know"))

    safe = OneOf(
        label="Is it safe to use?", choices=ContactDetail.Safe.choices, inline=True, shows_recorded=True,
        help_text=SAFE_IF,
    )  # fmt: skip
    words = LongTextField(
        label="What must be known before it is used?", required=False, rows=2, limit=300,
        help_text=FOR_EXAMPLE,
    )  # fmt: skip
    protected = OneOf(
        label="Is there anyone who must not learn it?", choices=PROTECTED, shows_recorded=True,
        help_text="While somebody lives at a protected address, all their numbers are protected too.",
    )  # fmt: skip
    to_on = DayField(
        label="Used no more since",
        called="the day it ended",
        required=False,
        help_text="Leave it empty while it is in use.",
    )


class AddContactForm(Form):
    """A number or an address of the child's, or of somebody on the child's record."""

    person = PickRecord(label="Whose is it?", type_ahead=False)
    kind = OneOf(label="What is it?", choices=ContactDetail.Kind.choices)
    value = TextField(label="Number or e-mail address", max_length=100, width=30, spellcheck=False)
    safe = OneOf(
        label="Is it safe to use?", choices=ContactDetail.Safe.choices, inline=True,
        help_text=SAFE_IF,
    )  # fmt: skip
    words = LongTextField(
        label="What must be known before it is used?", required=False, rows=2, limit=300,
        help_text=FOR_EXAMPLE,
    )  # fmt: skip
    protected = OneOf(label="Is there anyone who must not learn it?", choices=ChangeContactForm.PROTECTED)
    from_on = DayField(
        label="Since when?",
        called="since when",
        required=False,
        help_text="Leave it empty if it is not known.",
    )

    def __init__(self, *args: Any, people: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]


class NoteDangerForm(Form):
    """The words that stand above every page about the child."""

    words = LongTextField(
        label="What must everybody know before they act?", missing="Enter what everybody must know", limit=300, rows=3,
        help_text="It stands in red above every page about this child, for everyone who can open it. Say what to do or not to do.",
    )  # fmt: skip


class EndDangerForm(Form):
    """Why a danger note may come down."""

    why = LongTextField(label="Why is this no longer so?", missing="Enter why this is no longer so", rows=3)


def initial_details(child: Person) -> dict[str, object]:
    """What is recorded of the child, for the form that changes it."""
    names = ChangeDetailsForm.base_fields
    return {name: getattr(child, name) for name in names}


def initial_contact(contact: ContactDetail) -> dict[str, object]:
    """What is recorded of a number or address, for the form that changes it."""
    protected = "yes" if contact.protected else "no"
    return {"safe": contact.safe, "words": contact.note, "protected": protected, "to_on": contact.to_on}


def changed_details(answers: dict[str, Any]) -> dict[str, object]:
    """The answers as ``change_details`` takes them: an empty day is none, an empty text is empty."""
    return {name: value if value is not None or _is_day(name) else "" for name, value in answers.items()}


def _is_day(name: str) -> bool:
    return name.endswith("_on")
