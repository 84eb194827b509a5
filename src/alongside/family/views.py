"""Pages that change what is recorded of a child. Each asks, tells back, acts, and returns to the child's people."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access.doors import open_child, practitioner_of
from alongside.access.policies import CHANGE_DETAILS, RECOGNISE
from alongside.agencies.models import Practitioner
from alongside.chronology.added import last_recorded
from alongside.chronology.kinds import DETAILS_CHANGED
from alongside.family import dangers, details, forms, homes, reaching, relatives
from alongside.family.names import named_by
from alongside.family.recognising import described_relative, relative_of
from alongside.matching.asking import asked_first
from alongside.people.models import ContactDetail, Danger, HouseholdMember, Person, Relationship
from alongside.ui.forms import Form
from alongside.ui.pages import Told
from alongside.ui.standing import Standing, Values
from alongside.ui.steps import ask

ON_TIMELINE = "The timeline says what changed, when, and who recorded it."


@require_http_methods(["GET", "POST"])
def change_details(request: HttpRequest, reference: str) -> HttpResponse:
    """Name shown, birth, background and needs."""
    child = open_child(request, reference, CHANGE_DETAILS)
    return _change(
        request, child, forms.ChangeDetailsForm, "Change details", "Details changed",
        lambda common, answers: details.change_details(**common, changes=forms.changed_details(answers)),
        read=lambda now: forms.initial_details(now),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def add_name(request: HttpRequest, reference: str) -> HttpResponse:
    """Another name of the child's."""
    child = open_child(request, reference, CHANGE_DETAILS)
    return _change(
        request, child, forms.AddNameForm, "Add a name", "Name recorded",
        lambda common, answers: details.add_name(**common, **answers),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def add_identifier(request: HttpRequest, reference: str) -> HttpResponse:
    """A number by which another system knows the child."""
    child = open_child(request, reference, CHANGE_DETAILS)
    return _change(
        request, child, forms.AddIdentifierForm, "Add a number", "Number recorded",
        lambda common, answers: details.add_identifier(**common, **answers),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def add_relative(request: HttpRequest, reference: str) -> HttpResponse:
    """Who somebody is to the child. Somebody else than those known is looked for before they are recorded."""
    child, me = open_child(request, reference, CHANGE_DETAILS), practitioner_of(request)
    made: dict[str, Any] = {"child": child, "me": me}
    sent = forms.AddRelativeForm(request.POST, **made) if request.method == "POST" else None
    return asked_first(request, sent, described_relative, by=me, now=timezone.now(), policy=RECOGNISE) or _change(
        request, child, forms.AddRelativeForm, "Add someone to the family and network", "Person added",
        lambda common, answers: relatives.add_relative(**common, relative=relative_of(request, answers, me)),
        form_kwargs=made, initial=_named(named_by(request, child, request.GET.get("named", ""))),
    )  # fmt: skip


def _named(name: str) -> dict[str, str]:
    """Somebody who is named on the record already: what stands in the boxes to begin with."""
    given, _, family = name.strip().rpartition(" ")
    return (
        {"who": "new", "given": (given or family)[:70], "family": (family if given else "")[:70]}
        if name
        else {}
    )


@require_http_methods(["GET", "POST"])
def end_relationship(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Somebody is no longer who they were to the child."""
    child = open_child(request, reference, CHANGE_DETAILS)
    mine = Relationship.objects.filter(pk=key, to_on=None).select_related("person", "other")
    for end in ("person", "other"):
        mine = CHANGE_DETAILS.not_denied(mine, practitioner_of(request), end)
    relationship = _found(mine.filter(person=child).first() or mine.filter(other=child).first())
    return _change(
        request, child, forms.EndRelationshipForm, "End a relationship", "Relationship ended",
        lambda common, answers: relatives.end_relationship(**common, relationship=relationship, **answers),
        about=str(relationship),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def add_couple(request: HttpRequest, reference: str) -> HttpResponse:
    """Two people around the child are a couple, or were."""
    child, me = open_child(request, reference, CHANGE_DETAILS), practitioner_of(request)
    return _change(
        request, child, forms.AddCoupleForm, "Record a couple", "Recorded",
        lambda common, answers: relatives.add_couple(**common, **answers),
        form_kwargs={"child": child, "me": me},
        about="So that the family can be drawn: who is with whom, and who has separated.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def take_back_couple(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Two people around the child were recorded as a couple, and never were."""
    child, me = open_child(request, reference, CHANGE_DETAILS), practitioner_of(request)
    around = forms.known_to(child, me).order_by().values("pk")
    couples = Relationship.objects.filter(
        pk=key, kind=Relationship.Kind.COUPLE, taken_back_because="", person__in=around, other__in=around
    ).select_related("person", "other")
    couple = _found(couples.first())
    return _change(
        request, child, forms.TakeBackForm, "Take back a couple", "Taken back",
        lambda common, answers: relatives.take_back_couple(**common, relationship=couple, **answers),
        about=f"{couple.person} and {couple.other} are recorded as a couple. If they were one and no longer are, "
        "record that they have separated instead.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def living_with(request: HttpRequest, reference: str) -> HttpResponse:
    """Who lives with the child now."""
    child = open_child(request, reference, CHANGE_DETAILS)
    homes_of = HouseholdMember.objects.filter(person=child, to_on=None).values("household")
    housemates = HouseholdMember.objects.filter(household__in=homes_of, to_on=None).exclude(person=child)
    now_there = CHANGE_DETAILS.not_denied(housemates, practitioner_of(request), "person")
    return _change(
        request, child, forms.LivingWithForm, "Who lives with the child", "Household changed",
        lambda common, answers: relatives.set_household(**common, **answers),
        form_kwargs={"child": child, "me": practitioner_of(request)},
        read=lambda _: {"people": list(now_there.values_list("person", flat=True))},
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def change_address(request: HttpRequest, reference: str) -> HttpResponse:
    """Where the child lives now."""
    child = open_child(request, reference, CHANGE_DETAILS)
    return _change(
        request, child, forms.ChangeAddressForm, "Change the address", "Address changed",
        lambda common, answers: homes.change_address(**common, home=_home(answers)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def add_contact(request: HttpRequest, reference: str) -> HttpResponse:
    """A telephone number or e-mail address of the child's or of somebody around them."""
    child = open_child(request, reference, CHANGE_DETAILS)
    return _change(
        request, child, forms.AddContactForm, "Add a telephone number or e-mail address", "Number or address recorded",
        lambda common, answers: reaching.add_contact(
            **common, person=answers.pop("person"),
            contact=reaching.NewContact(**{**answers, "protected": answers["protected"] == "yes"}),
        ),
        form_kwargs={"people": reaching.reached_through(child, practitioner_of(request))},
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def change_contact(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Whether a number or address is safe, who may know it, and whether it is used still."""
    child = open_child(request, reference, CHANGE_DETAILS)
    theirs = ContactDetail.objects.filter(
        person__in=reaching.reached_through(child, practitioner_of(request))
    )
    # One whose use somebody ended meanwhile is shown with what was typed about it, not turned away.
    still = {} if request.method == "POST" else {"to_on": None}
    contact = _found(theirs.filter(pk=key, **still).select_related("person").first())
    return _change(
        request, child, forms.ChangeContactForm, "Change a telephone number or e-mail address", "Change recorded",
        lambda common, answers: reaching.change_contact(
            **common, contact=contact, **{**answers, "protected": answers["protected"] == "yes"}
        ),
        about=f"{contact.person}: {contact}",
        read=lambda _: forms.initial_contact(ContactDetail.objects.filter(pk=key).first() or contact),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def note_danger(request: HttpRequest, reference: str) -> HttpResponse:
    """A danger that everybody must know of first."""
    child = open_child(request, reference, CHANGE_DETAILS)
    return _change(
        request, child, forms.NoteDangerForm, "Note a danger", "Danger noted",
        lambda common, answers: dangers.note_danger(**common, **answers),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def end_danger(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """A danger note may come down."""
    child = open_child(request, reference, CHANGE_DETAILS)
    danger = _found(Danger.objects.filter(person=child, pk=key, to_on=None).first())
    return _change(
        request, child, forms.EndDangerForm, "End a danger note", "Danger note ended",
        lambda common, answers: dangers.end_danger(**common, danger=danger, **answers),
        about=danger.words,
    )  # fmt: skip


def _change(
    request: HttpRequest,
    child: Person,
    form: type[Form],
    title: str,
    done: str,
    act: Callable[[dict[str, Any], dict[str, Any]], object],
    about: str = "",
    read: Callable[[Person], Values] | None = None,
    **more: Any,
) -> HttpResponse:
    """Ask the questions of one change, act, and go back to the child's people. read: what stands now, where it changes that."""
    common = {"by": practitioner_of(request), "child": child, "now": timezone.now()}
    if read:
        more["standing"] = _standing(child, practitioner_of(request), read)
    return ask(
        request, form, template="family/change.html", about=child, context={"title": title, "about": about},
        act=lambda answers: act(common, answers),
        done=lambda _: (reverse("desk:people", args=(child.reference,)), Told(done, (ON_TIMELINE,))),
        **more,
    )  # fmt: skip


def _standing(child: Person, me: Practitioner, read: Callable[[Person], Values]) -> Standing:
    """What stands on the child's record: as it was opened, and as it is once the record is held."""
    found = {"child": child}
    return Standing(
        read=lambda: read(found["child"]),
        hold=lambda: found.update(child=CHANGE_DETAILS.lock(child, me)),
        by=lambda: last_recorded(child, DETAILS_CHANGED),
    )


def _home(answers: dict[str, Any]) -> homes.NewHome:
    return homes.NewHome(
        from_on=answers["from_on"], lines=answers["lines"], postcode=answers["postcode"],
        no_fixed_address=answers["where"] == "none", protected=answers["protected"] == "yes",
        protected_from=answers["protected_from"],
    )  # fmt: skip


def _found(record: Any) -> Any:
    if record is None:
        raise Http404("There is no record here that you can open.")
    return record
