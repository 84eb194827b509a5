"""What the interface gives and takes, in one place: version 1."""

from __future__ import annotations

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import AfterValidator, ConfigDict, Field

from alongside.front_door.schema import Plain
from alongside.outbox.events import Event


def _one_line(value: str) -> str:
    return " ".join(value.split())


Short = Annotated[str, Plain, AfterValidator(_one_line), Field(max_length=50)]
Text = Annotated[str, Plain, Field(max_length=10_000)]
Line = Annotated[str, Plain, AfterValidator(_one_line), Field(max_length=150)]
Answer = Literal["yes", "no", "unknown", "not-asked", "declined"]


class AreaOut(Schema):
    """An area this system may act in."""

    code: str = Field(description="The local authority's three-figure code.")
    name: str


class Provision(Schema):
    """What one text says."""

    edition: str
    citation: str
    in_force_from: date | None
    value: str
    checked: bool = Field(description="Whether it was compared with the published text.")
    over: bool = Field(
        description="Whether nothing is asked any more; the value then says what took its place."
    )


class RuleOut(Schema):
    """One rule of the guidance, with every text that states it."""

    id: str
    kind: str
    title: str
    force: Literal["must", "should", "may", "local"]
    clock: str | None
    runs_from: str | None
    until: str | None
    notes: str
    provisions: list[Provision]


class Counted(Schema):
    """A day that counts, and its number."""

    date: date
    number: int


class Skipped(Schema):
    """A day that does not count, and why."""

    date: date
    because: str


class DueOut(Schema):
    """When something is due, counted day by day."""

    rule: str
    starts: str
    due: str | None = Field(description="A day, or a moment with its offset; null where no number is set.")
    force: Literal["must", "should", "may", "local"]
    citation: str
    edition: str
    checked: bool
    counted: list[Counted]
    skipped: list[Skipped]


class ReferredChild(Schema):
    """How it stands for one child of a referral, in words that may be told."""

    called: str = Field(description="As the referrer named the child.")
    step: Literal["received", "looked-at", "decided"]
    decided_on: date | None
    words: str = Field(description="What the referrer may be told, once it is decided.")


class ReceiptOut(Schema):
    """That a referral was received, and how it stands."""

    reference: str = Field(description="What to quote. It opens nothing by itself.")
    submission: UUID = Field(description="The key that events about this referral carry.")
    received_at: datetime
    decision_due: str | None = Field(description="By when the front door decides.")
    decision_due_because: str
    children: list[ReferredChild]


class NoticesIn(Schema):
    """Notices for one area. Each is described by NoticeSent; one that cannot be read is named by its place."""

    model_config = ConfigDict(extra="forbid")

    area: str = Field(max_length=3)
    notices: list[dict[str, Any]] = Field(min_length=1, max_length=5000)


class NoticesOut(Schema):
    """What became of the notices. It is the same for a child who is known here and one who is not."""

    received_at: datetime
    receipt: UUID = Field(description="Ask with it what became of each.")
    taken: int
    taken_before: int


class NoticeWrong(Schema):
    """One thing wrong with a notice."""

    field: str = Field(description="Of the notice; empty for the whole of it.")
    what: str
    why: str
    do: str


class NoticeOutcome(Schema):
    """What became of one notice. left-out: nothing is wrong with it, and another of the sending was refused."""

    line: int = Field(description="Its place in what was sent, from 1.")
    number: str
    outcome: Literal["accepted", "duplicate", "refused", "left-out"]
    problems: list[NoticeWrong]


class NoticesReceipt(Schema):
    """What became of each notice of one sending. Whether a child is known is not said."""

    receipt: UUID
    received_at: datetime
    taken: int
    taken_before: int
    refused: int
    problems: list[NoticeWrong] = Field(
        description="What was wrong with all of it, where the notices could not be told apart."
    )
    notices: list[NoticeOutcome]


class InformationIn(Schema):
    """What an agency tells about a child it works with: known, thought and heard stay apart. One of the three is needed."""

    model_config = ConfigDict(extra="forbid")

    about: Literal["child", "parent", "sibling", "other"] = Field(description="Whom it is about.")
    about_whom: Line = Field("", description="Who that is, where it is not the child.")
    fact: Text = Field("", description="What was seen, or is known. With days and times.")
    opinion: Text = Field("", description="What your agency makes of it.")
    reported: Text = Field("", description="What somebody else told you, as close to their words as you can.")
    reported_by: Line = Field("", description="Who told you.")
    family_knows: Literal["yes", "no"] = Field(
        description="Whether the parents or carers know that you tell this. Their agreement is not needed."
    )
    family_not_told_because: Text = Field("", description="Why they do not, where they do not.")


