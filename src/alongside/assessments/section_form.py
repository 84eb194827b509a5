"""The form of one part of an assessment: a box for each heading, with the version its writer has before them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.http import QueryDict

from alongside.assessments.models import AssessmentSection
from alongside.assessments.parts import CHILD_SEEN, Part
from alongside.assessments.writing import Saving, Writing
from alongside.ui.forms import Form, LongTextField, Tick
from alongside.ui.parts import Clash

DONE = "done"


def _rows(part: Part, heading: str) -> int:
    """How tall a box is: a note for what the visits say already, a page for what stands alone."""
    if heading == CHILD_SEEN:
        return 3
    return 5 if len(part.headings) > 2 else 12


def version_name(heading: str) -> str:
    """The name of the hidden field that says which version of a heading the writer has before them."""
    return f"{heading}-version"


class SectionForm(Form):
    """A box for each heading of a part. It is never judged: a draft may be anything."""

    def __init__(
        self, *args: Any, part: Part, sections: Mapping[str, AssessmentSection], **kwargs: Any
    ) -> None:
        stored = {key: sections[key] for key in part.keys if key in sections}
        finished = len(stored) == len(part.keys) and all(section.done for section in stored.values())
        initial = {key: section.words for key, section in stored.items()} | {DONE: finished}
        super().__init__(*args, initial=initial, quiet=True, **kwargs)
        for heading in part.headings:
            self.fields[heading.key] = LongTextField(
                label=heading.label,
                help_text=heading.help,
                rows=_rows(part, heading.key),
            )
        self.fields[DONE] = Tick(label="I have finished this section", required=False, shows_recorded=True)
        self.versions = {version_name(key): stored[key].version if key in stored else 0 for key in part.keys}


def writings_in(data: QueryDict, part: Part) -> list[Writing]:
    """What was typed under the headings of a part, so far as the form that was sent has them."""
    return [
        Writing(
            heading=key,
            words=_unix_lines(data.get(key, "")),
            version=_number(data.get(version_name(key), "")),
        )
        for key in part.keys
        if key in data
    ]


def clashes_in(savings: Iterable[Saving], part: Part) -> list[Clash]:
    """Each heading that somebody else saved meanwhile: both texts, for the writer to choose."""
    labels = {heading.key: heading.label for heading in part.headings}
    return [
        Clash(
            name=saving.section.heading, label=labels[saving.section.heading],
            yours=saving.kept_aside.words, yours_words=saving.kept_aside.words,
            theirs=saving.section.words, theirs_words=saving.section.words,
        )
        for saving in savings
        if saving.kept_aside
    ]  # fmt: skip


def _number(written: str) -> int:
    return int(written) if written.isascii() and written.isdigit() else 0


def _unix_lines(words: str) -> str:
    return words.replace("\r\n", "\n")
