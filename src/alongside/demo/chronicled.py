"""What people make of the told story while it goes on: what matters and why, tags, and analysis."""

from __future__ import annotations

from datetime import date

from alongside.analysis import services
from alongside.chronology.models import Entry
from alongside.demo.telling import Cast, at
from alongside.people.models import Person
from alongside.supervision.services import AgreedAction, Discussed, record_supervision


def somebody_says_what_matters(cast: Cast, edie: Person, finn: Person) -> None:
    """Dana says what matters of what Edie said and of Finn's nights, Sam sees one thing otherwise, and both write."""
    dana, sam, now = cast.staff("dana"), cast.staff("sam"), at(date(2025, 2, 20), "16:00")
    services.keep_tag(by=sam, area=edie.area, words="Missed appointments", now=now)
    services.keep_tag(by=sam, area=edie.area, words="Alone at home", now=now)
    for child, heading, reason in (
        (edie, "voice", "She said it unasked, and said the same to her teacher."),
        (finn, "development", "He does not speak yet at three, and nobody had asked why."),
    ):
        entry = Entry.objects.filter(child=child, kind="child-seen").order_by("happened_on", "id")[0]
        services.say_significant(
            by=dana, child=child, entry=entry, significant_for=heading, reason=reason, now=now
        )
        services.tag(by=dana, child=child, entry=entry, words="alone at home", now=now)
    seen = Entry.objects.filter(child=edie, kind="child-seen").order_by("happened_on", "id")[0]
    services.say_significant(
        by=sam, child=edie, entry=seen, significant_for="pattern",
        reason="It is the third winter in which school tells us the same.", now=now,
    )  # fmt: skip
    services.write_note(
        by=dana, child=edie, entry=seen, now=now,
        words="It could also be that she is asked to mind Finn, and is proud of it. I will ask her what she would change.",
    )  # fmt: skip
    note = services.write_note(
        by=dana, child=edie, from_on=date(2025, 1, 13), words="Nights are the worst.", now=now
    )
    services.write_again(
        by=sam, child=edie, note=note, after=1, why="After reading the school’s log.", now=at(date(2025, 2, 21), "09:00"),
        words="Nights before a school day are the worst. Weekends with their grandmother go well.",
    )  # fmt: skip


def they_talk_in_supervision(cast: Cast, edie: Person) -> None:
    """Sam and Dana talk about Edie, and about Dana."""
    record_supervision(
        by=cast.staff("sam"), practitioner=cast.staff("dana"), held_on=date(2025, 2, 24), now=at(date(2025, 2, 24), "15:00"),
        words="Dana has two families in court at once. We agreed that nothing new comes until both are heard.",
        next_on=date(2025, 3, 24),
        children=[Discussed(
            child=edie, discussed="Whether nights have changed since the core group met.",
            decision="See Edie alone again before the next core group.",
            reasons="What her mother tells and what the school hears do not fit.",
            actions=[AgreedAction(what="Ask the school for the register of February", who="Dana Wright", by_when=date(2025, 3, 3))],
        )],
    )  # fmt: skip
