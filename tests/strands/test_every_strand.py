"""What must be true of every strand, whoever declares it: opened, taken step by step and ended, through its pages."""

from __future__ import annotations

import html
import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from alongside.agencies.models import Agency, Practitioner
from alongside.cases.models import Case
from alongside.chronology.models import Entry
from alongside.guidance import catalogue
from alongside.guidance.kernel.rules import Content
from alongside.people.models import Person
from alongside.strands.kinds import KINDS, Asks, StepKind, StrandKind
from alongside.strands.models import Strand
from tests.cast import NOW
from tests.strands.filling import sent

EACH = pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.id)
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
JARGON = re.compile(r"\b(workflow|episode status|user|dashboard|submit|TBC)\b", re.IGNORECASE)


@pytest.fixture(autouse=True)
def at_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything is recorded on the afternoon of the cast."""
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)


@EACH
def test_its_declaration_is_in_plain_words_and_its_keys_are_its_own(kind: StrandKind) -> None:
    steps = kind.all_steps
    assert SLUG.fullmatch(kind.id)
    assert kind.about.endswith(".")
    assert len(kind.by_id) == len(steps), "each step has an id of its own"
    for step in steps:
        keys = [one.key for one in step.questions]
        assert SLUG.fullmatch(step.id)
        assert len(set(keys)) == len(keys)
        assert all(SLUG.fullmatch(key) for key in keys)
        assert not {"happened", "lead", "beside", "step", "once"} & set(keys), (
            "these names are the form's own"
        )
        assert set(step.after) <= {one.id for one in steps}
        assert not [one.label for one in step.questions if JARGON.search(one.label)]


@EACH
def test_what_it_asks_can_be_answered_and_a_follow_up_hangs_on_a_choice_there_is(kind: StrandKind) -> None:
    for step in kind.all_steps:
        for question in step.questions:
            chosen = question.asks in (Asks.ONE_OF, Asks.SEVERAL_OF, Asks.YES_NO)
            assert bool(question.choices) is chosen, question.key
            assert len({key for key, _ in question.choices}) == len(question.choices)
            if question.only_if:
                chooser, choice = question.only_if
                assert choice in dict(step.by_key[chooser].choices), question.key


@EACH
def test_its_rules_exist_and_a_step_can_fill_every_heading_it_is_held_to(kind: StrandKind) -> None:
    assert kind.sources, "says which texts stand behind it"
    assert all(catalogue.rule(id) for id in kind.sources)
    for step in kind.all_steps:
        if step.shortfalls:
            rule = catalogue.rule(step.shortfalls)
            assert isinstance(rule, Content)
            headings = {heading.key for provision in rule.sets_out.provisions for heading in provision.value}
            assert headings <= {question.heading for question in step.questions}, (kind.id, step.id)
            assert step.shortfalls in kind.sources, "the rule is shown beside the strand"


@pytest.fixture
def known(
    case: Case, amara: Person, ben: Person, school: Agency, council: Agency, dana: Practitioner
) -> Case:
    """Amara's case, with a brother in the family and agencies in the area."""
    return case


def pages(kind: StrandKind, child: Person) -> tuple[str, Any]:
    """Where it is opened, and where a step of it is recorded."""
    if kind.between_agencies:
        one = "strands:disagreement-step"
        return reverse("strands:raise", args=(child.reference,)), lambda key, step: reverse(
            one, args=(child.reference, key, step)
        )
    start = reverse("strands:start", args=(child.reference, kind.id))
    return start, lambda key, step: reverse("strands:step", args=(child.reference, key, step))


@EACH
def test_it_opens_takes_every_step_and_ends_through_its_pages(
    kind: StrandKind, known: Case, amara: Person, dana: Practitioner, client: Client
) -> None:
    client.force_login(dana)
    start, step_page = pages(kind, amara)
    at = NOW - timedelta(days=10)
    asks_what_it_declares(client, start, kind.opens)
    said = confirmed(client, start, sent(kind.opens, amara, at))
    strand = Strand.objects.get(kind=kind.id)
    assert said.endswith(f"/{strand.pk}/")

    for number, step in enumerate((*kind.steps, kind.ends), start=1):
        where = step_page(strand.pk, step.id)
        asks_what_it_declares(client, where, step)
        confirmed(client, where, sent(step, amara, at + timedelta(hours=6 * number)))
    strand.refresh_from_db()
    shown = words(client.get(said))

    assert strand.outcome == kind.outcomes[0][0]
    assert f"<strong>{kind.outcomes[0][1]}.</strong>" in shown
    for step in kind.all_steps:
        assert f": {step.title}</h3>" in shown
    titles = [entry.details["what"] for entry in Entry.objects.filter(child=amara).in_order()]
    assert sorted(titles) == sorted(kind.titled(step) for step in kind.all_steps)
    timeline = words(client.get(reverse("desk:timeline", args=(amara.reference,))))
    assert all(title in timeline for title in titles)


def asks_what_it_declares(client: Client, where: str, step: StepKind) -> None:
    """Every question is asked in its own words, nothing is chosen, and leaving all empty is told question by question."""
    asked = words(client.get(where))
    for question in step.questions:
        assert question.label in asked
    assert not re.search(r'<input[^>]*type="(radio|checkbox)"[^>]* checked[ >]', asked)
    answer = client.post(where, {})
    assert answer.status_code == 422
    for question in step.questions:
        if question.required and question.missing and not question.only_if:
            assert question.missing in words(answer)


def confirmed(client: Client, where: str, answers: dict[str, object]) -> str:
    told_back = client.post(where, answers)
    assert "Check your answers" in words(told_back), words(told_back)[:4000]
    done = client.post(where, answers | {"step": "confirm"})
    assert done.status_code == 303, words(done)
    return str(done["Location"])


def words(answer: Any) -> str:
    return html.unescape(answer.content.decode())
