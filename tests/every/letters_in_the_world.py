"""Edie's letters: one that is begun, and one that went to her school's account."""

from __future__ import annotations

from datetime import date

from alongside.chronology.models import Entry
from alongside.demo.organisation import Borough
from alongside.demo.telling import at
from alongside.letters import dispatch, writing
from alongside.letters.composing import compose
from alongside.letters.models import Letter
from alongside.letters.which import BY_ID
from alongside.people.models import Person


def letters_are_written(borough: Borough, child: Person) -> None:
    """The plan is being written to Edie, and has gone to Mill Lane."""
    dana, now = borough.staff["dana"], at(date(2025, 2, 28), "09:00")
    about = Entry.objects.select_related("case__area").get(child=child, kind="initial-conference-held")
    writing.begin(by=dana, child=child, kind=BY_ID["plan"], reader=f"child:{child.pk}", about=about, now=now)
    school = borough.agencies["primary"]
    letter = writing.begin(
        by=dana, child=child, kind=BY_ID["plan"], reader=f"agency:{school.pk}", about=about, now=now
    )
    writing.say(by=dana, letter=letter, said={}, language="", large_print=False, others_belong=True, now=now)
    letter = Letter.objects.select_related("case__child", "case__area", "area", "about").get(pk=letter.pk)
    writing.sign(by=dana, letter=letter, read=writing.digest_of(compose(letter)), now=now)
    dispatch.send(by=dana, letter=letter, how="account", on=now.date(), now=now)
