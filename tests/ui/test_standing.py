"""Two writers, one record: nothing is overwritten that its writer has not seen (R9)."""

from __future__ import annotations

import os
import random
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.http import QueryDict

from alongside.ui import standing
from alongside.ui.forms import (
    AnswerField,
    AnyOf,
    DayField,
    Form,
    LongTextField,
    MomentField,
    OneOf,
    Pick,
    RowsField,
    TextField,
    Tick,
    WholeNumberField,
)
from alongside.ui.standing import CHOSE, SHOWN, carried, chosen, marks, meet

COLOURS = (("red", "Red"), ("blue", "Blue"), ("green", "Green"))


class Row(Form):
    """One row of a group."""

    who = TextField(label="Who", required=False)
    when = DayField(label="When", required=False)


class EveryKind(Form):
    """One question of each kind."""

    name = TextField(label="Name", required=False)
    words = LongTextField(label="Words", required=False)
    born_on = DayField(label="Born", required=False)
    seen_at = MomentField(label="Seen", required=False)
    colour = OneOf(label="Colour", choices=COLOURS, required=False, shows_recorded=True)
    listed = Pick(label="Listed", choices=COLOURS, required=False, shows_recorded=True)
    several = AnyOf(label="Several", choices=COLOURS, required=False, shows_recorded=True)
    so = Tick(label="It is so", required=False, shows_recorded=True)
    language = AnswerField(TextField(label="Which?"), label="Language", required=False)
    number = WholeNumberField(label="Number", required=False)
    rows = RowsField(Row, one="person", label="People", least=0)


ANSWERS: dict[str, tuple[Any, ...]] = {
    "name": ("", "Amara", "Amara Okoye"),
    "words": ("", "One line", "Two\nlines & more"),
    "born_on": (None, date(2021, 3, 27), date(2022, 9, 3)),
    "seen_at": (None, datetime(2026, 6, 1, 15, 20, tzinfo=UTC), datetime(2026, 1, 1, 9, 5, tzinfo=UTC)),
    "colour": ("", "red", "blue"),
    "listed": ("", "red", "green"),
    "several": ([], ["red"], ["blue", "green"]),
    "so": (False, True),
    "language": ("not-asked", "Igbo", "Welsh"),
    "number": (None, 3, 4),
    "rows": (
        [],
        [{"who": "Amara", "when": date(2021, 3, 27)}],
        [{"who": "Ben", "when": None}, {"who": "Ada"}],
    ),
}
EVERY_ANSWER = [(name, value) for name, values in ANSWERS.items() for value in values]


def sent(values: dict[str, Any], stood: standing.Pairs = (), form: type[Form] = EveryKind) -> QueryDict:
    """What a browser sends of a form that holds these answers."""
    data, shown = QueryDict(mutable=True), form()
    for name, value in values.items():
        standing._write(shown, data, name, value)
    for name, mark in stood:
        data[name] = mark
    return data


def read(data: QueryDict, kind: type[Form] = EveryKind) -> dict[str, Any]:
    form = kind(data)
    assert form.is_valid(), form.errors
    return form.cleaned_data


@pytest.mark.parametrize(("name", "value"), EVERY_ANSWER)
def test_an_answer_read_and_the_same_answer_typed_have_one_mark(name: str, value: Any) -> None:
    again = read(sent({name: value}))[name]
    assert standing.mark(name, again) == standing.mark(name, value)


@pytest.mark.parametrize("name", ANSWERS)
def test_other_answers_have_other_marks(name: str) -> None:
    found = {standing.mark(name, value) for value in ANSWERS[name]}
    assert len(found) == len(ANSWERS[name])


@pytest.mark.parametrize("name", ANSWERS)
def test_what_one_did_not_touch_stays_as_the_other_put_it(name: str) -> None:
    before, theirs = ANSWERS[name][0], ANSWERS[name][1]
    data = sent({name: before}, marks(EveryKind(), {name: before}))
    form = EveryKind(data)
    assert form.is_valid()
    met = meet(form, data, {name: theirs})
    assert not met.clashes
    assert met.left == (str(form[name].label),)
    assert standing.mark(name, read(met.data)[name]) == standing.mark(name, theirs)


def both_changed(name: str = "name") -> tuple[QueryDict, standing.Met]:
    data = sent({name: "Amara Jane"}, marks(EveryKind(), {name: "Amara"}))
    form = EveryKind(data)
    assert form.is_valid()
    return data, meet(form, data, {name: "Amara Okoye"})


def test_what_both_changed_is_shown_to_the_second() -> None:
    _, met = both_changed()
    (clash,) = met.clashes
    assert (clash.label, clash.yours_words, clash.theirs_words) == ("Name", "Amara Jane", "Amara Okoye")


