"""Supervision: what is about a child is on its record, and what is about the practitioner is the two's alone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.urls import reverse

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.audit.models import Row
from alongside.cases.models import Case
from alongside.chronology import kinds
from alongside.chronology.models import Entry
from alongside.deadlines.projection import refresh
from alongside.people.models import Person
from alongside.refusals import Refusal
from alongside.supervision import services
from alongside.supervision.models import CaseSupervision, Supervision, SupervisionAction
from alongside.supervision.services import AgreedAction, Discussed
from tests.cast import NOW, TODAY
from tests.desk_work.conftest import children_of
from tests.pages import MOST_QUERIES, reader

pytestmark = pytest.mark.django_db
ON = date(2025, 4, 16)


def recorded(
    by: Practitioner, practitioner: Practitioner, *about: Discussed, words: str = "Tired."
) -> Supervision:
    return services.record_supervision(
        by=by, practitioner=practitioner, held_on=ON, children=about, words=words, now=NOW
    )


def about(child: Person, **more: Any) -> Discussed:
    given = {
        "child": child, "discussed": "She is not at school.", "decision": "Ask the school each week.",
        "reasons": "It hides more.", "actions": [AgreedAction(what="Ring the school", who="Dana Wright", by_when=TODAY)],
    }  # fmt: skip
    return Discussed(**{**given, **more})


def test_the_childs_part_is_one_entry_and_the_personal_part_is_nowhere_on_the_record(
    case: Case, amara: Person, sam: Practitioner, dana: Practitioner
) -> None:
    held = recorded(sam, dana, about(amara))
    (entry,) = Entry.objects.filter(child=amara)
    assert (entry.kind, entry.happened_on) == ("case-supervised", ON)
    assert CaseSupervision.objects.get().entry == entry
    assert "Tired." not in str(list(Entry.objects.values_list("details", flat=True)))
    assert not any("Tired" in str(row.more) for row in Row.objects.all())
    assert held.words == "Tired."


def test_only_the_two_read_the_personal_part(
    client: Client, case: Case, amara: Person, sam: Practitioner, dana: Practitioner, olu: Practitioner, priya: Practitioner,
    wyn: Practitioner, helen: Practitioner, school_involved: object,
) -> None:  # fmt: skip
    held = recorded(sam, dana, about(amara))
    read = reader(client)
    for who in (sam, dana):
        page = read(who, reverse("supervision:session", args=(held.pk,)))
        assert "Tired." in page.text
        assert "She is not at school." in page.text
        assert len(page.sql) <= MOST_QUERIES
        assert held in policies.READ_SUPERVISION.filter(Supervision.objects.all(), who)
    for who in (olu, priya, wyn, helen):
        assert read(who, reverse("supervision:session", args=(held.pk,))).status == 404
        assert "Tired." not in read(who, reverse("supervision:sessions")).body
        assert "Tired." not in read(who, "/children/WREN-AMARA2/supervision/").body


def test_nobody_supervises_themselves_or_somebody_elses_team(
    case: Case,
    amara: Person,
    sam: Practitioner,
    dana: Practitioner,
    priya: Practitioner,
    stranger: Practitioner,
) -> None:
    for by, practitioner in (
        (sam, sam),
        (dana, sam),
        (dana, dana),
        (priya, dana),
        (stranger, dana),
        (sam, priya),
    ):
        with pytest.raises(PermissionDenied):
            recorded(by, practitioner, about(amara))
    assert not Supervision.objects.exists()
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"held_on": TODAY + timedelta(days=1)}, "has not been held yet"),
        ({"children": (), "words": " "}, "Nothing is recorded"),
        ({"next_on": ON}, "not after this one"),
        ({"held_on": date(2025, 3, 1)}, "before the case opened"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_left_of_it(
    case: Case, amara: Person, sam: Practitioner, dana: Practitioner, more: dict[str, Any], why: str
) -> None:
    given = {"held_on": ON, "children": (about(amara),), "words": "x"}
    with pytest.raises((Refusal, ValidationError), match=why):
        services.record_supervision(by=sam, practitioner=dana, now=NOW, **{**given, **more})
    assert not Supervision.objects.exists()
    assert not Entry.objects.exists()


def test_a_decision_has_its_reasons(case: Case, amara: Person, sam: Practitioner, dana: Practitioner) -> None:
    with pytest.raises(ValidationError, match="reasons for the decision"):
        recorded(sam, dana, about(amara, reasons=""))
    assert not Supervision.objects.exists()


def test_an_action_is_done_once_with_what_came_of_it(
    case: Case, amara: Person, sam: Practitioner, dana: Practitioner
) -> None:
    recorded(sam, dana, about(amara))
    action = SupervisionAction.objects.get()
    done = {"child": amara, "action": action, "done_on": TODAY, "now": NOW}
    with pytest.raises(ValidationError, match="what came of it"):
        services.complete_action(by=dana, came_of_it=" ", **done)
    services.complete_action(by=dana, came_of_it="She is ill.", **done)
    assert Entry.objects.filter(child=amara, kind="supervision-action-done").count() == 1
    with pytest.raises(Refusal, match="done already"):
        services.complete_action(by=dana, came_of_it="Again.", **done)


def test_it_is_recorded_on_a_page_told_back_and_read_on_the_child(
    client: Client, case: Case, amara: Person, sam: Practitioner, dana: Practitioner
) -> None:
    client.force_login(sam)
    where = reverse("supervision:record", args=(dana.pk,))
    assert client.get(reverse("supervision:record", args=(sam.pk,))).status_code == 404
    day = {"held_on_day": "16", "held_on_month": "4", "held_on_year": "2025"}
    wrong = client.post(
        where, {**day, "children-rows": "1", "children-0-discussed": "School.", "words": "Fine."}
    )
    assert wrong.status_code == 422
    assert "Choose which child this is about" in wrong.content.decode()
    given = {
        **day, "words": "Fine.", "children-rows": "2", "children-0-child": str(amara.pk), "children-0-discussed": "School.",
        "children-0-decision": "Ring.", "children-0-reasons": "To know.", "children-0-what": "Ring the school",
        "children-0-who": "Dana", "children-1-what": "Visit", "children-1-who": "Sam",
    }  # fmt: skip
    assert "Check your answers" in client.post(where, given).content.decode()
    assert client.post(where, given | {"step": "confirm"}).status_code == 303
    assert SupervisionAction.objects.count() == 2
    read = reader(client)
    shown = read(dana, "/children/WREN-AMARA2/supervision/")
    assert "Ring the school: Dana" in shown.text
    assert "Fine." not in shown.text
    assert len(shown.sql) <= MOST_QUERIES
    mine = read(dana, reverse("supervision:sessions"))
    assert "Agreed in supervision, not done yet" in mine.text
    (act, _) = mine.links("Record it as done")
    assert read(dana, act, {"came_of_it": "", "done_on_day": "17"}).status == 422
    sent = {
        "came_of_it": "Ill.",
        "done_on_day": "17",
        "done_on_month": "4",
        "done_on_year": "2025",
        "step": "confirm",
    }
    assert read(dana, act, sent).status == 303
    assert "Ill." in read(dana, "/children/WREN-AMARA2/timeline/").text


def test_a_supervisor_sees_whom_they_last_talked_with_longest_ago(
    client: Client, case: Case, amara: Person, sam: Practitioner, dana: Practitioner, olu: Practitioner
) -> None:
    read = reader(client)
    recorded(sam, dana, about(amara))
    shown = read(sam, reverse("supervision:sessions"))
    assert shown.text.index("Olu Adeyemi") < shown.text.index("Dana Wright")
    assert "None recorded" in shown.text
    assert "16 April 2025" in shown.text
    assert "Whom you supervise" not in read(olu, reverse("supervision:sessions")).text
    assert (
        "No supervision in which you took part is recorded yet."
        in read(olu, reverse("supervision:sessions")).text
    )


def test_the_page_asks_no_more_for_many_than_for_few(
    client: Client, case: Case, amara: Person, sam: Practitioner, dana: Practitioner
) -> None:
    read, where = reader(client), reverse("supervision:sessions")
    recorded(sam, dana, about(amara))
    few = read(dana, where)
    for one in children_of(dana, case.allocations.get().team, 20):
        recorded(sam, dana, about(one.child), words="")
    many = read(dana, where)
    assert len(few.sql) == len(many.sql) <= MOST_QUERIES


def test_the_page_opens_with_how_each_child_stands(
    client: Client, case: Case, amara: Person, sam: Practitioner, dana: Practitioner
) -> None:
    for on, alone in ((date(2025, 4, 3), "yes"), (date(2025, 4, 10), "no")):
        kinds.CHILD_SEEN.record(
            case, on=on, by=dana, now=NOW, practitioner="Dana Wright", alone=alone, where="home", said=""
        )
    kinds.INITIAL_CONFERENCE_HELD.record(
        case,
        on=date(2025, 4, 14),
        by=dana,
        now=NOW,
        decided="plan",
        outcome="a plan",
        category="neglect",
        reasons="Agreed.",
    )
    refresh(case)
    page = reader(client)(sam, reverse("supervision:record", args=(dana.pk,)))
    assert (
        "Amara Okoye Plan None Last seen 10 April 2025 Last seen alone 3 April 2025 Next due Hold the first core group"
        in page.text
    )
    assert len(page.sql) <= MOST_QUERIES
    for number in range(2):
        len(list(children_of(dana, case.allocations.get().team, 30 + number)))
    again = reader(client)(sam, reverse("supervision:record", args=(dana.pk,)))
    assert len(again.sql) == len(page.sql)
