"""The files of a letter, made when they are asked for; what was read out is audited with the digest of its bytes."""

from __future__ import annotations

import hashlib

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from alongside.access.doors import page_of as name_of_page
from alongside.access.doors import practitioner_of
from alongside.audit.actions import Action
from alongside.audit.writing import write
from alongside.letters import pdf, word
from alongside.letters.composing import Composed, number_of, paper_in_translation, paper_of
from alongside.letters.models import Letter
from alongside.letters.paper import Paper
from alongside.ui.pages import render

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMS = {"pdf": ("application/pdf", pdf.made), "docx": (WORD, word.made)}


def page_of(
    letter: Letter, composed: Composed | None, *, large: bool = False, english: bool = False
) -> Paper:
    """What is on the sheet: in its translation, where there is one and English is not asked for."""
    signed = getattr(letter, "signed", None)
    if signed is not None and not english and getattr(signed, "translation", None) is not None:
        return paper_in_translation(signed, large=large)
    return paper_of(letter, composed, signed, large=large, now=timezone.now())


def file_of(request: HttpRequest, letter: Letter, composed: Composed | None, form: str) -> HttpResponse:
    """The answer with the file. Raises Http404 for a form there is not, and for a script that a PDF cannot show."""
    large = request.GET.get("large") == "1" or letter.large_print
    paper = page_of(letter, composed, large=large, english=request.GET.get("english") == "1")
    return answer(request, paper, form, name=f"letter-{number_of(letter)}", letter=letter)


def answer(
    request: HttpRequest, paper: Paper, form: str, *, name: str, letter: Letter | None = None
) -> HttpResponse:
    """A sheet as the file that was asked for. name: of the file; it says nothing about anybody."""
    if form == "print":
        return render(
            request, "letters/print.html", {"paper": paper, "title": paper.title, "large": paper.large}
        )
    if form not in FORMS:
        raise Http404("There is no such file.")
    kind, made = FORMS[form]
    try:
        content = made(paper)
    except pdf.CannotBeSet:
        raise Http404("This letter is in a script that its PDF could not show. Take the Word file.") from None
    if letter is not None:
        write(
            Action.EXPORT, area=letter.area_id, by=practitioner_of(request), about=letter.case.child_id,
            about_kind="child", page=name_of_page(request), letter=letter.pk, form=form,
            sha256=hashlib.sha256(content).hexdigest(),
        )  # fmt: skip
    response = HttpResponse(content, content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return response
