"""A partner sees its own part. Words that stand nowhere else are planted in every part of the record."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from alongside import written_once
from alongside.access.models import Restriction
from alongside.agencies.models import Agency, Area, Practitioner
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.conferences.models import Booking
from alongside.front_door.models import Receipt
from alongside.partners import part, services
from alongside.partners.home import is_for
from alongside.partners.services import NoticeGiven, Told
from alongside.people.models import Person
from alongside.plans.models import Action
from alongside.referrals.front_door import Decided, decide
from alongside.referrals.services import ReferralGiven, ReferredChild, Said, make_referral
from alongside.section47.models import StrategyDiscussion
from alongside.section47.said import ActionAgreed
from alongside.section47.services import record_enquiry_step
from tests.cast import LONG_AGO, NOW, TODAY
from tests.pages import MOST_QUERIES, Read
from tests.section47.scenes import discuss, from_agency

#: Who may find each planted word: those whose own it is, and those who read the whole record.
WHOLE = {"dana", "jamal"}
MAY_FIND = {
    "SCHOOLREPORT": {"helen"} | WHOLE,
    "POLICEREPORT": {"tom"} | WHOLE,
    "SCHOOLTOLD": {"helen"} | WHOLE,
    "POLICETOLD": {"tom"} | WHOLE,
    "ATTENDANCE6": {"helen"} | WHOLE,
    "BREAKFASTCLUB": {"helen"} | WHOLE,
    "PATROLPAST": {"tom", "helen"} | WHOLE,
    "FORCEKNEW": {"tom"} | WHOLE,
    "HOSPITALKNEW": {"ruth"} | WHOLE,
    "FORCEASKED": {"tom"} | WHOLE,
    "FORTHELEAD": WHOLE,
    "DRAFTOFPOLICE": {"tom"},
}
CAST = ("helen", "tom", "ruth", "ada", "wyn", "stranger", "relative", "dana", "jamal")


@pytest.fixture
def planted(
    booking: Booking, action: Action, amara: Person, helen: Practitioner, tom: Practitioner, dana: Practitioner,
    school: Agency, police: Agency, hospital: Agency, police_involved: object, chaired: None,
) -> Booking:  # fmt: skip
    """helen's school is in the core group and so reads the whole plan; tom's force works with Amara and does not."""
    not_shared = {"not_shared_because": "Not yet.", "now": NOW}
    for by, agency, word in ((helen, school, "SCHOOLREPORT"), (tom, police, "POLICEREPORT")):
        services.send_report(
            by=by, child=amara, booking=booking, agency=agency, words={"harm": word}, **not_shared
        )  # type: ignore[arg-type]
    for by, agency, word in ((helen, school, "SCHOOLTOLD"), (tom, police, "POLICETOLD")):
        told = Told(about="child", fact=word, family_knows="yes")
        services.send_information(by=by, child=amara, agency=agency, told=told, now=NOW)
    given = NoticeGiven(
        kind="attendance", from_on=date(2025, 4, 7), possible=10, attended=6, words="ATTENDANCE6"
    )
    services.give_notice(by=helen, school=school, child=amara, given=given, now=NOW)
    action.what = "BREAKFASTCLUB"
    action.save()
    Action.objects.create(
        need=action.need, what="PATROLPAST", owner="Tom Reed", agency=police, by_when=date(2025, 4, 30), agreed_on=TODAY,
        recorded_at=NOW, recorded_by=dana,
    )  # fmt: skip
    discuss(
        dana, amara, TODAY, decision="section-17-assessment", participants=(
            from_agency(police, name="Tom Reed", information="FORCEKNEW", view="cause"),
            from_agency(hospital, name="Ruth Keane", information="HOSPITALKNEW"),
        ), actions=(ActionAgreed(what="FORCEASKED", agency=police),),
    )  # fmt: skip
    kinds.PLAN_CHANGED.record(booking.children.get().case, on=TODAY, by=dana, now=NOW, what="FORTHELEAD")
    return booking


PAGES = (
    "desk:child", "desk:timeline", "desk:timeline-print", "desk:people", "desk:decisions", "desk:due-dates", "plans:plan",
    "plans:print", "plans:core-groups", "conferences:history", "partners:child", "family_help:plan", "visits:visits",
)  # fmt: skip


def found_by(client: Client, who: Practitioner, booking: Booking) -> str:
    """Everything this practitioner can open around Amara, in one text."""
    client.force_login(who)
    addresses = ["/", "/search/?q=amara", "/tell-us/", "/school/", "/notices/", "/referrals/"]
    addresses += [reverse(name, args=["WREN-AMARA2"]) for name in PAGES]
    for name in ("conferences:booking", "partners:invitation", "partners:report"):
        addresses.append(reverse(name, args=["WREN-AMARA2", booking.pk]))
    addresses += [
        reverse("section47:strategy-discussion", args=["WREN-AMARA2", one.pk])
        for one in StrategyDiscussion.objects.all()
    ]
    addresses += [reverse("partners:action", args=["WREN-AMARA2", one.pk]) for one in Action.objects.all()]
    answers = [client.get(address, follow=True) for address in addresses]
    return " ".join(answer.content.decode() for answer in answers if answer.status_code == 200)


@pytest.mark.parametrize("who", CAST)
def test_each_finds_its_own_part_and_no_other_agencys(
    planted: Booking, who: str, client: Client, request: pytest.FixtureRequest
) -> None:
    everything = found_by(client, request.getfixturevalue(who), planted)
    found = {word for word in MAY_FIND if word in everything}
    assert found == {word for word, may in MAY_FIND.items() if who in may} - {"DRAFTOFPOLICE"}


def test_a_part_that_forgot_whose_it_is_would_be_seen(
    planted: Booking, helen: Practitioner, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The seeded fault: asked without the agency, the page of the school tells what the police told."""
    whole = part._lists
    monkeypatch.setattr(part, "_lists", lambda child, me: [
        *(one for one in whole(child, me) if "chronology_entry" not in str(one.query)),
        part.listed_as("entry", part.Entry.objects.filter(child=child, kind__in=part.TOLD), name="kind",
                       detail=part.Cast("details", part.TextField()), from_on="happened_on"),
    ])  # fmt: skip
    assert "POLICETOLD" in found_by(client, helen, planted)


