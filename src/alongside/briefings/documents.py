"""Every document there is to make of a comparison, and the forms it comes in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from django.utils.text import slugify

from alongside.briefings import briefing, checklist, glossary, pdf, poster, quiz, word
from alongside.briefings.choice import Choice, span
from alongside.briefings.sheet import Sheet
from alongside.guidance.actors import AUDIENCES

PDF, WORD, POWERPOINT, PAGE = "pdf", "docx", "pptx", "html"
TYPES = {
    PDF: "application/pdf",
    WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    POWERPOINT: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
FORM_WORDS = {PAGE: "page", PDF: "PDF", WORD: "Word", POWERPOINT: "PowerPoint"}


@dataclass(frozen=True, slots=True)
class Document:
    """One kind of document. make: its contents; forms: those it comes in, a page first where it is one."""

    key: str
    title: str
    about: str
    make: Callable[[Choice, date, str], Sheet]
    forms: tuple[str, ...]

    @property
    def files(self) -> tuple[str, ...]:
        return tuple(one for one in self.forms if one != PAGE)


_ALL = (
    Document("briefing", "Briefing", "Two pages: what matters most, possible actions, what is not known.", briefing.short, (PAGE, PDF, WORD)),
    Document("poster", "Poster", "One page to hang up.", poster.poster, (PDF,)),
    Document("slides", "Slides", "For a staff meeting, with the places in the notes.", briefing.short, (POWERPOINT,)),
    Document("checklist", "Possible actions", "With room for owner, day and evidence.", checklist.checklist, (PAGE, PDF, WORD)),
    Document("glossary", "Words", "Words and abbreviations of the later edition.", glossary.glossary, (PAGE, PDF, WORD)),
    Document("quiz", "Quiz", "Questions for staff, each answer with its paragraph.", quiz.quiz, (PAGE, PDF, WORD)),
    Document("whole", "Everything", "Every change, every action, all that is not known.", briefing.whole, (PAGE, PDF, WORD)),
)  # fmt: skip
DOCUMENTS: Mapping[str, Document] = {one.key: one for one in _ALL}


@lru_cache(maxsize=64)
def file_of(document: Document, form: str, choice: Choice, day: date, address: str = "") -> bytes:
    """The file, the same bytes for the same day; the last ones asked for are kept, for anybody may ask. Raises KeyError for a form it does not come in."""
    sheet = document.make(choice, day, address)
    if form == POWERPOINT:
        # Only whoever asks for slides waits for what makes them to be loaded.
        from alongside.briefings import slides

        return slides.made(sheet)
    if form == PDF:
        return pdf.made(sheet)
    if form == WORD:
        return word.made(sheet)
    raise KeyError(form)


def name_of(document: Document, form: str, choice: Choice) -> str:
    """What the file is called: what it is, for whom, which editions."""
    readers = AUDIENCES[choice.audience].key if choice.audience else "everyone"
    return f"{document.key}-{readers}-{slugify(span(choice.before, choice.after))}.{form}"
