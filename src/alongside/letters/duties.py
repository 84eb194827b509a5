"""Who is still to be told, of what, and what became of it: each reader by themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.guidance.kernel.calendar import ENGLAND_AND_WALES
from alongside.letters.for_reader import readers_of
from alongside.letters.models import Letter, LetterOutcome
from alongside.letters.readers import Reader, Record
from alongside.letters.reading import read_record
from alongside.letters.which import BY_ID, LETTERS, LetterKind
from alongside.people.models import Person
from alongside.ui.words import count

SENT, FAILED, NOT_SENT = LetterOutcome.What.SENT, LetterOutcome.What.FAILED, LetterOutcome.What.NOT_SENT
TO_WRITE, TO_SIGN, TO_TRANSLATE, TO_SEND = "to-write", "to-sign", "to-translate", "to-send"
STATES = {
    TO_WRITE: "Not written yet", TO_SIGN: "Not signed yet", TO_TRANSLATE: "To be translated", TO_SEND: "Not sent yet",
    SENT.value: "Sent", FAILED.value: "Failed", NOT_SENT.value: "Not to be sent", "told": "Told",
}  # fmt: skip
DUE = {each.id for kind in LETTERS if kind.due for each in kind.due.kinds}
OF_REFERRALS = {
    "referral-received": (kinds.REFERRAL_ACKNOWLEDGED.id,),
    "referral-decided": (kinds.REFERRER_TOLD.id, kinds.REFERRER_NOT_TOLD.id),
}
#: The acts by which another authority is told that a child moves there.
MOVED = {
    "moves-on-plan": (kinds.PLAN_MOVE_TOLD.id,), "moves-in-need": (kinds.CHILD_IN_NEED_PASSED_ON.id,),
}  # fmt: skip
INVITATION = "conference-invitation"
#: The kinds of entry that tell who is to be told, and who has been.
READ = frozenset(DUE).union(*OF_REFERRALS.values(), *MOVED.values())


@dataclass(frozen=True, slots=True)
class Duty:
    """One reader to be told of one thing. letter: what was written to them of it, if anything. on: when they were told.

    by: the last day, where there is one: the conference, or the area's own figure; because: which of them.
    """

    kind: LetterKind
    about: Entry | None
    reader: Reader
    letter: Letter | None
    state: str
    on: date | None = None
    by: date | None = None
    because: str = ""

    @property
    def settled(self) -> bool:
        """Whether nothing is left to do: it went, or somebody decided that it does not, and why."""
        return self.state in (SENT, NOT_SENT, "told")

    @property
    def words(self) -> str:
        return STATES[self.state]


def state_of(letter: Letter, record: Record | None = None) -> str:
    """How a letter stands, read from what was done with it."""
    outcomes = (
        record.outcomes.get(letter.pk, [])
        if record
        else list(letter.outcomes.order_by("recorded_at", "id").values_list("what", "on", "because"))
    )
    if outcomes:
        return str(outcomes[-1][0])
    signed = getattr(letter, "signed", None)
    if signed is None:
        return TO_SIGN
    if letter.language and getattr(signed, "translation", None) is None:
        return TO_TRANSLATE
    return TO_SEND


def letters_of(case: Case) -> list[Letter]:
    """Every letter of a case with what was signed, the latest first. One query."""
    return list(
        Letter.objects.filter(case=case)
        .select_related("signed__translation", "signed__signed_by", "about")
        .order_by("-id")
    )


def duties_of(case: Case, child: Person, letters: list[Letter], record: Record) -> list[Duty]:
    """Everybody who is to be told of what happened in this case, by what makes it due, in the order it happens."""
    return [
        duty for kind, about in _due(record) for duty in duties_about(kind, child, about, letters, record)
    ]


def duties_about(
    kind: LetterKind, child: Person, about: Entry | None, letters: Iterable[Letter], record: Record
) -> list[Duty]:
    """Each reader of one thing that happened, with what was written to them of it."""
    here = about.pk if about else None
    theirs = [one for one in letters if one.kind == kind.id and one.about_id == here]
    if kind.id == INVITATION:
        theirs = [one for one in theirs if not _of_an_earlier_conference(one, record)]
    by_reader = {one.recipient: one for one in sorted(theirs, key=lambda one: one.pk)}
    elsewhere, (by, because) = _told_elsewhere(kind, about, record, child), _last_day(kind, about, record)
    found = []
    for reader in readers_of(kind, child, record, about):
        letter = by_reader.get(reader.key)
        on = elsewhere.get(reader.person_key or reader.agency_key) or (
            None if reader.agency_key else elsewhere.get(None)
        )
        if about and kind.rule in about.details.get("completes", ()):
            on = about.happened_on  # They were told in the act itself.
        outcomes = record.outcomes.get(letter.pk, []) if letter else []
        state = state_of(letter, record) if letter else "told" if on else TO_WRITE
        if on and state not in (SENT, NOT_SENT):
            state = "told"
        found.append(
            Duty(kind, about, reader, letter, state, outcomes[-1][1] if outcomes else on, by, because)
        )
    return found


def _of_an_earlier_conference(letter: Letter, record: Record) -> bool:
    """Whether a letter was settled before people were invited to the conference to come: it invited to another."""
    called, signed = record.conference_called, getattr(letter, "signed", None)
    settled = signed is not None or bool(record.outcomes.get(letter.pk))
    return settled and called is not None and (signed or letter).recorded_at < called


def _due(record: Record) -> Iterator[tuple[LetterKind, Entry | None]]:
    for kind in LETTERS:
        if kind.due is not None:
            about: dict[object, Entry] = {}
            for entry in record.entries:
                if kind.due.matches(entry) and not entry.sealed_for and _asked_here(kind, entry, record):
                    about[entry.details.get("referral") if kind.id in OF_REFERRALS else None] = entry
            yield from ((kind, entry) for entry in about.values())
        elif kind.id == INVITATION and record.conference_on:
            yield kind, None


def _asked_here(kind: LetterKind, entry: Entry, record: Record) -> bool:
    return not kind.only_where_local or record.local(kind.local, entry.happened_on) is not None


def _last_day(kind: LetterKind, about: Entry | None, record: Record) -> tuple[date | None, str]:
    """The last day on which it is in time, and whose it is."""
    if kind.id == INVITATION and record.conference_on:
        return record.conference_on, "the conference"
    days = record.local(kind.local, about.happened_on) if kind.local and about else None
    if about is None or days is None:
        return None, ""
    return ENGLAND_AND_WALES.after(
        about.happened_on, days
    ), f"{count(days, 'working day')}, this area’s own figure"


def _told_elsewhere(
    kind: LetterKind, about: Entry | None, record: Record, child: Person
) -> dict[UUID | None, date]:
    """The day on which another act told them, by agency or person; None is the family, or whoever referred."""
    if about is None:
        return {}
    if kind.id in OF_REFERRALS:
        told = [one for one in record.entries if one.kind in OF_REFERRALS[kind.id]]
        same = [one for one in told if one.details.get("referral") == about.details.get("referral")]
        return {None: same[-1].happened_on} if same else {}
    if kind.id in MOVED:
        told = [
            one
            for one in record.entries
            if one.kind in MOVED[kind.id] and one.happened_on >= about.happened_on
        ]
        return {None: told[-1].happened_on} if told else {}
    if kind.id == "young-carer":
        return _with_the_assessment(about, record, child)
    if kind.id == "before-proceedings":
        strand = about.details.get("strand_key")
        here = [one for one in record.steps if one.strand == "pre-proceedings" and str(one.key) == strand]
        return {UUID(one.answers["to"]): one.on for one in here if one.answers.get("to")}
    kept = {"assessment-outcome": record.told, "plan-ended": record.told, "assessment-copy": record.copied}
    told_of = kept.get(kind.id, ())
    return {key: on for entry, key, on in told_of if entry.replace("-", "") == about.pk.hex}


def _with_the_assessment(about: Entry, record: Record, child: Person) -> dict[UUID | None, date]:
    """Who has a young carer's assessment in writing, as its step says."""
    found: dict[UUID | None, date] = {}
    for one in record.steps:
        if one.entry == about.pk:
            given = one.answers.get("written-copy", ())
            found |= {child.pk: one.on} if "young-carer" in given else {}
            found |= {reader.person_key: one.on for reader in record.parents} if "parents" in given else {}
    return found


def completes(letter: Letter) -> list[str]:
    """The limits for which this letter's outcome, just recorded, leaves nobody to be told."""
    kind = BY_ID[letter.kind]
    if not kind.rule or letter.about is None:
        return []
    child = letter.case.child
    record = read_record(letter.case, child, READ)
    duties = duties_about(kind, child, letter.about, letters_of(letter.case), record)
    return [kind.rule] if duties and all(duty.settled for duty in duties) else []
