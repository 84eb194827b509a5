"""Documents besides letters, as files: the child's own plan, the plan for parents, the chronology for a court.

Each is looked through as letters are. What holds a protected home or number is left out, and its sender is told how
much was; nothing of it can be put in again here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Document:
    """What a document says, and how many of its parts were left out because a protected home or number stood there."""

    title: str
    blocks: tuple[Block, ...]
    left_out: int = 0
    #: How many times another child is named, for whoever gives it away to look at.
    other_children: int = 0


def for_the_child(child: Person, case: Case, record: Record) -> Document:
    """What grown-ups promised, by when, and how to say that it is not working: the child's own plan."""
    fields = _fields(child, case, record, Audience.CHILD)
    parts = (
        ("What we are worried about", "worries"), ("What grown-ups promised, and by when", "promises"),
        ("How you can say “I don't agree”, or that it isn't working", "disagree"),
    )  # fmt: skip
    blocks = [Block(TITLE, f"{child.called}: our plan for you")]
    for heading, name in parts:
        if fields[name]:
            blocks += [
                Block(HEADING, heading),
                *(Block(TEXT, line) for line in fields[name].splitlines() if line.strip()),
            ]
    if len(blocks) == 1:
        blocks.append(Block(TEXT, "Nobody has written this yet."))
    return _looked_through(blocks, record)


def for_parents(child: Person, case: Case, record: Record) -> Document:
    """What must change, who does what by when, and how to disagree: a parent's page."""
    fields = _fields(child, case, record, Audience.PARENT)
    blocks = [Block(TITLE, f"The plan for {child.called}")]
    if fields["needs"]:
        blocks += [Block(HEADING, "What must change, and who does what")]
        blocks += [Block(ITEM, line) for line in fields["needs"].splitlines()]
    else:
        blocks.append(Block(TEXT, "There is no child protection plan."))
    for words, name in (
        ("The people who carry it out meet on {}.", "core_group"),
        ("It is looked at again on {}.", "review"),
    ):
        if fields[name]:
            blocks.append(Block(TEXT, words.format(fields[name])))
    blocks.append(Block(HEADING, "If you do not agree"))
    blocks.append(
        Block(TEXT, "Tell anyone who helps you. They write down what you say, and you get an answer.")
    )
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
    "for-the-child": for_the_child, "for-parents": for_parents, "for-a-court": for_a_court,
}  # fmt: skip


def document(which: str, child: Person, case: Case) -> Document:
    """One of the documents about a child. Raises KeyError for one that there is not."""
    return DOCUMENTS[which](child, case, read_record(case, child))


def _fields(child: Person, case: Case, record: Record, audience: Audience) -> dict[str, str]:
    case.child = child
    fields = dict.fromkeys(("worries", "promises", "disagree", "needs", "core_group", "review"), "")
    return fields | shown_to(BY_ID["plan"], case, Reader(audience, child.called), None, record).fields


def _looked_through(blocks: list[Block], record: Record) -> Document:
    marked = list(look(blocks, record, MADE_FOR_A_READER))
    hidden = {one.block for one in marked if one.stops}
    kept = tuple(block for number, block in enumerate(blocks) if number not in hidden)
    others = sum(one.what == "child" and one.block not in hidden for one in marked)
    return Document(blocks[0].words, kept, len(hidden), others)
