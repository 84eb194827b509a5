"""A school's notice about a child it does not see here: a person at the front door says who it is, and the school is not told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from alongside.access.models import Restriction
from alongside.agencies.models import Agency, Area, Practitioner, Team
from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.matching import spellings
from alongside.notices.models import Notice
from alongside.partners import services
from alongside.partners.models import SchoolNotice
from alongside.partners.services import NoticeGiven
from alongside.people.models import Person
from alongside.referrals.models import Referral
from alongside.refusals import Refusal
from tests.cast import LONG_AGO, NOW, child_of
from tests.pages import MOST_QUERIES, Read

HERE = "/front-door/school-notices/"
BORN = date(2020, 9, 3)


@pytest.fixture(autouse=True)
def receiving(front_door: Team) -> Team:
    return front_door


def give(helen: Practitioner, school: Agency, name: str = "Amara Okoye", **other: object) -> SchoolNotice:
    told = {
        "kind": "young-carer",
        "from_on": date(2025, 4, 7),
        "words": "Cares for her mother.",
        "born_on": BORN,
    } | other
    return services.give_notice(
        by=helen,
        school=school,
        child=None,
        given=NoticeGiven(child_name=name, **told),
        now=NOW,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize("kind", SchoolNotice.Kind.values)
def test_each_kind_can_be_given_about_a_child_who_is_not_listed(
    helen: Practitioner, client: Client, kind: str
) -> None:
    client.force_login(helen)
    day = {f"{name}_{part}": value for name, days in (("from_on", ("7", "4", "2025")), ("to_on", ("8", "4", "2025")),
           ("born_on", ("3", "9", "2020"))) for part, value in zip(("day", "month", "year"), days, strict=True)}  # fmt: skip
    given = {
        "child": "not-here",
        "words": "So it is.",
        "possible": "10",
        "attended": "6",
        "absence": "neither",
        "usual": "no",
    }
    wrong = client.post(f"/school/notices/{kind}/", {**given, **day})
    assert (wrong.status_code, "Enter the child’s full name" in wrong.content.decode()) == (422, True)
    assert (
        client.post(f"/school/notices/{kind}/", {**given, **day, "child_name": "Kit Rowe"}).status_code == 303
    )
    assert (SchoolNotice.objects.get().child, SchoolNotice.objects.get().kind) == (None, kind)


def test_it_waits_on_the_board_and_leads_to_where_it_is_settled(
    helen: Practitioner, school: Agency, maya: Practitioner, read: Callable[..., Read]
) -> None:
    assert "No notice is waiting to be matched." in read(maya, HERE).text
    notice = give(helen, school)
    assert "School notices" in read(maya, "/front-door/").text
    listed = read(maya, HERE)
    assert "Cares for her mother." in listed.text
    assert f"{HERE}{notice.pk}/" in listed.body
    assert len(listed.sql) <= MOST_QUERIES
    for name in ("Kit Rowe", "Jo Penn", "Al Marsh"):
        give(helen, school, name)
    assert len(read(maya, HERE).sql) == len(listed.sql)


def test_matched_it_is_in_the_open_case_and_whoever_leads_is_told(
    case: Case, helen: Practitioner, school: Agency, maya: Practitioner, dana: Practitioner, client: Client
) -> None:
    notice = give(helen, school)
    client.force_login(maya)
    wrong = client.post(f"{HERE}{notice.pk}/", {"what": "matched", "reference": "WREN-NOBODY"})
    assert (wrong.status_code, "no record with this reference" in wrong.content.decode()) == (422, True)
    assert (
        client.post(f"{HERE}{notice.pk}/", {"what": "matched", "reference": "wren-amara2"}).status_code == 303
    )
    entry = Entry.objects.get(kind="school-notice-given")
    assert (entry.child, entry.source, "Cares for her mother." in entry.details["words"]) == (
        case.child,
        school.name,
        True,
    )
    assert Notice.objects.filter(to=dana).count() == 1
    assert client.get(f"{HERE}{notice.pk}/").status_code == 404


@pytest.mark.parametrize("known", [True, False])
def test_the_school_sees_the_same_whether_or_not_there_is_a_record(
    case: Case,
    helen: Practitioner,
    school: Agency,
    maya: Practitioner,
    read: Callable[..., Read],
    known: bool,
) -> None:
    name = "Amara Okoye" if known else "Kit Rowe"
    notice = give(helen, school, name)
    before = read(helen, "/school/").text
    if known:
        services.match_notice(by=maya, notice=notice, child=case.child, now=NOW)
    else:
        services.set_notice_aside(by=maya, notice=notice, because="Lives elsewhere.", now=NOW)
    assert read(helen, "/school/").text == before
    assert "The front door has it" in before
    assert "WREN-" not in read(helen, "/").text
    assert not Notice.objects.filter(to=helen)


def test_a_referral_is_asked_first_whether_there_is_a_record_and_counts_from_when_the_school_entered_it(
    amara: Person, helen: Practitioner, school: Agency, maya: Practitioner, client: Client
) -> None:
    spellings.keep(amara)
    notice = give(helen, school)
    client.force_login(maya)
    asked = client.post(f"{HERE}{notice.pk}/", {"what": "referral"}).content.decode()
    assert "WREN-AMARA2" in asked
    assert not Referral.objects.exists()
    later = NOW + timedelta(hours=3)
    referral = services.refer_notice(by=maya, notice=notice, known=amara, now=later)
    assert (referral.case.child, referral.received_at, referral.referrer_name) == (amara, NOW, "Helen Marsh")
    assert SchoolNotice.objects.get().matched_child == amara


def test_for_a_child_like_nobody_on_record_the_referral_is_made_at_once(
    helen: Practitioner, school: Agency, maya: Practitioner, client: Client
) -> None:
    notice = give(helen, school, "Kit Rowe", born_on=date(2014, 5, 1))
    client.force_login(maya)
    assert client.post(f"{HERE}{notice.pk}/", {"what": "referral"}).status_code == 303
    assert (Referral.objects.get().case.child.called, Referral.objects.get().referrer_agency) == (
        "Kit Rowe",
        None,
    )


def test_nothing_further_needs_a_reason_and_each_is_settled_once(
    helen: Practitioner, school: Agency, maya: Practitioner
) -> None:
    notice = give(helen, school)
    with pytest.raises(Refusal, match="Say why"):
        services.set_notice_aside(by=maya, notice=notice, because=" ", now=NOW)
    services.set_notice_aside(by=maya, notice=notice, because="Known to another area.", now=NOW)
    with pytest.raises(Refusal, match="dealt with already"):
        services.set_notice_aside(by=maya, notice=notice, because="Again.", now=NOW)


def test_a_record_closed_to_the_one_who_matches_or_of_another_area_is_not_matched(
    case: Case, wrenmouth: Area, helen: Practitioner, school: Agency, maya: Practitioner, stranger: Practitioner,
    client: Client,
) -> None:  # fmt: skip
    notice = give(helen, school)
    elsewhere = child_of(Area.objects.get(code="198"), "Amara Okoye", "FARH-AMARA2", BORN)
    Restriction.objects.create(child=case.child, practitioner=maya, why="Her niece", from_on=LONG_AGO)
    client.force_login(maya)
    for reference in ("WREN-AMARA2", elsewhere.reference):
        answer = client.post(f"{HERE}{notice.pk}/", {"what": "matched", "reference": reference})
        assert (answer.status_code, "no record with this reference" in answer.content.decode()) == (422, True)
    assert SchoolNotice.objects.get().matched_child is None


@pytest.mark.parametrize("who", ["helen", "dana", "stranger", "tom"])
def test_only_the_front_door_of_the_area_settles_it(
    who: str, helen: Practitioner, school: Agency, client: Client, request: pytest.FixtureRequest
) -> None:
    me, notice = request.getfixturevalue(who), give(helen, school)
    with pytest.raises(PermissionDenied):
        services.set_notice_aside(by=me, notice=notice, because="No.", now=NOW)
    client.force_login(me)
    assert client.get(f"{HERE}{notice.pk}/").status_code == 404
    assert b"Amara" not in client.get(HERE).content
