"""What the chair reads, each member's own papers, the plan on the wall, and the letters of the same day: through HTTP."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Allocation, Case
from alongside.chronology.models import Entry
from alongside.conferences.models import Booking, Conference, PapersGiven
from alongside.conferences.services import book_conference, decide_with_too_few, keep_away, record_report
from alongside.conferences.services.book import Invited
from alongside.letters import dispatch, writing
from alongside.letters.duties import READ, duties_of, letters_of
from alongside.letters.models import Letter
from alongside.letters.reading import read_record
from alongside.letters.which import BY_ID
from alongside.people.models import Address, Danger, Person, Relationship, Residence
from tests.cast import NOW, TODAY
from tests.conferences.given import HELD, a_plan, noon

HOME = ("12 Harrow Lane, Wrenmouth", "WR4 2QT")
REVIEW = datetime(2025, 7, 8, 9, tzinfo=UTC)


@dataclass
class World:
    client: Client
    booking: Booking
    amara: Person
    grace: Person
    dana: Practitioner

    def at(self, name: str, *more: Any) -> str:
        return reverse(f"conference_day:{name}", args=[self.amara.reference, self.booking.pk, *more])

    def get(self, name: str, *more: Any) -> str:
        page = self.client.get(self.at(name, *more))
        assert page.status_code == 200, name
        return page.content.decode()

    def key(self, name: str) -> Any:
        return self.booking.invitations.get(name=name).pk


@pytest.fixture
def world(
    case: Case, amara: Person, dana: Practitioner, jamal: Practitioner, council: Agency, school: Agency, police: Agency,
    client: Client, monkeypatch: pytest.MonkeyPatch,
) -> World:  # fmt: skip
    """Amara's review is booked. Her mother Grace lives at a protected home; her father Theo must not find it."""
    monkeypatch.setattr(timezone, "now", lambda: NOW)
    a_plan(amara, dana, council, school, jamal)
    people = {}
    for given, kind in (("Grace", "mother"), ("Theo", "father")):
        one = Person.objects.create(
            area=amara.area,
            reference=f"WREN-{given.upper()}9",
            called=f"{given} Okoye",
            born_on=date(1990, 1, 1),
        )
        one.names.create(given=given, family="Okoye")
        Relationship.objects.create(
            person=one, other=amara, kind=kind, parental_responsibility="yes", from_on=TODAY
        )
        people[given] = one
    home = Address.objects.create(area=amara.area, lines=HOME[0], postcode=HOME[1])
    for one in (people["Grace"], amara):
        Residence.objects.create(
            person=one,
            address=home,
            protected=True,
            protected_from="Theo, who has threatened them",
            from_on=TODAY,
        )
    Danger.objects.create(
        person=people["Theo"], words="Has threatened staff", from_on=TODAY, recorded_by=dana
    )
    booking = book_conference(
        by=dana, children=[amara], kind="review", starts_at=REVIEW, place="Quay Room", chair=jamal, now=NOW,
        invitations=[
            Invited(name="Grace Okoye", part="mother"), Invited(name="Theo Okoye", part="father"),
            Invited(name="Amara Okoye"), Invited(name="Nell Adams", part="advocate"),
            Invited(name="Helen Marsh", agency=school, report_wanted=True), Invited(name="Tom Reed", agency=police, report_wanted=True),
        ],
    )  # fmt: skip
    record_report(
        by=dana, child=amara, booking=booking, agency=school, written_by="Helen Marsh", received_on=TODAY, shared_on=TODAY,
        words={"needs": "Amara is in school every day.", "harm": "She walks to 12 Harrow Lane alone."}, now=NOW,
    )  # fmt: skip
    client.force_login(dana)
    return World(client, booking, amara, people["Grace"], dana)


def test_the_chair_reads_one_page_before_the_sitting(world: World) -> None:
    page = world.get("preread")
    assert "Tom Reed, Estuary Police" in page or "Tom Reed" in page
    assert "Amara is in school every day." in page
    assert "Where <strong>Grace Okoye</strong> lives is protected: Theo, who has threatened them" in page
    assert "Theo Okoye: Has threatened staff" in page
    assert "I like it when Nana comes." in page
    assert "0 of 1 action done" in page
    assert "Working Together 2023" in page
    sheet = world.client.get(world.at("preread") + "?print=1").content.decode()
    assert sheet.count("<h1") == 1


def test_a_brother_of_the_sitting_is_read_too_and_counted_where_he_may_not_be(
    world: World, ben: Person, bens_case: Case, jamal: Practitioner, conference_team: object
) -> None:
    world.booking.children.create(case=bens_case)
    assert "Ben Okoye" in world.get("preread")

    Allocation.objects.create(
        area=world.amara.area, case=Case.objects.get(child=world.amara), practitioner=jamal, team=conference_team,
        from_on=TODAY, capacity=Allocation.Capacity.CONFERENCE_CHAIR,
    )  # fmt: skip
    world.client.force_login(jamal)
    page = world.get("preread")
    assert "1 more child of this sitting cannot be shown to you" in page


