"""The page on which something is added to what was signed."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.chronology.addenda import add_to, addenda_of
from alongside.desk.timeline import entry_of
from alongside.desk.told import title_of, words_of
from alongside.ui.forms import DayField, Form, LongTextField
from alongside.ui.pages import Told
from alongside.ui.steps import ask


class AddendumForm(Form):
    """What is added, and since when it is known."""

    words = LongTextField(
        label="What is to be added?", missing="Write what is to be added", rows=5,
        help_text="The record itself stays as it was signed. If it was wrong from the beginning, correct it instead.",
    )  # fmt: skip
    known_since = DayField(
        label="On which day did you learn this?", called="the day you learnt this", required=False,
        help_text="Leave it empty if it was today.",
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def add_to_entry(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Add to an entry, and to the record its act made."""
    child = open_child(request, reference, policies.CORRECT_ENTRY)
    entry = entry_of(policies.READ_ENTRY.not_denied(child.chronology.all(), practitioner_of(request)), key)
    return ask(
        request, AddendumForm, template="desk/add_to_entry.html", about=child,
        context={"child": child, "entry": entry, "entry_title": title_of(entry), "words": words_of(entry),
                 "addenda": addenda_of(child, key)},
        act=lambda answers: add_to(
            by=practitioner_of(request), entry=entry, now=timezone.now(), **answers
        ),
        done=lambda added: (
            reverse("desk:entry", args=(reference, key)),
            Told("Added", (
                "It stands with the record from now on, with your name and today's date, and on the timeline.",
                "Tell those who rely on the record what has been added.",
            )),
        ),
    )  # fmt: skip
