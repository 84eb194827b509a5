"""The view of the record for one reader: the one place that decides what a letter to them may hold.

Nothing else gives a letter anything of the record. Addresses, telephone numbers and e-mail addresses are in no field:
none can be asked for. What was written for named eyes is in none either. What can tell where somebody lives, such as
the name of a school or the place of a meeting, is left out for the family and for whoever referred while anybody of
the family lives at a protected address.
"""

from __future__ import annotations

from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.letters.fields import FACTS, nothing
from alongside.letters.models import Audience
from alongside.letters.readers import Fact, Reader, Record, Shown
from alongside.letters.which import BY_NAME, LetterKind
from alongside.people.models import Person
from alongside.ui.words import day_long

#: Who lives in the same world as those from whom an address is protected.
OUTSIDE_THE_AGENCIES = (Audience.CHILD, Audience.PARENT, Audience.REFERRER, Audience.NAMED)
TELLS_WHERE = "It can tell where somebody lives, and a home in this family is protected."
FOR_NAMED_EYES = "It was written for named eyes only."


def shown_to(kind: LetterKind, case: Case, reader: Reader, about: Entry | None, record: Record) -> Shown:
    """What a letter of this kind may hold for this reader. Every field it may name is there, perhaps empty."""
    may_hold = kind.may_hold(reader.audience)
    facts = _of_every_letter(case, reader, about, record)
    left_out: list[tuple[str, str]] = []
    if about is not None and about.sealed_for:
        left_out.append((kind.title, FOR_NAMED_EYES))
    else:
        facts |= FACTS.get(kind.id, nothing)(case, about, may_hold)
    hides_places = reader.audience in OUTSIDE_THE_AGENCIES and record.somebody_is_protected
    fields = dict.fromkeys(may_hold, "")
    for name, fact in facts.items():
        if name not in may_hold or not fact.words:
            continue
        if fact.tells_where and hides_places:
            left_out.append((fact.words, TELLS_WHERE))
            fields[name] = fact.instead
        else:
            fields[name] = fact.words
    return Shown(fields, tuple(left_out))


def readers_of(kind: LetterKind, child: Person, record: Record, about: Entry | None) -> list[Reader]:
    """Everybody to whom a letter of this kind may go: the child, each parent by themselves, each agency."""
    found: list[Reader] = []
    for audience in kind.audiences:
        if audience == Audience.CHILD and not child.is_unborn and child.died_on is None:
            found.append(Reader(Audience.CHILD, child.called, person_key=child.pk, as_what="the child"))
        elif audience == Audience.PARENT:
            found += record.parents
            found += record.carers if kind.carers else ()
        elif audience == Audience.AGENCY:
            found += record.agencies
        elif audience == Audience.AUTHORITY and about and about.details.get("authority"):
            found.append(Reader(Audience.AUTHORITY, str(about.details["authority"])[:150]))
        elif audience == Audience.REFERRER:
            names = record.referrers
            key = str(about.details.get("referral") or "") if about else ""
            key = key or next(
                reversed(names), ""
            )  # What followed an assessment is told to whoever referred last.
            if names.get(key):
                found.append(Reader(Audience.REFERRER, names[key], as_what="made the referral"))
    return found


def reader_with(
    kind: LetterKind, child: Person, record: Record, about: Entry | None, key: str
) -> Reader | None:
    """The reader with this key, if a letter of this kind may go to them. Whom no record lists its writer names."""
    found = [reader for reader in readers_of(kind, child, record, about) if reader.key == key]
    audience, _, name = key.partition(":")
    if found or audience not in [one.value for one in kind.audiences if one in BY_NAME]:
        return found[0] if found else None
    return Reader(Audience(audience), name.strip()[:150]) if name.strip() else None


def _of_every_letter(case: Case, reader: Reader, about: Entry | None, record: Record) -> dict[str, Fact]:
    return {
        "child": Fact(case.child.called), "to": Fact(reader.name), "area": Fact(case.area.name),
        "lead": Fact(record.lead or "Children's social care"),
        "team": Fact(record.team or "The front door"),
        "day": Fact(day_long(about.happened_on) if about else ""),
    }  # fmt: skip
