"""The page on which a referral is decided: what was said, what is known, and what it costs to show."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from django.test import Client

from alongside.agencies.models import Area, Practitioner, Team
from alongside.keys import new_key
from alongside.people.models import Person, Relationship
from alongside.referrals import one_referral
from alongside.referrals.front_door import Decided, decide
from alongside.referrals.models import Attachment, Referral
from alongside.referrals.services import ReferralGiven, ReferredChild, Said, make_referral
from tests.cast import NOW
from tests.pages import MOST_QUERIES, reader

SAID = (
    ("fact", "Absent on 8 of 14 days."),
    ("concern", "They go hungry."),
    ("reported", "Bo says Dad left."),
)
GIVEN = ReferralGiven(
    received_at=NOW, referrer_kind="practitioner", referrer_name="Helen Marsh", family_asked="agreed", siblings=True,
    statements=[Said(kind=kind, words=words, said_by="Helen Marsh") for kind, words in SAID],
)  # fmt: skip
DECIDED = Decided(outcome="section-17-assessment", reasons="In need.", to_tell_referrer="We will assess.")


def refer(area: Area, by: Practitioner, *names: str) -> list[Referral]:
    children = [ReferredChild(given=name, family="Marsh", born_on=date(2016, 1, 1)) for name in names]
    given = replace(GIVEN, siblings=len(names) > 1, submission=new_key())
    return make_referral(by=by, area=area, children=children, given=given, now=NOW)


def test_it_asks_as_little_of_one_child_as_of_five(
    client: Client, wrenmouth: Area, front_door: Team, helen: Practitioner, priya: Practitioner
) -> None:
    read, asked = reader(client), []
    for names in (("Ada",), ("Bo", "Cy", "Di", "Ed", "Flo")):
        referral = refer(wrenmouth, helen, *names)[0]
        page = read(priya, f"/front-door/{referral.pk}/")
        assert page.status == 200
        assert page.text.count("Which children is this decision about?") == (len(names) > 1)
        asked.append(len(page.sql))
    assert asked == [MOST_QUERIES, MOST_QUERIES]


def test_what_was_said_stays_in_order_and_apart(
    wrenmouth: Area, front_door: Team, helen: Practitioner, priya: Practitioner
) -> None:
    (referral,) = refer(wrenmouth, helen, "Ada")
    Attachment.objects.create(
        referral=referral, name="letter.pdf", size=1, sha256="0" * 64, content=b"x", recorded_by=helen
    )
    whole = one_referral.whole(referral, priya, NOW)
    assert [(one.kind, one.words) for one in whole.said] == list(SAID)
    assert [one.name for one in whole.documents] == ["letter.pdf"]
    # Received on the Thursday before Easter: Good Friday and Easter Monday are no working days.
    assert [whole.clock and whole.clock.due_on] == [date(2025, 4, 22)]


def test_what_is_known_of_each_child_stands_with_that_child(
    wrenmouth: Area, front_door: Team, helen: Practitioner, priya: Practitioner
) -> None:
    ada, _ = refer(wrenmouth, helen, "Ada", "Bo")
    mother = Person.objects.create(area=wrenmouth, called="Cass Marsh", reference="WREN-CASS")
    Relationship.objects.create(person=mother, other=ada.case.child, kind=Relationship.Kind.PARENT)
    gone = Person.objects.create(area=wrenmouth, called="Des Pike", reference="WREN-DES")
    Relationship.objects.create(
        person=gone, other=ada.case.child, kind=Relationship.Kind.PARTNER, to_on=date(2024, 5, 1)
    )
    first, second = one_referral.whole(ada, priya, NOW).family
    assert (str(first.child), first.relatives) == (
        "Ada Marsh",
        ["Bo Marsh, brother or sister", "Cass Marsh, parent"],
    )
    assert (str(second.child), second.relatives) == ("Bo Marsh", ["Ada Marsh, brother or sister"])
    assert [len(one.latest) for one in (first, second)] == [1, 1]
    assert first.episodes == []


def test_those_who_may_decide_are_told_apart_from_those_who_may_only_look(
    wrenmouth: Area, front_door: Team, helen: Practitioner, priya: Practitioner, maya: Practitioner
) -> None:
    ada, bo = refer(wrenmouth, helen, "Ada", "Bo")
    assert [one.pk for one in one_referral.whole(ada, priya, NOW).waiting] == [ada.pk, bo.pk]
    seen = one_referral.whole(ada, maya, NOW)
    assert (seen.may_decide, seen.waiting, len(seen.family)) == (False, [], 2)


def test_a_decided_brother_waits_no_more(
    wrenmouth: Area, front_door: Team, helen: Practitioner, priya: Practitioner
) -> None:
    ada, bo = refer(wrenmouth, helen, "Ada", "Bo")
    decide(by=priya, referrals=[ada], decided=DECIDED, now=NOW)
    whole = one_referral.whole(bo, priya, NOW)
    assert ([one.pk for one in whole.waiting], len(whole.family)) == ([bo.pk], 2)
