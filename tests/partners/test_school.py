"""What a school enters about its children, whom it reaches, and a file that goes to the next school."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from alongside.agencies.models import Agency, Area, Practitioner, Role, Team
from alongside.cases.models import Case, Involvement
from alongside.chronology.models import Entry, Shortfall
from alongside.notices.models import Notice
from alongside.partners import services
from alongside.partners.models import FileTransfer, SchoolNotice
from alongside.partners.services import NoticeGiven
from alongside.people.models import Person
from alongside.refusals import Refusal
from tests.cast import NOW, TODAY, child_of, practitioner
from tests.pages import MOST_QUERIES, Read

MONDAY = date(2025, 4, 7)
DAY = {"from_on_day": "7", "from_on_month": "4", "from_on_year": "2025"}
BORN = {"born_on_day": "1", "born_on_month": "5", "born_on_year": "2014"}


def give(by: Practitioner, school: Agency, child: Person | None, **given: object) -> SchoolNotice:
    return services.give_notice(
        by=by,
        school=school,
        child=child,
        given=NoticeGiven(**{"from_on": MONDAY, **given}),
        now=NOW,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"kind": "attendance", "possible": 10, "attended": 6, "absence": "persistent"},
         "6 of 10 sessions attended in the week of 7 April 2025. The school records persistent absence."),
        ({"kind": "suspension", "to_on": date(2025, 4, 9), "words": "Fought."}, "Suspended from 7 April 2025 to 9 April 2025. Fought."),
        ({"kind": "exclusion"}, "Permanently excluded from 7 April 2025."),
        ({"kind": "off-roll", "usual_transition": False}, "at a point that is not a usual transition."),
        ({"kind": "home-education"}, "they will educate at home."),
        ({"kind": "young-carer", "words": "Cares for her mother."}, "young carer since 7 April 2025. Cares for her mother."),
    ],
)  # fmt: skip
def test_a_notice_about_a_child_with_an_open_case_is_in_the_chronology(
    case: Case, school_involved: Involvement, amara: Person, helen: Practitioner, dana: Practitioner, school: Agency,
    front_door: Team, given: dict[str, object], said: str,
) -> None:  # fmt: skip
    notice = give(helen, school, amara, **given)
    entry = Entry.objects.get(kind="school-notice-given")

    assert said in entry.details["words"]
    assert (entry.source, notice.entry, entry.happened_on) == (school.name, entry, MONDAY)
    assert said[:40] in Notice.objects.get(to=dana).words
    told = Notice.objects.filter(team=front_door).exists()
    assert told is (given["kind"] in ("exclusion", "off-roll", "home-education"))


def test_a_child_who_is_not_seen_here_is_named_and_never_looked_up(
    case: Case, wrenmouth: Area, helen: Practitioner, school: Agency, front_door: Team
) -> None:
    """Kit has a record that the school may not know of: what happens is the same as for a child with none."""
    child_of(wrenmouth, "Kit Rowe", "WREN-KITRO2", date(2014, 5, 1))
    for name in ("Kit Rowe", "Nobody Atall"):
        notice = give(
            helen,
            school,
            None,
            kind="off-roll",
            child_name=name,
            born_on=date(2014, 5, 1),
            usual_transition=False,
        )
        assert (notice.child, notice.entry) == (None, None)
    first, second = Notice.objects.filter(team=front_door).order_by("made_at", "id")
    assert first.child is None
    assert first.words.replace("Kit Rowe", "") == second.words.replace("Nobody Atall", "")


def test_only_the_safeguarding_lead_of_a_school_gives_its_notices(
    case: Case,
    school_involved: Involvement,
    amara: Person,
    tom: Practitioner,
    school: Agency,
    helen: Practitioner,
) -> None:
    teacher = practitioner("Bo Teacher", school, Role.PARTNER_PRACTITIONER)
    for somebody in (tom, teacher):
        with pytest.raises(PermissionDenied):
            give(somebody, school, amara, kind="attendance")
    school_involved.to_on = TODAY
    school_involved.save()
    with pytest.raises(PermissionDenied):
        give(helen, school, amara, kind="attendance")


@pytest.mark.parametrize(
    ("given", "why"),
    [
        ({"kind": "attendance", "possible": 10, "attended": 11}, "More sessions"),
        ({"kind": "attendance", "from_on": date(2025, 4, 18)}, "future"),
        ({"kind": "suspension", "to_on": date(2025, 4, 1)}, "before the first"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_nothing(
    case: Case, school_involved: Involvement, amara: Person, helen: Practitioner, school: Agency,
    given: dict[str, object], why: str,
) -> None:  # fmt: skip
    with pytest.raises(Refusal, match=why):
        give(helen, school, amara, **given)
    assert not SchoolNotice.objects.exists()
    assert not Entry.objects.filter(kind="school-notice-given").exists()


def test_attendance_is_entered_on_its_page_and_shown_on_the_schools(
    case: Case, school_involved: Involvement, helen: Practitioner, client: Client
) -> None:
    client.force_login(helen)
    here = "/school/notices/attendance/WREN-AMARA2/"
    assert 'value="WREN-AMARA2" selected' in client.get(here).content.decode()
    given = {"child": "WREN-AMARA2", **DAY, "possible": "10", "attended": "6", "absence": "neither"}
    assert client.post(here, given | {"attended": "12"}).status_code == 422
    assert client.post(here, given).status_code == 303
    assert "6 of 10 sessions attended" in client.get("/school/").content.decode()


def test_leaving_the_roll_is_entered_for_a_child_not_on_the_list(
    helen: Practitioner, front_door: Team, client: Client
) -> None:
    client.force_login(helen)
    here = "/school/notices/off-roll/"
    given = {"child": "not-here", **DAY, "usual": "no", "words": "Moved away."}
    assert client.post(here, given).status_code == 422
    assert client.post(here, given | BORN | {"child_name": "Kit Rowe"}).status_code == 303
    assert "Kit Rowe, born 1 May 2014" in Notice.objects.get(team=front_door).words


@pytest.mark.parametrize("who", ["tom", "ruth", "dana", "stranger"])
def test_the_schools_pages_are_not_there_for_others(
    who: str, client: Client, request: pytest.FixtureRequest
) -> None:
    client.force_login(request.getfixturevalue(who))
    for page in ("/school/", "/school/notices/attendance/", "/school/files/", "/school/files/send/"):
        assert client.get(page).status_code == 404


def test_the_schools_page_costs_few_queries(
    case: Case, school_involved: Involvement, helen: Practitioner, read: Callable[..., Read]
) -> None:
    read(helen, "/school/")
    for page in ("/school/", "/school/notices/attendance/", "/school/files/", "/school/files/send/"):
        assert len(read(helen, page).sql) <= MOST_QUERIES


@pytest.fixture
def academy(wrenmouth: Area) -> Agency:
    agency = Agency.objects.create(name="Beacon Hill School", sector=Agency.Sector.EDUCATION)
    agency.areas.add(wrenmouth)
    return agency


@pytest.fixture
def dev(academy: Agency) -> Practitioner:
    """Dev leads on safeguarding at Beacon Hill School."""
    return practitioner("Dev Kapoor", academy, Role.SAFEGUARDING_LEAD)


@pytest.fixture
def file(helen: Practitioner, school: Agency, academy: Agency, dev: Practitioner) -> FileTransfer:
    return services.send_file(
        by=helen, sender=school, receiver=academy, child_name="Amara Okoye", born_on=date(2020, 9, 3),
        document_name="file.pdf", content=b"%PDF-TOKEN", summary="TOKEN of a summary", now=NOW,
    )  # fmt: skip


def test_a_receipt_shows_when_it_came_and_that_it_is_the_same(
    file: FileTransfer, helen: Practitioner, dev: Practitioner, client: Client, read: Callable[..., Read]
) -> None:
    digest = hashlib.sha256(b"%PDF-TOKEN").hexdigest()
    client.force_login(dev)
    page = client.get(f"/school/files/{file.pk}/").content.decode()
    assert digest in page.replace("<wbr>", "")
    assert "TOKEN of a summary" in page
    document = client.get(f"/school/files/{file.pk}/document/")
    assert hashlib.sha256(document.content).hexdigest() == digest
    assert document.headers["Content-Disposition"].startswith("attachment")
    client.post(f"/school/files/{file.pk}/received/")
    assert "Received 17 April 2025 at 14:00" in read(helen, "/school/files/").text
    assert "has received the safeguarding file" in Notice.objects.get(to=helen).words


def test_the_sender_sees_whether_it_came_and_not_what_it_says(
    file: FileTransfer, helen: Practitioner, client: Client
) -> None:
    client.force_login(helen)
    assert "TOKEN" not in client.get(f"/school/files/{file.pk}/").content.decode()
    assert client.get(f"/school/files/{file.pk}/document/").status_code == 404
    assert client.post(f"/school/files/{file.pk}/received/").status_code == 404
    with pytest.raises(PermissionDenied):
        services.acknowledge_file(by=helen, file=file, now=NOW)


@pytest.mark.parametrize("who", ["dana", "priya", "tom", "tilly", "teacher", "stranger"])
def test_nobody_but_the_two_safeguarding_leads_finds_it(
    file: FileTransfer,
    academy: Agency,
    wrenmouth: Area,
    who: str,
    client: Client,
    request: pytest.FixtureRequest,
) -> None:
    if who == "tilly":
        nursery = Agency.objects.create(name="Saltings Nursery", sector=Agency.Sector.EDUCATION)
        reader = practitioner("Tilly Moss", nursery, Role.SAFEGUARDING_LEAD)
    elif who == "teacher":
        reader = practitioner("Bo Teacher", academy, Role.PARTNER_PRACTITIONER)
    else:
        reader = request.getfixturevalue(who)
    client.force_login(reader)
    answers = {client.get(f"/school/files/{file.pk}/{end}").status_code for end in ("", "document/")}
    assert answers == {404}


def test_a_file_without_a_receipt_is_asked_after(
    file: FileTransfer, helen: Practitioner, dev: Practitioner, client: Client, monkeypatch: pytest.MonkeyPatch,
    read: Callable[..., Read],
) -> None:  # fmt: skip
    """17 April 2025 is the Thursday before Easter: five working days on is Monday 28 April."""
    assert "Say that the safeguarding file from Mill Lane Primary School has come" in read(dev, "/").text
    assert "Sent, not received yet" in read(helen, "/school/files/").text
    monkeypatch.setattr(timezone, "now", lambda: NOW + timedelta(days=11))
    assert "Ring Beacon Hill School" in read(helen, "/school/files/").text


def test_sending_on_the_page_explains_what_cannot_be_sent(
    school: Agency, helen: Practitioner, academy: Agency, client: Client
) -> None:
    client.force_login(helen)
    given = {"receiver": str(academy.pk), "child_name": "Kit Rowe", **BORN}
    nothing = client.post("/school/files/send/", given)
    assert "Choose a document, or write a summary" in nothing.content.decode()
    program = SimpleUploadedFile("run.exe", b"MZ")
    assert (
        "not a kind of file"
        in client.post("/school/files/send/", given | {"document": program}).content.decode()
    )
    huge = SimpleUploadedFile("big.pdf", b"%PDF" + b"0" * (5 * 1024 * 1024))
    too_large = client.post("/school/files/send/", given | {"document": huge}).content.decode()
    assert "larger than 5 MB" in too_large
    assert "Kit Rowe" in too_large
    sent = client.post(
        "/school/files/send/", given | {"document": SimpleUploadedFile("kit.pdf", b"%PDF-1.7")}
    )
    assert sent.status_code == 303
    assert FileTransfer.objects.get().size == 8


def test_a_file_goes_to_a_school_and_never_to_another_agency(
    school: Agency, helen: Practitioner, police: Agency
) -> None:
    for wrong in (police, school):
        with pytest.raises(Refusal, match="next school"):
            services.send_file(
                by=helen,
                sender=school,
                receiver=wrong,
                child_name="Kit",
                born_on=MONDAY,
                summary="x",
                now=NOW,
            )


@pytest.mark.parametrize(("known", "short"), [("", 1), ("Her brother has a plan.", 0)])
def test_leaving_the_roll_without_a_word_on_the_circumstances_falls_short_and_is_not_stopped(
    case: Case, school_involved: Involvement, amara: Person, helen: Practitioner, school: Agency, front_door: Team,
    known: str, short: int,
) -> None:  # fmt: skip
    """Working Together 2023, paragraph 130: a duty to tell, and what a school should tell."""
    give(helen, school, amara, kind="off-roll", usual_transition=False, known_needs=known, words="Moved.")
    assert Shortfall.objects.filter(rule_id="school.roll-circumstances").count() == short


def test_the_form_cites_the_duty_and_what_should_be_told_with_their_force(
    school: Agency, helen: Practitioner, read: Callable[..., Read]
) -> None:
    page = read(helen, "/school/notices/off-roll/").text
    assert "Tell the authority before a child is taken off the school roll must" in page
    assert "What a school tells of a child who leaves the roll at an unusual point should" in page