@pytest.fixture
def bens_case(ben: Person, dana: Practitioner, case: Case) -> Case:
    bens = Case.objects.create(area=ben.area, child=ben, opened_on=case.opened_on, recorded_by=dana)
    team = case.allocations.filter(practitioner=dana)[0].team
    Allocation.objects.create(area=ben.area, case=bens, practitioner=dana, team=team, from_on=bens.opened_on)
    return bens


@pytest.mark.parametrize(
    "name", ["Grace Okoye", "Theo Okoye", "Amara Okoye", "Nell Adams", "Helen Marsh", "Tom Reed"]
)
@pytest.mark.parametrize("form", ["view", "print", "docx"])
def test_no_papers_tell_a_protected_home(world: World, name: str, form: str) -> None:
    answer = world.client.get(world.at("paper", world.key(name), form))
    assert answer.status_code == 200
    said = answer.content.decode(errors="replace")
    assert "Harrow" not in said
    assert HOME[1] not in said
    if form == "view":
        assert ("Quay Room" in said.split("app-letter")[1]) is (name in ("Helen Marsh", "Tom Reed"))


def test_each_reader_has_what_they_may_see_and_no_more(world: World) -> None:
    father = world.get("paper", world.key("Theo Okoye"), "view")
    assert "Amara is in school every day." in father
    assert "1 part left out" in father
    assert "Report from" not in father
    assert "Report from" in world.get("paper", world.key("Tom Reed"), "view")
    child = world.get("paper", world.key("Amara Okoye"), "view")
    assert "Amara is in school every day." not in child
    advocate = world.get("paper", world.key("Nell Adams"), "view")
    assert "Amara is in school every day." not in advocate
    assert "What happens" in advocate
    police = world.get("paper", world.key("Tom Reed"), "view")
    assert "Go to the Tuesday group at the Quay" in police
    assert "0 of 1 action done." in police


def test_a_report_that_the_family_has_not_had_is_in_nobody_elses_papers(
    world: World, police: Agency, amara: Person
) -> None:
    record_report(by=world.dana, child=amara, booking=world.booking, agency=police, written_by="Tom Reed", received_on=TODAY,
                  words={"harm": "Under investigation."}, not_shared_because="It could warn him", now=NOW)  # fmt: skip
    assert "Under investigation." in world.get("paper", world.key("Tom Reed"), "view")
    for name in ("Grace Okoye", "Theo Okoye", "Helen Marsh"):
        said = world.get("paper", world.key(name), "view")
        assert "Under investigation." not in said
        assert "has not been shared with the family yet" in said


def test_a_parent_of_brothers_and_sisters_has_no_report_that_is_about_them_all(
    world: World, bens_case: Case
) -> None:
    world.booking.children.create(case=bens_case)
    said = world.get("paper", world.key("Theo Okoye"), "view")
    assert "Amara is in school every day." not in said
    assert "It is about brothers and sisters too." in said


def test_that_papers_were_given_is_kept_with_what_they_said(world: World) -> None:
    give = world.at("give", world.key("Grace Okoye"))
    assert world.client.post(give, {}).status_code == 422
    assert world.client.post(give, {"how": "by-hand"}).status_code == 303
    given = PapersGiven.objects.get()
    assert (given.left_out, len(given.digest)) == (1, 64)
    assert Entry.objects.get(kind="conference-papers-given").details["whom"] == "Grace Okoye"
    assert "By hand" in world.get("papers")

    keep_away(by=world.dana, child=world.amara, booking=world.booking, name="Theo Okoye", part="father",
              invitation=world.booking.invitations.get(name="Theo Okoye"), away_from="the whole conference", reasons="Threats",
              views_come="In writing", now=NOW)  # fmt: skip
    refused = world.client.post(world.at("give", world.key("Theo Okoye")), {"how": "post"})
    assert "is kept away from the whole conference" in refused.content.decode()
    shown = world.get("paper", world.key("Theo Okoye"), "view").split("app-letter")[1]
    assert "A report: The chair decides what of it you may have." in shown
    assert "Amara is in school every day." not in shown
    assert PapersGiven.objects.count() == 1


