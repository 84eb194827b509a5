"""What a conference or a core group agrees, before it is recorded: needs, actions, members."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from alongside.agencies.models import Agency, Practitioner
from alongside.plans.models import Action, Need


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedAction:
    """Who does what, by when, and how everyone will know. need: which recorded need it serves, if it is added alone.

    owner: a name in words, with what they are: "Ruth Keane, health visitor", "Grace, Amara's mother".
    """

    what: str
    owner: str
    by_when: date
    how_we_will_know: str = ""
    agency: Agency | None = None
    practitioner: Practitioner | None = None
    need: Need | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedNeed:
    """What the child needs and what must change, by how much, by when; with the actions that serve it."""

    need: str
    must_change: str
    how_much: str = ""
    by_when: date | None = None
    aim: str = ""
    actions: tuple[AgreedAction, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedMember:
    """Someone the core group consists of. part: "mother", "health visitor", "class teacher"."""

    name: str
    part: str = ""
    agency: Agency | None = None
    practitioner: Practitioner | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timetable:
    """What the conference itself sets for each child: Working Together 2023, page 93."""

    core_group_on: date | None = None
    ready_by: date | None = None
    review_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionDone:
    """An action that was done. words: what was done, and what came of it."""

    action: Action
    on: date
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionDropped:
    """An action that is no longer to be done, and why."""

    action: Action
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AtCoreGroup:
    """Whether someone came to a core group, and the views they sent where they did not."""

    name: str
    present: bool
    agency: Agency | None = None
    written_views: str = ""
