"""Reading one group of the return by the table of elements.

Knows the layout only through ``elements.py``: what may stand where, how often, in which order, in
which year. Everything that does not fit becomes a problem; nothing is passed over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from . import records, values
from .elements import Element, Group
from .nodes import Node, line_of
from .problems import Level, Problem

_XSI = "{http://www.w3.org/2001/XMLSchema-instance}"

#: What each group becomes. A group that is not here stays a plain dictionary of its values.
_BECOMES: Mapping[str, Callable[..., Any]] = {
    "ChildIdentifiers": records.Identifiers,
    "ChildCharacteristics": records.Characteristics,
    "Assessments": records.Assessment,
    "CINPlanDates": records.ChildInNeedPlan,
    "Section47": records.Enquiry,
    "ChildProtectionPlans": records.ChildProtectionPlan,
    "CINdetails": records.Episode,
    "Child": records.ReadChild,
}
_HAS_LINE = frozenset(_BECOMES) - {"ChildIdentifiers", "ChildCharacteristics"}


@dataclass
class Interpreter:
    """Reads one child, or the header, of the collection that ends in ``year``."""

    year: int
    child: str | None = None
    problems: list[Problem] = field(default_factory=list)

    @property
    def refused(self) -> bool:
        """Whether an error was found, so that what was read is not to be used."""
        return any(each.level is Level.ERROR for each in self.problems)

    def read(self, group: Group, node: Node, where: str = "") -> Any:
        """What ``node`` says, as our own record, or None when something needed is missing."""
        before = len(self.problems)
        self._check_shell(node, where)
        members = {each.tag: each for each in group.in_year(self.year)}
        filled: dict[str, Any] = {
            each.fills: [] for each in members.values() if each.most is None or isinstance(each, Group)
        }
        counts: Counter[str] = Counter()
        order = [each.tag for each in members.values()]
        furthest, told = 0, False
        for below in node:
            tag = str(below.tag)
            member = members.get(tag)
            if member is None:
                self._unknown(group, below, where)
                continue
            counts[tag] += 1
            position = order.index(tag)
            if position < furthest and not told:
                told = True
                self._out_of_order(below, where, order[furthest])
            furthest = max(furthest, position)
            self._member(member, below, _path(where, member, counts[tag]), counts[tag], filled)
        self._missing(members, counts, node, where)
        if any(each.level is Level.ERROR for each in self.problems[before:]):
            return None
        return self._become(group, node, filled)

    def _member(
        self, member: Element | Group, node: Node, where: str, nth: int, filled: dict[str, Any]
    ) -> None:
        if member.most is not None and nth > member.most and not getattr(member, "wrapper", False):
            self._error(
                node,
                where,
                f"{member.tag} is given more than once.",
                "It can have one value only.",
                "Keep the right one and take the others out.",
            )
        elif isinstance(member, Element):
            self._value(member, node, where, filled)
        elif not member.holds:
            return  # It says nothing about children: present in old headers, and read past.
        elif member.wrapper:
            self._wrapper(member, node, where, filled)
        else:
            filled[member.fills].append(self.read(member, node, where))

    def _wrapper(self, group: Group, node: Node, where: str, filled: dict[str, Any]) -> None:
        self._check_shell(node, where)
        (inner,) = group.in_year(self.year)
        assert isinstance(inner, Element)
        nth = 0
        for below in node:
            if below.tag == inner.tag:
                nth += 1
                self._value(inner, below, _path(where, inner, nth), filled)
            else:
                self._unknown(group, below, where)
        if not nth:
            self._warn(
                node,
                where,
                f"{group.tag} is empty.",
                f"It holds no {inner.tag}.",
                "Take it out, or fill it in.",
                rule="8842Q" if group.tag == "Reviews" else "",
            )

    def _value(self, element: Element, node: Node, where: str, filled: dict[str, Any]) -> None:
        self._check_attributes(node, where)
        if len(node):
            self._error(
                node,
                where,
                f"{element.tag} holds other elements.",
                "It holds a value only.",
                "Take them out.",
            )
            return
        text = (node.text or "").strip()
        if not text:
            self._empty(element, node, where)
            return
        try:
            value = values.parse(element, text, self.year)
        except values.Unreadable as wrong:
            self._error(
                node,
                where,
                f"{element.tag} cannot be read.",
                wrong.why,
                wrong.do,
                value=text,
                rule=wrong.rule,
            )
            return
        if element.tag == "GenderCurrent" and text == "9":
            self._warn(
                node,
                where,
                "Gender 9, indeterminate, is read as sex unknown.",
                "Later collections have no code for it.",
                "Record on the child what is known.",
                value=text,
            )
        if element.most is None:
            filled[element.fills].append(value)
        else:
            filled[element.fills] = value

    def _empty(self, element: Element, node: Node, where: str) -> None:
        if element.least:
            self._error(
                node,
                where,
                f"{element.tag} is empty.",
                "Every return gives it.",
                "Fill it in.",
            )
        else:
            self._warn(
                node,
                where,
                f"{element.tag} is empty.",
                "It was read as not given.",
                "Leave out what is not known.",
            )

    def _missing(
        self, members: Mapping[str, Element | Group], counts: Counter[str], node: Node, where: str
    ) -> None:
        for tag, member in members.items():
            if member.least and not counts[tag]:
                place = where or str(node.tag)
                self._error(
                    node,
                    place,
                    f"{tag} is missing.",
                    f"{member.says}: every {node.tag} gives it.",
                    "Add it to the file.",
                    rule=_MISSING_RULES.get(tag, ""),
                )

    def _become(self, group: Group, node: Node, filled: dict[str, Any]) -> Any:
        made = {key: tuple(value) if isinstance(value, list) else value for key, value in filled.items()}
        for each in group.in_year(self.year):
            if isinstance(each, Group) and not each.wrapper and each.most == 1:
                made[each.fills] = next(iter(made[each.fills]), None)
        become = _BECOMES.get(group.tag)
        if become is None:
            return made
        if group.tag in _HAS_LINE:
            made["line"] = line_of(node)
        return become(**made)

    def _check_shell(self, node: Node, where: str) -> None:
        self._check_attributes(node, where)
        for text in (node.text, *(below.tail for below in node)):
            if text and text.strip():
                self._error(
                    node,
                    where or str(node.tag),
                    "There is text where only elements stand.",
                    "It belongs to no element, so its meaning cannot be told.",
                    "Take it out.",
                    value=text.strip()[:40],
                )

    def _check_attributes(self, node: Node, where: str) -> None:
        for name in node.attrib:
            if not str(name).startswith(_XSI):
                self._error(
                    node,
                    where or str(node.tag),
                    f"{node.tag} has an attribute, {name}.",
                    "The census has no attributes, so its meaning cannot be told.",
                    "Take it out.",
                    value=str(node.attrib[name])[:40],
                )

    def _unknown(self, group: Group, node: Node, where: str) -> None:
        name = etree.QName(node)
        other = next((each for each in group.holds if each.tag == node.tag), None)
        if other is not None:
            when = f"up to {other.last}" if other.last and self.year > other.last else f"from {other.first}"
            why = f"{group.tag} has it in collections {when}, and this one ends in {self.year}."
        elif name.namespace:
            why = f"It is in the namespace {name.namespace}, and the census has none."
        else:
            why = f"{group.tag} has no such element in {self.year}."
        self._error(
            node,
            f"{where}/{name.localname}".lstrip("/"),
            f"{name.localname} does not belong here.",
            why,
            "Correct its name or its place, or take it out.",
            value=(node.text or "").strip()[:40],
        )

    def _out_of_order(self, node: Node, where: str, after: str) -> None:
        self._warn(
            node,
            f"{where}/{node.tag}".lstrip("/"),
            f"{node.tag} is out of order.",
            f"It stands before {after} in the census. It was read all the same.",
            "Put it in its place.",
        )

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
                level=level,
                child=self.child,
                line=line_of(node),
                where=where,
                what=what,
                why=why,
                do=do,
                value=value,
                rule=rule,
            )
        )


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


def _path(where: str, member: Element | Group, nth: int) -> str:
    """The path of the ``nth`` such member: numbered where there may be several."""
    name = member.tag if member.most == 1 else f"{member.tag}[{nth}]"
    return f"{where}/{name}".lstrip("/")
