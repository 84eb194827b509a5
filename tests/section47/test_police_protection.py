"""Police protection: 72 hours that pass, whatever the clocks do."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case, Involvement
from alongside.chronology.models import Shortfall
from alongside.chronology.states import states
from alongside.deadlines.models import Deadline
from alongside.moments import LONDON
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.section47 import services
from alongside.section47.limits import police_protection_ends, remaining
from alongside.section47.models import PoliceProtection, ProtectionEnding
from alongside.section47.open_work import open_work
from alongside.section47.said import Considered
from tests.section47.scenes import discuss

NIGHT = datetime(2025, 4, 16, 22, 0, tzinfo=LONDON)
NEXT_DAY = datetime(2025, 4, 17, 13, 0, tzinfo=UTC)
EVERYTHING = Considered(
    child_seen="PC Reed saw her.", legal_advice="Duty solicitor, 23:10.", children_of_household="Ben, at Nan's.",
    children_of_alleged_perpetrator="None.",
)  # fmt: skip


def begin(by: Practitioner, child: Person, at: datetime = NIGHT, **given: object) -> PoliceProtection:
    said = {"officer": "PC Tom Reed", "why": "Alone, and no adult found.", "now": max(at, NEXT_DAY)} | given
    return services.record_police_protection(by=by, child=child, begun_at=at, **said)  # type: ignore[arg-type]


def end(by: Practitioner, child: Person, at: datetime, now: datetime = NEXT_DAY) -> ProtectionEnding:
    return services.end_police_protection(
        by=by, child=child, ended_at=at, how="returned", what_next="Home with her grandmother.", now=now
    )


CLOCKS = [
    ("2026-10-23 22:00", "2026-10-26 21:00", "Friday in summer time to Monday in winter time"),
    ("2027-03-26 22:00", "2027-03-29 23:00", "Good Friday in winter time to Monday in summer time"),
    ("2025-04-16 22:00", "2025-04-19 22:00", "no change of the clocks: the same time three days on"),
    ("2026-10-25 03:30", "2026-10-28 03:30", "begun after the clocks went back"),
]


@pytest.mark.parametrize(("begun", "ends", "why"), CLOCKS)
def test_seventy_two_hours_pass(
    begun: str, ends: str, why: str, case: Case, amara: Person, dana: Practitioner
) -> None:
    begun_at = datetime.fromisoformat(begun).replace(tzinfo=LONDON)
    begin(dana, amara, begun_at, now=begun_at + timedelta(hours=1))

    due = Deadline.objects.get(case=case, rule_id="emergency.police-protection")
    assert due.due_at is not None
    assert f"{due.due_at.astimezone(LONDON):%Y-%m-%d %H:%M}" == ends, why
    assert due.due_at - begun_at.astimezone(UTC) == timedelta(hours=72)


LEFT = [
    (0, "72 hours left", ""),
    (47.5, "24 hours 30 minutes left", ""),
    (48, "24 hours left", "soon"),
    (59, "13 hours left", "soon"),
    (60, "12 hours left", "very-soon"),
    (71.75, "15 minutes left", "very-soon"),
    (72, "The time is up", "over"),
    (73.5, "The time allowed was up 1 hour 30 minutes ago", "over"),
]


@pytest.mark.parametrize(("hours", "words", "level"), LEFT)
def test_it_warns_a_day_and_half_a_day_before_the_end(hours: float, words: str, level: str) -> None:
    begun_at = datetime(2026, 10, 23, 22, tzinfo=LONDON)
    due = police_protection_ends(PoliceProtection(begun_at=begun_at))

    left = remaining(due, begun_at.astimezone(UTC) + timedelta(hours=hours))
    assert (left.words, left.level) == (words, level)


def test_it_needs_only_the_moment_the_officer_and_why(case: Case, amara: Person, dana: Practitioner) -> None:
    begin(dana, amara)

    stand = states(case.chronology.in_order())
    assert stand.police_protection_since == NIGHT
    assert stand.strategy_discussion_wanted_since == date(2025, 4, 16)
    [missed] = Shortfall.objects.all()
    assert missed.words == (
        "What the record of immediate protection sets out: The child seen by the agency acting; Other children in "
        "the household and in the alleged perpetrator's; Legal advice, or why there was none not recorded."
    )


def test_nothing_falls_short_when_all_was_considered(case: Case, amara: Person, dana: Practitioner) -> None:
    begin(dana, amara, considered=EVERYTHING)

    assert not Shortfall.objects.exists()


def test_the_police_record_it_themselves(
    case: Case, amara: Person, tom: Practitioner, police: Agency, police_involved: Involvement
) -> None:
    begin(tom, amara, police_force=police)

    assert PoliceProtection.objects.get().recorded_by == tom
    assert Involvement.objects.filter(case=case, agency=police).count() == 1


def test_a_force_that_was_not_involved_is_from_then_on(
    case: Case, amara: Person, maya: Practitioner, police: Agency
) -> None:
    begin(maya, amara, police_force=police)

    assert Involvement.objects.get(case=case, agency=police).from_on == date(2025, 4, 16)


def test_it_may_have_begun_the_night_before_the_referral(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    begin(dana, amara, datetime(2025, 3, 31, 22, tzinfo=LONDON))

    assert PoliceProtection.objects.count() == 1


def test_a_strategy_discussion_follows_as_soon_as_possible(
    case: Case, amara: Person, dana: Practitioner, council: Agency, police: Agency, hospital: Agency
) -> None:
    begin(dana, amara)
    waiting = Deadline.objects.get(case=case, rule_id="emergency.strategy-discussion-after")
    assert (waiting.due_on, waiting.is_outstanding) == (None, True)
    assert waiting.because == (
        "as soon as possible: no number of days is set; from one agency acting alone to protect the child, "
        "on 16 April 2025"
    )

    discuss(dana, amara, date(2025, 4, 17), council, police, hospital)
    waiting.refresh_from_db()
    assert waiting.met_on == date(2025, 4, 17)


def test_its_end_stops_the_clock_in_time_or_late(case: Case, amara: Person, dana: Practitioner) -> None:
    begin(dana, amara)
    assert open_work(case) == [
        "The child has been in police protection since 16 April 2025, and its end is not recorded.",
    ]
    end(dana, amara, NIGHT + timedelta(hours=73), now=NIGHT + timedelta(hours=80))

    due = Deadline.objects.get(case=case, rule_id="emergency.police-protection")
    assert (due.is_outstanding, due.was_late) == (False, True)
    assert states(case.chronology.in_order()).police_protection_since is None
    assert open_work(case) == []


def test_a_child_is_not_taken_into_police_protection_twice_at_once(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    begin(dana, amara)

    with pytest.raises(Refusal) as refused:
        begin(dana, amara, NEXT_DAY)
    assert str(refused.value) == (
        "Amara Okoye is already in police protection. It began on 16 April 2025 at 22:00, and its end is not "
        "recorded. Say how that ended first, then record this one."
    )


def test_and_again_after_the_first_has_ended(case: Case, amara: Person, dana: Practitioner) -> None:
    begin(dana, amara)
    end(dana, amara, NIGHT + timedelta(hours=2))
    begin(dana, amara, NEXT_DAY)

    assert PoliceProtection.objects.filter(ending=None).count() == 1


def test_a_moment_to_come_is_refused(case: Case, amara: Person, dana: Practitioner) -> None:
    with pytest.raises(Refusal) as refused:
        begin(dana, amara, NEXT_DAY + timedelta(minutes=1), now=NEXT_DAY)
    assert (refused.value.field, str(refused.value)) == (
        "begun_at",
        (
            "This police protection is in the future. You entered 17 April 2025 at 14:01, and it is now 17 April 2025 "
            "at 14:00. Check the day and the time."
        ),
    )


def test_it_does_not_end_before_it_began_nor_where_there_is_none(
    case: Case, amara: Person, dana: Practitioner
) -> None:
    with pytest.raises(Refusal) as none:
        end(dana, amara, NEXT_DAY)
    assert str(none.value) == (
        "Amara Okoye is not in police protection. None is recorded that has not ended. Record when police "
        "protection began, if it did."
    )
    begin(dana, amara)
    with pytest.raises(Refusal) as before:
        end(dana, amara, NIGHT - timedelta(minutes=1))
    assert str(before.value) == (
        "Police protection cannot end before it began. You entered 16 April 2025 at 21:59, and it began on 16 April "
        "2025 at 22:00. Enter the moment it ended."
    )


@pytest.mark.parametrize("who", ["tom", "helen", "stranger", "relative", "ada"])
def test_who_may_not_record_it(
    who: str, case: Case, amara: Person, school_involved: Involvement, request: pytest.FixtureRequest
) -> None:
    """Tom's force is not involved with Amara here."""
    with pytest.raises(PermissionDenied):
        begin(request.getfixturevalue(who), amara)
    assert not PoliceProtection.objects.exists()
