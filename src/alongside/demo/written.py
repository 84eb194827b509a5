"""The letters of the told story: the plan to each who is to have it, and what the assessment decided."""

from __future__ import annotations

from datetime import date, datetime

from alongside.chronology.models import Entry
from alongside.demo.telling import Cast, at
from alongside.letters import dispatch, writing
from alongside.letters.composing import compose
from alongside.letters.for_reader import readers_of
from alongside.letters.models import Audience, Letter
from alongside.letters.readers import Reader
from alongside.letters.reading import read_record
from alongside.letters.which import BY_ID
from alongside.people.models import Person

HOW = {Audience.CHILD: "in-person", Audience.PARENT: "in-person", Audience.AGENCY: "account"}
WORDS = {
    ("plan", Audience.CHILD): {"say": "I will come on Wednesday and we can read this together."},
    ("plan", Audience.PARENT): {"say": "You said that mornings are the hardest. That is where we begin."},
    ("assessment-outcome", Audience.PARENT): {
        "why": "You told us how tired you are, and what would help. We agree."
    },
}


def the_plan_is_sent_out(cast: Cast, edie: Person, finn: Person) -> None:
    """28 February: everybody who is to have the plan has it; Finn is three, and is told by his mother and Dana."""
    for child in (edie, finn):
        about = _entry(child, "initial-conference-held")
        _write_to_all(cast, child, about, "plan", at(date(2025, 2, 28), "09:00"), leave_out=finn)


def the_assessment_is_told(cast: Cast, edie: Person, finn: Person) -> None:
    """17 March: those who had no copy of the assessment have a letter."""
    for child in (edie, finn):
        about = _entry(child, "assessment-approved")
        _write_to_all(
            cast, child, about, "assessment-outcome", at(date(2025, 3, 17), "14:00"), leave_out=finn
        )


def _entry(child: Person, kind: str) -> Entry:
    return Entry.objects.standing().select_related("case__area").get(child=child, kind=kind)


def _write_to_all(
    cast: Cast, child: Person, about: Entry, kind: str, now: datetime, leave_out: Person
) -> None:
    dana = cast.staff("dana")
    about.case.child = child
    for reader in readers_of(BY_ID[kind], child, read_record(about.case, child), about):
        letter = writing.begin(
            by=dana, child=child, kind=BY_ID[kind], reader=reader.key, about=about, now=now
        )
        if reader.person_key == leave_out.pk:
            dispatch.do_not_send(
                by=dana,
                letter=letter,
                because="He is three. Rosa and I told him what happens, with his bear.",
                now=now,
            )
        else:
            _sign_and_send(cast, letter, reader, now)


def _sign_and_send(cast: Cast, letter: Letter, reader: Reader, now: datetime) -> None:
    dana, said = cast.staff("dana"), WORDS.get((letter.kind, reader.audience), {})
    writing.say(
        by=dana, letter=letter, said=said, language="", large_print=False, others_belong=True, now=now
    )
    found = Letter.objects.select_related("case__child", "case__area", "area", "about").get(pk=letter.pk)
    writing.sign(by=dana, letter=found, read=writing.digest_of(compose(found)), now=now)
    dispatch.send(by=dana, letter=found, how=HOW[reader.audience], on=now.date(), now=now)