def test_those_who_took_part_read_their_own_part_again_and_nothing_else(
    case: object, amara: Person, dana: Practitioner, tom: Practitioner, ruth: Practitioner, police: Agency,
    hospital: Agency, read: Callable[..., Read],
) -> None:  # fmt: skip
    discuss(
        dana, amara, TODAY, actions=(ActionAgreed(what="Look at the sighting", agency=police, by_on=TODAY),),
        participants=(
            from_agency(police, name="Tom Reed", information="Called to the flat.", view="cause", dissent="Too slow."),
            from_agency(hospital, name="Ruth Keane", information="Missed two appointments."),
        ),
    )  # fmt: skip
    record_enquiry_step(
        by=dana, child=amara, kind="joint-interview", done_on=TODAY, agency=police, with_whom="Amara",
        words="Amara was talked to with Tom Reed.", now=NOW,
    )  # fmt: skip
    theirs = read(tom, "/children/WREN-AMARA2/our-part/").text
    for words in ("Called to the flat.", "Reasonable cause to suspect significant harm", "Too slow.",
                  "Look at the sighting", "talked to with Tom Reed", "section 47 enquiries"):  # fmt: skip
        assert words in theirs, words
    assert "Missed two" not in theirs
    assert "A bruise." not in theirs
    health = read(ruth, "/children/WREN-AMARA2/our-part/").text
    assert "Missed two appointments." in health
    for words in ("Called to the flat", "Too slow", "sighting", "talked to with"):
        assert words not in health, words


def test_what_is_marked_for_others_is_not_told_again(
    case: object,
    amara: Person,
    dana: Practitioner,
    ruth: Practitioner,
    hospital: Agency,
    read: Callable[..., Read],
) -> None:
    said = from_agency(hospital, name="Ruth Keane", information="Missed two appointments.")
    record = discuss(dana, amara, TODAY, participants=(said,))
    written_once.lift(connection)
    Entry.objects.filter(pk=record.entry_id).update(sealed_for="police-intelligence")
    written_once.lay(connection)
    assert "Missed two appointments." not in read(ruth, "/children/WREN-AMARA2/our-part/").text


def test_a_draft_stays_with_the_agency_that_writes_it(
    booking: Booking,
    amara: Person,
    tom: Practitioner,
    helen: Practitioner,
    dana: Practitioner,
    police: Agency,
    client: Client,
) -> None:
    services.keep_draft(
        by=tom, child=amara, booking=booking, agency=police, typed="h_harm=DRAFTOFPOLICE", now=NOW
    )
    for who, finds in ((tom, True), (helen, False), (dana, False)):
        assert ("DRAFTOFPOLICE" in found_by(client, who, booking)) is finds


