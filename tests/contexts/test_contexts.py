"""A context, its plan and its log: what can be done, what is refused, and that its words name no child."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.test import Client
from django.urls import reverse

from alongside.audit.models import Row
from alongside.contexts import services
from alongside.contexts.models import Context, ContextAct, ContextWorker, PlaceAction, RiskWords
from alongside.contexts.words import levels_of, set_levels
from alongside.refusals import Refusal
from tests.cast import NOW
from tests.contexts.conftest import day, sent
from tests.contexts.town import LATER, OVER, TODAY, Town
from tests.pages import MOST_QUERIES, Read

pytestmark = pytest.mark.django_db
#: Ways in which somebody writes the name of a child who has a record, linked here or not.
NAMED = (
    "Kit Rowe was there.", "kit rowe", "KIT ROWE waits", "Rowe, Kit", "It was Kit Rowe’s bag.", "Ask Ben Okoye about it.",
    "With Zara\nQuinn at stand C", "zara quinn's phone",
)  # fmt: skip
#: Words in which nobody is named.
NOBODY = (
    "A first-aid kit stands by the kiosk.",
    "Rowe Street is dark.",
    "The guard, Lee Carter, thinks so.",
    "Amara",
)


def action(town: Town, **more: Any) -> PlaceAction:
    said = {"what": "Light the stairs", "why": "It is dark.", "body": "Parks", "by_on": LATER, "now": NOW}
    return services.add_action(**{"by": town.who("sam"), "context": town.station, **said, **more})  # type: ignore[arg-type]


def change(town: Town, facts: str, **more: Any) -> Context:
    return services.change_context(
        **{"by": town.who("sam"), "context": town.station, "name": "Bus station", "where": "", "facts": facts, "opinion": "",
           "now": NOW, **more}
    )  # fmt: skip


@pytest.mark.parametrize("words", NAMED)
def test_the_name_of_a_child_with_a_record_is_kept_nowhere_on_a_place(town: Town, words: str) -> None:
    before = (PlaceAction.objects.count(), ContextAct.objects.count())
    for act in (
        lambda: action(town, what=words), lambda: action(town, why=words), lambda: action(town, body=words),
        lambda: change(town, words), lambda: change(town, words, looked=True),
        lambda: services.settle_action(by=town.who("ruth"), action=town.action, outcome="done", on=TODAY, words=words, now=NOW),
        lambda: services.move_action(by=town.who("ruth"), action=town.action, by_on=LATER, reason=words, now=NOW),
        lambda: services.review_context(
            by=town.who("bo"), context=town.station, on=TODAY, words=words, review_on=LATER, now=NOW
        ),
        lambda: services.name_worker(
            by=town.who("sam"), context=town.station, practitioner=town.people["ruth"], reason=words, until_on=LATER, now=NOW
        ),
    ):  # fmt: skip
        with pytest.raises(Refusal, match="name stands here"), transaction.atomic():
            act()
    assert (PlaceAction.objects.count(), ContextAct.objects.count()) == before


def test_a_refusal_says_the_same_of_a_child_who_is_linked_and_of_one_who_is_not(town: Town) -> None:
    said = []
    for words in ("Kit Rowe", "Ben Okoye", "Amara Okoye"):
        with pytest.raises(Refusal) as refused, transaction.atomic():
            action(town, by=town.who("tom"), what=words)
        said.append(str(refused.value))
    assert len(said) == 3
    assert len(set(said)) == 1
    assert not any(family in said[0] for family in ("Rowe", "Okoye", "Kit"))


@pytest.mark.parametrize("words", NOBODY)
def test_words_that_name_nobody_are_kept(town: Town, words: str) -> None:
    assert action(town, by=town.who("tess"), what=words).what == words


def test_a_given_name_of_a_child_whom_the_writer_knows_is_looked_at_again(town: Town) -> None:
    with pytest.raises(Refusal, match="“Amara” stands here"), transaction.atomic():
        action(town, what="Ask amara what helps")
    with pytest.raises(Refusal, match="“Kit” stands here"), transaction.atomic():
        change(town, "A kit bag was left.", by=town.who("tom"))
    assert change(town, "A kit bag was left.", by=town.who("tom"), looked=True).facts == "A kit bag was left."
    # Sam does not know that Kit is linked, and is not told it by being asked to look again.
    assert action(town, what="Bring the football kit").what


def test_opening_needs_a_manager_of_the_area_and_days_that_can_be(town: Town) -> None:
    team, given = (
        town.teams["harbour"],
        {"kind": "online", "platform": "A game", "name": "Night server", "facts": "Voice chat."},
    )
    for who in ("dana", "tom", "ruth", "wyn"):
        with pytest.raises(PermissionDenied):
            services.open_context(by=town.who(who), team=team, review_on=LATER, now=NOW, **given)
    for wrong in ({"review_on": OVER}, {"review_on": LATER, "since_on": LATER}):
        with pytest.raises(Refusal):
            services.open_context(by=town.who("sam"), team=team, now=NOW, **given, **wrong)
    made = services.open_context(by=town.who("sam"), team=team, review_on=LATER, now=NOW, **given)
    assert made.kind_words == "Online space, A game"
    assert ContextAct.objects.get(context=made).what == "opened"
    assert Row.objects.filter(about=made.pk, about_kind="context").exists()


def test_what_stood_there_before_stays_in_a_log_that_nobody_changes(town: Town) -> None:
    change(town, "Nobody waits there now.")
    act = ContextAct.objects.get(what="changed")
    assert "Older boys wait at stand C." in act.before
    for wrong in (lambda: act.delete(), lambda: ContextAct.objects.filter(pk=act.pk).update(words="x")):
        with pytest.raises(DatabaseError), transaction.atomic():
            wrong()


def test_an_action_is_settled_once_by_its_agency_or_whoever_works_on_the_place(town: Town) -> None:
    for who in ("helen", "dana", "lapsed"):
        with pytest.raises(PermissionDenied):
            services.settle_action(
                by=town.who(who), action=town.action, outcome="done", on=TODAY, words="Lit.", now=NOW
            )
    services.move_action(
        by=town.who("ruth"), action=town.action, by_on=LATER + timedelta(7), reason="Parts.", now=NOW
    )
    done = services.settle_action(
        by=town.who("ruth"), action=town.action, outcome="done", on=TODAY, words="Lit.", now=NOW
    )
    assert (done.get_outcome_display(), done.settled_on) == ("Done", TODAY)
    with pytest.raises(Refusal, match="settled already"):
        services.settle_action(
            by=town.who("bo"), action=town.action, outcome="not-done", on=TODAY, words="No.", now=NOW
        )
    assert list(ContextAct.objects.filter(context=town.station).order_by("id").values_list("what", flat=True))[-2:] == [
        "action-moved", "action-settled",
    ]  # fmt: skip


@pytest.mark.parametrize("owner", [{"body": ""}, {"body": "Parks", "agency": "health"}])
def test_an_action_has_one_owner(town: Town, owner: dict[str, Any]) -> None:
    if "agency" in owner:
        both = action(town, agency=town.agencies["health"], body="Parks")
        assert (both.owner, both.body) == ("Wrenmouth Community Health", "")
        return
    with pytest.raises(ValidationError, match="name another body"):
        action(town, **owner)


def test_naming_ends_by_itself_and_by_hand(town: Town) -> None:
    named = ContextWorker.objects.get(practitioner=town.people["tom"])
    with pytest.raises(Refusal, match="works on it already"):
        town.names("tom")
    with pytest.raises(PermissionDenied):
        services.end_naming(by=town.who("bo"), worker=named, reason="Left.", now=NOW)
    services.end_naming(by=town.who("sam"), worker=named, reason="Left.", now=NOW)
    town.names("lapsed")
    assert ContextWorker.objects.filter(practitioner=town.people["lapsed"], ended_on=None).count() == 1


def test_a_closed_place_is_changed_no_more(town: Town) -> None:
    with pytest.raises(PermissionDenied):
        services.close_context(by=town.who("bo"), context=town.station, on=TODAY, because="Over.", now=NOW)
    services.close_context(by=town.who("sam"), context=town.station, on=TODAY, because="Over.", now=NOW)
    for act in (lambda: action(town), lambda: change(town, "x"), lambda: town.names("ruth")):
        with pytest.raises(Refusal, match="is closed"):
            act()


def test_an_area_keeps_its_own_words_for_risk(town: Town, client: Client) -> None:
    assert levels_of(town.area.pk, TODAY) == ()
    wyn = town.who("wyn")
    for wrong in ({"from_on": OVER, "levels": ["Low", "High"]}, {"from_on": TODAY, "levels": ["Low", "Low"]}):
        with pytest.raises(Refusal):
            set_levels(by=wyn, area=town.area, because="Agreed", now=NOW, **wrong)
    with pytest.raises(PermissionDenied):
        set_levels(
            by=town.who("dana"), area=town.area, from_on=TODAY, levels=["A", "B"], because="x", now=NOW
        )
    client.force_login(wyn)
    where = reverse("contexts:set-risk-words", args=("199",))
    data = {
        **day("from_on", TODAY),
        "levels-rows": "2",
        "levels-0-word": "Raised",
        "levels-1-word": "Grave",
        "because": "Agreed",
    }
    assert sent(client, where, data).status_code == 303
    assert RiskWords.objects.get().levels == ["Raised", "Grave"]
    assert levels_of(town.area.pk, TODAY) == ("Raised", "Grave")
    town.children["Kit"].refresh_from_db()
    client.force_login(town.people["lena"])
    page = client.get(reverse("contexts:link", args=("WREN-KIT2",))).content.decode()
    assert 'value="Grave"' in page


def test_through_the_pages_of_a_manager(town: Town, client: Client, read: Callable[..., Read]) -> None:
    sam, where = town.people["sam"], reverse("contexts:open")
    client.force_login(sam)
    wrong = client.post(where, {"kind": "place", "name": "Park"})
    assert wrong.status_code == 422
    assert "Enter what is known" in wrong.content.decode()
    data = {
        "kind": "online", "platform": "Chat", "name": "Year group", "where": "", "facts": "Kit Rowe wrote first.", "opinion": "",
        "team": str(town.teams["harbour"].pk), **day("review_on", LATER),
    }  # fmt: skip
    refused = sent(client, where, data)
    assert refused.status_code == 422
    assert "name stands here" in refused.content.decode()
    assert "Kit Rowe wrote first." in refused.content.decode(), "nothing typed is lost"
    made = sent(client, where, {**data, "facts": "Somebody older writes first."})
    assert made.status_code == 303
    context = Context.objects.get(name="Year group")
    page = read(sam, reverse("contexts:context", args=(context.pk,)))
    assert "there is nothing to draw" in page.text
    for act, more in (
        (
            "add-action",
            {
                "what": "Ask the platform to look",
                "why": "It can.",
                "body": "The platform",
                **day("by_on", LATER),
            },
        ),
        ("review", {**day("on", TODAY), "words": "Quieter.", **day("review_on", LATER)}),
        (
            "name",
            {"practitioner": str(town.people["ruth"].pk), "reason": "Knows it.", **day("until_on", LATER)},
        ),
        ("close", {**day("on", TODAY), "because": "Nobody is there now."}),
    ):
        assert sent(client, reverse("contexts:act", args=(context.pk, act)), more).status_code == 303, act
    history = read(sam, reverse("contexts:history", args=(context.pk,))).text
    assert all(
        words in history
        for words in ("Quieter.", "Ask the platform to look.", "ruth Tester", "Nobody is there now.")
    )
    assert "Closed" in read(sam, f"{reverse('contexts:contexts')}?kind=closed").text


def test_two_people_who_change_it_choose(town: Town, client: Client) -> None:
    where = reverse("contexts:act", args=(town.station.pk, "change"))
    client.force_login(town.people["bo"])
    page = client.get(where).content.decode()
    stood = dict(re.findall(r'name="(stood-[^"]+)" value="([^"]*)"', page))
    change(town, "Nobody waits there now.")
    given = {
        "name": "Bus station",
        "where": "Quay Street",
        "facts": "They wait at stand D.",
        "opinion": "",
        **stood,
    }
    both = client.post(where, given)
    assert both.status_code == 422
    assert all(
        words in both.content.decode() for words in ("Nobody waits there now.", "They wait at stand D.")
    )


def test_the_list_is_found_by_words_and_kind(town: Town, read: Callable[..., Read]) -> None:
    sam, where = town.people["sam"], reverse("contexts:contexts")
    assert "Bus station" in read(sam, f"{where}?q=stand+quay").text
    assert "Nothing that you may open is found so." in read(sam, f"{where}?q=harbour").text
    assert "Bus station" not in read(sam, f"{where}?kind=online").text
    assert "There is no place or group that you may open." in read(town.people["dana"], where).text


def test_no_page_asks_more_for_many(town: Town, read: Callable[..., Read]) -> None:
    lena, sam = town.people["lena"], town.people["sam"]
    asked = {}
    for many in (0, 1):
        for who, where in (
            (lena, reverse("contexts:context", args=(town.station.pk,))), (sam, reverse("contexts:contexts")),
            (lena, reverse("contexts:of-child", args=("WREN-KIT2",))), (town.people["ruth"], reverse("contexts:our-actions")),
            (sam, reverse("contexts:history", args=(town.station.pk,))),
        ):  # fmt: skip
            asked.setdefault((who.name, where), []).append(len(read(who, where).sql))
        if not many:
            PlaceAction.objects.bulk_create(
                PlaceAction(context=town.station, what=f"Step {n}", why="x", agency=town.agencies["health"], by_on=LATER,
                            recorded_at=NOW, recorded_by=sam) for n in range(60)
            )  # fmt: skip
            Context.objects.bulk_create(
                Context(area=town.area, team=town.teams["harbour"], kind="place", name=f"Place {n}", facts="x", opened_on=TODAY,
                        review_on=LATER, recorded_at=NOW, recorded_by=sam) for n in range(60)
            )  # fmt: skip
    assert all(few == many <= MOST_QUERIES for few, many in asked.values()), asked


def test_what_waits_stands_in_my_work(town: Town, read: Callable[..., Read]) -> None:
    Context.objects.filter(pk=town.station.pk).update(review_on=TODAY)
    PlaceAction.objects.filter(body="Licensing").update(by_on=OVER)
    for who in ("sam", "bo", "tom"):
        text = read(town.people[who], "/").text
        assert "Places and groups: waiting for you" in text, who
        assert "Ask the kiosk" in text, who
        assert "Review it" in text, who
    assert "Light stand C" in read(town.people["ruth"], "/").text
    assert "Ask the kiosk" not in read(town.people["ruth"], "/").text
    assert "waiting for you" not in read(town.people["dana"], "/").text.replace(
        "Who may see what: waiting for you", ""
    )
