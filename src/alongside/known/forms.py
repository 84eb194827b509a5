"""Is it still so? Asked of each fact from an earlier record, never answered beforehand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from alongside.known.answering import Answer
from alongside.known.facts import KnownFact
from alongside.known.models import StillTrue
from alongside.ui.forms import Form, LongTextField, OneOf
from alongside.ui.words import date_words

NOW_SO = "-now"


class StillSoForm(Form):
    """Facts by heading. What is left unanswered is neither taken over nor lost: it is offered again."""

    def __init__(
        self, *args: Any, facts: Mapping[str, Iterable[KnownFact]], labels: Mapping[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.facts = [fact for topic in labels for fact in facts.get(topic, ())]
        for fact in self.facts:
            name = fact.name
            self.fields[name] = OneOf(
                label=fact.words, called="whether it is still so", choices=StillTrue.Answer.choices, required=False,
                inline=False, help_text=_recorded(fact), reveals={"changed": (name + NOW_SO,)},
            )  # fmt: skip
            # The label is what a record says, perhaps in a child's own words.
            self.fields[name].quotes = True  # type: ignore[attr-defined]
            self.fields[name + NOW_SO] = LongTextField(
                label="What is so now?", rows=2, missing="Say what is so now, or choose another answer"
            )
        by_topic = {topic: tuple(f.name for f in self.facts if f.topic == topic) for topic in labels}
        self.sections = tuple((labels[topic], names) for topic, names in by_topic.items() if names)  # type: ignore[misc]

    def clean(self) -> dict[str, Any]:
        given = self.cleaned_data
        if not self.errors and not any(given.get(fact.name) for fact in self.facts):
            self.add_error(
                None, "Nothing is answered yet. Answer what you know, and leave the rest for later."
            )
        return given

    def as_given(self) -> list[Answer]:
        """What was answered."""
        given = self.cleaned_data
        return [
            Answer(fact=fact, answer=given[fact.name], now_so=given.get(fact.name + NOW_SO) or "")
            for fact in self.facts
            if given.get(fact.name)
        ]


def _recorded(fact: KnownFact) -> str:
    return f"{fact.source}, {date_words(fact.on)}" if fact.on else fact.source
