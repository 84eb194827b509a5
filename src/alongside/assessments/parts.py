"""How an assessment is laid out for writing: the guidance's headings, gathered into a few parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from django.utils.text import slugify

from alongside.guidance import catalogue
from alongside.guidance.kernel.rules import Content, Heading

CONTENT, DOMAINS = "assessment.content", "assessment.domains"
#: Filled by other means than writing: from the visits, and by the outcome when it is sent for approval.
CHILD_SEEN, DECISION = "child-seen", "decision"

BEFORE = (
    ("seeing", "Seeing and hearing the child", (CHILD_SEEN, "childs-wishes-and-feelings")),
    ("views", "Views of the family and of practitioners", ("parents-views", "practitioners-views")),
    ("history", "History", ("history",)),
)
AFTER = (
    ("strengths", "Strengths", ("strengths",)),
    ("analysis", "Analysis", ("analysis",)),
)


@dataclass(frozen=True, slots=True)
class Part:
    """One page of writing: a few headings that belong together."""

    key: str
    title: str
    headings: tuple[Heading, ...]

    @property
    def keys(self) -> tuple[str, ...]:
        return tuple(heading.key for heading in self.headings)


def parts_on(day: date) -> tuple[Part, ...]:
    """The parts of an assessment that began on this day, by the edition then in force.

    Before the first text that is encoded it is laid out as that one says. A heading that a later
    edition adds becomes a part of its own, so that none can be missed.
    """
    content = {heading.key: heading for heading in headings_of(CONTENT, day) if heading.key != DECISION}
    placed = {key for _, _, keys in (*BEFORE, *AFTER) for key in keys}
    others = [
        (heading.key, heading.label, (heading.key,)) for key, heading in content.items() if key not in placed
    ]
    return (
        *_gathered(content, BEFORE),
        *_domains(headings_of(DOMAINS, day)),
        *_gathered(content, others),
        *_gathered(content, AFTER),
    )


def headings_of(rule_id: str, day: date) -> tuple[Heading, ...]:
    """The headings a content rule sets out on a day; before its first text, those of the first."""
    rule = catalogue.rule(rule_id)
    if not isinstance(rule, Content):
        raise TypeError(f"{rule_id} sets out no headings.")
    return rule.headings(max(day, rule.sets_out.first_day or day))


def _gathered(
    content: dict[str, Heading], wanted: Iterable[tuple[str, str, tuple[str, ...]]]
) -> Iterator[Part]:
    for key, title, keys in wanted:
        if headings := tuple(content[one] for one in keys if one in content):
            yield Part(key, title, headings)


def _domains(headings: tuple[Heading, ...]) -> Iterator[Part]:
    for group in dict.fromkeys(heading.group for heading in headings):
        yield Part(slugify(group), group, tuple(heading for heading in headings if heading.group == group))
