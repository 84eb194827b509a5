"""Strands as their pages show them: one query for everything beside a child's case, one for what is due."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import F, QuerySet

from alongside.chronology import kinds as entries
from alongside.deadlines.models import Deadline
from alongside.guidance import catalogue
from alongside.guidance.kernel.rules import Rule, Timescale
from alongside.people.models import Person
from alongside.strands.answers import Told, names_beside, names_in, told, with_parental_responsibility
from alongside.strands.family_group import Offered, offers_made
from alongside.strands.kinds import FAMILIES, FAMILY_GROUP, KINDS, StepKind, StrandKind
from alongside.strands.models import Strand, StrandAgency, StrandStep
from alongside.ui.jinja import reverse_for
from alongside.ui.words import moment

WORKING_TOGETHER = "WT"


@dataclass(frozen=True, slots=True)
class Earlier:
    """What was answered before somebody corrected it, and why."""

    told: list[Told]
    recorded_by: str
    recorded_at: datetime
    corrected_by: str
    corrected_at: datetime
    because: str


@dataclass(frozen=True, slots=True)
class Happened:
    """A step that happened: its name, when, what was answered, and who recorded it when."""

    title: str
    on: date
    at: datetime | None
    told: list[Told]
    recorded_by: str
    recorded_at: datetime
    href: str
    correct_href: str = ""
    earlier_href: str = ""
    corrected: str = ""


@dataclass(slots=True)
class Beside:
    """One strand of a child with its steps, the latest first, and what is due in it, the soonest first."""

    strand: Strand
    steps: list[StrandStep] = field(default_factory=list)
    due: list[Deadline] = field(default_factory=list)

    @property
    def declared(self) -> StrandKind:
        return self.strand.declared

    @property
    def next_steps(self) -> list[StepKind]:
        """What can be recorded next: what has not happened, or may happen again, once what it follows from has."""
        done = {one.step for one in self.steps}
        return [
            step
            for step in self.declared.steps
            if (step.repeats or step.id not in done)
            and done.issuperset(step.after)
            and done.isdisjoint(step.moot)
        ]

    @property
    def last(self) -> StrandStep:
        return self.steps[0]

    @property
    def answer_by(self) -> date | None:
        """The day by which an answer is wanted, until one has come. It is local."""
        for step in self.steps if self.strand.is_open else ():
            if step.step == "answered":
                return None
            if day := step.answers.get("answer-by"):
                return date.fromisoformat(day)
        return None

    @property
    def opening_words(self) -> str:
        """What it is about, by the choice made when it was opened; its title where there was none."""
        about = self.declared.opens.by_key.get("about")
        opened = next((one for one in self.steps if one.step == self.declared.opens.id), None)
        chosen = opened.answers.get("about") if opened else None
        return dict(about.choices).get(chosen or "", self.declared.title) if about else self.declared.title


def everything_beside(child: Person) -> list[Beside]:
    """Every strand of the child, open ones first and then the latest. One query, and one for what is due."""
    found = _gathered(StrandStep.objects.filter(case__child=child))
    for deadline in _running(child) if found else ():
        key = UUID(deadline.started_by.details["strand_key"])
        if key in found:
            found[key].due.append(deadline)
    return sorted(found.values(), key=_in_turn)


def between_agencies(child: Person, part_of: Collection[UUID] | None) -> list[Beside]:
    """The child's disagreements: those of which one of these agencies is part; all of them for None. One query."""
    every = [one.id for one in KINDS.values() if one.between_agencies]
    steps = StrandStep.objects.filter(case__child=child, strand__kind__in=every)
    if part_of is not None:
        taking_part = StrandAgency.objects.filter(agency__in=part_of)
        steps = steps.filter(strand__in=taking_part.values("strand"))
    return sorted(_gathered(steps).values(), key=_in_turn)


def _gathered(steps: QuerySet[StrandStep]) -> dict[UUID, Beside]:
    found: dict[UUID, Beside] = {}
    with_them = steps.select_related(
        "strand__lead", "strand__beside", "strand__case", "recorded_by", "entry__recorded_by"
    )
    for step in with_them.order_by(
        "-happened_on", F("happened_at").desc(nulls_first=True), "-recorded_at", "-id"
    ):
        if step.strand.kind in KINDS:
            found.setdefault(step.strand_id, Beside(step.strand)).steps.append(step)
    return found


