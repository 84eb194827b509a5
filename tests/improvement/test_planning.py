"""The plan: taken from the list with its words, written freely, moved on, done, dropped, opened again."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from alongside.guidance import catalogue
from alongside.improvement import services
from alongside.improvement.models import PlannedAction
from alongside.improvement.reading import planned
from alongside.refusals import Refusal
from tests.improvement.conftest import LEADERS, NOW, TAKEN, TODAY, Partnership

pytestmark = pytest.mark.django_db
SOON = TODAY + timedelta(days=30)


def adopt(there: Partnership, *ids: str, **more: Any) -> services.Adopted:
    return services.adopt(by=there.who("head"), body=there.school, actions=ids, now=NOW, **more)


def test_an_action_of_the_list_keeps_its_words_and_the_places_it_rests_on(there: Partnership) -> None:
    listed = catalogue.ACTIONS[TAKEN]
    (one,) = adopt(there, TAKEN, owner=there.people["helen"], due_on=SOON).made

    assert (one.what, one.would_show, one.listed_as) == (listed.words, listed.evidence, TAKEN)
    assert [each["rule"] for each in one.rests_on] == list(listed.rules)
    assert all(each["cited"].startswith("Working Together 2026") for each in one.rests_on)
    assert one.changes.get().words.startswith(listed.words[:20])


def test_what_is_open_in_the_plan_is_not_taken_twice_and_what_was_done_is(there: Partnership) -> None:
    first = adopt(there, TAKEN).made[0]
    again = adopt(there, TAKEN, "all.parents")
    assert (len(again.made), again.already) == (1, 1)

    services.finish(by=there.who("head"), action=first, on=TODAY, evidence="Minutes of May.", now=NOW)
    assert adopt(there, TAKEN).already == 0
    with pytest.raises(Refusal, match="open in this plan already"):
        services.reopen(by=there.who("head"), action=first, because="Not kept up.", now=NOW)


def test_an_action_follows_from_a_statement(there: Partnership) -> None:
    one = there.round()
    made = there.plans("Agree one vision", assessment=one, statement=LEADERS)

    assert (made.assessment_id, made.statement) == (one.pk, LEADERS)
    assert [each["rule"] for each in made.rests_on] == ["expectation.leaders"]


def test_progress_is_added_and_done_says_on_which_day_and_what_shows_it(there: Partnership) -> None:
    one = there.plans(owner=there.people["helen"], due_on=SOON)
    helen = there.who("helen")
    services.say_progress(by=helen, action=one, words="Two meetings held.", now=NOW)
    done = services.finish(
        by=helen, action=one, on=date(2026, 6, 10), evidence="The report of June.", now=NOW
    )

    assert (done.outcome, done.settled_on, done.came_of_it) == (
        "done",
        date(2026, 6, 10),
        "The report of June.",
    )
    assert [c.what for c in one.changes.order_by("recorded_at", "id")] == ["planned", "progress", "done"]

    services.reopen(by=there.who("head"), action=one, because="Half of it was.", due_on=SOON, now=NOW)
    last = one.changes.order_by("recorded_at", "id").last()
    assert last is not None
    assert last.before == "Done on 10 June 2026. The report of June."
    assert PlannedAction.objects.get(pk=one.pk).outcome == ""


def test_a_change_keeps_what_stood_before_and_never_the_words_of_the_list(there: Partnership) -> None:
    one = adopt(there, TAKEN).made[0]
    services.change(by=there.who("head"), action=one, reason="She asked.", owner=there.people["helen"],
                    due_on=SOON, what="Other words", now=NOW)  # fmt: skip
    one.refresh_from_db()

    assert one.what == catalogue.ACTIONS[TAKEN].words
    last = one.changes.order_by("recorded_at", "id").last()
    assert last is not None
    assert "Nobody is named for it yet. No day is set." in last.before
    assert "Helen Marsh does it. By 11 July 2026." in last.words


@pytest.mark.parametrize(("act", "words"), [
    (lambda t: adopt(t, "no.such-action"), "not in the list any more"),
    (lambda t: adopt(t), "No action is chosen"),
    (lambda t: t.plans(due_on=TODAY - timedelta(days=1)), "This day is over"),
    (lambda t: services.finish(by=t.who("head"), action=t.plans(), on=SOON, evidence="Soon.", now=NOW), "has not come yet"),
    (lambda t: services.reopen(by=t.who("head"), action=t.plans(), because="Why not.", now=NOW), "is open"),
    (lambda t: services.say_progress(
        by=t.who("head"), words="More.", now=NOW,
        action=services.drop(by=t.who("head"), action=t.plans(), because="Done by others.", now=NOW),
    ), "settled already"),
])  # fmt: skip
def test_what_cannot_be_so_is_refused(there: Partnership, act: Callable[[Any], Any], words: str) -> None:
    with pytest.raises(Refusal, match=words) as refused:
        act(there)
    assert refused.value.do


def test_the_plan_is_filtered_by_the_address(there: Partnership) -> None:
    head = there.who("head")
    open_ = there.plans("Write to parents", owner=there.people["helen"])
    late = there.plans("Train everybody", owner_name="The trust")
    PlannedAction.objects.filter(pk=late.pk).update(due_on=TODAY - timedelta(days=1))
    done = services.finish(by=head, action=there.plans("Audit"), on=TODAY, evidence="Done.", now=NOW)

    def found(who: str = "head", **asked: str) -> set[Any]:
        return {one.pk for one in planned(there.school, there.who(who), asked, TODAY)}

    assert found() == {open_.pk, late.pk}
    assert found(state="overdue") == {late.pk}
    assert found(state="done") == {done.pk}
    assert found(q="parents") == {open_.pk}
    assert found(q="trust") == {late.pk}
    assert found(who="helen", owner="me") == {open_.pk}
    assert found(owner="nobody") == set()
