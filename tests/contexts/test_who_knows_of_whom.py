"""No page tells anybody of a linked child of whom they may not know: by a table, and by linking one more and comparing."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.access import policies
from alongside.chronology.models import Entry
from alongside.contexts import reading, services, views
from alongside.contexts.models import ContextAct, ContextLink, ContextTie, LetKnow
from alongside.contexts.services import Risk
from tests.access.matrix_world import undone
from tests.cast import NOW, child_of
from tests.contexts.town import LATER, Town, opened
from tests.pages import prove

pytestmark = pytest.mark.django_db

Pages = dict[tuple[str, str], str]
CHILDREN = {"Amara": "Okoye", "Kit": "Rowe", "Zara": "Quinn"}
#: Of whom each may know on the page of the bus station; None: it is not there for them.
KNOWS: dict[str, set[str] | None] = {
    "sam": {"Amara"},  # manages the team responsible, which works with Amara
    "lena": {"Amara", "Kit", "Zara"},  # named on it, and reads every record at the front door
    "bo": {"Kit", "Zara"},  # named on it; his team works with these two
    "tom": {"Kit"},  # named on it, and let know of Kit
    "tess": {"Zara"},
    "aunt": set(),  # let know of Amara, whose record is closed to her
    "dana": None,  # leads on Amara, and is not named on it
    "cleo": None,
    "priya": None,
    "lapsed": None,  # named on it until yesterday
    "ruth": None,  # her agency owns an action
    "helen": None,
    "wyn": None,
}
#: Whose records each reads, and so whose names may stand on their own first page, in their search and on the child's page.
READS: dict[str, set[str]] = {
    "sam": {"Amara"}, "dana": {"Amara"}, "lapsed": {"Amara"}, "aunt": set(), "bo": {"Kit", "Zara"}, "cleo": {"Kit", "Zara"},
    "lena": {"Amara", "Kit", "Zara"}, "priya": {"Amara", "Kit", "Zara"}, "tom": set(), "tess": set(), "ruth": set(),
    "helen": set(), "wyn": set(),
}  # fmt: skip


def pages(town: Town) -> dict[str, str]:
    """Every page on which a context, its plan or a link could stand, by name."""
    station, action = town.station.pk, town.action.pk
    found = {
        "context": reverse("contexts:context", args=(station,)), "print": reverse("contexts:print", args=(station,)),
        "history": reverse("contexts:history", args=(station,)), "tie": reverse("contexts:tie", args=(station,)),
        "list": reverse("contexts:contexts"), "our actions": reverse("contexts:our-actions"),
        "action": reverse("contexts:action", args=(action,)), "my work": reverse("desk:my-work"),
        **{f"{act} it": reverse("contexts:act", args=(station, act)) for act in ("change", "add-action", "name")},
        "list of Rowe": f"{reverse('contexts:contexts')}?q=Rowe", "search": f"{reverse('desk:search')}?q=stand",
    }  # fmt: skip
    for given in ("Amara", "Kit"):
        child, link = town.children[given], town.links[given]
        found |= {
            f"{given}: child": reverse("desk:child", args=(child.reference,)),
            f"{given}: timeline": reverse("desk:timeline", args=(child.reference,)),
            f"{given}: places": reverse("contexts:of-child", args=(child.reference,)),
            f"{given}: link": reverse("contexts:one-link", args=(child.reference, link.pk)),
            f"{given}: renew": reverse("contexts:act-on-link", args=(child.reference, link.pk, "renew")),
        }  # fmt: skip
    return found


OF_THE_STATION = ("context", "print", "tie")


def may_stand_on(page: str, who: str) -> set[str]:
    """The children whose names may stand on a page for a reader: from the two tables and nothing else."""
    child = page.partition(":")[0]
    if child in CHILDREN:
        return {child} & READS[who]
    if page in OF_THE_STATION:
        return KNOWS[who] or set()
    return READS[who] if page in ("my work", "search") else set()


def browsers(town: Town) -> dict[str, Client]:
    found = {}
    for who in KNOWS:
        found[who] = Client()
        found[who].force_login(town.people[who])
        prove(found[who], town.people[who])
    return found


@pytest.fixture(scope="module")
def clients(whole_town: Town) -> dict[str, Client]:
    return browsers(whole_town)


@pytest.fixture(scope="module")
def as_it_is(whole_town: Town, clients: dict[str, Client]) -> Pages:
    """Every page as each reader is answered, before anything else happens."""
    with pytest.MonkeyPatch.context() as still, undone():
        still.setattr(timezone, "now", lambda: NOW)
        return asked(whole_town, clients)


def shown(client: Client, where: str) -> str:
    """What is answered, without what differs each time, and without what was searched for."""
    answer = client.get(where)
    if answer.status_code != 200:
        return f"{answer.status_code}"
    body = answer.content.decode()
    body = re.sub(r'<input[^>]*(?:id="q"|name="q")[^>]*>', "", body)
    body = re.sub(r"\?q=[^\"]*|q=\w+&amp;[^\"]*", "", body)
    return re.sub(
        r'name="(?:csrfmiddlewaretoken|once)" value="[^"]*"|nonce="[^"]*"|data-draft-key="[^"]*"', "", body
    )


def told_of(body: str) -> set[str]:
    return {given for given, family in CHILDREN.items() if family in body}


#: Those who ask for every page: one for each way in which somebody does, or does not, come to a context.
ASK_FOR_ALL = ("sam", "lena", "bo", "tom", "aunt", "dana", "lapsed", "ruth")


def asked(town: Town, clients: dict[str, Client], only: Collection[str] = ()) -> Pages:
    """What each reader is answered, for each page."""
    every = {page: where for page, where in pages(town).items() if not only or page in only}
    readers = {who: client for who, client in clients.items() if who in ASK_FOR_ALL}
    return {
        (who, page): shown(client, where) for page, where in every.items() for who, client in readers.items()
    }


def leaks(answers: Pages) -> dict[tuple[str, str], set[str]]:
    """For each reader and page, the children who stand there and may not."""
    found = {(who, page): told_of(body) - may_stand_on(page, who) for (who, page), body in answers.items()}
    return {key: too_many for key, too_many in found.items() if too_many}


def test_no_page_names_a_child_of_whom_its_reader_may_not_know(as_it_is: Pages) -> None:
    assert leaks(as_it_is) == {}
    assert sum(not body.isdigit() for body in as_it_is.values()) > 100, (
        "most of them are pages, and not refusals"
    )


def test_the_page_of_the_station_shows_those_of_whom_each_may_know(
    town: Town, clients: dict[str, Client]
) -> None:
    where = reverse("contexts:context", args=(town.station.pk,))
    for who, knows in KNOWS.items():
        body = shown(clients[who], where)
        assert (body == "404") == (knows is None), who
        if knows is not None:
            assert told_of(body) == knows, who
            assert reading.OTHERS in body
            linked = {given for given in CHILDREN if town.children[given].reference in body}
            assert linked == (knows & READS[who]), who


def test_whoever_reads_one_childs_record_sees_its_links_and_the_plan_and_nobody_else(
    town: Town, clients: dict[str, Client]
) -> None:
    for who in ("dana", "sam"):
        body = shown(clients[who], pages(town)["Amara: link"])
        assert "Light stand C" in body
        assert "Ask the kiosk" in body
        assert told_of(body) == {"Amara"}
    for who in ("bo", "tom", "tess", "aunt", "ruth", "helen", "wyn"):
        assert shown(clients[who], pages(town)["Amara: link"]) == "404"


def test_an_agency_sees_its_own_action_and_nothing_else_of_the_place(
    town: Town, clients: dict[str, Client]
) -> None:
    for page in ("our actions", "action", "my work"):
        body = shown(clients["ruth"], pages(town)[page])
        assert "Light stand C" in body
        assert "Bus station" in body
        assert "Ask the kiosk" not in body
        assert "Older boys" not in body
    assert shown(clients["ruth"], pages(town)["context"]) == "404"
    assert shown(clients["helen"], pages(town)["action"]) == "404"
    assert "Bus station" not in shown(clients["helen"], pages(town)["our actions"])


def one_more(town: Town) -> None:
    """Another child is linked, judged, let know of and tied: everything that can be recorded of a child here."""
    child = child_of(town.area, "Vera Quist", "WREN-VERAQ2")
    opened(child, town.people["priya"], town.teams["door"])
    town.children["Vera"] = child
    town.links["Vera"] = link = town.link("Vera", until_on=LATER)
    town.lets_know("Vera", "lena")
    lena = town.who("lena")
    risks = [Risk(concern="context", level="Low", reasons="Came once.")]
    services.judge_risk(by=lena, child=child, link=link, risks=risks, reason="Came once.", now=NOW)
    services.record_tie(
        by=lena,
        context=town.station,
        one=link,
        other=town.links["Amara"],
        kind="online",
        reason="They write.",
        now=NOW,
    )


#: Who may know of the child who is linked besides: everybody else must see the very same pages as before.
MAY_KNOW_OF_ONE_MORE = {"lena", "priya"}


def changed_by_one_more(
    town: Town, clients: dict[str, Client], before: Pages, only: Collection[str] = ()
) -> set[tuple[str, str]]:
    """The pages that are not the same to the last byte once one more child is linked, for those who may not know of it."""
    unaware = {who: client for who, client in clients.items() if who not in MAY_KNOW_OF_ONE_MORE}
    with undone():
        one_more(town)
        del town.children["Vera"], town.links["Vera"]
        after = asked(town, unaware, only)
    return {key for key, body in after.items() if before[key] != body}


def test_whoever_may_not_know_sees_the_same_pages_to_the_last_byte_when_one_more_child_is_linked(
    town: Town, clients: dict[str, Client], as_it_is: Pages
) -> None:
    assert changed_by_one_more(town, clients, as_it_is) == set()


def everybody_here(context: Any, me: Any, today: Any) -> list[ContextLink]:
    """A fault: whoever opens the context is shown all who are linked."""
    links = ContextLink.objects.filter(context=context, ended_on=None).select_related(
        "case__child", "context"
    )
    found = list(links)
    for link in found:
        link.opens = False  # type: ignore[attr-defined]
    return found


def closed_to_nobody(context: Any, me: Any, today: Any) -> list[ContextLink]:
    """A fault: being let know counts for more than a record that is closed."""
    told = LetKnow.objects.filter(practitioner=me, link__context=context).values("link")
    return [
        link
        for link in everybody_here(context, me, today)
        if link.pk in set(told.values_list("link", flat=True))
    ]


def and_how_many(*given: Any) -> dict[str, Any]:
    """A fault: the page says how many are linked."""
    context = real_shown(*given)
    return {
        **context,
        "others": f"{ContextLink.objects.filter(context=context['one']).count()} children are linked.",
    }


def every_tie(context: Any, known: Any) -> Any:
    """A fault: ties are shown as soon as the reader knows of one of the two."""
    workers, _ = real_around(context, known)
    ties = ContextTie.objects.filter(context=context).select_related("one__case__child", "other__case__child")
    return workers, [reading.Tied(t.pk, t.one, t.other, "peer", t.reason, t.from_on) for t in ties]


def with_the_other_children(child: Any) -> list[ContextLink]:
    """A fault: a child's page lists the links of everybody in the same place."""
    mine = ContextLink.objects.filter(case__child=child).values("context")
    found = list(
        ContextLink.objects.filter(context__in=mine).select_related("context", "case__child", "recorded_by")
    )
    for link in found:
        link.reason = link.nature = link.case.child.called
    return found