def _in_turn(one: Beside) -> tuple[bool, int]:
    return not one.strand.is_open, -(one.strand.ended_on or one.strand.opened_on).toordinal()


def _running(child: Person) -> Iterable[Deadline]:
    every = (entries.STRAND_OPENED.id, entries.STRAND_STEP_RECORDED.id)
    running = Deadline.objects.outstanding().filter(child=child, started_by__kind__in=every)
    return running.select_related("started_by").soonest_first()


def what_happened(
    one: Beside, child: Person, names: Mapping[str, str], *, links: bool = True, corrects: bool = False
) -> list[Happened]:
    """Its steps as they are told, the latest first. names: behind the keys in them. corrects: whether the reader may."""
    return [
        Happened(
            step.declared.title, step.happened_on, step.happened_at, told(step.declared, step.answers, names),
            str(step.recorded_by), step.recorded_at,
            reverse_for("desk:entry", child.reference, step.entry_id) if links and step.entry_id else "",
            reverse_for("strands:correct-step", child.reference, step.strand_id, step.pk) if corrects else "",
            reverse_for("strands:earlier", child.reference, step.strand_id, step.pk) if links else "",
            _corrected(step) if links else "",
        )
        for step in one.steps
    ]  # fmt: skip


def _corrected(step: StrandStep) -> str:
    """Who corrected it last, when and why; empty where nobody did."""
    entry = step.entry
    if entry is None or entry.corrects_id is None:
        return ""
    return f"Corrected {moment(entry.recorded_at)} by {entry.recorded_by}: {entry.correction_reason}"


def earlier_of(step: StrandStep) -> list[Earlier]:
    """What was answered in a step before it was corrected, the latest first. Two queries."""
    before = list(step.earlier.select_related("recorded_by", "corrected_by"))
    names = names_in([(step.declared, was.answers) for was in before])
    return [
        Earlier(told(step.declared, was.answers, names), str(was.recorded_by), was.recorded_at, str(was.corrected_by),
                was.corrected_at, was.because)
        for was in before
    ]  # fmt: skip


def names_of(one: Beside, child: Person) -> tuple[dict[str, str], list[Offered]]:
    """The names in its steps; and, for family group decision-making, what each person was offered. One query, or none."""
    answered = [(step.declared, step.answers) for step in one.steps]
    if one.strand.kind != FAMILY_GROUP.id:
        return names_in(answered), []
    names, responsible = names_beside(answered, with_parental_responsibility(child))
    return names, offers_made(one.steps, names, responsible)


def title_of(deadline: Deadline) -> str:
    """What is due, in the rule's words."""
    rule = catalogue.rule(deadline.rule_id)
    assert isinstance(rule, Timescale)
    return rule.title


def rules_of(declared: StrandKind) -> list[Rule]:
    """The rules behind a strand, in the order it names them."""
    return [catalogue.rule(id) for id in declared.sources]


def is_working_together(rule: Rule) -> bool:
    """Whether Working Together says it, rather than an Act, regulations or other guidance."""
    return any(one.citation.source.edition.startswith(WORKING_TOGETHER) for one in rule.dated.provisions)


def what_else(rules: Iterable[Rule]) -> str:
    """Which of the texts behind a strand are not Working Together, in a sentence; empty where all are."""
    others = {
        f"{one.citation.source.title} ({one.citation.source.kind.value})"
        for rule in rules
        if not is_working_together(rule)
        for one in rule.dated.provisions
    }
    return "; ".join(sorted(others))


def to_start(open_now: Iterable[Beside]) -> list[tuple[str, list[StrandKind]]]:
    """The kinds that can be started, by family: those of which none is open, and those that may be open twice."""
    running = {one.strand.kind for one in open_now if one.strand.is_open}
    return [
        (family.title, kinds)
        for family in FAMILIES
        if (kinds := [one for one in family.kinds if not one.between_agencies and (one.several or one.id not in running)])
    ]  # fmt: skip
