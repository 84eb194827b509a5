"""Who may do what: a table for the policies, and what each page answers to everybody."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from alongside.access import policies
from alongside.improvement import services
from alongside.improvement.models import PartnershipPart
from alongside.refusals import Refusal
from tests.improvement.conftest import NOW, TODAY, Partnership

pytestmark = pytest.mark.django_db
PEOPLE = ("helen", "head", "teacher", "dev", "ada", "sam", "partner", "scrutineer", "tom", "wyn")


class Records:
    """A round of the school that is open, one that it signed for itself, one it submitted; and the partnership's."""

    def __init__(self, there: Partnership) -> None:
        kept = there.signs(there.round(date(2025, 5, 7)), submit=False)
        given = there.signs(there.round(date(2025, 9, 3)), submit=True)
        begun, ours = there.round(), there.round(by="partner", body=there.whole)
        self.rounds = {"kept": kept, "given": given, "begun": begun, "ours": ours}
        self.school = there.plans(owner=there.people["tom"])
        self.partnership = there.plans(by="partner", body=there.whole)


READ_SCHOOL = {"helen", "head", "teacher"}
ASSESS_SCHOOL = {"helen", "head"}
TABLE: list[tuple[str, Any, set[str]]] = [
    ("READ_ORGANISATION", lambda t, r: t.school.agency, READ_SCHOOL),
    ("ASSESS_ORGANISATION", lambda t, r: t.school.agency, ASSESS_SCHOOL),
    ("READ_PARTNERSHIP", lambda t, r: t.area, {"partner", "scrutineer"}),
    ("ASSESS_PARTNERSHIP", lambda t, r: t.area, {"partner"}),
    ("KEEP_PARTNERSHIP", lambda t, r: t.area, {"wyn"}),
    ("READ_ASSESSED", lambda t, r: r.rounds["begun"], ASSESS_SCHOOL),
    ("READ_ASSESSED", lambda t, r: r.rounds["kept"], READ_SCHOOL),
    ("READ_ASSESSED", lambda t, r: r.rounds["given"], READ_SCHOOL | {"partner", "scrutineer"}),
    ("READ_ASSESSED", lambda t, r: r.rounds["ours"], {"partner"}),
    ("ASSESS", lambda t, r: r.rounds["given"], ASSESS_SCHOOL),
    ("ASSESS", lambda t, r: r.rounds["ours"], {"partner"}),
    ("READ_PLANNED", lambda t, r: r.school, READ_SCHOOL | {"tom"}),
    ("PLAN_ACTION", lambda t, r: r.school, ASSESS_SCHOOL),
    ("ANSWER_PLANNED", lambda t, r: r.school, ASSESS_SCHOOL | {"tom"}),
    ("READ_PLANNED", lambda t, r: r.partnership, {"partner", "scrutineer"}),
    ("PLAN_ACTION", lambda t, r: r.partnership, {"partner"}),
    ("ANSWER_PLANNED", lambda t, r: r.partnership, {"partner"}),
]


def test_the_table(there: Partnership) -> None:
    records = Records(there)
    found = []
    for name, record, may in TABLE:
        policy, one = getattr(policies, name), record(there, records)
        allowed = {who for who in PEOPLE if policy.allows(one, there.who(who))}
        found.append((name, allowed == may, allowed ^ may))
        for who in PEOPLE:
            assert bool(policy.reasons(one, there.who(who))) is (who in allowed)
    assert [one for one in found if not one[1]] == []


def test_a_part_ends_by_itself_and_can_be_ended(there: Partnership) -> None:
    given = there.signs(there.round())
    PartnershipPart.objects.filter(part="scrutineer").update(
        from_on=date(2026, 1, 1), until_on=date(2026, 6, 10)
    )
    assert not policies.READ_ASSESSED.allows(given, there.who("scrutineer"))

    part = PartnershipPart.objects.get(part="partner")
    services.end_part(by=there.who("wyn"), area=there.area, part=part.pk, reason="She left.", now=NOW)
    assert not policies.READ_ASSESSED.allows(given, there.who("partner"))


