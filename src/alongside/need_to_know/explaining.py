"""Explaining access: for one practitioner and one child, each action, allowed or not, and why."""

from __future__ import annotations

from dataclasses import dataclass

from alongside.access.holding import Holding
from alongside.access.policies import POLICIES
from alongside.access.policy import Policy, Reason
from alongside.agencies.models import Practitioner
from alongside.people.models import Person

ABOUT_CHILDREN = tuple(policy for policy in POLICIES if policy.about == "child")


@dataclass(frozen=True, slots=True)
class Explained:
    """One action. allows: the reasons that hold; denies: those that deny it, which win whatever else holds."""

    policy: Policy
    allows: tuple[str, ...]
    denies: tuple[str, ...]

    @property
    def allowed(self) -> bool:
        return bool(self.allows) and not self.denies


def explain(child: Person, practitioner: Practitioner) -> list[Explained]:
    """Every action about a child, for this practitioner and this child. One query, besides their posts."""
    holding = Holding(ABOUT_CHILDREN, practitioner)
    held = holding.reasons_in(
        Person.objects.filter(pk=child.pk).values_list(holding.expression(), flat=True)[0]
    )
    return [
        Explained(policy, _words(policy.allow, held), _words(policy.deny, held)) for policy in ABOUT_CHILDREN
    ]


def _words(reasons: tuple[Reason, ...], held: set[Reason]) -> tuple[str, ...]:
    return tuple(reason.words for reason in reasons if reason in held)
