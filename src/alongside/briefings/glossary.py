"""Words and abbreviations that these readers meet in the later edition."""

from __future__ import annotations

from datetime import date

from alongside.briefings import said
from alongside.briefings.choice import Choice
from alongside.briefings.sheet import Part, Sheet, Table, Words
from alongside.guidance.compare import terms
from alongside.guidance.kernel.briefing import Term

COLUMNS = ("Word", "What it means", "Where")


def glossary(choice: Choice, day: date, address: str = "") -> Sheet:
    edition = choice.comparison.after
    found = terms(edition.id, choice.audience)
    rows = tuple(_row(one, choice) for one in found)
    return Sheet(
        title=f"Words in {edition.title}: {choice.readers}",
        facts=said.facts(choice.whole(), day),
        caution=(said.caution_of_one(edition), said.NO_ADVICE),
        parts=(Part("Words and abbreviations", (Table("Words and abbreviations", COLUMNS, rows, (24, 54, 22)),) if rows
                    else (Words("No word for these readers is held here."),)),),
        day=day,
    )  # fmt: skip


def _row(term: Term, choice: Choice) -> tuple[str, str, str]:
    stands = f" ({term.stands_for})" if term.stands_for else ""
    also = f" Also: {', '.join(term.also)}." if term.also else ""
    beware = f" Beware: {term.beware}" if term.beware else ""
    place = said.places_of_rules((term.rule,), choice.comparison.after) if term.rule else ""
    return (f"{term.word}{stands}", f"{term.means}{also}{beware}", place)