def test_the_wall_shows_what_is_typed_and_no_protected_home(world: World) -> None:
    record = reverse("conferences:record-review", args=[world.amara.reference])
    wall = reverse("conference_day:wall", args=[world.amara.reference, "review"])
    assert wall in world.client.get(record).content.decode()
    assert "Nothing has been typed yet" in world.client.get(wall).content.decode()
    typed = {
        "c0_decided": "continue", "c0_category": "neglect", "c0_needs-rows": "2", "c0_needs-0-need": "A calm home",
        "c0_needs-0-must_change": "Adults stay sober", "c0_needs-0-what": "Group on Tuesday", "c0_needs-0-owner": "Grace",
        "c0_needs-1-need": "Walk her from 12 Harrow Lane", "c0_child_views_known": "I am frightened of him.",
        "c0_members-0-name": "Nell Adams", "attendance-0-name": "Grace Okoye", "attendance-0-came": "present",
        "c0_review_on_day": "8", "c0_review_on_month": "10", "c0_review_on_year": "2025",
    }  # fmt: skip
    kept = world.client.post(f"{reverse('drafts:keep')}?of={record}", typed)
    assert kept.status_code == 200
    page = world.client.get(wall).content.decode()
    for words in (
        "The plan continues, for neglect",
        "A calm home",
        "Grace: Group on Tuesday",
        "Here: Grace Okoye",
        "8 October 2025",
        "1 line not shown here",
    ):
        assert words in page
    assert "Harrow" not in page
    assert "frightened" not in page


def test_nobody_else_sees_what_its_recorder_types(world: World, sam: Practitioner) -> None:
    record = reverse("conferences:record-review", args=[world.amara.reference])
    world.client.post(f"{reverse('drafts:keep')}?of={record}", {"c0_needs-0-need": "A calm home"})
    world.client.force_login(sam)
    page = world.client.get(reverse("conference_day:wall", args=[world.amara.reference, "review"]))
    assert "A calm home" not in page.content.decode()


def test_the_letters_of_a_conference_are_made_ready_the_same_day_the_familys_first(world: World) -> None:
    conference = Conference.objects.get()
    here = reverse("conference_day:afterwards", args=[world.amara.reference, conference.pk])
    shown = world.client.get(
        reverse("conferences:conference", args=[world.amara.reference, conference.pk])
    ).content.decode()
    assert here in shown
    page = world.client.get(here).content.decode()
    table = page[page.index("<tbody") :]
    assert table.index(", the child") < table.index(", father") < table.index(", agency")

    assert world.client.post(here).status_code == 303

    begun = list(Letter.objects.order_by("pk").values_list("audience", flat=True))
    assert begun[:3] == ["child", "parent", "parent"]
    assert "agency" in begun
    count = len(begun)
    world.client.post(here)
    assert Letter.objects.count() == count
    assert HELD < TODAY


@pytest.mark.parametrize("who", ["stranger", "relative", "helen", "tom", "ada"])
def test_strangers_and_partners_open_none_of_these_pages(
    world: World, who: str, request: pytest.FixtureRequest
) -> None:
    world.client.force_login(request.getfixturevalue(who))
    key = world.key("Grace Okoye")
    pages = [world.at("preread"), world.at("papers"), world.at("give", key), world.at("paper", key, "pdf"),
             reverse("conference_day:wall", args=[world.amara.reference, "review"]),
             reverse("conference_day:afterwards", args=[world.amara.reference, Conference.objects.get().pk])]  # fmt: skip
    assert [world.client.get(page).status_code for page in pages] == [404] * len(pages)


def test_no_such_form_member_conference_or_kind_is_not_there(world: World) -> None:
    key = world.key("Grace Okoye")
    nobody = "00000000-0000-7000-8000-000000000000"
    for page in (
        world.at("paper", key, "exe"), world.at("paper", nobody, "view"),
        reverse("conference_day:wall", args=[world.amara.reference, "party"]),
        reverse("conference_day:afterwards", args=[world.amara.reference, nobody]),
        reverse("conference_day:preread", args=[world.amara.reference, nobody]),
    ):  # fmt: skip
        assert world.client.get(page).status_code == 404, page
    assert noon(TODAY) < REVIEW


def test_a_conference_on_another_day_invites_everybody_anew(world: World) -> None:
    """A letter to the first day, or to an earlier conference, invites nobody to this one."""

    def invited() -> str:
        case = Case.objects.select_related("area").get(child=world.amara)
        found = duties_of(case, world.amara, letters_of(case), read_record(case, world.amara, READ))
        (grace,) = (
            one
            for one in found
            if one.kind.id == "conference-invitation" and one.reader.name == "Grace Okoye"
        )
        return grace.state

    assert invited() == "to-write"
    letter = writing.begin(by=world.dana, child=world.amara, kind=BY_ID["conference-invitation"],
                           reader=f"parent:{world.grace.pk}", about=None, now=NOW)  # fmt: skip
    dispatch.do_not_send(by=world.dana, letter=letter, because="I told her myself.", now=NOW)
    assert invited() == "not-sent"

    decide_with_too_few(
        by=world.dana, child=world.amara, booking=world.booking, there="Dana", missing="The police", decision="stood-down",
        reasons="Too little is known", interim_plan="Nana stays", meets_again_at=REVIEW + timedelta(days=7), now=REVIEW,
    )  # fmt: skip
    assert invited() == "to-write"
