"""The banner of a child: who they are, what is dangerous, who leads, what is due, what to do next."""

from __future__ import annotations

from django.http import HttpRequest

from alongside.access import policies
from alongside.access.doors import practitioner_of
from alongside.cases.models import Case
from alongside.desk.around import Around, around
from alongside.desk.offers import acts_for, address
from alongside.facts import NAMES, OF_NO_AGENCY
from alongside.family.names import lists_of_names, names_in
from alongside.people.models import Person
from alongside.ui.frames import ChildBanner, Link, NamesOnRecord, NextDue
from alongside.ui.words import date_words, day_short

#: The places in a child's record: what each is called, its page, and who may go there.
PLACES = (
    ("Overview", "desk:child", policies.READ_RECORD),
    ("Your agency’s part", "partners:child", policies.SEE_PART),
    ("Timeline", "desk:timeline", policies.READ_RECORD),
    ("Plan", "plans:plan", policies.READ_PLAN),
    ("People", "desk:people", policies.READ_RECORD),
    ("Documents", "letters:documents", policies.READ_RECORD),
    ("Decisions", "desk:decisions", policies.READ_RECORD),
    ("Due dates", "desk:due-dates", policies.READ_RECORD),
    ("Who can see this", "desk:who-can-see", policies.EXPLAIN_ACCESS),
)


def banner_of(request: HttpRequest, about: Person | Case) -> ChildBanner:
    """The banner of the child a page is about. One query."""
    child = about.child if isinstance(about, Case) else about
    if not NamesOnRecord.wanted_by(request):
        return banner_from(request, around(child, practitioner_of(request)))
    known = around(child, practitioner_of(request), also=lists_of_names)
    NamesOnRecord.give(request, names_in((*known[NAMES], *known[OF_NO_AGENCY])))
    return banner_from(request, known)


def banner_from(request: HttpRequest, known: Around) -> ChildBanner:
    """The banner from what a page has already read around the child. No query."""
    child = known.child
    do_next, others = acts_for(known, request.path)
    return ChildBanner(
        name=child.called,
        reference=child.reference,
        href=address("desk:child", child.reference),
        born=child.born_on,
        expected=child.expected_on,
        birth_estimated=child.birth_estimated,
        died=child.died_on,
        sex="" if child.sex == Person.Sex.NOT_RECORDED else str(child.get_sex_display()),
        protected=known.lives_at_protected_address,
        dangers=tuple(danger.name for danger in known.dangers),
        lead=_lead(known),
        covering=_covering(known),
        next_due=_next_due(known),
        do_next=do_next,
        acts=tuple(others),
        navigation=_places(request, known),
    )


def _lead(known: Around) -> str:
    lead = known.lead
    if lead is None or lead.from_on is None:
        return ""
    who = ", ".join(part for part in (lead.name, lead.role.lower() or lead.detail) if part)
    return f"{who}, since {day_short(lead.from_on)} {lead.from_on.year}"


def _covering(known: Around) -> str:
    """“You cover for Dana Wright until 3 June 2026”, to whoever does so here."""
    until = {one.name: one.to_on for one in known.covering}
    return "; ".join(
        f"You cover for {name} until {date_words(on)}" for name, on in sorted(until.items()) if on
    )


def _next_due(known: Around) -> NextDue | None:
    due = known.next_due
    if due is None or due.on is None or policies.READ_RECORD not in known.may:
        return None
    why = address("desk:why", known.child.reference, due.key)
    return NextDue(what=due.rule.title, on=due.on, at=due.at, why_href=why)


def _places(request: HttpRequest, known: Around) -> tuple[Link, ...]:
    overview = address("desk:child", known.child.reference)
    places = [
        (text, address(name, known.child.reference)) for text, name, policy in PLACES if policy in known.may
    ]
    if known.states.early_help_since and policies.READ_EARLY_HELP in known.may:
        places.insert(1, ("Early help", address("early_help:episode", known.child.reference)))
    return tuple(
        Link(text, href, current=_is_at(request.path, href, exactly=href == overview))
        for text, href in places
        if href
    )


def _is_at(path: str, href: str, *, exactly: bool) -> bool:
    return path == href or (not exactly and path.startswith(href))
