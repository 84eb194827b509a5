"""From end to end: a school refers two siblings, follows what is decided, reports to a conference, and sees only its part."""

from __future__ import annotations

from collections.abc import Callable

from django.test import Client

from alongside.agencies.models import Agency, Area, Practitioner, Team
from alongside.conferences.models import ConferenceReport
from alongside.conferences.services import book_conference
from alongside.conferences.services.book import Invited
from alongside.partners import services
from alongside.referrals.front_door import Decided, allocate_lead, decide
from alongside.referrals.models import Referral
from tests.cast import NOW
from tests.conferences.given import noon
from tests.pages import Read
from tests.partners.conftest import REVIEW_ON

SENT = {
    "children-rows": "2", "children-0-given": "Zoe", "children-0-family": "Penn", "children-1-given": "Max",
    "children-1-family": "Penn", "siblings": "yes", "immediate_danger": "no", "whereabouts": "In school",
    "fact": "Zoe came without a coat.", "fact_by": "Class teacher", "concern": "Nobody is there at night.",
    "family_asked": "agreed",
}  # fmt: skip
REPORT = {"h_harm": "SCHOOLSAID", "shared": "no", "not_shared_because": "Not yet."}


def test_a_school_refers_follows_reports_and_sees_only_its_own_part(
    wrenmouth: Area, front_door: Team, harbour_team: Team, helen: Practitioner, tom: Practitioner, priya: Practitioner,
    sam: Practitioner, dana: Practitioner, school: Agency, police: Agency, client: Client, read: Callable[..., Read],
) -> None:  # fmt: skip
    client.force_login(helen)
    sent = client.post("/referrals/new/", SENT | {"step": "confirm"})
    assert sent.status_code == 303, sent.content.decode()
    zoe, max_ = Referral.objects.order_by("id")
    assert (zoe.submission, zoe.referrer) == (max_.submission, helen)
    mine = sent.headers["Location"]
    assert "waiting for a decision" in read(helen, "/").text

    told = Decided(
        outcome="section-17-assessment", reasons="FORCOLLEAGUES", to_tell_referrer="We assess what help they need.",
        see_child_by="within five working days",
    )  # fmt: skip
    decide(by=priya, referrals=[zoe, max_], decided=told, now=NOW)
    followed = read(helen, mine).text
    assert followed.count("We assess what help they need.") == 2
    assert "FORCOLLEAGUES" not in followed

    child = zoe.case.child
    allocate_lead(by=priya, child=child, practitioner=dana, team=harbour_team, reason="Knows them.", now=NOW)
    booking = book_conference(
        by=dana, children=[child], kind="initial", starts_at=noon(REVIEW_ON), place="Quay Room", now=NOW, invitations=[
            Invited(name="Helen Marsh", agency=school, report_wanted=True),
            Invited(name="Tom Reed", agency=police, report_wanted=True),
        ],
    )  # fmt: skip
    services.send_report(
        by=tom, child=child, booking=booking, agency=police, words={"harm": "POLICESAID"}, not_shared_because="No.",
        now=NOW,
    )  # fmt: skip
    assert "Write your report to the initial conference" in read(helen, "/").text
    here = f"/children/{child.reference}/conferences/booked/{booking.pk}/our-report/"
    assert client.post(here, REPORT | {"step": "confirm"}).status_code == 303
    assert ConferenceReport.objects.get(agency=school).words == {"harm": "SCHOOLSAID"}

    everything = "".join(
        read(helen, address).body for address in ("/", mine, here, f"/children/{child.reference}/our-part/")
    )
    assert "SCHOOLSAID" in everything
    for word in ("POLICESAID", "FORCOLLEAGUES"):
        assert word not in everything
    for closed in ("timeline/", "decisions/", "people/", f"conferences/booked/{booking.pk}/"):
        assert read(helen, f"/children/{child.reference}/{closed}").status == 404
    assert read(helen, f"/children/{max_.case.child.reference}/our-part/").status == 404, (
        "it is invited about Zoe only"
    )
