"""Whether words about a context name a child. They must not: those who read them may not know who is linked.

A refusal never tells who is linked, either: it is the same for every child with a record in the area.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from uuid import UUID

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Concat
from django.utils import timezone

from alongside.cases.models import Case
from alongside.contexts.models import ContextLink
from alongside.guidance.working_together.introduction import grown_if_born_by
from alongside.people.models import Name, Person
from alongside.refusals import Refusal

WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: The most words that a full name is looked for in.
LONGEST = 4


def refuse_full_names(*words: str, area: UUID, field: str, but: Collection[Person] = ()) -> None:
    """Raise Refusal where the full name of a child with a record in this area stands in the words.

    but: whoever may be named: the child whose own record it is. At most two queries.
    """
    text = "\n".join(words)
    grown = grown_if_born_by(timezone.localdate())
    with_case = Q(pk__in=Case.objects.order_by().values("child"))
    named = Person.objects.filter(with_case | Q(born_on__gt=grown), area=area)
    named = named.exclude(pk__in=[one.pk for one in but])
    full = Name.objects.annotate(full=Concat("given", Value(" "), "family")).filter(full__in=_maybe(text))
    found = named.filter(Q(called__in=_maybe(text)) | Q(pk__in=full.order_by().values("person")))
    if text and (found.exists() or _linked_named(text, named)):
        raise Refusal(
            "A child’s name stands here.",
            "What you wrote holds the full name of somebody with a record in this area, linked or not. Others read it who may "
            "not know of them.",
            "Take the name out. Who is linked to what is told on each child’s own record.", field=field,
        )  # fmt: skip


def refuse_given_names(*words: str, known: Iterable[ContextLink], looked: bool, field: str) -> None:
    """Raise Refusal where a given name of a linked child the writer knows of occurs and they have not looked again."""
    text = _folded("\n".join(words))
    found = [link.case.child.called.split()[0] for link in known if link.case.child.called]
    hit = sorted({given for given in found if f" {_folded(given).strip()} " in text})
    if hit and not looked:
        raise Refusal(
            f"“{hit[0]}” stands here, and is the given name of a child linked to it.",
            "Others read this who may not know of the child.",
            "Take the name out; or, where nobody is meant by it, say that you have looked.", field=field,
        )  # fmt: skip


def _linked_named(text: str, among: QuerySet[Person]) -> bool:
    """Whether a linked child's name stands there, however it is written."""
    folded = _folded(text)
    linked = ContextLink.objects.filter(case__child__in=among).order_by()
    names = linked.values_list("case__child__called", flat=True).distinct()
    return any(f" {_folded(name).strip()} " in folded for name in names.iterator() if " " in name)


def _maybe(text: str) -> set[str]:
    """What in the text may be a full name, as names are written."""
    return set(_candidates([word.removesuffix("'s").removesuffix("’s") for word in WORD.findall(text)]))


def _candidates(words: list[str]) -> Iterator[str]:
    for start in range(len(words)):
        for length in range(2, LONGEST + 1):
            some = words[start : start + length]
            for form in (some, [_named(word) for word in some]):
                yield " ".join(form)
                if length == 2:
                    yield " ".join(reversed(form))


def _named(word: str) -> str:
    return word if word[:1].isupper() and not word.isupper() else word.capitalize()


def _folded(text: str) -> str:
    """In small letters with one space between words and around them all."""
    words = [word.removesuffix("'s").removesuffix("’s") for word in WORD.findall(text.casefold())]
    return f" {' '.join(words)} "
