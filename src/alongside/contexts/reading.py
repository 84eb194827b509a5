"""What of contexts a reader may know: the one place that decides who is shown linked to what."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import BooleanField, Case, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Cast, Concat

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.contexts.models import Context, ContextLink, ContextTie, ContextWorker, LetKnow, PlaceAction
from alongside.facts import Fact, listed_as, read
from alongside.guidance import catalogue
from alongside.guidance.kernel.rules import Rule
from alongside.people.models import Person, Relationship
from alongside.strands.kinds.exploitation import FORMS

#: Said of every context, whoever is linked and whoever reads: it tells nothing.
OTHERS = "Other children may be linked here of whom you do not know. Nothing on this page says whether there are any."
CONCERNS = dict(FORMS)
WORKER, TIE = "worker", "tie"
RULES = (
    "outside-home.extent", "outside-home.in-a-context", "outside-home.safeguarded-first", "outside-home.place-and-group",
    "outside-home.parents-in-the-plan", "outside-home.decisions-told", "assessment.outside-home",
)  # fmt: skip


def concern_words(key: str) -> str:
    """A concern in words; all of the context where it is that."""
    return "This place or group as a whole" if key == "context" else CONCERNS.get(key, key)


def rules() -> list[Rule]:
    """The rules behind these pages."""
    return [catalogue.rule(one) for one in RULES]


def known_here(context: Context, me: Practitioner, today: date) -> list[ContextLink]:
    """Children linked here of whom this reader may know; of those whose record they may open, what else they are linked to.

    Each carries ``opens``: whether the record may be opened. Nobody closed to the reader is there. One query.
    """
    standing = ContextLink.objects.filter(ended_on=None, case__closed_on=None)
    readable = policies.READ_RECORD.filter_through("case__child", standing, me).order_by()
    told = LetKnow.objects.filter(practitioner=me, ended_on=None, from_on__lte=today, until_on__gte=today)
    here = standing.filter(context=context, until_on__gte=today, pk__in=told.order_by().values("link"))
    cases = readable.filter(context=context).values("case")
    shown = standing.filter(
        Q(pk__in=here.order_by().values("pk")) | Q(pk__in=readable.filter(case__in=cases).values("pk"))
    )
    allowed = policies.READ_RECORD.not_denied(shown, me, "case__child")
    opens = Case(
        When(pk__in=readable.values("pk"), then=Value(True)),
        default=Value(False),
        output_field=BooleanField(),
    )
    return list(
        allowed.annotate(opens=opens)
        .select_related("case__child", "context")
        .order_by("case__child__called", "id")
    )


@dataclass(frozen=True, slots=True)
class Tied:
    """Two children of whom the reader knows, and how they are connected."""

    key: UUID
    one: ContextLink
    other: ContextLink
    kind: str
    reason: str
    from_on: date | None


def around(context: Context, known: Iterable[ContextLink]) -> tuple[list[Fact], list[Tied]]:
    """Who works on a context now, and the ties between children of whom the reader knows. One query."""
    links = {link.pk: link for link in known if link.context_id == context.pk}
    lists: list[QuerySet[Any]] = [listed_as(
        WORKER, ContextWorker.objects.filter(context=context, ended_on=None), name="practitioner__name", detail="reason",
        from_on="from_on", to_on="until_on", key="pk",
    )]  # fmt: skip
    if len(links) > 1:
        ties = ContextTie.objects.filter(context=context, ended_on=None, one__in=links, other__in=links)
        lists.append(listed_as(
            TIE, ties, name="kind", role=_two(), detail="reason", from_on="from_on", key="pk"
        ))  # fmt: skip
    found = read(lists)
    workers = sorted((one for one in found if one.what == WORKER), key=lambda one: one.name)
    return workers, [
        _tied(one, links) for one in sorted(found, key=lambda one: str(one.key)) if one.what == TIE
    ]


def _two() -> Any:
    return Concat(Cast("one", TextField()), Value(" "), Cast("other", TextField()), output_field=TextField())


def _tied(one: Fact, links: dict[UUID, ContextLink]) -> Tied:
    first, _, second = one.role.partition(" ")
    assert one.key is not None
    words = str(ContextTie.Kind(one.name).label)
    return Tied(one.key, links[UUID(first)], links[UUID(second)], words, one.detail, one.from_on)


def plan_of(context: Context) -> list[PlaceAction]:
    """The plan for a context: what is to be done first, then what is settled. One query."""
    actions = PlaceAction.objects.filter(context=context).select_related("agency")
    return sorted(actions, key=lambda one: (one.settled_on is not None, one.by_on, str(one.pk)))


def siblings_of(child: Person, me: Practitioner) -> list[Person]:
    """Brothers and sisters on the child's record who are not closed to whoever writes, by name. One query."""
    kin = Relationship.objects.filter(kind=Relationship.Kind.SIBLING, to_on=None)
    found = Person.objects.filter(
        Q(pk__in=kin.filter(other=child).values("person"))
        | Q(pk__in=kin.filter(person=child).values("other")),
        died_on=None,
    )
    return list(policies.READ_CHILD.not_denied(found, me).order_by("called", "pk"))


def links_of(child: Person) -> list[ContextLink]:
    """Every link of one child, those that stand first. One query."""
    links = ContextLink.objects.filter(case__child=child).select_related("context", "case", "recorded_by")
    return sorted(links, key=lambda one: (one.ended_on is not None, -one.from_on.toordinal(), str(one.pk)))
