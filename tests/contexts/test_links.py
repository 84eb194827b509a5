"""A child's link: on that child's case alone, for a time, judged by people; what the guidance wants and is missing is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.test import Client
from django.urls import reverse

from alongside.assessments.parts import parts_on
from alongside.assessments.services import start_assessment
from alongside.chronology.models import Entry, Shortfall
from alongside.contexts import services
from alongside.contexts.models import ContextLink, ContextLinkChange, LetKnow, SiblingConsidered
from alongside.contexts.open_work import open_work
from alongside.contexts.services import Judged, Risk, Sibling
from alongside.deadlines.models import Deadline
from alongside.desk.corrections import correct_entry
from alongside.keys import new_key
from alongside.known.facts import offered
from alongside.notices.models import Notice
from alongside.refusals import Refusal
from alongside.strands.services import open_strand
from tests.cast import NOW
from tests.contexts.conftest import day, sent
from tests.contexts.town import JUDGED, LATER, OPENED, OVER, TODAY, Town
from tests.pages import Read

pytestmark = pytest.mark.django_db
RISK = (Risk(concern="context", level="Grave", reasons="He has a car."),)


def given(town: Town, child: str = "Amara") -> dict[str, Any]:
    return {"by": town.who("lena"), "child": town.children[child], "link": town.links[child], "now": NOW}


def again(town: Town, **more: Any) -> ContextLink:
    """Amara linked anew, once her link has ended."""
    services.end_link(on=TODAY, reason="To begin again.", **given(town))
    return town.link("Amara", **more)


def test_each_act_is_one_entry_on_the_one_child(town: Town) -> None:
    others = Entry.objects.exclude(child=town.children["Amara"]).count()
    acts = (
        ("context-link-renewed", lambda: services.renew_link(until_on=LATER, reason="Still.", judged=JUDGED, **given(town))),
        ("context-risk-judged", lambda: services.judge_risk(risks=RISK, reason="A car.", **given(town))),
        ("context-let-know", lambda: services.let_know(
            practitioner=town.who("bo"), reason="Patrols.", until_on=LATER, **given(town))),
        ("context-link-ended", lambda: services.end_link(on=TODAY, reason="Moved school.", **given(town))),
    )  # fmt: skip
    for kind, act in acts:
        before = set(Entry.objects.values_list("pk", flat=True))
        act()
        (entry,) = Entry.objects.exclude(pk__in=before)
        assert (entry.kind, entry.child_id) == (kind, town.children["Amara"].pk)
    assert Entry.objects.exclude(child=town.children["Amara"]).count() == others
    assert list(ContextLinkChange.objects.order_by("id").values_list("what", flat=True)) == [
        "renewed",
        "risk",
        "ended",
    ]
    assert not LetKnow.objects.filter(link=town.links["Amara"], ended_on=None).exists()


def test_what_was_set_out_before_a_renewal_stays_readable(town: Town, read: Callable[..., Read]) -> None:
    ContextLink.objects.filter(pk=town.links["Amara"].pk).update(
        nature="Carrying for older boys.", location="Stand C."
    )
    judged = Judged(nature="Threats.", risks=RISK)
    services.renew_link(until_on=LATER, reason="Still.", judged=judged, **given(town))
    services.judge_risk(
        risks=[Risk(concern="context", level="Low", reasons="He left.")], reason="Gone.", **given(town)
    )
    renewed, risk = ContextLinkChange.objects.order_by("id").values_list("before", flat=True)
    assert "What the harm is: Carrying for older boys.\n" in renewed
    assert "Where: Stand C." in renewed
    assert "Grave. He has a car." in risk
    where = reverse("contexts:one-link", args=("WREN-AMARA2", town.links["Amara"].pk))
    page = read(town.people["dana"], where)
    for words in ("Threats.", "Carrying for older boys.", "Grave. He has a car.", "Low"):
        assert words in page.text


def test_who_was_let_know_is_shown_it_until_the_day_on_which_the_end_is_recorded(town: Town) -> None:
    told = LetKnow.objects.get(practitioner=town.people["tom"], ended_on=None)
    services.end_link(on=OPENED, reason="He moved.", **given(town, "Kit"))
    assert LetKnow.objects.get(pk=told.pk).ended_on == TODAY


def test_only_whoever_works_with_the_child_and_may_open_the_place_links(town: Town) -> None:
    services.end_link(on=TODAY, reason="To begin again.", **given(town))
    for who in ("dana", "priya", "bo", "tom", "aunt", "helen", "wyn"):
        with pytest.raises(PermissionDenied), transaction.atomic():
            town.link("Amara", by=town.who(who))
    town.names("dana")
    assert town.link("Amara", by=town.who("dana")).pk


@pytest.mark.parametrize(
    ("more", "why"),
    [
        ({"until_on": OVER}, "last day of the link is over"),
        ({"from_on": LATER, "until_on": LATER}, "is in the future"),
        ({"from_on": OPENED - timedelta(days=1)}, "before the case opened"),
        ({"reason": "With Kit Rowe."}, "name stands here"),
        ({"judged": Judged(nature="zara quinn asked her")}, "name stands here"),
        (
            {"judged": Judged(risks=[Risk(concern="context", level="High", reasons="Kit Rowe is there.")])},
            "name stands here",
        ),
        ({"judged": Judged(risks=[Risk(concern="context", level="High", reasons=" ")])}, "no reasons"),
        ({"judged": Judged(risks=[*RISK, *RISK])}, "twice"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_left_of_it(
    town: Town, more: dict[str, Any], why: str
) -> None:
    services.end_link(on=TODAY, reason="To begin again.", **given(town))
    before = (ContextLink.objects.count(), Entry.objects.count())
    with pytest.raises(Refusal, match=why), transaction.atomic():
        town.link("Amara", **more)
    assert (ContextLink.objects.count(), Entry.objects.count()) == before


def test_there_is_one_link_at_a_time_and_none_to_what_is_closed(town: Town) -> None:
    with pytest.raises(Refusal, match="linked to Bus station already"):
        town.link("Amara")
    services.end_link(on=TODAY, reason="Closed.", **given(town))
    services.close_context(by=town.who("sam"), context=town.station, on=TODAY, because="Over.", now=NOW)
    with pytest.raises(Refusal, match="is closed"):
        town.link("Amara")


def test_the_childs_own_name_and_its_siblings_answers_are_no_other_child(town: Town) -> None:
    link = again(town, reason="Amara Okoye was seen there.", judged=Judged(siblings=[
        Sibling(person=town.children["Ben"], at_risk="yes", words="Ben Okoye came along."),
    ]))  # fmt: skip
    assert SiblingConsidered.objects.get(link=link).at_risk == "yes"
    with pytest.raises(Refusal, match="name stands here"), transaction.atomic():
        services.renew_link(until_on=LATER, reason="Still.", **{**given(town), "link": link}, judged=Judged(
            siblings=[Sibling(person=town.children["Ben"], at_risk="yes", words="Came with Kit Rowe.")]
        ))  # fmt: skip
    with pytest.raises(PermissionDenied):
        services.renew_link(until_on=LATER, reason="Still.", **{**given(town), "link": link}, judged=Judged(
            siblings=[Sibling(person=town.children["Kit"], at_risk="yes")]
        ))  # fmt: skip


SET_OUT = {
    "What the harm is, for each concern": {"nature": ""}, "How long it has gone on": {"duration": ""},
    "Where it happens, online too": {"location": ""}, "How great the risk is": {"risks": ()},
    "Whether each brother and sister": {"siblings": ()},
}  # fmt: skip


@pytest.mark.parametrize("missing", SET_OUT)
def test_what_is_to_be_set_out_and_is_not_is_a_shortfall_and_no_bar(town: Town, missing: str) -> None:
    whole = {
        "nature": "Carrying.", "duration": "Weeks.", "location": "Stand C.", "risks": JUDGED.risks,
        "siblings": [Sibling(person=town.children["Ben"], at_risk="no")],
    }  # fmt: skip
    assert not Shortfall.objects.filter(entry=again(town, judged=Judged(**whole)).entry).exists()  # type: ignore[arg-type]
    town.links["Amara"] = ContextLink.objects.get(case__child=town.children["Amara"], ended_on=None)
    link = again(town, judged=Judged(**{**whole, **SET_OUT[missing]}))  # type: ignore[arg-type]
    (short,) = Shortfall.objects.filter(entry=link.entry)
    assert (short.rule_id, missing in short.words) == ("outside-home.in-a-context", True)


@pytest.mark.parametrize("part", ["harms", "both"])
def test_a_child_who_causes_harm_is_safeguarded_first(town: Town, part: str) -> None:
    link = again(town, part=part)
    assert "safeguarded first" in Shortfall.objects.get(entry=link.entry).words
    town.links["Amara"] = link
    safe = again(town, part=part, judged=Judged(response="A worker of her own, before anything else."))
    assert "safeguarded first" not in Shortfall.objects.get(entry=safe.entry).words


def test_the_last_day_of_a_link_is_due_until_it_is_renewed_or_ended(town: Town) -> None:
    def due() -> list[Any]:
        found = Deadline.objects.filter(child=town.children["Amara"], rule_id="outside-home.link")
        return list(found.outstanding().values_list("due_on", "force"))  # type: ignore[attr-defined]

    assert due() == [(LATER, "local")]
    later = LATER + timedelta(days=30)
    services.renew_link(until_on=later, reason="Still.", judged=JUDGED, **given(town))
    assert due() == [(later, "local")]
    services.end_link(on=TODAY, reason="Moved.", **given(town))
    assert due() == []


def test_a_link_that_ran_out_says_so_and_asks(town: Town, read: Callable[..., Read]) -> None:
    ContextLink.objects.filter(pk=town.links["Amara"].pk).update(until_on=OPENED)
    page = read(town.people["dana"], reverse("contexts:of-child", args=("WREN-AMARA2",)))
    assert "The link ran out on" in page.text
    assert page.links("Renew it")
    assert page.links("end it")


def test_only_those_who_work_on_the_place_are_let_know(town: Town) -> None:
    for who in ("ruth", "dana", "lapsed"):
        with pytest.raises(Refusal, match="does not work on"), transaction.atomic():
            services.let_know(practitioner=town.who(who), reason="x", until_on=LATER, **given(town))
    with pytest.raises(ValidationError, match="knows already"), transaction.atomic():
        services.let_know(practitioner=town.who("tom"), reason="x", until_on=LATER, **given(town, "Kit"))
    told = LetKnow.objects.get(practitioner=town.people["tom"])
    services.end_let_know(by=town.who("cleo"), child=town.children["Kit"], told=told, reason="Left.", now=NOW)
    assert LetKnow.objects.get(pk=told.pk).ended_on == TODAY


def test_a_tie_is_recorded_by_somebody_who_may_know_of_both(town: Town) -> None:
    links = town.links
    for who, one, other in (
        ("sam", "Amara", "Kit"),
        ("tom", "Kit", "Zara"),
        ("bo", "Kit", "Amara"),
        ("dana", "Amara", "Kit"),
    ):
        with pytest.raises(PermissionDenied), transaction.atomic():
            services.record_tie(
                by=town.who(who),
                context=town.station,
                one=links[one],
                other=links[other],
                kind="peer",
                reason="x",
                now=NOW,
            )
    with pytest.raises(Refusal, match="name stands here"), transaction.atomic():
        services.record_tie(
            by=town.who("bo"), context=town.station, one=links["Kit"], other=links["Zara"], kind="peer",
            reason="Kit Rowe came with Amara Okoye.", now=NOW,
        )  # fmt: skip
    tie = services.record_tie(
        by=town.who("bo"),
        context=town.station,
        one=links["Kit"],
        other=links["Zara"],
        kind="online",
        reason="x",
        now=NOW,
    )
    assert not Entry.objects.filter(details__icontains="online").exists()
    assert services.end_tie(by=town.who("lena"), tie=tie, now=NOW).ended_on == TODAY


def test_a_case_does_not_close_while_a_link_stands(town: Town) -> None:
    case = town.links["Amara"].case
    assert any("Bus station" in words for words in open_work(case))
    services.end_link(on=TODAY, reason="Over.", **given(town))
    assert not any("Bus station" in words for words in open_work(case))


def test_it_is_offered_to_whoever_writes_a_new_assessment(town: Town) -> None:
    found = offered(town.children["Amara"], new_key())
    (fact,) = [one for one in found.facts["extra-familial-contexts"] if "Bus station" in one.source]
    assert "Asked to carry things" in fact.words
    assert "High" not in fact.words, "a judgement is made anew"


def test_linking_through_the_page(town: Town, client: Client) -> None:
    services.end_link(on=TODAY, reason="To begin again.", **given(town))
    town.names("dana")
    client.force_login(town.people["dana"])
    where, ben = reverse("contexts:link", args=("WREN-AMARA2",)), town.children["Ben"].pk.hex
    page = client.get(where).content.decode()
    assert "Is Ben Okoye at risk there?" in page
    assert "checked" not in page.partition("<form")[2].partition("</form>")[0].replace("unchecked", "")
    data = {
        "context": str(town.station.pk), "part": "both", "reason": "Seen there.", **day("from_on", TODAY),
        "nature": "Asked to carry.", "duration": "Weeks.", "location": "Stand C.", "response": "Her own worker.",
        "whole_level": "High", "whole_reasons": "Weekly.", "risks-rows": "1", "risks-0-concern": "criminal",
        "risks-0-level": "Medium", "risks-0-reasons": "Once.", f"sibling_{ben}": "not-known",
    }  # fmt: skip
    wrong = client.post(where, data)
    assert wrong.status_code == 422
    assert "Enter the last day of the link" in wrong.content.decode()
    assert "Asked to carry." in wrong.content.decode(), "nothing typed is lost"
    assert "Enter why you judge it so" in client.post(
        where, {**data, **day("until_on", LATER), "whole_reasons": ""}
    ).content.decode()  # fmt: skip
    made = sent(client, where, {**data, **day("until_on", LATER)})
    assert made.status_code == 303
    link = ContextLink.objects.get(case__child=town.children["Amara"], ended_on=None)
    assert [one["concern"] for one in link.risks] == ["context", "criminal"]
    assert not Shortfall.objects.filter(entry=link.entry).exists()
    shown = client.get(made.headers["Location"]).content.decode()
    assert all(
        words in shown for words in ("Her own worker.", "Light stand C", "Ben Okoye", "Criminal exploitation")
    )
    acts = (
        ("risk", {"whole_level": "Low", "whole_reasons": "Gone.", "risks-rows": "0", "reason": "They left."}),
        ("renew", {"reason": "Still.", **day("until_on", LATER), "nature": "Less.", "risks-rows": "0"}),
        ("let-know", {"practitioner": str(town.people["tom"].pk), "reason": "Patrols.", **day("until_on", LATER)}),
        ("end", {**day("on", TODAY), "reason": "Over."}),
    )  # fmt: skip
    for act, more in acts:
        there = reverse("contexts:act-on-link", args=("WREN-AMARA2", link.pk, act))
        assert client.get(there).status_code == 200
        assert sent(client, there, more).status_code == 303, act
    assert client.get(there).status_code == 404, "a link that has ended is changed no more"


def test_a_draft_is_its_writers_own(town: Town, read: Callable[..., Read], client: Client) -> None:
    where = reverse("contexts:act", args=(town.station.pk, "change"))
    client.force_login(town.people["bo"])
    kept = client.post(where, {"facts": "Kit Rowe came at nine.", "step": "keep"})
    assert kept.status_code == 303
    assert "Kit Rowe came at nine." in client.get(where).content.decode()
    for who in ("sam", "tom", "lena", "tess"):
        assert "came at nine" not in read(town.people[who], where).body
        assert "came at nine" not in read(town.people[who], "/").body


def test_a_corrected_day_moves_the_link_and_its_end(town: Town) -> None:
    services.end_link(on=TODAY, reason="Over.", **given(town))
    for kind, field, on in (
        ("context-linked", "from_on", OPENED + timedelta(days=1)), ("context-link-ended", "ended_on", TODAY - timedelta(days=1)),
    ):  # fmt: skip
        entry = Entry.objects.get(child=town.children["Amara"], kind=kind)
        correct_entry(by=town.who("dana"), entry=entry, happened_on=on, reason="Wrong day.", now=NOW)
        assert getattr(ContextLink.objects.get(pk=town.links["Amara"].pk), field) == on


def test_corrected_words_of_a_link_name_no_other_child_either(town: Town) -> None:
    entry = Entry.objects.get(child=town.children["Amara"], kind="context-linked")
    with pytest.raises(Refusal, match="A child’s name stands here"), transaction.atomic():
        correct_entry(
            by=town.who("dana"), entry=entry, happened_on=entry.happened_on, reason="More is known.", now=NOW,
            words={"reason": "She came there with Kit Rowe."},
        )  # fmt: skip
    assert "Kit Rowe" not in ContextLink.objects.get(pk=town.links["Amara"].pk).reason


def test_whoever_is_named_or_let_know_is_told_so_and_no_name_of_a_child_stands_in_it(town: Town) -> None:
    told = Notice.objects.filter(link=reverse("contexts:context", args=(town.station.pk,)))
    assert {str(one.to) for one in told} >= {str(town.people["tom"])}
    assert {one.child for one in told} == {None}
    for one in told:
        assert not any(child.called in one.words for child in town.children.values())


def test_the_strand_and_the_assessment_lead_to_the_places(town: Town, read: Callable[..., Read]) -> None:
    dana, where = town.people["dana"], reverse("contexts:of-child", args=("WREN-AMARA2",))
    made = open_strand(
        by=town.who("dana"), child=town.children["Amara"], kind_id="harm-outside-home", happened=TODAY, now=NOW,
        answers={"forms": ["criminal"], "what": "Asked to carry."},
    )  # fmt: skip
    assert where in read(dana, reverse("strands:strand", args=("WREN-AMARA2", made.pk))).links()
    assert where in read(dana, reverse("strands:beside", args=("WREN-AMARA2",))).links()
    start_assessment(
        by=town.who("dana"), child=town.children["Amara"], started_on=TODAY, basis="section-17", lead=town.who("dana"), why="x",
        now=NOW,
    )  # fmt: skip
    sections = [
        read(dana, reverse("assessments:section", args=("WREN-AMARA2", part.key))) for part in parts_on(TODAY)
        if "extra-familial-contexts" in part.keys
    ]  # fmt: skip
    assert sections
    assert all(where in page.links() for page in sections)
