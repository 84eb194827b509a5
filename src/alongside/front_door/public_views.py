"""Referring a child without an account: one question a page, nothing typed lost, nobody turned away."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from alongside.front_door import drafts, questions, schema, sending
from alongside.front_door.models import Draft, Receipt
from alongside.front_door.secrets import status_secret
from alongside.ui.fields.rows import changed_rows
from alongside.ui.forms import Form
from alongside.ui.pages import SeeOther, Told, go, refusals_shown_on, render

THEN = "then"


def _at(name: str, *args: object) -> str:
    return reverse(f"front_door:{name}", args=args)


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def start(request: HttpRequest) -> HttpResponse:
    """What this is, and whether it is an emergency. Nothing is written down for one that is."""
    form = questions.DangerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if form.cleaned_data["danger"] == "yes":
            return SeeOther(_at("emergency"))
        now = timezone.now()
        drafts.keep(drafts.begin(request, now), "danger", request.POST, now)
        return SeeOther(_at("question", questions.PAGES[0].key))
    draft = drafts.of(request)
    going_on = bool(draft and draft.answers and not sending.receipt_of(draft))
    return render(request, "front_door/start.html", {"form": form, "going_on": going_on})


@login_not_required
@require_safe
def emergency(request: HttpRequest) -> HttpResponse:
    """Do not use this in an emergency: what to do instead. Nothing is recorded."""
    return render(request, "front_door/emergency.html")


def _draft(request: HttpRequest) -> Draft | HttpResponse:
    """The draft this browser is writing, or where to go when there is none, or it was sent."""
    draft = drafts.of(request)
    if draft is None:
        return SeeOther(_at("start"))
    if not draft.answers and (receipt := sending.receipt_of(draft)):
        return SeeOther(_at("receipt", status_secret(receipt.pk)))
    return draft


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def question(request: HttpRequest, page: str) -> HttpResponse:
    """One question. What was typed is kept, right or wrong, before anything else happens."""
    draft, asked = _draft(request), questions.BY_KEY.get(page)
    if isinstance(draft, HttpResponse):
        return draft
    if asked is None:
        raise Http404("There is no such question.")
    kept = True
    form = (
        asked.form(questions.typed(draft.answers, asked), quiet=True)
        if page in draft.answers
        else asked.form()
    )
    if request.method == "POST":
        rows = changed_rows(request.POST)
        data = rows if rows is not None else request.POST
        kept = drafts.keep(draft, page, data, timezone.now())
        form = asked.form(data, quiet=rows is not None)
        if not kept:
            form.add_error(
                None, "This is too long to be kept. Say the most important; you can send documents later."
            )
        elif rows is None and form.is_valid():
            return _onward(request, draft, asked)
    return render(request, "front_door/question.html", _shown(request, draft, asked, form))


def _shown(request: HttpRequest, draft: Draft, asked: questions.Page, form: Form) -> dict[str, object]:
    pages = questions.asked(draft.answers)
    place = pages.index(asked) if asked in pages else 0
    return {
        "form": form, "page": asked, "place": place + 1, "pages": len(pages), "saved_at": draft.saved_at,
        "then": request.GET.get(THEN) or request.POST.get(THEN, ""),
        "back": _at("question", pages[place - 1].key) if place else _at("start"),
    }  # fmt: skip


def _onward(request: HttpRequest, draft: Draft, asked: questions.Page) -> HttpResponse:
    if asked.key == "who" and questions.chosen(draft.answers, "who", "who") == questions.ACCOUNT:
        return SeeOther(reverse("referrals:new"))
    sending.ask_to_confirm(request, draft, timezone.now())
    if request.POST.get(THEN) == "check" and questions.unanswered(draft.answers) is None:
        return SeeOther(_at("check"))
    following = questions.after(asked, draft.answers)
    return SeeOther(_at("question", following.key) if following else _at("check"))


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """Check the answers, and send. Sent twice, it is one referral."""
    draft = _draft(request)
    if isinstance(draft, HttpResponse):
        return draft
    if missing := questions.unanswered(draft.answers):
        return SeeOther(_at("question", missing.key))
    form = Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with refusals_shown_on(form):
            receipt = sending.send(request, draft, timezone.now())
            return SeeOther(_at("receipt", status_secret(receipt.pk)))
    shown = {
        "form": form,
        "parts": list(questions.told_back(draft.answers)),
        "draft": draft,
        "trap": sending.TRAP,
    }
    return render(request, "front_door/check.html", shown)


@login_not_required
@never_cache
@require_safe
def later(request: HttpRequest) -> HttpResponse:
    """The link with which to go on later."""
    draft = _draft(request)
    if isinstance(draft, HttpResponse):
        return draft
    link = request.build_absolute_uri(_at("back", drafts.key_held(request)))
    return render(
        request, "front_door/later.html", {"link": link, "draft": draft, "days": drafts.kept_for(draft).days}
    )


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def back(request: HttpRequest, key: str) -> HttpResponse:
    """Go on with a draft. Asked first, so that nobody writes into another's by following a link."""
    draft = drafts.by_key(key)
    if draft is None:
        raise Http404("There is no draft here.")
    if request.method == "POST":
        drafts.hold(request, key)
        missing = questions.unanswered(draft.answers)
        return SeeOther(_at("question", missing.key) if missing and draft.answers else _at("check"))
    return render(request, "front_door/back.html", {"draft": draft})


@login_not_required
@never_cache
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, secret: str) -> HttpResponse:
    """The address is whose link this is. A button, because letters are opened by machines as well."""
    if request.method == "POST":
        if not (found := drafts.prove(secret, timezone.now())):
            raise Http404("There is nothing to confirm here.")
        if isinstance(found, Receipt):
            sending.send_receipt(request, found, timezone.now())
        return go(request, _at("confirmed"), Told("Your e-mail address is confirmed"))
    return render(request, "front_door/confirm.html")


@login_not_required
@never_cache
@require_safe
def confirmed(request: HttpRequest) -> HttpResponse:
    """Where to go on after the address was confirmed."""
    draft = drafts.of(request)
    return render(request, "front_door/confirmed.html", {"going_on": bool(draft and draft.answers)})


@login_not_required
@require_safe
def schema_json(request: HttpRequest) -> JsonResponse:
    """What a referral looks like to another system, as JSON Schema."""
    return JsonResponse(schema.json_schema(), json_dumps_params={"indent": 2})
