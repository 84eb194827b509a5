"""Who is away and who covers: what the cover may see and do, from the first day to the last and not a moment after."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.access import policies
from alongside.access.models import AdministrativeChange, Restriction
from alongside.agencies.models import Absence, Agency, Area, Post, Practitioner, Role, Team
from alongside.audit.models import Row
from alongside.cases.models import Allocation, Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.desk.away import change_cover, end_absence, say_away
from alongside.desk.corrections import correct_entry
from alongside.notices.models import Notice
from alongside.people.models import Person
from alongside.refusals import Refusal
from tests.cast import NOW, TODAY, practitioner
from tests.pages import MOST_QUERIES, Read
from tests.two_writers import save, typed

DAY = timedelta(days=1)
AWAY, TEAM_AWAY = "/away/", "/team/away/"
RECORD = "/children/WREN-AMARA2/"


@pytest.fixture
def beacon(council: Agency, wrenmouth: Area) -> Team:
    return Team.objects.create(
        agency=council, area=wrenmouth, name="Beacon team", purpose=Team.Purpose.HELP_AND_PROTECTION
    )


@pytest.fixture
def nina(beacon: Team) -> Practitioner:
    """Nina is a social worker of another team, and covers for Dana."""
    return practitioner("Nina Castell", beacon, Role.SOCIAL_WORKER, social_work=True)


def said(by: Practitioner, who: Practitioner, cover: Practitioner | None, **more: Any) -> Absence:
    given: dict[str, Any] = {"from_on": TODAY, "to_on": TODAY + 7 * DAY, "now": NOW} | more
    return say_away(by=by, practitioner=who, covered_by=cover, **given)


def at(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    monkeypatch.setattr(timezone, "now", lambda: NOW + (day - TODAY))


def test_the_cover_opens_the_record_from_the_first_day_to_the_last(
    read: Callable[..., Read],
    case: Case,
    dana: Practitioner,
    nina: Practitioner,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said(dana, dana, nina, from_on=TODAY + DAY, to_on=TODAY + 2 * DAY)
    opened = []
    for days in range(5):
        at(monkeypatch, TODAY + days * DAY)
        opened.append(read(nina, RECORD).status)
    assert opened == [404, 200, 200, 404, 404]


def test_the_page_who_can_see_and_the_opening_log_say_for_whom_and_until_when(
    read: Callable[..., Read], case: Case, dana: Practitioner, nina: Practitioner
) -> None:
    said(dana, dana, nina)
    page = read(nina, RECORD)
    assert page.status == 200
    assert "You cover for Dana Wright until 24 April 2025" in page.body
    assert len(page.sql) <= MOST_QUERIES
    why = "you cover for the lead practitioner, Dana Wright, until 24 April 2025"
    assert Row.objects.get(about=case.child_id, actor=nina.pk, page="desk:child").reasons == [why]
    mine = read(nina, RECORD + "who-can-see/")
    assert f"You can see this because {why}." in mine.text
    hers = read(dana, RECORD + "who-can-see/")
    assert "while they are away Nina Castell, for Dana Wright until 24 April 2025" in hers.text
    assert "They cover for the lead practitioner, Dana Wright, until 24 April 2025" in hers.text
    assert "You cover for" not in read(dana, RECORD).body


def test_it_ends_at_once_when_the_absent_one_is_back(
    read: Callable[..., Read], client: Client, case: Case, dana: Practitioner, nina: Practitioner
) -> None:
    one = said(dana, dana, nina)
    assert read(nina, RECORD).status == 200
    client.force_login(dana)
    where = reverse("desk:end-away", args=(one.pk,))
    assert "It ends at once" in client.get(where).content.decode()
    assert client.post(where, typed(client.get(where))).status_code == 303
    assert read(nina, RECORD).status == 404
    assert not policies.READ_CHILD.allows(case.child, Practitioner.objects.get(pk=nina.pk))
    assert Notice.objects.filter(to=nina, words="You cover for Dana Wright no longer.").exists()
    with pytest.raises(Refusal, match="over already"):
        end_absence(by=dana, absence=one, now=NOW)


def test_what_the_cover_may_do_is_recorded_as_theirs_and_says_for_whom(
    read: Callable[..., Read], case: Case, dana: Practitioner, nina: Practitioner, sam: Practitioner
) -> None:
    said(dana, dana, nina)
    entry = kinds.CHILD_SEEN.record(
        case,
        on=TODAY,
        by=nina,
        now=NOW,
        practitioner="Nina Castell",
        alone="yes",
        said="Hello.",
        where="home",
    )
    assert (entry.recorded_by, entry.details["covering_for"]) == (nina, "Dana Wright")
    assert "by Nina Castell, covering for Dana Wright" in read(sam, RECORD + "timeline/").text
    assert "by Nina Castell, covering for Dana Wright" in read(sam, f"{RECORD}timeline/{entry.pk}/").text
    mine = kinds.ACCESS_CHANGED.record(case, on=TODAY, by=dana, now=NOW)
    assert "covering_for" not in mine.details
    # Whoever corrects it later covers for nobody.
    corrected = correct_entry(by=sam, entry=entry, happened_on=TODAY - DAY, reason="A day early.", now=NOW)
    assert "covering_for" not in corrected.details


def test_what_is_due_stands_under_for_whom_one_covers_and_drops_out_when_they_return(
    read: Callable[..., Read], on_a_plan: Case, dana: Practitioner, nina: Practitioner
) -> None:
    assert "You cover for" not in read(nina, "/").text
    one = said(dana, dana, nina)
    page = read(nina, "/")
    assert "You cover for Dana Wright until 24 April 2025" in page.text
    assert page.links("Record a core group") == ["/children/WREN-AMARA2/plan/core-groups/record/"]
    assert page.text.index("Nothing of yours is due") < page.text.index("You cover for Dana Wright until")
    assert len(page.sql) <= MOST_QUERIES
    assert read(nina, "/children/WREN-AMARA2/plan/core-groups/record/").status == 200
    end_absence(by=dana, absence=one, now=NOW)
    assert "Amara" not in read(nina, "/").text


def test_the_chair_is_covered_by_a_chair_who_then_chairs(
    read: Callable[..., Read], on_a_plan: Case, jamal: Practitioner, nina: Practitioner, conference_team: Team,
) -> None:  # fmt: skip
    lena = practitioner("Lena Frost", conference_team, Role.CONFERENCE_CHAIR, social_work=True)
    Allocation.objects.create(
        area=on_a_plan.area, case=on_a_plan, practitioner=jamal, team=conference_team, from_on=TODAY,
        capacity=Allocation.Capacity.CONFERENCE_CHAIR,
    )  # fmt: skip
    with pytest.raises(Refusal, match="Nina Castell cannot cover for Jamal Amin"):
        said(jamal, jamal, nina)
    said(jamal, jamal, lena)
    page = read(lena, "/")
    assert "You cover for Jamal Amin until 24 April 2025" in page.text
    again = Practitioner.objects.get(pk=lena.pk)
    assert policies.RECORD_CONFERENCE.allows(on_a_plan.child, again)
    assert not policies.WRITE_ASSESSMENT.allows(on_a_plan.child, again)


MAY = {
    "read-child", "read-record", "record-visit", "write-assessment", "keep-plan", "keep-child-in-need-plan", "write-letters",
    "record-section-47", "record-conference", "explain-access", "keep-strands", "correct-entry",
}  # fmt: skip
MAY_NOT = {
    "allocate", "approve-assessment", "close-case", "seal", "lift-conflict", "release-address", "supervise-case",
    "note-for-named-eyes", "decide-referral", "ask-partner", "join-records", "hold-record",
}  # fmt: skip


@pytest.mark.parametrize("away", ["dana", "sam"])
def test_the_cover_may_what_follows_from_the_part_in_the_case_and_nothing_that_follows_from_managing(
    case: Case, dana: Practitioner, sam: Practitioner, nina: Practitioner, away: str
) -> None:
    """Sam manages the team and leads on nobody: whoever covers for him sees nobody more."""
    who = {"dana": dana, "sam": sam}[away]
    said(who, who, nina)
    again = Practitioner.objects.get(pk=nina.pk)
    about = {policy.id: policy for policy in policies.POLICIES if policy.about == "child"}
    allowed = {name for name in MAY | MAY_NOT if about[name].allows(case.child, again)}
    assert allowed == (MAY if away == "dana" else set())


def test_a_record_closed_to_the_cover_stays_closed_and_whoever_says_so_is_told(
    read: Callable[..., Read],
    client: Client,
    case: Case,
    dana: Practitioner,
    nina: Practitioner,
    sam: Practitioner,
) -> None:
    Restriction.objects.create(child=case.child, practitioner=nina, why="Her niece", from_on=TODAY)
    client.force_login(dana)
    where = reverse("desk:say-away", args=(dana.pk,))
    answer = save(client, where, typed(client.get(where)) | filled(nina))
    told = client.get(answer.url).content.decode()
    assert "1 of these children’s records is closed to Nina Castell, and stays so" in told
    assert read(nina, RECORD).status == 404
    assert "Amara" not in read(nina, "/").text
    assert "(1 of the records is closed to them)" in read(sam, TEAM_AWAY).text


def filled(cover: Practitioner | None, first: date = TODAY, last: date = TODAY + 7 * DAY) -> dict[str, str]:
    found = {"covered_by": str(cover.pk) if cover else ""}
    for name, day in (("from_on", first), ("to_on", last)):
        found |= {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}
    return found


def test_one_says_it_oneself_through_the_pages(
    client: Client, read: Callable[..., Read], case: Case, dana: Practitioner, nina: Practitioner
) -> None:
    assert reverse("desk:away") in read(dana, "/").body
    assert reverse("desk:say-away", args=(dana.pk,)) in read(dana, AWAY).links("Say when you are away")
    client.force_login(dana)
    where = reverse("desk:say-away", args=(dana.pk,))
    assert save(client, where, typed(client.get(where)) | filled(nina)).status_code == 303
    (one,) = Absence.objects.all()
    assert (one.practitioner, one.covered_by, one.to_on, one.recorded_by) == (
        dana,
        nina,
        TODAY + 7 * DAY,
        dana,
    )
    assert "Thursday" not in read(dana, AWAY).h1[0]
    assert "17 April 2025 Last day 24 April 2025 Who covers Nina Castell" in read(dana, AWAY).text
    assert "Dana Wright" in read(nina, AWAY).text
    assert (
        Notice.objects.get(to=nina).words == "You cover for Dana Wright from 17 April 2025 to 24 April 2025."
    )
    assert "Nina Castell covers." in AdministrativeChange.objects.get().words


def test_a_form_that_is_wrong_keeps_what_was_typed(
    client: Client, case: Case, dana: Practitioner, nina: Practitioner
) -> None:
    client.force_login(dana)
    where = reverse("desk:say-away", args=(dana.pk,))
    backwards = filled(nina, TODAY + 7 * DAY, TODAY + DAY)
    told = client.post(where, typed(client.get(where)) | backwards)
    answer = client.post(where, typed(told) | {"step": "confirm"})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "The last day away is before the first." in page
    assert f'value="{nina.pk}" selected' in page
    assert client.post(where, typed(client.get(where))).status_code == 422
    assert not Absence.objects.exists()


@pytest.mark.parametrize(
    ("days", "why"),
    [
        ((1, 0), "before the first"),
        ((-9, -1), "These days are over"),
        ((7, 9), "Some of these days are taken"),
    ],
)
def test_days_that_cannot_be_are_refused(
    case: Case, dana: Practitioner, nina: Practitioner, days: tuple[int, int], why: str
) -> None:
    said(dana, dana, nina)
    first, last = (TODAY + number * DAY for number in days)
    with pytest.raises(Refusal, match=why) as refused:
        said(dana, dana, nina, from_on=first, to_on=last)
    assert refused.value.do
    assert Absence.objects.count() == 1


def test_a_cover_of_a_cover_is_refused_from_both_ends(
    case: Case, dana: Practitioner, nina: Practitioner, sam: Practitioner, olu: Practitioner
) -> None:
    said(dana, dana, nina)
    with pytest.raises(Refusal, match="Nina Castell covers for somebody in that time") as refused:
        said(nina, nina, olu)
    assert refused.value.do == "Choose another to cover for Dana Wright first."
    with pytest.raises(Refusal, match="Dana Wright is away in that time"):
        said(sam, olu, dana)
    # When another covers for Dana, Nina may go; what was so until then stays on record.
    change_cover(by=dana, absence=Absence.objects.get(), covered_by=olu, now=NOW)
    assert said(nina, nina, sam).covered_by == sam
    assert Absence.objects.filter(practitioner=dana, ended_by=dana, covered_by=nina).count() == 1


def test_who_cannot_cover(
    case: Case,
    dana: Practitioner,
    stranger: Practitioner,
    helen: Practitioner,
    wyn: Practitioner,
    nina: Practitioner,
) -> None:
    Post.objects.filter(practitioner=nina).update(to_on=TODAY - DAY)
    for cover in (stranger, helen, wyn, nina):
        with pytest.raises(Refusal, match=f"{cover} cannot cover for Dana Wright"):
            said(dana, dana, cover)
    with pytest.raises(Refusal, match="Nobody covers for themselves"):
        said(dana, dana, dana)
    assert not Absence.objects.exists()


def test_who_may_not_say_it(
    read: Callable[..., Read], case: Case, dana: Practitioner, nina: Practitioner, olu: Practitioner, sam: Practitioner,
    helen: Practitioner, stranger: Practitioner,
) -> None:  # fmt: skip
    one = said(sam, dana, nina)
    assert one.recorded_by == sam
    assert Notice.objects.filter(to=dana, words__contains="Sam Birch recorded that you are away").exists()
    for who in (olu, nina, helen, stranger):
        assert read(who, reverse("desk:say-away", args=(dana.pk,))).status == 404
        assert read(who, reverse("desk:end-away", args=(one.pk,))).status == 404
        assert read(who, reverse("desk:change-cover", args=(one.pk,))).status == 404
        with pytest.raises(PermissionDenied):
            end_absence(by=who, absence=one, now=NOW)
    for who in (olu, helen):
        assert read(who, TEAM_AWAY).status == 404
    assert read(helen, AWAY).status == 404
    assert "Dana" not in read(stranger, TEAM_AWAY).text


def test_the_manager_sees_who_is_away_and_is_told_of_whom_nobody_covers_and_of_those_who_left(
    read: Callable[..., Read], case: Case, dana: Practitioner, sam: Practitioner, olu: Practitioner, nina: Practitioner,
    many: Callable[[int], list[Case]],
) -> None:  # fmt: skip
    assert reverse("desk:team-away") in read(sam, "/team/").links("Who is away, and who covers")
    said(sam, dana, None)
    page = read(sam, TEAM_AWAY)
    assert (
        "Dana Wright Leads on or chairs for 1 Away 17 April 2025 to 24 April 2025: Nobody covers Choose who covers"
        in page.text
    )
    few = len(page.sql)
    many(30)
    assert len(read(sam, TEAM_AWAY).sql) == few <= MOST_QUERIES
    change_cover(by=sam, absence=Absence.objects.get(ended_at=None), covered_by=nina, now=NOW)
    assert "Nobody covers" not in read(sam, TEAM_AWAY).text
    Absence.objects.update(ended_at=NOW, ended_by=sam)
    Post.objects.filter(practitioner=dana).update(to_on=TODAY - DAY)
    assert "No longer works here, and nobody covers" in read(sam, TEAM_AWAY).text
    said(sam, dana, nina)
    assert "No longer works here" not in read(sam, TEAM_AWAY).text
    assert read(nina, RECORD).status == 200


def test_entries_of_others_are_as_they_were(
    case: Case, amara: Person, sam: Practitioner, dana: Practitioner
) -> None:
    said(sam, sam, dana)
    kinds.ACCESS_CHANGED.record(case, on=TODAY, by=dana, now=NOW)
    assert "covering_for" not in Entry.objects.get().details