class InformationOut(Schema):
    """The receipt of information, and whether somebody has seen that it came. What it says is not told back."""

    id: UUID
    child: str = Field(description="The child's reference.")
    received_at: datetime
    state: Literal["received", "seen"] = Field(
        description="Seen: whoever leads on the child, or the front door, has opened the notice of it."
    )
    seen_at: datetime | None


class ChildListed(Schema):
    """A child this system may read about."""

    reference: str
    called: str
    born_on: date | None
    expected_on: date | None
    area: str
    because: list[str] = Field(description="Why your agency sees this child.")


class Children(Schema):
    """A page of children."""

    items: list[ChildListed]
    next: str = Field(description="The cursor of the next page; empty on the last.")


class Dated(Schema):
    """Something with a day."""

    what: str
    on: date | None


class PlanAction(Schema):
    """An action of your agency in a plan."""

    what: str
    who: str
    by: date | None
    done_on: date | None


class Meeting(Schema):
    """A conference your agency is invited to."""

    what: str
    at: datetime
    place: str
    answer: str
    report: str


class ChildOut(Schema):
    """A child, as far as your agency may read. reads: the whole record, or your agency's part."""

    reference: str
    called: str
    born_on: date | None
    birth_estimated: bool
    expected_on: date | None
    died_on: date | None
    sex: Literal["F", "M", "U"]
    area: str
    reads: Literal["record", "part"]
    because: list[str]
    stands: list[str] = Field(description="How things stand, in sentences.")
    lead: str = Field(description="The lead practitioner.")
    dates: list[Dated]
    meetings: list[Meeting]
    actions: list[PlanAction]


class EntryOut(Schema):
    """One thing that happened. corrects: the key of the entry it takes the place of."""

    id: UUID
    kind: str
    title: str
    words: str
    happened_on: date
    happened_at: datetime | None
    recorded_at: datetime
    recorded_by: str
    source: str
    corrects: UUID | None
    correction_reason: str


class Entries(Schema):
    """A page of the chronology, in the order in which it was recorded."""

    items: list[EntryOut]
    next: str


class DeadlineOut(Schema):
    """One limit, and why its date is what it is."""

    id: UUID
    rule: str
    title: str
    clock: str
    force: str
    starts_on: date
    due_on: date | None
    due_at: datetime | None
    met_on: date | None
    ended_on: date | None
    state: Literal["running", "overdue", "met", "met-late", "ended"]
    because: str
    citation: str
    edition: str
    checked: bool


class Deadlines(Schema):
    """Every limit of one child."""

    items: list[DeadlineOut]


class DetailsOut(Schema):
    """Details of a child that may be changed."""

    gender: str
    first_language: str
    interpreter: Answer
    religion: str
    disabled: Answer
    communication_needs: str


class DetailsIn(Schema):
    """What to change; what is left out stays as it is."""

    model_config = ConfigDict(extra="forbid")

    gender: Short | None = None
    first_language: Short | None = None
    interpreter: Answer | None = None
    religion: Short | None = None
    disabled: Answer | None = None
    communication_needs: Annotated[str, Plain, Field(max_length=2000)] | None = None

    def changes(self) -> dict[str, Any]:
        """What was asked for, without what was left out or given as null."""
        return self.model_dump(exclude_unset=True, exclude_none=True)


class SubscriptionIn(Schema):
    """Where events are to be sent, and which."""

    model_config = ConfigDict(extra="forbid")

    area: str = Field(max_length=3)
    url: Annotated[str, Plain, Field(max_length=500)] = Field(description="It begins with https://.")
    events: list[Event] = Field(min_length=1, max_length=len(Event))


class SubscriptionOut(Schema):
    """An address to which events are sent."""

    id: UUID
    area: str
    url: str
    events: list[Event]
    made_at: datetime


class SubscriptionMade(SubscriptionOut):
    """A new one, with the secret its events are signed with. It is shown once."""

    secret: str


class Subscriptions(Schema):
    """Every address to which events are sent for this system."""

    items: list[SubscriptionOut]
