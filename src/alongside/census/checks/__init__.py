"""Whether what a child's record says can be true, and what the Department would ask about it."""

from __future__ import annotations

from collections.abc import Iterator

from ..problems import Problem
from ..records import Header, ReadChild
from . import assessments, enquiries, episodes, identity, plans
from .finding import Finding
from .rules import RULES


def check_child(child: ReadChild, header: Header) -> list[Problem]:
    """Every rule this child's record breaks, in the order of its elements."""
    return [_problem(each, child) for each in _findings(child, header)]


def _findings(child: ReadChild, header: Header) -> Iterator[Finding]:
    yield from identity.check(child, header)
    for n, episode in enumerate(child.episodes, start=1):
        where = f"CINdetails[{n}]"
        yield from episodes.check(child, episode, header, where)
        yield from assessments.check(episode, header, where)
        yield from enquiries.check(episode, header, where)
        yield from plans.check(child, episode, header, where)
    yield from episodes.check_all(child)
    yield from plans.check_all(child)


def _problem(finding: Finding, child: ReadChild) -> Problem:
    rule = RULES[finding.key]
    return Problem(
        level=rule.level,
        child=child.identifiers.child_id,
        line=finding.line,
        where=finding.where,
        what=rule.what,
        why=finding.why,
        do=rule.do,
        value=finding.value,
        rule=rule.number,
    )
