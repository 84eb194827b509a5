"""What the layout of a return can have wrong with it, in words."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from .elements import Element, Group
from .nodes import Node, line_of
from .problems import Level, Problem
from .values import Unreadable

#: How much of a value that belongs nowhere is shown.
_SHOWN = 40

#: The Department's own rule for an element that must be there, where it has one.
_MISSING_RULES = {
    "LAchildID": "8500",
    "Sex": "4180",
    "GenderCurrent": "4180",
    "Ethnicity": "4220",
    "CINdetails": "8590",
    "CINreferralDate": "8600",
    "ReferralSource": "8866",
    "ReferralNFA": "8568",
    "CINPlanStartDate": "4010",
    "CPPstartDate": "8720",
    "InitialCategoryOfAbuse": "8905",
    "LatestCategoryOfAbuse": "8910",
    "NumberOfPreviousCPP": "8730",
}


@dataclass
class Complaints:
    """The problems found while one child, or the header, is read."""

    child: str | None
    problems: list[Problem] = field(default_factory=list)

    def errors_since(self, before: int) -> bool:
        """Whether an error was found after so many problems."""
        return any(each.level is Level.ERROR for each in self.problems[before:])

    def unreadable(self, element: Element, node: Node, where: str, text: str, wrong: Unreadable) -> None:
        what = f"{element.tag} cannot be read."
        self._error(node, where, what, wrong.why, wrong.do, value=text, rule=wrong.rule)

    def given_twice(self, member: Element | Group, node: Node, where: str) -> None:
        what = f"{member.tag} is given more than once."
        self._error(
            node, where, what, "It can have one value only.", "Keep the right one, take the others out."
        )

    def holds_elements(self, element: Element, node: Node, where: str) -> None:
        what = f"{element.tag} holds other elements."
        self._error(node, where, what, "It holds a value only.", "Take them out.")

    def empty_value(self, element: Element, node: Node, where: str) -> None:
        what = f"{element.tag} is empty."
        if element.least:
            self._error(node, where, what, "Every return gives it.", "Fill it in.")
        else:
            self._warn(node, where, what, "It was read as not given.", "Leave out what is not known.")

    def empty_wrapper(self, group: Group, inner: Element, node: Node, where: str) -> None:
        rule = "8842Q" if group.tag == "Reviews" else ""
        why, do = f"It holds no {inner.tag}.", "Take it out, or fill it in."
        self._warn(node, where, f"{group.tag} is empty.", why, do, rule=rule)

    def missing(self, member: Element | Group, node: Node, where: str) -> None:
        why = f"{member.says}: every {node.tag} gives it."
        rule = _MISSING_RULES.get(member.tag, "")
        self._error(node, where, f"{member.tag} is missing.", why, "Add it to the file.", rule=rule)

    def indeterminate(self, node: Node, where: str) -> None:
        what = "Gender 9, indeterminate, is read as sex unknown."
        why, do = "Later collections have no code for it.", "Record on the child what is known."
        self._warn(node, where, what, why, do, value="9")

    def stray_text(self, node: Node, where: str, text: str) -> None:
        what = "There is text where only elements stand."
        why = "It belongs to no element, so its meaning cannot be told."
        self._error(node, where, what, why, "Take it out.", value=text[:_SHOWN])

    def attribute(self, node: Node, where: str, name: str) -> None:
        why = "The census has no attributes, so its meaning cannot be told."
        value = str(node.attrib[name])[:_SHOWN]
        self._error(node, where, f"{node.tag} has an attribute, {name}.", why, "Take it out.", value=value)

    def unknown(self, group: Group, node: Node, where: str, year: int) -> None:
        name = etree.QName(node)
        other = next((each for each in group.holds if each.tag == node.tag), None)
        if other is not None:
            when = f"up to {other.last}" if other.last and year > other.last else f"from {other.first}"
            why = f"{group.tag} has it in collections {when}, and this one ends in {year}."
        elif name.namespace:
            why = f"It is in the namespace {name.namespace}, and the census has none."
        else:
            why = f"{group.tag} has no such element in {year}."
        place = f"{where}/{name.localname}".lstrip("/")
        do, value = "Correct its name or its place, or take it out.", (node.text or "").strip()[:_SHOWN]
        self._error(node, place, f"{name.localname} does not belong here.", why, do, value=value)

    def out_of_order(self, node: Node, where: str, after: str) -> None:
        why = f"It stands before {after} in the census. It was read all the same."
        place = f"{where}/{node.tag}".lstrip("/")
        self._warn(node, place, f"{node.tag} is out of order.", why, "Put it in its place.")

    def _error(
        self, node: Node, where: str, what: str, why: str, do: str, *, value: str = "", rule: str = ""
    ) -> None:
        self._add(Level.ERROR, node, where, what, why, do, value, rule)

    def _warn(
        self, node: Node, where: str, what: str, why: str, do: str, *, value: str = "", rule: str = ""
    ) -> None:
        self._add(Level.WARNING, node, where, what, why, do, value, rule)

    def _add(
        self, level: Level, node: Node, where: str, what: str, why: str, do: str, value: str, rule: str
    ) -> None:
        self.problems.append(
            Problem(
                level=level, child=self.child, line=line_of(node), where=where or str(node.tag), what=what, why=why,
                do=do, value=value, rule=rule,
            )
        )  # fmt: skip
