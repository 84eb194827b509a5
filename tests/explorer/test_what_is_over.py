"""What no text asks any more is shown as over, and told to nobody as a duty."""

from __future__ import annotations

import pytest
from django.test import Client


@pytest.mark.django_db
def test_a_topic_ends_with_what_is_over(client: Client) -> None:
    today = client.get("/guidance/topics/transition/").content.decode()

    assert "What is over" in today
    assert today.index("What is over") < today.index("Tell the board of each notification")


@pytest.mark.django_db
def test_a_rule_that_is_over_says_so_first(client: Client) -> None:
    page = client.get("/guidance/rules/transition.board-told/").content.decode()

    assert "Nothing is asked any more" in page
    assert page.index("Nothing is asked any more") < page.index("the safeguarding partners are told")


@pytest.mark.django_db
def test_a_reader_is_not_asked_what_is_over(client: Client) -> None:
    page = client.get("/guidance/for/local-authority/").content.decode()

    assert "Tell the Secretary of State and Ofsted of a looked after child" in page
    assert "Tell the board of each notification" not in page
