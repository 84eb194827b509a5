"""What the database itself refuses, whoever writes to it and however."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case
from alongside.moments import LONDON
from alongside.people.models import Person
from alongside.section47 import models, services
from tests.section47.scenes import discuss, noon

DAY = date(2025, 6, 2)
NOW = noon(date(2025, 6, 20))


@pytest.fixture
def everything(
    case: Case, amara: Person, dana: Practitioner, council: Agency, police: Agency, hospital: Agency
) -> dict[str, Any]:
    """One of each record, by the name of its model."""
    discussion = discuss(dana, amara, DAY, council, police, hospital)
    step = services.record_enquiry_step(
        by=dana, child=amara, kind="medical", done_on=DAY, words="Two bruises.", now=NOW
    )
    request = services.request_conference(
        by=dana,
        child=amara,
        requested_on=DAY,
        agency=hospital,
        practitioner="Ruth",
        reasons="Worried.",
        now=NOW,
    )
    answer = services.answer_request_for_conference(
        by=dana,
        request=request,
        answered_on=DAY,
        decision="conference",
        reasons="Agreed.",
        decided_by=dana,
        now=NOW,
    )
    services.record_police_protection(
        by=dana,
        child=amara,
        begun_at=datetime(2025, 6, 2, 9, tzinfo=LONDON),
        officer="PC Reed",
        why="Alone.",
        now=NOW,
    )
    order = services.record_protection_order(
        by=dana, child=amara, court="Wrenmouth", made_on=DAY, applied_by="local-authority",
        expires_on=date(2025, 6, 10), now=NOW,
    )  # fmt: skip
    extension = services.extend_protection_order(
        by=dana, child=amara, court="Wrenmouth", made_on=DAY, expires_on=date(2025, 6, 12), now=NOW
    )
    assessment = services.record_assessment_order(
        by=dana, child=amara, court="Wrenmouth", made_on=DAY, runs_from=DAY, now=NOW
    )
    ending = services.end_police_protection(
        by=dana, child=amara, ended_at=datetime(2025, 6, 2, 15, tzinfo=LONDON), how="order", what_next="An order.",
        now=NOW,
    )  # fmt: skip
    action = services.record_immediate_action(
        by=dana,
        child=amara,
        acted_on=DAY,
        acted_by="nspcc",
        alone=True,
        way="other",
        what="Took her in.",
        now=NOW,
    )
    authority = services.record_other_authority(
        by=dana, child=amara, authority="Farholme", consulted_on=DAY, words="Asked.", now=NOW
    )
    conclusion = services.conclude_section_47(
        by=dana,
        child=amara,
        concluded_on=DAY,
        outcome="conference",
        reasons="Harm.",
        decided_by=dana,
        now=NOW,
    )
    records = [discussion, step, request, answer, order, extension, assessment, ending, action, authority]
    named = {type(record).__name__: record for record in [*records, conclusion]}
    named["Participation"] = discussion.participations.first()
    named["PoliceProtection"] = models.PoliceProtection.objects.get()
    return named


BROKEN = [
    ("StrategyDiscussion", {"reasons": ""}),
    ("StrategyDiscussion", {"decision": "wait-and-see"}),
    ("StrategyDiscussion", {"enquiry_by": ""}),
    ("StrategyDiscussion", {"decision": "no-further-role"}),
    ("StrategyDiscussion", {"family_told": "not-told"}),
    ("StrategyDiscussion", {"not_told_because": "harm"}),
    ("StrategyDiscussion", {"next_discussion_on": date(2025, 6, 1)}),
    ("Participation", {"name": ""}),
    ("Participation", {"agency_id": None}),
    ("Participation", {"agency_name": "Another agency"}),
    ("EnquiryStep", {"words": ""}),
    ("EnquiryStep", {"permission": "given"}),
    ("EnquiryStep", {"kind": "permission"}),
    ("EnquiryConclusion", {"reasons": ""}),
    ("EnquiryConclusion", {"outcome": "escalated"}),
    ("RequestForConference", {"reasons": ""}),
    ("RequestForConference", {"practitioner": ""}),
    ("AnswerToRequest", {"reasons": ""}),
    ("AnswerToRequest", {"decision": "perhaps"}),
    ("PoliceProtection", {"why": ""}),
    ("PoliceProtection", {"officer": ""}),
    ("EmergencyProtectionOrder", {"court": ""}),
    ("EmergencyProtectionOrder", {"expires_on": date(2025, 6, 1)}),
    ("EmergencyProtectionOrder", {"runs_from": date(2025, 6, 3)}),
    ("ProtectionOrderExtension", {"court": ""}),
    ("ProtectionOrderExtension", {"expires_on": date(2025, 6, 10)}),
    ("ProtectionOrderExtension", {"made_on": date(2025, 6, 11)}),
    ("ChildAssessmentOrder", {"court": ""}),
    ("ChildAssessmentOrder", {"runs_from": date(2025, 6, 1)}),
    ("ChildAssessmentOrder", {"expires_on": date(2025, 6, 1)}),
    ("ProtectionEnding", {"what_next": ""}),
    ("ImmediateAction", {"what": ""}),
    ("OtherAuthority", {"authority": ""}),
    ("OtherAuthority", {"words": ""}),
    ("OtherAuthority", {"accepted_in_writing_on": date(2025, 6, 1)}),
]


def test_a_record_that_contradicts_itself_is_refused(everything: dict[str, Any]) -> None:
    """Each is written past the acts, straight to its row."""
    let_through = [(name, values) for name, values in BROKEN if _written(everything[name], values)]

    assert let_through == []


def _written(record: Any, values: dict[str, Any]) -> bool:
    try:
        with transaction.atomic():
            type(record)._default_manager.filter(pk=record.pk).update(**values)
            connection.check_constraints()
    except IntegrityError:
        return False
    return True


def _copied(record: Any, **changes: Any) -> None:
    copy = type(record)(
        **{field.attname: getattr(record, field.attname) for field in record._meta.concrete_fields}
    )
    copy.pk, copy.entry_id = models.DiscussionAction().pk, None
    for name, value in changes.items():
        setattr(copy, name, value)
    copy.save(force_insert=True)


SECOND: list[tuple[str, Callable[[], Any], dict[str, Any]]] = [
    ("open enquiries", models.Section47Enquiry.objects.get, {"opened_by_id": None}),
    ("police protection", models.PoliceProtection.objects.get, {"begun_at": noon(DAY) + timedelta(hours=1)}),
    ("protection order", models.EmergencyProtectionOrder.objects.get, {}),
    ("extension", models.ProtectionOrderExtension.objects.get, {}),
    ("assessment order", models.ChildAssessmentOrder.objects.get, {}),
    ("waiting request", models.RequestForConference.objects.get, {}),
]


@pytest.mark.parametrize(("what", "found", "changes"), SECOND, ids=[row[0] for row in SECOND])
def test_there_is_only_one_at_a_time(
    what: str, found: Callable[[], Any], changes: dict[str, Any], case: Case, amara: Person, dana: Practitioner,
    council: Agency, police: Agency, hospital: Agency,
) -> None:  # fmt: skip
    first = discuss(dana, amara, DAY, council, police, hospital)
    services.request_conference(
        by=dana,
        child=amara,
        requested_on=DAY,
        agency=hospital,
        practitioner="Ruth",
        reasons="Worried.",
        now=NOW,
    )
    services.record_police_protection(
        by=dana, child=amara, begun_at=noon(DAY), officer="PC", why="Alone.", now=NOW
    )
    given = {"by": dana, "child": amara, "court": "Wrenmouth", "made_on": DAY, "now": NOW}
    services.record_protection_order(**given, applied_by="nspcc", expires_on=date(2025, 6, 10))
    services.extend_protection_order(**given, expires_on=date(2025, 6, 12))
    services.record_assessment_order(**given, runs_from=DAY)
    if "opened_by_id" in changes:
        another = discuss(dana, amara, DAY, council, police, hospital)
        assert another.pk != first.pk
        changes = {"opened_by_id": another.pk}

    with pytest.raises(IntegrityError), transaction.atomic():
        _copied(found(), **changes)
