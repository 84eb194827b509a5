"""What the pages show: links that make a choice, the changes of each step, the other documents."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qsl

from django.urls import reverse

from alongside.briefings import said
from alongside.briefings.choice import NAMES, OFFERED, Choice, short_year, span, year
from alongside.briefings.documents import DOCUMENTS, FORM_WORDS, PAGE, Document
from alongside.guidance import catalogue
from alongside.guidance.actors import AUDIENCES
from alongside.guidance.compare import Differs
from alongside.guidance.editions import BY_ID, EDITIONS
from alongside.guidance.kernel.changes import Change, Nature, Sureness
from alongside.guidance.kernel.words import listed
from alongside.guidance.subjects import SUBJECTS
from alongside.ui.frames import Link
from alongside.ui.words import count

#: Which box a nature stands in: what is law looks like what must be done, and nothing else does.
LOOKS = {Nature.LAW: "must", Nature.GUIDANCE: "should", Nature.FACTUAL: "", Nature.NOT_KNOWN: "not"}

NATURES = {
    Nature.LAW: ("change in the law", "changes in the law"),
    Nature.GUIDANCE: ("change in the guidance", "changes in the guidance"),
    Nature.FACTUAL: ("factual correction", ""),
    Nature.NOT_KNOWN: ("not established", "not established"),
}


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One change in the words of the page. actions: those these readers may take, with whose idea each is."""

    id: str
    title: str
    nature: str
    look: str
    sure: str
    checked: str
    was: str
    now: str
    means: str
    actions: tuple[tuple[str, str], ...]
    places: str
    rules: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ShownStep:
    """From one edition to the next. groups: chapter and subject with their changes; differs: rules with both values.

    silent, first: rules of which only the earlier or only the later edition is held.
    """

    key: str
    title: str
    groups: tuple[tuple[str, tuple[ShownChange, ...]], ...]
    differs: tuple[tuple[Link, str, str, str], ...]
    silent: tuple[Link, ...]
    first: tuple[Link, ...]
    unknown: tuple[str, ...]
    before: str
    after: str


def steps(choice: Choice) -> tuple[ShownStep, ...]:
    """Each edition with the next. A step of which nothing is held says so."""
    may = {one.id: one for one in choice.comparison.actions}
    return tuple(
        ShownStep(
            key=step.after.id.casefold(),
            title=f"{short_year(step.before)} to {short_year(step.after)}",
            groups=tuple(
                (f"{_chapter(group.chapter, group.title)}: {group.subject.title}",
                 tuple(_change(one, may) for one in group.changes))
                for group in step.groups
            ),
            differs=tuple(_differs(one) for one in step.differs),
            silent=tuple(_rule(one.rule.id) for one in step.no_longer_held),
            first=tuple(_rule(one.rule.id) for one in step.first_held),
            unknown=tuple(dict.fromkeys(one.words for one in step.unknown)),
            before=year(step.before), after=year(step.after),
        )
        for step in choice.comparison.steps
    )  # fmt: skip


def _chapter(number: int, title: str) -> str:
    return f"Chapter {number}, {title}" if number else title


def _change(change: Change, may: Mapping[str, Any]) -> ShownChange:
    return ShownChange(
        id=change.id.replace(".", "-"), title=change.title, nature=change.nature.value, look=LOOKS[change.nature],
        sure=change.sure.value, checked=_checked(change),
        was=said.was(change), now=said.now(change), means=change.means,
        actions=tuple((may[id].words, said.ORIGIN[may[id].origin]) for id in change.actions if id in may),
        places=said.places(change.cites), rules=tuple(_rule(id) for id in change.rules),
    )  # fmt: skip


def _checked(change: Change) -> str:
    if change.checked:
        return str(change.checked)
    read = change.sure is Sureness.READ
    return "not yet checked a second time" if read else "not checked against the text"


def in_law(choice: Choice) -> list[Link]:
    """The changes in the law alone, each where it stands on the page."""
    return [Link(one.title, f"#{one.id.replace('.', '-')}") for one in choice.comparison.of(Nature.LAW)]


def of_each_nature(choice: Choice) -> str:
    """“8 changes in the law, 52 changes in the guidance and 15 factual corrections.”"""
    counted = [(len(choice.comparison.of(nature)), *words) for nature, words in NATURES.items()]
    return listed([count(number, one, many) for number, one, many in counted if number])


def _rule(id: str) -> Link:
    return Link(catalogue.RULES[id].title, reverse("explorer:rule", args=(id,)))


def _differs(one: Differs) -> tuple[Link, str, str, str]:
    assert one.was
    assert one.now
    was, now = said.values(one.was.value, one.now.value)
    return _rule(one.rule.id), was, now, said.places((one.was.citation, one.now.citation))


def caution(choice: Choice) -> tuple[str, ...]:
    return said.caution(choice, choice.comparison)


def choosing(data: Mapping[str, str], choice: Choice | None) -> dict[str, Any]:
    """The boxes to choose from, with what was chosen; what cannot be used is left out of a box and named above."""
    typed = dict(parse_qsl(choice.query)) if choice else {name: data.get(name, "").strip() for name in NAMES}
    edition = BY_ID[choice.after] if choice else EDITIONS[-1]
    return {
        "typed": typed,
        "boxes": (
            ("from", "From", [("", "Choose an edition"), *((one.id, year(one)) for one in EDITIONS)]),
            ("to", "To", [("", "Choose an edition"), *((one.id, year(one)) for one in EDITIONS)]),
            ("for", "For", [("", "Everyone"), *((one.key, one.title) for one in AUDIENCES.values())]),
            ("chapter", f"Chapter in {year(edition)}", [("", "All chapters"), *(
                (str(number), _chapter(number, title) if number else title) for number, title in edition.chapters.items())]),
            ("about", "Subject", [("", "All subjects"), *((one.key, one.title) for one in SUBJECTS.values())]),
        ),
    }  # fmt: skip


def offered(audience: str) -> list[tuple[str, list[Link]]]:
    """For each reader, what is asked for most, one link away. audience: these readers alone."""
    readers = (
        [(audience, AUDIENCES[audience].title)]
        if audience
        else [*((one.key, one.title) for one in AUDIENCES.values()), ("", "Everyone")]
    )
    return [
        (title, [Link(span(before, after), _address(Choice(before=before, after=after, audience=key)))
                 for before, after in OFFERED])
        for key, title in readers
    ]  # fmt: skip


def _address(choice: Choice, what: str = "") -> str:
    name = reverse("briefings:document", args=(what,)) if what else reverse("briefings:briefings")
    return f"{name}?{choice.query}"


def documents(choice: Choice, chosen: Document) -> list[tuple[Document, Link | None, list[Link]]]:
    """Every document of this choice: itself, its page where it has one, and its files."""
    return [
        (one,
         Link(one.title, _address(choice, "" if one.key == "briefing" else one.key), current=one is chosen) if PAGE in one.forms else None,
         [Link(FORM_WORDS[form], f"{reverse('briefings:file', args=(one.key, form))}?{choice.query}") for form in one.files])
        for one in DOCUMENTS.values()
    ]  # fmt: skip


def hidden(choice: Choice) -> list[tuple[str, str]]:
    """The choice as the hidden fields of a form that asks something else."""
    return parse_qsl(choice.query)
