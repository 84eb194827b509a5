"""Two people change one plan: nothing is overwritten unseen, and no answer meets another action."""

from __future__ import annotations

import pytest
from django.test import Client

from alongside.agencies.models import Agency, Practitioner
from alongside.chronology.models import Entry
from alongside.outbox.models import Endpoint, OutgoingMessage
from alongside.people.models import Person
from alongside.plans.agreed import ActionDone, AgreedAction
from alongside.plans.forms.change import asked_as
from alongside.plans.models import Action, ChildProtectionPlan, Need
from alongside.plans.services import change_plan
from tests.cast import NOW, TODAY
from tests.two_writers import save, typed, writer

HOME = "/children/WREN-AMARA2/plan/"
WHY = {
    "changed_on_day": str(TODAY.day), "changed_on_month": str(TODAY.month), "changed_on_year": str(TODAY.year),
    "why": "Agreed with Grace.",
}  # fmt: skip


@pytest.fixture
def both(plan: ChildProtectionPlan, dana: Practitioner, sam: Practitioner) -> tuple[Client, Client]:
    return writer(dana), writer(sam)


@pytest.fixture
def action(plan: ChildProtectionPlan) -> Action:
    return Action.objects.get(need__plan=plan)


@pytest.fixture
def need(plan: ChildProtectionPlan) -> Need:
    return plan.needs.get()


def page_of(record: Need | Action) -> str:
    return f"{HOME}{'needs' if isinstance(record, Need) else 'actions'}/{record.pk}/change/"


def test_a_need_is_said_anew_and_what_it_said_stays_on_the_timeline(
    both: tuple[Client, Client], need: Need
) -> None:
    dana, _ = both
    plan = dana.get(HOME).content.decode()
    assert page_of(need) in plan
    sent = typed(dana.get(page_of(need)), must_change="Adults are sober from four o'clock on", **WHY)
    assert save(dana, page_of(need), sent).status_code == 303
    need.refresh_from_db()
    assert need.must_change == "Adults are sober from four o'clock on"
    what = Entry.objects.get(kind="plan-changed").details["what"]
    assert "what must change, from “Adults stay sober while Amara is with them” to “Adults are sober" in what


def test_an_agency_that_an_action_passes_to_is_told(
    both: tuple[Client, Client], action: Action, school: Agency
) -> None:
    dana, _ = both
    Endpoint.objects.create(
        area=school.areas.get(), agency=school, url="https://school.example/", events=["action.assigned"],
        made_at=NOW,
    )  # fmt: skip
    sent = typed(dana.get(page_of(action)), owner="Helen Marsh", agency=str(school.pk), **WHY)
    assert save(dana, page_of(action), sent).status_code == 303
    action.refresh_from_db()
    assert (action.owner, action.agency) == ("Helen Marsh", school)
    assert OutgoingMessage.objects.get().subject == "action.assigned"


def test_saying_the_same_changes_nothing(both: tuple[Client, Client], action: Action) -> None:
    dana, _ = both
    told = dana.post(page_of(action), typed(dana.get(page_of(action)), **WHY))
    answer = dana.post(page_of(action), typed(told) | {"step": "confirm"})
    assert answer.status_code == 422
    assert "Nothing is different" in answer.content.decode()
    assert not Entry.objects.filter(kind="plan-changed").exists()


@pytest.mark.parametrize(
    ("choice", "owner"), [("yours", "Nana Okoye"), ("theirs", "Grace and Nana Okoye together")]
)
def test_both_owners_are_shown_to_the_second_who_chooses(
    both: tuple[Client, Client], action: Action, choice: str, owner: str
) -> None:
    dana, sam = both
    hers, his = dana.get(page_of(action)), sam.get(page_of(action))
    save(dana, page_of(action), typed(hers, owner="Grace and Nana Okoye together", **WHY))
    met = sam.post(page_of(action), typed(his, owner="Nana Okoye", **WHY))
    shown = met.content.decode()
    assert met.status_code == 422
    assert "Grace and Nana Okoye together" in shown
    assert "Nana Okoye</div>" in shown
    assert "saved by Dana Wright" in shown
    told = sam.post(page_of(action), typed(met) | {"chose-owner": choice, "step": "resolve"})
    answer = sam.post(page_of(action), typed(told) | {"step": "confirm"})
    assert answer.status_code == (303 if choice == "yours" else 422), "theirs is there already"
    action.refresh_from_db()
    assert action.owner == owner


def test_what_was_settled_meanwhile_comes_back_beside_what_was_typed(
    both: tuple[Client, Client], amara: Person, dana: Practitioner, action: Action
) -> None:
    _, sam = both
    his = sam.get(f"{HOME}change/")
    change_plan(
        by=dana, child=amara, changed_on=TODAY, why="Agreed.", now=NOW,
        done=[ActionDone(action=action, on=TODAY, words="Grace came each week.")],
    )  # fmt: skip
    name = asked_as(action)
    sent = typed(his, **{name: "dropped", f"{name}_because": "The group closed in March."}, **WHY)
    answer = sam.post(f"{HOME}change/", sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "somebody else recorded it as done" in page
    assert "Grace came each week." in page
    assert "The group closed in March." in page, "what was typed is not lost"


def test_an_answer_never_meets_another_action(
    both: tuple[Client, Client], amara: Person, dana: Practitioner, action: Action, need: Need
) -> None:
    """Asked about by their place, the second would have become the first once the first was settled."""
    _, sam = both
    tea = AgreedAction(need=need, what="Sunday tea", owner="Nana Okoye", by_when=TODAY)
    change_plan(by=dana, child=amara, changed_on=TODAY, why="Agreed.", now=NOW, actions=[tea])
    second = Action.objects.get(what="Sunday tea")
    his = sam.get(f"{HOME}change/")
    change_plan(
        by=dana,
        child=amara,
        changed_on=TODAY,
        why="Agreed.",
        now=NOW,
        done=[ActionDone(action=action, on=TODAY)],
    )
    name = asked_as(second)
    sent = typed(his, **{name: "dropped", f"{name}_because": "Nana is in hospital."}, **WHY)
    assert save(sam, f"{HOME}change/", sent).status_code == 303
    second.refresh_from_db()
    assert second.dropped_because == "Nana is in hospital."


def test_the_childs_own_version_is_not_overwritten(both: tuple[Client, Client]) -> None:
    dana, sam = both
    page = f"{HOME}for-the-child/write/"
    said = {"worries": "Shouting at night.", "promises": "Mum goes to the group."}
    hers, his = dana.get(page), sam.get(page)
    save(dana, page, typed(hers, **said))
    met = sam.post(page, typed(his, worries="Noise at night.", promises="Mum goes to the group."))
    assert met.status_code == 422
    assert "Shouting at night." in met.content.decode()


def test_nobody_else_may_reword_it(
    both: tuple[Client, Client], action: Action, need: Need, helen: Practitioner
) -> None:
    for record in (action, need):
        assert writer(helen).get(page_of(record)).status_code == 404
