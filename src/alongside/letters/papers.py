"""Documents besides letters, as files: the child's own plan, the plan for parents, the assessment, the chronology.

Each is looked through as letters are. What holds a protected home or number is left out, and its sender is told how
much was; nothing of it can be put in again here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from alongside.assessments.models import AssessmentApproval
from alongside.assessments.reading import Opened
from alongside.cases.models import Case
from alongside.chronology.kinds import KINDS
from alongside.chronology.models import Entry
from alongside.letters.composing import look
from alongside.letters.for_reader import shown_to
from alongside.letters.models import Audience
from alongside.letters.readers import Reader, Record
from alongside.letters.reading import read_record
from alongside.letters.which import BY_ID
from alongside.letters.wording import HEADING, ITEM, TEXT, TITLE, Block
from alongside.people.models import Person
from alongside.ui.words import day_long

MADE_FOR_A_READER = "paper"
NOT_WORKING = (
    "Tell {lead}, or any grown-up you trust. They write down what you say, and you hear back.\n"
    "You can ask for an advocate. An advocate is somebody who is on your side and helps you to be heard."
)
DO_NOT_AGREE = (
    "Tell {lead}, or anyone who helps you. They write down what you say, and you get an answer.\n"
    "You can also make a complaint to {area}."
)


@dataclass(frozen=True, slots=True)
class Document:
    """What a document says, and how many of its parts were left out because a protected home or number stood there."""

    title: str
    blocks: tuple[Block, ...]
    left_out: int = 0
    #: How many times another child is named, for whoever gives it away to look at.
    other_children: int = 0


def for_the_child(child: Person, case: Case, record: Record) -> Document:
    """What grown-ups promised, by when, and how to say that it is not working: the child's own plan, whichever runs."""
    which, promised = ("help-plan", ITEM) if record.helped else ("plan", TEXT)
    fields = _fields(child, case, record, Audience.CHILD, which)
    blocks = [Block(TITLE, f"{child.called}: our plan for you")]
    for heading, name, kind in (
        ("What we are worried about", "worries", TEXT), ("What will be different", "change", ITEM),
        ("What grown-ups promised, and by when", "promises", promised), ("Who helps you", "helps", TEXT),
        ("What happens next", "what_next", TEXT), ("How you can say “I don't agree”", "disagree", TEXT),
    ):  # fmt: skip
        blocks += _under(heading, fields.get(name, ""), kind)
    if len(blocks) == 1:
        blocks.append(Block(TEXT, "Nobody has written this yet."))
    if fields.get("review"):
        blocks.append(Block(TEXT, f"We look at the plan together again on {fields['review']}."))
    blocks += _under(
        "If it isn't working", NOT_WORKING.format(lead=record.lead or "anyone who helps you"), TEXT
    )
    return _looked_through(blocks, record)


def for_parents(child: Person, case: Case, record: Record) -> Document:
    """What must change, who does what by when, and how to disagree: a parent's page, whichever plan runs."""
    fields = _fields(child, case, record, Audience.PARENT, "help-plan" if record.helped else "plan")
    changes = f"What {'will be different' if record.helped else 'must change'}, and who does what"
    blocks = [Block(TITLE, f"The plan for {child.called}")]
    blocks += _under("What it is for", fields.get("aims", ""), TEXT)
    blocks += _under(changes, fields["needs"], ITEM)
    blocks += _under("What is asked of you", fields.get("expectations", ""), TEXT)
    if len(blocks) == 1:
        blocks.append(Block(TEXT, "There is no plan yet."))
    for words, name in (
        ("The people who carry it out meet on {}.", "core_group"),
        ("It is looked at again on {}.", "review"),
    ):
        if fields.get(name):
            blocks.append(Block(TEXT, words.format(fields[name])))
    blocks += _under("If you do not agree, or it isn't working", DO_NOT_AGREE.format(
        lead=record.lead or "anyone who helps you", area=case.area.name), TEXT)  # fmt: skip
    return _looked_through(blocks, record)


def the_assessment(child: Person, case: Case, record: Record) -> Document:
    """The last assessment that was concluded, to go through before a copy is given to the child and the parents."""
    approval = (
        AssessmentApproval.objects.filter(case=case).select_related("assessment").order_by("-approved_on", "-id").first()
    )  # fmt: skip
    blocks = [Block(TITLE, f"Assessment of {child.called}")]
    if approval is None:
        return Document(blocks[0].words, (*blocks, Block(TEXT, "No assessment has been concluded.")))
    opened = Opened(approval.assessment)
    outcome = approval.outcome_label[:1].lower() + approval.outcome_label[1:]
    blocks.append(Block(TEXT, f"Concluded on {day_long(approval.approved_on)}: {outcome}."))
    for part in opened.parts:
        for label, section in opened.written(part):
            blocks += _under(label, section.words if section else "", TEXT)
    return _looked_through(blocks, record)


def for_a_court(child: Person, case: Case, record: Record) -> Document:
    """Everything that happened, in order, as it is recorded: without what is for named eyes."""
    blocks = [Block(TITLE, f"Chronology: {child.called}")]
    entries = (
        Entry.objects.standing().filter(child=child, sealed_for="").select_related("recorded_by").in_order()
    )
    for entry in entries:
        kind = KINDS.get(entry.kind)
        if kind is not None:
            by = f"Recorded by {entry.recorded_by.name} on {day_long(entry.recorded_at)}."
            blocks.append(
                Block(ITEM, f"{day_long(entry.happened_on)}: {kind.title}. {kind.words(entry.details)} {by}")
            )
    return _looked_through(blocks, record)


DOCUMENTS: dict[str, Callable[[Person, Case, Record], Document]] = {
    "for-the-child": for_the_child, "for-parents": for_parents, "the-assessment": the_assessment,
    "for-a-court": for_a_court,
}  # fmt: skip


def document(which: str, child: Person, case: Case) -> Document:
    """One of the documents about a child. Raises KeyError for one that there is not."""
    return DOCUMENTS[which](child, case, read_record(case, child))


def _fields(child: Person, case: Case, record: Record, audience: Audience, kind: str) -> dict[str, str]:
    case.child = child
    return shown_to(BY_ID[kind], case, Reader(audience, child.called), None, record).fields


def _under(heading: str, words: str, kind: str) -> list[Block]:
    """A heading with these lines under it; nothing where there are none."""
    lines = [Block(kind, line.strip()) for line in words.splitlines() if line.strip()]
    return [Block(HEADING, heading), *lines] if lines else []


def _looked_through(blocks: list[Block], record: Record) -> Document:
    marked = list(look(blocks, record, MADE_FOR_A_READER))
    hidden = {one.block for one in marked if one.stops}
    kept = tuple(block for number, block in enumerate(blocks) if number not in hidden)
    others = sum(one.what == "child" and one.block not in hidden for one in marked)
    return Document(blocks[0].words, kept, len(hidden), others)