def on_from(data: QueryDict, met: standing.Met, stands: dict[str, Any], **choices: str) -> QueryDict:
    """What the page of both sends."""
    again = QueryDict(mutable=True)
    for name, value in carried(data, met.clashes, stands, but=()):
        again.appendlist(name, value)
    for name, choice in choices.items():
        again[CHOSE + name] = choice
    return again


@pytest.mark.parametrize(("choice", "stays"), [("yours", "Amara Jane"), ("theirs", "Amara Okoye")])
def test_the_second_chooses(choice: str, stays: str) -> None:
    data, met = both_changed()
    stands = {"name": "Amara Okoye"}
    again = chosen(EveryKind(), on_from(data, met, stands, name=choice), stands)
    form = EveryKind(again)
    assert form.is_valid()
    assert form.cleaned_data["name"] == stays
    assert not meet(form, again, stands).clashes
    assert not [key for key in again if key.startswith((SHOWN, CHOSE))]


def test_rows_are_shown_one_below_the_other() -> None:
    data = sent({"rows": [{"who": "Ben"}]}, marks(EveryKind(), {"rows": []}))
    form = EveryKind(data)
    assert form.is_valid()
    (clash,) = meet(form, data, {"rows": ANSWERS["rows"][1]}).clashes
    assert (clash.yours_words, clash.theirs_words) == ("Ben", "Amara, Saturday 27 March 2021")


def test_choosing_nothing_asks_again() -> None:
    data, met = both_changed()
    stands = {"name": "Amara Okoye"}
    again = chosen(EveryKind(), on_from(data, met, stands), stands)
    form = EveryKind(again)
    assert form.is_valid()
    assert meet(form, again, stands).clashes


@pytest.mark.parametrize("choice", ["yours", "theirs"])
def test_a_third_change_while_choosing_is_shown_too(choice: str) -> None:
    """What was chosen between is not what stands there any more."""
    data, met = both_changed()
    sent_on = on_from(data, met, {"name": "Amara Okoye"}, name=choice)
    now = {"name": "Ada"}
    again = chosen(EveryKind(), sent_on, now)
    form = EveryKind(again)
    assert form.is_valid()
    (clash,) = meet(form, again, now).clashes
    assert clash.theirs_words == "Ada"


def test_what_both_changed_alike_is_no_matter() -> None:
    data = sent({"name": "Ada"}, marks(EveryKind(), {"name": "Amara"}))
    form = EveryKind(data)
    assert form.is_valid()
    met = meet(form, data, {"name": "Ada"})
    assert (met.left, met.clashes) == ((), ())


class OneOfThree(Form):
    """A short form, so that many can be sent."""

    name = TextField(label="Name", required=False)
    words = LongTextField(label="Words", required=False)
    number = WholeNumberField(label="Number", required=False)


#: The suite sends a part; ``CONFLICTING_EDITS=10000`` sends all that the goal asks for.
EDITS = int(os.environ.get("CONFLICTING_EDITS", "1500"))


def test_edits_that_meet_lose_nothing() -> None:
    """Five writers with open forms change answers as they please. Whatever is replaced, its replacer had seen."""
    dice = random.Random(47)
    record: dict[str, Any] = {"name": "a", "words": "b", "number": 1}
    opened: list[tuple[QueryDict, dict[str, set[Any]]]] = []
    replaced = shown_both = left_alone = 0
    for number in range(EDITS):
        while len(opened) < 5:
            data = sent(record, marks(OneOfThree(), record), OneOfThree)
            opened.append((data, {name: {value} for name, value in record.items()}))
        data, seen = opened.pop(dice.randrange(5))
        for name in dice.sample(sorted(record), dice.randint(1, 2)):
            data[name] = str(number)
        while True:
            form = OneOfThree(data)
            assert form.is_valid()
            met = meet(form, data, record)
            left_alone += len(met.left)
            if not met.clashes:
                break
            shown_both += 1
            choices = {
                clash.name.removeprefix(CHOSE): dice.choice(["yours", "theirs"]) for clash in met.clashes
            }
            for name in choices:
                seen[name].add(record[name])
            data = chosen(OneOfThree(), on_from(met.data, met, record, **choices), record)
        for name, value in read(met.data, OneOfThree).items():
            if value != record[name]:
                assert record[name] in seen[name], "it was overwritten by somebody who never saw it"
                record[name], replaced = value, replaced + 1
    assert replaced > EDITS / 2
    assert shown_both > EDITS / 3
    assert left_alone > EDITS / 3
