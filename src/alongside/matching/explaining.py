"""A comparison in words: field by field, how much each says, and what would decide it. No number of suspicion."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from alongside.matching import comparing as c
from alongside.matching import weights
from alongside.matching.candidates import Band, Candidate, could_be_twin
from alongside.matching.comparing import Levels, Told
from alongside.people.models import Identifier, Person

LABELS = {
    c.GIVEN: "Given names", c.FAMILY: "Family name", c.BORN: "Date of birth", c.SEX: "Sex", c.POSTCODE: "Postcode",
    c.NUMBER: "UPN, NHS or other number",
}  # fmt: skip
SAID = {
    c.SAME: "Agree", c.DIFFERENT: "Differ", c.MISSING: "Not known on one side",
    c.SHORT_FORM: "One is a short form of the other", c.SOUNDS_ALIKE: "Sound alike", c.NEARLY_SPELT: "Nearly spelt alike",
    c.PART_SHARED: "One part of the name agrees", c.EXCHANGED: "Day and month are exchanged",
    c.DAYS_OFF: "A day or two apart", c.YEAR_OFF: "A year apart", c.SAME_DISTRICT: "The same district",
}  # fmt: skip
SCHOOL_AGE, GROWN_UP = 5, 19
NOTHING = "Not known"


@dataclass(frozen=True, slots=True)
class Line:
    """One field: what is said here, what is recorded there, whether they agree, and how much that says."""

    field: str
    here: str
    there: str
    said: str
    weight: str


@dataclass(frozen=True, slots=True)
class Explained:
    """A candidate in words. decides: what would settle it. beware: who else would agree like this, or nothing.
    whose: whose relative it is, where the reader may read that; empty else.
    """

    person: Person
    band: str
    lines: tuple[Line, ...]
    decides: tuple[str, ...]
    beware: str
    whose: str = ""

    @property
    def reference(self) -> str:
        return self.person.reference


def explain(told: Told, found: Candidate, today: date, whose: str = "") -> Explained:
    """A described person and a candidate, in words."""
    return Explained(
        person=found.person, band=found.words, lines=lines(told, found.told, found.levels),
        decides=decides(found.levels, told, found.told, today), beware=beware(found.levels, found.band), whose=whose,
    )  # fmt: skip


def lines(here: Told, there: Told, levels: Levels) -> tuple[Line, ...]:
    """Every field, in words."""
    in_use = weights.in_use()
    return tuple(
        Line(
            LABELS[field], _shown(field, here), _shown(field, there), SAID[levels[field]],
            in_use.words(field, levels[field]).capitalize(),
        )
        for field in LABELS
    )  # fmt: skip


def _shown(field: str, told: Told) -> str:
    if field in (c.GIVEN, c.FAMILY):
        place = 0 if field == c.GIVEN else 1
        return _listed(name[place].title() for name in told.names)
    if field == c.BORN:
        return f"{told.born:%-d %B %Y}" if told.born else NOTHING
    if field == c.SEX:
        return {"F": "Female", "M": "Male"}.get(told.sex, NOTHING)
    if field == c.POSTCODE:
        return _listed(f"{one[:-3]} {one[-3:]}".upper() for one in told.postcodes)
    return _listed(f"{Identifier.Scheme(scheme).label} {value}" for scheme, value in sorted(told.numbers))


def _listed(parts: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(part for part in parts if part)) or NOTHING


def beware(levels: Levels, band: Band) -> str:
    """Who else would agree in the same fields; empty where nobody is to be expected."""
    if could_be_twin(levels) and levels[c.BORN] == c.SAME:
        return "Twins agree like this: the same family name, day of birth and home, and another given name."
    if could_be_twin(levels):
        return "Brothers and sisters agree like this: the same family name and home, and another given name."
    if band != Band.CERTAIN and levels[c.BORN] == c.SAME and levels[c.NUMBER] != c.SAME:
        return "Two children of one name may be born on one day. A number or an address tells them apart."
    return ""


def decides(levels: Levels, here: Told, there: Told, today: date) -> tuple[str, ...]:
    """What to ask, and whom, to settle it: first what nobody else can share."""
    asked = []
    if levels[c.NUMBER] == c.MISSING:
        born = there.born or here.born
        asked.append(_who_knows_a_number((today - born).days // 365 if born else None))
    if levels[c.NUMBER] == c.DIFFERENT:
        asked.append("Check which of the numbers is right: one person has one of each kind.")
    if levels[c.BORN] != c.SAME:
        asked.append("Ask the family, or whoever referred, for the date of birth.")
    if could_be_twin(levels):
        asked.append("Ask whether there is a twin, or a brother or sister with a name like this.")
    if levels[c.POSTCODE] != c.SAME:
        asked.append("Ask where the child lives now and lived before.")
    return tuple(asked[:3])


def _who_knows_a_number(age: int | None) -> str:
    if age is None:
        return "Ask the GP for the NHS number; of a child at school, the school for the unique pupil number (UPN)."
    if age < SCHOOL_AGE:
        return "Ask the health visitor or GP for the NHS number."
    if age >= GROWN_UP:
        return "Ask the GP for the NHS number."
    return "Ask the school for the unique pupil number (UPN), or the GP for the NHS number."
