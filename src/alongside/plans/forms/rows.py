"""The rows that plans and conferences ask for alike: needs with their actions, actions, core group members."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError

from alongside.agencies.models import Agency
from alongside.guidance import catalogue
from alongside.guidance.kernel.rules import Content
from alongside.plans.agreed import AgreedAction, AgreedMember, AgreedNeed
from alongside.plans.forms.asking import offer
from alongside.plans.models import Need
from alongside.ui.forms import DayField, Form, LongTextField, Pick, TextField

Agencies = Mapping[str, Agency]
NOBODYS = "None: family or friend"


class OfAnAgency(Form):
    """A row about somebody who may be from an agency. The answer is the agency itself, or None."""

    agency = Pick(label="Agency", called="their agency", required=False, shows_recorded=True)

    def __init__(self, *args: Any, agencies: Agencies | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.agencies = agencies or {}
        offer(
            self,
            "agency",
            [
                ("", NOBODYS),
                *((key, one.name) for key, one in self.agencies.items()),
            ],
        )

    def clean_agency(self) -> Agency | None:
        return self.agencies.get(self.cleaned_data.get("agency") or "")


class MemberRow(OfAnAgency):
    """One member of a core group."""

    name = TextField(names=True, label="Name", max_length=150, missing="Enter the name")
    part = TextField(
        label="Who they are",
        required=False,
        max_length=100,
        help_text="For example grandmother, health visitor",
    )

    field_order = ("name", "part", "agency")


class ActionRow(OfAnAgency):
    """One action that serves a need in the plan."""

    need = Pick(
        label="Which need does it serve?", missing="Choose the need that this action serves", type_ahead=False
    )
    what = LongTextField(label="What will be done?", rows=2, missing="Say what will be done")
    owner = TextField(
        names=True, label="Who will do it?", max_length=150, missing="Enter who will do it",
        help_text="A name and who they are, from any agency or the family",
    )  # fmt: skip
    by_when = DayField(
        label="By when?", called="the day by which it is done", missing="Enter the day by which it is done"
    )
    how_we_will_know = LongTextField(label="How will we know?", rows=2, required=False)

    field_order = ("need", "what", "owner", "agency", "by_when", "how_we_will_know")

    def __init__(self, *args: Any, needs: Iterable[Need] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.needs = {str(need.pk): need for need in needs}
        offer(
            self,
            "need",
            [
                ("", "Choose one"),
                *((key, _short(need.need)) for key, need in self.needs.items()),
            ],
        )


class NeedRow(OfAnAgency):
    """A need with its first action. A row that leaves the need empty adds an action to the need above it."""

    need = LongTextField(
        label="What does the child need?", rows=2, required=False,
        help_text="Leave this and the next three empty to add another action to the need above.",
    )  # fmt: skip
    must_change = LongTextField(label="What must change?", rows=2, required=False)
    how_much = TextField(label="By how much?", required=False, max_length=500)
    need_by_when = DayField(
        label="By when must it have changed?", called="the day by which it must have changed", required=False
    )
    aim = Pick(label="Which aim of the plan does it serve?", required=False, type_ahead=False)
    what = LongTextField(label="Action: what will be done?", rows=2, required=False)
    owner = TextField(
        names=True, label="Who will do it?", required=False, max_length=150,
        help_text="A name and who they are, from any agency or the family",
    )  # fmt: skip
    by_when = DayField(label="By when will it be done?", called="the day by which it is done", required=False)
    how_we_will_know = LongTextField(label="How will we know?", rows=2, required=False)

    field_order = (
        "need", "must_change", "how_much", "need_by_when", "aim", "what", "owner", "agency", "by_when", "how_we_will_know",
    )  # fmt: skip

    def __init__(self, *args: Any, aims: Iterable[tuple[str, str]] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "aim", [("", "Not said"), *aims])

    def clean(self) -> dict[str, Any]:
        given = {name: value for name, value in self.cleaned_data.items() if value}
        if given.get("need") and not given.get("must_change"):
            self.add_error("must_change", "Say what must change, so that everyone can tell when it has")
        if given.get("must_change") and not given.get("need"):
            self.add_error("need", "Say what the child needs")
        if given.keys() & {"what", "owner", "by_when", "how_we_will_know"}:
            for name, missing in (
                ("what", "Say what will be done"),
                ("owner", "Enter who will do it"),
                ("by_when", "Enter the day by which it is done"),
            ):
                if not given.get(name) and name not in self.errors:
                    self.add_error(name, missing)
        return given


def aims_on(day: date) -> list[tuple[str, str]]:
    """The aims of a plan in the text in force that day, as choices."""
    rule = catalogue.rule("child-protection.plan-aims")
    assert isinstance(rule, Content)
    return [(heading.key, heading.label) for heading in rule.headings(day)]


def agreed_needs(rows: Iterable[Mapping[str, Any]] | None) -> tuple[AgreedNeed, ...]:
    """Needs from rows of `NeedRow`, each with the actions of the rows that follow it without a need."""
    gathered: list[tuple[Mapping[str, Any], list[AgreedAction]]] = []
    for row in rows or ():
        if row.get("need"):
            gathered.append((row, []))
        if row.get("what"):
            gathered[-1][1].append(
                AgreedAction(
                    what=row["what"], owner=row["owner"], by_when=row["by_when"], agency=row.get("agency"),
                    how_we_will_know=row.get("how_we_will_know", ""),
                )
            )  # fmt: skip
    return tuple(
        AgreedNeed(
            need=row["need"], must_change=row["must_change"], how_much=row.get("how_much", ""),
            by_when=row.get("need_by_when"), aim=row.get("aim", ""), actions=tuple(actions),
        )
        for row, actions in gathered
    )  # fmt: skip


def check_first_row_is_a_need(rows: Iterable[Mapping[str, Any]] | None) -> None:
    """Raises ValidationError where the first row adds an action and there is no need above it."""
    first = next(iter(rows or ()), None)
    if first is not None and not first.get("need"):
        raise ValidationError("The first row has an action and no need. Say what the child needs.")


def agreed_members(rows: Iterable[Mapping[str, Any]] | None) -> tuple[AgreedMember, ...]:
    """Core group members from rows of `MemberRow`."""
    return tuple(AgreedMember(**row) for row in rows or ())


def agreed_actions(
    rows: Iterable[Mapping[str, Any]] | None, needs: Iterable[Need]
) -> tuple[AgreedAction, ...]:
    """Actions from rows of `ActionRow`, each with the need it serves."""
    by_key = {str(need.pk): need for need in needs}
    return tuple(AgreedAction(**{**row, "need": by_key[row["need"]]}) for row in rows or ())


def _short(words: str, most: int = 80) -> str:
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
