"""One letter: written, signed, sent or not, translated, put right; and its files."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access import policies
from alongside.access.doors import practitioner_of
from alongside.audit.actions import Action
from alongside.letters import dispatch, writing
from alongside.letters.composing import compose, number_of
from alongside.letters.doors import key_of, open_letter
from alongside.letters.fields import what_the_record_says
from alongside.letters.files import file_of, page_of
from alongside.letters.forms import (
    BecauseForm,
    FailedForm,
    SendForm,
    SignForm,
    TranslationForm,
    WriteForm,
)
from alongside.letters.models import Audience
from alongside.letters.told import told_outcome, told_released, told_signed
from alongside.letters.which import BY_ID
from alongside.letters.writing import digest_of
from alongside.moments import day_of
from alongside.ui.jinja import reverse_for
from alongside.ui.pages import go
from alongside.ui.steps import ask


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Say what it says."""
    child, found = open_letter(request, reference, key)
    me, kind = practitioner_of(request), BY_ID[found.kind]
    return ask(
        request, WriteForm, template="letters/write.html", about=child, check=False, form_kwargs={"kind": kind},
        context={"child": child, "letter": found, "kind": kind, "rule": kind.ground,
                 "recorded": what_the_record_says(kind, found.case, found.about)},
        initial={**found.said, "language": found.language, "large_print": found.large_print, "others_belong": found.others_belong},
        act=lambda answers: writing.say(
            by=me, letter=found, said={box.key: answers[box.key] for box in kind.boxes}, language=answers["language"],
            large_print=answers["large_print"], others_belong=answers["others_belong"], now=timezone.now(),
        ),
        done=lambda _: reverse_for("letters:letter", reference, key),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def sign(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Read it whole once more, and sign it."""
    child, found = open_letter(request, reference, key)
    me = practitioner_of(request)
    composed = compose(found)
    return ask(
        request, SignForm, template="letters/sign.html", about=child, check=False,
        context={"child": child, "letter": found, "composed": composed, "page": page_of(found, composed)},
        initial={"shown": digest_of(composed)},
        act=lambda answers: writing.sign(by=me, letter=found, read=answers["shown"], now=timezone.now()),
        done=lambda signed: (reverse_for("letters:letter", reference, key), told_signed(found)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def send(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Record how it went, with the address it is posted to looked up now."""
    child, found = open_letter(request, reference, key)
    me, home = practitioner_of(request), dispatch.home_to_post_to(found)
    shown = request.POST.get("home") or (str(home.pk) if home else "")
    return ask(
        request, SendForm, template="letters/send.html", about=child,
        context={"child": child, "letter": found, "home": home, "shown": shown, "number": number_of(found)},
        form_kwargs={"agency": found.audience == Audience.AGENCY}, initial={"on": day_of(timezone.now())},
        act=lambda answers: dispatch.send(by=me, letter=found, now=timezone.now(), home=key_of(shown), **answers),
        done=lambda outcome: (reverse_for("letters:documents", reference), told_outcome(outcome)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def failed(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Record that it did not arrive."""
    child, found = open_letter(request, reference, key)
    me = practitioner_of(request)
    return ask(
        request, FailedForm, template="letters/failed.html", about=child, context={"child": child, "letter": found},
        initial={"on": day_of(timezone.now())},
        act=lambda answers: dispatch.fail(by=me, letter=found, now=timezone.now(), **answers),
        done=lambda outcome: (reverse_for("letters:letter", reference, key), told_outcome(outcome)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def not_sent(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Record that it is not to go, and why."""
    child, found = open_letter(request, reference, key)
    me = practitioner_of(request)
    return ask(
        request, BecauseForm, template="letters/not_sent.html", about=child,
        context={"child": child, "letter": found, "rule": BY_ID[found.kind].ground},
        act=lambda answers: dispatch.do_not_send(by=me, letter=found, now=timezone.now(), **answers),
        done=lambda outcome: (reverse_for("letters:documents", reference), told_outcome(outcome)),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def translate(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Put in what a translator wrote."""
    child, found = open_letter(request, reference, key)
    me = practitioner_of(request)
    return ask(
        request, TranslationForm, template="letters/translate.html", about=child,
        context={"child": child, "letter": found, "page": page_of(found, None) if hasattr(found, "signed") else None},
        act=lambda answers: writing.put_in_translation(by=me, letter=found, now=timezone.now(), **answers),
        done=lambda _: reverse_for("letters:letter", reference, key),
    )  # fmt: skip


@require_http_methods(["GET", "POST"])
def release(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """A manager decides that this reader may be told a protected home or number that stands in the letter."""
    child, found = open_letter(request, reference, key, policies.RELEASE_ADDRESS)
    me, composed = practitioner_of(request), compose(found)
    stopped = composed.stopped
    if not stopped:
        raise Http404("Nothing in this letter waits for that.")
    return ask(
        request, BecauseForm, template="letters/release.html", about=child,
        context={"child": child, "letter": found, "stopped": stopped},
        act=lambda answers: dispatch.release_address(
            by=me, letter=found, key=stopped[0].key, now=timezone.now(), **answers
        ),
        done=lambda released: (reverse_for("letters:letter", reference, key), told_released(released)),
    )  # fmt: skip


@require_http_methods(["POST"])
def correct(request: HttpRequest, reference: str, key: UUID) -> HttpResponse:
    """Begin another letter that puts right a mistake in this one."""
    child, found = open_letter(request, reference, key)
    letter = writing.begin(
        by=practitioner_of(request), child=child, kind=BY_ID[found.kind], reader=found.recipient, about=found.about,
        now=timezone.now(), instead_of=found,
    )  # fmt: skip
    return go(request, reverse_for("letters:letter", reference, letter.pk))


@require_safe
def file(request: HttpRequest, reference: str, key: UUID, form: str) -> HttpResponse:
    """The letter as a file, or as a page to print; ``?large=1`` in large print, ``?english=1`` before its translation."""
    _, found = open_letter(request, reference, key, action=Action.DOWNLOAD)
    composed = compose(found) if not hasattr(found, "signed") else None
    return file_of(request, found, composed, form)