real_shown, real_around = views.shown, reading.around
FAULTS: list[tuple[str, str, Callable[..., Any]]] = [
    ("everybody who is linked", "alongside.contexts.views.known_here", everybody_here),
    ("a closed record", "alongside.contexts.views.known_here", closed_to_nobody),
    ("how many there are", "alongside.contexts.views.shown", and_how_many),
    ("ties to somebody unknown", "alongside.contexts.views.around", every_tie),
    ("others on a child's page", "alongside.contexts.child_views.links_of", with_the_other_children),
]  # fmt: skip


@pytest.mark.parametrize(("fault", "where", "put"), FAULTS, ids=[one[0] for one in FAULTS])
def test_each_fault_would_be_seen(
    town: Town,
    clients: dict[str, Client],
    monkeypatch: pytest.MonkeyPatch,
    fault: str,
    where: str,
    put: Callable[..., Any],
) -> None:
    monkeypatch.setattr(where, put)
    if put is every_tie:
        monkeypatch.setattr(
            "alongside.contexts.views.draw",
            lambda *_: {"empty": False, "wide": 0, "high": 0, "figures": [], "strokes": []},
        )
    only = ("context", "Amara: places")
    before = asked(town, clients, only)
    assert leaks(before) or changed_by_one_more(town, clients, before, only), fault


