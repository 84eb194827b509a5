"""Who has looked at a child's record, what I have looked at, and who ever searched for a name."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from alongside.access.models import Restriction
from alongside.agencies.models import Area, Practitioner
from alongside.audit.actions import Action
from alongside.audit.models import Row
from alongside.audit.writing import write
from alongside.cases.models import Case
from alongside.people.models import Person
from tests.cast import LONG_AGO, NOW, PASSWORD
from tests.pages import MOST_QUERIES, reader

HAS_LOOKED, I_LOOKED = "/children/WREN-AMARA2/who-has-looked/", "/what-i-looked-at/"


def opened(child: Person, by: Practitioner, times: int = 1) -> None:
    for n in range(times):
        write(
            Action.READ, area=child.area_id, by=by, about=child.pk, about_kind="child", page="desk:due-dates",
            ground=["your team works with this child"], now=NOW + timedelta(minutes=n),
        )  # fmt: skip


def test_who_has_looked_says_who_when_where_and_why(
    client: Client, case: Case, sam: Practitioner, dana: Practitioner
) -> None:
    opened(case.child, sam)
    page = reader(client)(dana, HAS_LOOKED)

    assert page.h1 == ["Who has looked"]
    assert "Who Sam Birch What Opened Page Due dates Because Their team works with this child" in page.text
    assert len(page.sql) <= MOST_QUERIES


def test_looking_at_who_has_looked_is_a_look_too(client: Client, case: Case, dana: Practitioner) -> None:
    read = reader(client)
    read(dana, HAS_LOOKED)
    assert "Who Dana Wright What Opened Page Who has looked" in read(dana, HAS_LOOKED).text


def test_everybody_who_looked_is_told_of_page_by_page(
    client: Client, case: Case, sam: Practitioner, dana: Practitioner
) -> None:
    opened(case.child, sam, 70)
    read = reader(client)
    first = read(dana, HAS_LOOKED)
    (more,) = [link for link in first.links("Earlier") if "before" in link]
    second = read(dana, HAS_LOOKED + more)

    told = first.text.count("Sam Birch") + second.text.count("Sam Birch")
    assert told == 70
    assert not second.links("Earlier")


@pytest.mark.parametrize("before", ["nonsense", "2025-01-01T00:00:00Z_x_y", "2025-13-45T00:00:00Z_1_2", "'"])
def test_a_place_that_cannot_be_read_begins_with_the_latest(
    client: Client, case: Case, dana: Practitioner, before: str
) -> None:
    assert reader(client)(dana, f"{HAS_LOOKED}?before={before}").status == 200


def test_it_is_not_there_for_whoever_may_not_ask(
    client: Client, case: Case, stranger: Practitioner, helen: Practitioner
) -> None:
    read = reader(client)
    assert [read(one, HAS_LOOKED).status for one in (stranger, helen)] == [404, 404]


def test_everybody_sees_what_they_themselves_looked_at_and_nobody_elses(
    client: Client, case: Case, sam: Practitioner, dana: Practitioner
) -> None:
    opened(case.child, sam)
    read = reader(client)

    mine, others = read(sam, I_LOOKED), read(dana, I_LOOKED)

    assert "What Opened Child Amara Okoye Page Due dates" in mine.text
    assert "You have not opened a record yet" in others.text
    assert len(mine.sql) <= MOST_QUERIES


def test_a_record_that_was_closed_since_is_not_named(client: Client, case: Case, sam: Practitioner) -> None:
    opened(case.child, sam)
    Restriction.objects.create(child=case.child, practitioner=sam, why="A cousin", from_on=LONG_AGO)

    text = reader(client)(sam, I_LOOKED).text

    assert "Amara" not in text
    assert "A record you can no longer open" in text


def searched(words: str) -> str:
    out = StringIO()
    call_command("audit_searched", words, stdout=out)
    return out.getvalue()


def test_who_searched_for_a_name_is_found_by_whoever_knows_the_name(
    client: Client, case: Case, dana: Practitioner
) -> None:
    client.force_login(dana)
    for typed in ("Amara Okoye", "Rosa Nobody"):
        client.get("/search/", {"q": typed})

    assert "Dana Wright found 1\n1 searches" in searched("OKOYE")
    assert "Dana Wright found 0\n1 searches" in searched("rosa nobody")
    assert searched("Somebody Else") == "0 searches for this were made.\n"
    with pytest.raises(CommandError, match="too short"):
        searched("  ")


def actions() -> list[str]:
    return list(Row.objects.order_by("number").values_list("action", flat=True))


def sign_in(client: Client, who: Practitioner, password: str = PASSWORD) -> None:
    client.post("/sign-in/", {"login": who.email, "password": password})


def test_signing_in_and_out_leave_rows(client: Client, wrenmouth: Area, dana: Practitioner) -> None:
    sign_in(client, dana)
    client.post("/sign-out/")

    assert [action for action in actions() if action.startswith("sign")] == ["sign-in", "sign-out"]
    assert set(Row.objects.values_list("actor", flat=True)) == {dana.pk}


def test_a_refused_sign_in_leaves_a_row_without_the_address(client: Client, dana: Practitioner) -> None:
    sign_in(client, dana, "wrong")
    closed = Practitioner.objects.create_user(
        "closed@wrenmouth.example", PASSWORD, name="Cara Closed", is_active=False
    )
    sign_in(client, closed)

    rows = list(Row.objects.filter(action=Action.SIGN_IN_REFUSED).order_by("number"))

    # The library tells of a closed account as of a wrong password; we know better, and say that too.
    assert [row.more["why"] for row in rows] == ["wrong", "wrong", "closed"]
    assert "dana" not in "".join(row.details for row in rows)
    assert rows[0].more["address"] != rows[2].more["address"]


def test_too_many_tries_leave_rows_too(client: Client, dana: Practitioner) -> None:
    for _ in range(7):
        sign_in(client, dana, "wrong")

    assert {"wrong", "too-many"} == {
        row.more["why"] for row in Row.objects.filter(action=Action.SIGN_IN_REFUSED)
    }


def test_every_action_says_what_it_is_and_how_long_it_is_kept() -> None:
    assert all(action.words and action.kept_years and action.kept_because for action in Action)
