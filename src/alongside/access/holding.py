"""Which of several policies hold for one child, asked in one expression.

A page of a child offers many acts, each with its policy. Asked one by one they would cost a query
each. Policies share their reasons, so each reason is asked once and the policies follow from them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Case, Func, TextField, Value, When
from django.db.models.expressions import Combinable

from alongside.access.policy import Policy, Reason
from alongside.agencies.models import Practitioner
from alongside.people.models import Person


@dataclass(frozen=True, slots=True)
class Holding:
    """Several policies about children, to be asked for one practitioner.

    ``expression`` can be part of any query over ``Person``; ``read`` turns what it gave into policies.
    """

    policies: tuple[Policy, ...]
    practitioner: Practitioner

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Every reason that allows or denies any of the policies, once each."""
        every = (reason for policy in self.policies for reason in (*policy.allow, *policy.deny))
        return tuple(dict.fromkeys(every))

    def expression(self) -> Combinable:
        """The numbers of the reasons that hold, as text with a space after each."""
        scope = self.practitioner.scope
        return Func(
            *(
                Case(
                    When(reason.holds(scope), then=Value(f"{number} ")),
                    default=Value(""),
                    output_field=TextField(),
                )
                for number, reason in enumerate(self.reasons)
            ),
            # One after another and not one inside another: SQLite's parser goes only so deep.
            template="(%(expressions)s)",
            arg_joiner=" || ",
            output_field=TextField(),
        )

    def read(self, held: str) -> set[Policy]:
        """The policies that hold, given what ``expression`` gave for a child."""
        hold = self.reasons_in(held)
        return {
            policy
            for policy in self.policies
            if hold.intersection(policy.allow) and not hold.intersection(policy.deny)
        }

    def reasons_in(self, held: str) -> set[Reason]:
        """The reasons that hold, to allow or to deny, given what ``expression`` gave for a child."""
        numbers = {int(number) for number in held.split()}
        return {reason for number, reason in enumerate(self.reasons) if number in numbers}


def policies_allowing(child: Person, practitioner: Practitioner, policies: Iterable[Policy]) -> set[Policy]:
    """Those of the policies that let this practitioner act for this child. One query, however many."""
    holding = Holding(tuple(policies), practitioner)
    held = Person.objects.filter(pk=child.pk).values_list(holding.expression(), flat=True)
    return holding.read(held[0])
