"""What people said and agreed, before an act records it."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from alongside.agencies.models import Agency, Practitioner
from alongside.people.models import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody who took part in a strategy discussion.

    agency: a listed one, or else ``agency_name`` and ``sector``. may_decide: "yes", "no" or "".
    view: a ``Participation.View``. dissent: why they disagree with the decision, if they do.
    """

    name: str
    agency: Agency | None = None
    agency_name: str = ""
    sector: str = ""
    practitioner: Practitioner | None = None
    may_decide: str = ""
    information: str = ""
    view: str = ""
    dissent: str = ""

    @property
    def works_in(self) -> str:
        """The sector of the agency, listed or not."""
        return self.agency.sector if self.agency else self.sector


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionAgreed:
    """What an agency does, and by when; no day where it is to be done at once."""

    what: str
    agency: Agency | None = None
    by_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildDiscussed:
    """What was decided for one child. Keys as on ``StrategyDiscussion``.

    enquiry_by: "single" or "joint" when enquiries begin. lead: who leads them; the child's lead
    practitioner unless given.
    """

    child: Person
    decision: str
    reasons: str
    enquiry_by: str = ""
    childs_views: str = ""
    medical: str = ""
    lead: Practitioner | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DiscussionHeld:
    """What is the same for every child discussed at once. Fields as on ``StrategyDiscussion``."""

    held_on: date
    form: str
    convened_by: Practitioner
    decided_by: Practitioner
    participants: tuple[Participant, ...]
    held_at: datetime | None = None
    actions: tuple[ActionAgreed, ...] = ()
    missing_information: str = ""
    criminal_investigation: str = ""
    police_tasks: str = ""
    health_tasks: str = ""
    legal_action: str = ""
    child_kept_safe: str = ""
    family_told: str = ""
    told_what: str = ""
    not_told_because: str = ""
    other_children: str = ""
    next_discussion_on: date | None = None

    @property
    def fields(self) -> dict[str, Any]:
        """The fields of the record that these facts fill."""
        apart = ("participants", "actions")
        return {name: getattr(self, name) for name in self.__slots__ if name not in apart}


@dataclass(frozen=True, slots=True, kw_only=True)
class Considered:
    """What the guidance asks to be considered with any immediate protection. Each may come later."""

    child_seen: str = ""
    legal_advice: str = ""
    children_of_household: str = ""
    children_of_alleged_perpetrator: str = ""

    @property
    def fields(self) -> dict[str, str]:
        return asdict(self)


NOTHING_YET = Considered()