def test_an_entry_of_one_child_names_no_other(town: Town) -> None:
    """What the interface, letters and files give of a chronology comes from these."""
    for given in CHILDREN:
        said = str(list(Entry.objects.filter(child=town.children[given]).values_list("kind", "details")))
        assert "Bus station" in said
        assert told_of(said) <= {given}
        assert not any(str(town.links[other].pk) in said for other in CHILDREN if other != given)


def test_nothing_of_a_context_is_in_any_chronology_and_its_log_names_no_child(town: Town) -> None:
    assert set(Entry.objects.values_list("kind", flat=True)) == {"context-linked", "context-let-know"}
    said = str(list(ContextAct.objects.values_list("words", "before")))
    assert told_of(said) == set()
    assert "Light stand C" in said


@pytest.mark.parametrize("who", ["tom", "tess"])
def test_being_let_know_ends_with_its_day_and_with_the_links(
    town: Town, clients: dict[str, Client], who: str
) -> None:
    where, knows = pages(town)["context"], KNOWS[who]
    given = next(iter(knows or ()))
    assert told_of(shown(clients[who], where)) == knows
    with undone():
        ContextLink.objects.filter(pk=town.links[given].pk).update(until_on=town.links[given].from_on)
        assert told_of(shown(clients[who], where)) == set()
    with undone():
        LetKnow.objects.filter(link=town.links[given]).update(from_on="2025-04-01", until_on="2025-04-02")
        assert told_of(shown(clients[who], where)) == set()


def test_policies_hold_as_the_tables_say(town: Town) -> None:
    stations = type(town.station).objects.filter(pk=town.station.pk)
    actions = type(town.action).objects.filter(pk=town.action.pk)
    for who, knows in KNOWS.items():
        me = town.who(who)
        assert policies.READ_CONTEXT.filter(stations, me).exists() == (knows is not None)
        assert policies.MANAGE_CONTEXT.filter(stations, me).exists() == (who == "sam")
        assert policies.ANSWER_PLACE_ACTION.filter(actions, me).exists() == (who == "ruth")
