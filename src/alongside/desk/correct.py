"""The page on which an entry is corrected."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.chronology.models import Entry
from alongside.desk import corrections
from alongside.desk.around import around
from alongside.desk.banner import banner_from
from alongside.desk.timeline import entry_of
from alongside.desk.told import correction_of, href_of, title_of, words_of
from alongside.moments import day_of
from alongside.ui.forms import DayField, Form, LongTextField, MomentField
from alongside.ui.pages import Told, render
from alongside.ui.steps import ask

WORDS = "words_"


class CorrectionForm(Form):
    """When it really happened, what the words should have been, and why the entry was wrong."""

    def __init__(self, *args: Any, entry: Entry, words: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if entry.happened_at:
            self.fields["happened_at"] = MomentField(label="When did it happen?", called="when it happened")
        else:
            self.fields["happened_on"] = DayField(
                label="On which day did it happen?", called="the day it happened"
            )
        for name, text in words.items():
            label = name.removesuffix("_words").replace("_", " ").capitalize()
            self.fields[WORDS + name] = LongTextField(label=label, initial=text, rows=3)
        self.fields["reason"] = LongTextField(
            label="Why was the entry wrong?",
            missing="Enter why the entry was wrong",
            help_text="Shown on the timeline beside both entries.",
            rows=2,
        )


@require_http_methods(["GET", "POST"])
def correct_entry(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Record a correction; the old entry stays and leads to the new one."""
    child = open_child(request, reference, policies.CORRECT_ENTRY)
    entry = entry_of(policies.READ_ENTRY.not_denied(child.chronology.all(), practitioner_of(request)), key)
    known = around(child, practitioner_of(request), also=lambda *_: corrections.lists_of_records(key))
    words = corrections.words_that_may_change(entry, corrections.records_in(known["record"]))
    context = {
        "child": child, "banner": banner_from(request, known), "entry": entry, "entry_title": title_of(entry),
        "words": words_of(entry),
    }  # fmt: skip
    if correction := correction_of(entry):
        context |= {"correction": correction, "correction_href": href_of(correction, reference)}
        return render(request, "desk/corrected_already.html", context)
    return ask(
        request, CorrectionForm, template="desk/correct_entry.html", context=context,
        form_kwargs={"entry": entry, "words": words},
        initial={"happened_on": entry.happened_on, "happened_at": entry.happened_at},
        act=lambda answers: corrections.correct_entry(
            by=practitioner_of(request), entry=entry, now=timezone.now(), **_answers(answers)
        ),
        done=lambda made: (
            reverse("desk:timeline", args=(reference,)),
            Told("Correction recorded", (
                "The first entry stays on the timeline, with the reason, and leads to this one.",
                "Everything due has been worked out again from what is now recorded.",
            )),
        ),
    )  # fmt: skip


def _answers(answers: dict[str, Any]) -> dict[str, Any]:
    at: datetime | None = answers.get("happened_at")
    return {
        "happened_at": at,
        "happened_on": day_of(at) if at else answers["happened_on"],
        "words": {name.removeprefix(WORDS): text for name, text in answers.items() if name.startswith(WORDS)},
        "reason": answers["reason"],
    }