def test_an_assessor_works_for_the_organisation_and_loses_the_part_with_the_post(there: Partnership) -> None:
    with pytest.raises(Refusal, match="does not work for"):
        there.gives("tom", "assessor", "primary")
    there.borough.agencies["police"].areas.clear()
    with pytest.raises(Refusal, match="does not work in Wrenmouth"):
        there.gives("tom", "assessor", "police")
    there.people["head"].posts.update(to_on=date(2026, 6, 10))
    assert not policies.ASSESS_ORGANISATION.allows(there.school.agency, there.who("head"))  # type: ignore[arg-type]


@pytest.mark.parametrize("who", ["teacher", "dev", "scrutineer", "partner", "sam"])
def test_no_act_is_done_for_whoever_may_not(there: Partnership, who: str) -> None:
    one, action = there.round(), there.plans()
    by = there.who(who)
    for act in (
        lambda: services.begin(by=by, body=there.school, on=TODAY, now=NOW),
        lambda: there.judges(one, by=who),
        lambda: there.signs(one, by=who),
        lambda: services.adopt(by=by, body=there.school, actions=["all.parents"], now=NOW),
        lambda: services.finish(by=by, action=action, on=TODAY, evidence="So.", now=NOW),
        lambda: services.drop(by=by, action=action, because="So.", now=NOW),
        lambda: services.set_scale(
            by=by, area=there.area, from_on=TODAY, labels=["A", "B"], because="So.", now=NOW
        ),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_what_one_may_not_open_is_not_there(client: Client, there: Partnership) -> None:
    """Pages by who is refused them: everybody else's 404 is the same as that of a page that does not exist."""
    records = Records(there)
    begun, given = records.rounds["begun"].pk, records.rounds["given"].pk
    school, code = there.school.key, there.area.code
    pages = {
        f"/organisation/{code}/{school}/": READ_SCHOOL,
        f"/organisation/{code}/{school}/plan/": READ_SCHOOL,
        f"/organisation/{code}/{school}/begin/": ASSESS_SCHOOL,
        f"/organisation/{code}/{school}/plan/new/": ASSESS_SCHOOL,
        f"/organisation/{code}/{school}/plan/plan.csv": READ_SCHOOL,
        f"/organisation/{code}/{school}/plan/plan.ics": READ_SCHOOL,
        f"/organisation/{code}/partnership/": {"partner", "scrutineer"},
        f"/organisation/{code}/side-by-side/": {"partner", "scrutineer"},
        f"/organisation/{code}/side-by-side/side-by-side.csv": {"partner", "scrutineer"},
        f"/organisation/{code}/parts/": {"wyn"},
        f"/organisation/{code}/scale/": {"wyn"},
        f"/organisation/assessments/{begun}/": ASSESS_SCHOOL,
        f"/organisation/assessments/{begun}/sign/": ASSESS_SCHOOL,
        f"/organisation/assessments/{given}/": READ_SCHOOL | {"partner", "scrutineer"},
        f"/organisation/assessments/{given}/assessment.csv": READ_SCHOOL | {"partner", "scrutineer"},
        f"/organisation/assessments/{given}/add/": ASSESS_SCHOOL,
        f"/organisation/actions/{records.school.pk}/": READ_SCHOOL | {"tom"},
        f"/organisation/actions/{records.school.pk}/done/": ASSESS_SCHOOL | {"tom"},
        f"/organisation/actions/{records.school.pk}/change/": ASSESS_SCHOOL,
    }
    opened: dict[str, set[str]] = {page: set() for page in pages}
    for who in ("helen", "head", "teacher", "dev", "partner", "scrutineer", "tom", "wyn"):
        client.force_login(there.people[who])
        for page in pages:
            status = client.get(page).status_code
            assert status in (200, 404), (who, page, status)
            if status == 200:
                opened[page].add(who)
    assert opened == pages