def test_an_agency_that_is_only_invited_sees_the_child_until_the_conference_is_over(
    booking: Booking, ruth: Practitioner, read: Callable[..., Read], dana: Practitioner, amara: Person
) -> None:
    assert "Amara Okoye" in read(ruth, "/").text
    assert read(ruth, "/children/WREN-AMARA2/our-part/").status == 200
    from alongside.conferences.services import cancel_booking

    cancel_booking(by=dana, child=amara, booking=booking, because="Ill.")
    assert "Amara" not in read(ruth, "/").body
    assert read(ruth, "/children/WREN-AMARA2/our-part/").status == 404


def test_a_record_closed_to_somebody_is_closed_on_every_partner_page(
    planted: Booking, helen: Practitioner, amara: Person, client: Client
) -> None:
    Restriction.objects.create(child=amara, practitioner=helen, why="A cousin", from_on=LONG_AGO)
    everything = found_by(client, helen, planted)
    assert [word for word in (*MAY_FIND, "Amara") if word in everything] == []


def test_the_first_page_of_a_partner_holds_what_is_asked_whom_they_work_with_and_what_they_told(
    booking: Booking, action: Action, helen: Practitioner, read: Callable[..., Read]
) -> None:
    page = read(helen, "/")
    assert page.h1 == ["My work"]
    for words in (
        "Say whether you come to the review conference", "Write your report to the review conference",
        "Breakfast club every day", "Child protection plan, neglect, since 14 April 2025",
        "Dana Wright, Harbour team", "You have made no referral yet",
    ):  # fmt: skip
        assert words in page.text
    assert page.links("Answer: Say whether you come")[0].endswith("/invitation/")


def test_the_first_page_costs_the_same_however_many_children(
    booking: Booking,
    helen: Practitioner,
    school: Agency,
    dana: Practitioner,
    wrenmouth: object,
    read: Callable[..., Read],
) -> None:
    from alongside.cases.models import Case, Involvement
    from tests.cast import child_of

    read(helen, "/")
    few = len(read(helen, "/").sql)
    for number in range(60):
        child = child_of(wrenmouth, f"Child {number:02}", f"WREN-MANY{number:02}")  # type: ignore[arg-type]
        case = Case.objects.create(area=child.area, child=child, opened_on=TODAY, recorded_by=dana)
        Involvement.objects.create(area=child.area, case=case, agency=school, why="School", from_on=TODAY)
    page = read(helen, "/")
    assert len(page.sql) == few <= MOST_QUERIES
    (onward,) = page.links("More children")
    after = read(helen, f"/{onward}")
    assert "Child 40" in after.text
    assert "Child 02" not in after.text


@pytest.mark.parametrize(
    ("who", "partner"), [("helen", True), ("tom", True), ("ruth", True), ("dana", False), ("ada", False)]
)
def test_the_first_page_is_the_partners_own_for_those_who_work_in_partner_agencies_alone(
    who: str, partner: bool, request: pytest.FixtureRequest
) -> None:
    assert is_for(request.getfixturevalue(who)) is partner


def test_what_came_of_a_referral_stands_with_the_reference_of_its_receipt(
    wrenmouth: Area, front_door: object, helen: Practitioner, priya: Practitioner, read: Callable[..., Read]
) -> None:
    given = ReferralGiven(
        received_at=NOW, referrer_kind="practitioner", referrer=helen, family_asked="agreed", immediate_danger="no",
        statements=[Said(kind="concern", said_by="Helen Marsh", words="She is thin.")],
    )  # fmt: skip
    (referral,) = make_referral(
        by=helen, area=wrenmouth, children=[ReferredChild(given="Cleo", family="Abara")], given=given, now=NOW
    )
    Receipt.objects.create(
        area=wrenmouth, submission=referral.submission, reference="WREN-R-0001", door="public-form", sender="helen",
        idempotency_key="1", digest="", status_digest="x", made_at=NOW,
    )  # fmt: skip
    assert "Referral WREN-R-0001 of Thu 17 Apr 2025 · waiting for a decision" in read(helen, "/").text
    decided = Decided(
        outcome="no-further-action", reasons="Known to her doctor.", to_tell_referrer="Ring her GP, please."
    )
    decide(by=priya, referrals=[referral], decided=decided, now=NOW)
    assert "decided on Thu 17 Apr 2025 Ring her GP, please." in read(helen, "/").text
