"""Reading one group of the return by the table of elements.

Knows the layout only through ``elements.py``: what may stand where, how often, in which order, in
which year. Everything that does not fit becomes a problem; nothing is passed over.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from . import records, values
from .complaints import Complaints
from .elements import Element, Group
from .nodes import Node, line_of
from .problems import Problem

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


class Interpreter:
    """Reads one child, or the header, of the collection that ends in ``year``."""

    def __init__(self, year: int, child: str | None = None) -> None:
        self.year = year
        self.complaints = Complaints(child)

    @property
    def problems(self) -> list[Problem]:
        """Everything found wrong so far."""
        return self.complaints.problems

    def read(self, group: Group, node: Node, where: str = "") -> Any:
        """What ``node`` says, as our own record, or None when something in it is an error."""
        before = len(self.problems)
        self._check_shell(node, where)
        members = {each.tag: each for each in group.in_year(self.year)}
        filled: dict[str, Any] = {
            each.fills: [] for each in members.values() if each.most is None or isinstance(each, Group)
        }
        counts: Counter[str] = Counter()
        for below in node:
            tag = str(below.tag)
            if tag in members:
                counts[tag] += 1
                place = _path(where, members[tag], counts[tag])
                self._member(members[tag], below, place, counts[tag], filled)
            else:
                self.complaints.unknown(group, below, where, self.year)
        for tag, member in members.items():
            if member.least and not counts[tag]:
                self.complaints.missing(member, node, where)
        self._check_order(list(members), node, where)
        return None if self.complaints.errors_since(before) else self._become(group, node, filled)

    def _member(
        self, member: Element | Group, node: Node, where: str, nth: int, filled: dict[str, Any]
    ) -> None:
        wrapper = isinstance(member, Group) and member.wrapper
        if member.most is not None and nth > member.most and not wrapper:
            self.complaints.given_twice(member, node, where)
        elif isinstance(member, Element):
            self._value(member, node, where, filled)
        elif not member.holds:
            return  # It says nothing about children: present in old headers, and read past.
        elif wrapper:
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
                self.complaints.unknown(group, below, where, self.year)
        if not nth:
            self.complaints.empty_wrapper(group, inner, node, where)

    def _value(self, element: Element, node: Node, where: str, filled: dict[str, Any]) -> None:
        self._check_attributes(node, where)
        text = (node.text or "").strip()
        if len(node):
            self.complaints.holds_elements(element, node, where)
        elif not text:
            self.complaints.empty_value(element, node, where)
        else:
            try:
                value = values.parse(element, text, self.year)
            except values.Unreadable as wrong:
                self.complaints.unreadable(element, node, where, text, wrong)
                return
            if element.tag == "GenderCurrent" and text == "9":
                self.complaints.indeterminate(node, where)
            if element.most is None:
                filled[element.fills].append(value)
            else:
                filled[element.fills] = value

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
                self.complaints.stray_text(node, where, text.strip())

    def _check_attributes(self, node: Node, where: str) -> None:
        for name in node.attrib:
            if not str(name).startswith(_XSI):
                self.complaints.attribute(node, where, str(name))

    def _check_order(self, order: list[str], node: Node, where: str) -> None:
        """Report the first element that stands after one it should precede. It was read all the same."""
        furthest = 0
        for below in node:
            if below.tag in order:
                position = order.index(below.tag)
                if position < furthest:
                    self.complaints.out_of_order(below, where, order[furthest])
                    return
                furthest = position


def _path(where: str, member: Element | Group, nth: int) -> str:
    """The path of the ``nth`` such member: numbered where there may be several."""
    name = member.tag if member.most == 1 else f"{member.tag}[{nth}]"
    return f"{where}/{name}".lstrip("/")
