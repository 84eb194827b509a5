"""Who can see a child's record and why, from whom it is closed, and who has opened it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, TextField
from django.db.models.functions import Cast, Coalesce
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from alongside.access import policies
from alongside.access.doors import open_child, practitioner_of
from alongside.access.keyholders import Key, who_holds_a_key_to_each
from alongside.access.models import EmergencyOpening, Restriction, Seal, SealKey
from alongside.access.policies import FRONT_DOOR_TEAM, SOCIAL_CARE_ROLES
from alongside.access.policy import Reason
from alongside.agencies.models import Agency, Post, Practitioner, Role
from alongside.cases.models import Allocation, Involvement
from alongside.desk.around import Around, around
from alongside.desk.banner import banner_from
from alongside.desk.who_has_looked import latest_looks
from alongside.early_help.models import FamilyTeamMember
from alongside.facts import Fact, listed_as
from alongside.matching.models import Together
from alongside.moments import day_of
from alongside.people.models import Person
from alongside.ui.pages import render
from alongside.ui.words import date_words, moment

LOOKS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Group:
    """Everyone who can see the record for one reason. why: the sentence; people: who they are."""

    why: str
    people: tuple[str, ...]


@require_safe
def who_can_see(request: HttpRequest, reference: str) -> HttpResponse:
    """People and reasons in sentences, and everyone who has looked."""
    child, me = open_child(request, reference, policies.EXPLAIN_ACCESS), practitioner_of(request)
    known = around(child, me, also=_lists)
    closed_to = sorted(known["closed-to"], key=lambda one: one.name)
    told = {str(one.key): one.role for one in known["explained"]}
    return render(request, "desk/who_can_see.html", {
        "child": child,
        "banner": banner_from(request, known),
        "mine": child.opened_because_told,  # type: ignore[attr-defined]
        "groups": groups(child, known, day_of(timezone.now())),
        "closed_to": [(one, UUID(one.role)) for one in closed_to],
        "closed_with": _besides(known["closed-with"], told, {one.key for one in closed_to}),
        "may_lift": policies.LIFT_CONFLICT in known.may,
        "seals": _seals(known),
        "sealed_with": _besides(known["sealed-with"], told),
        "kinds_of_seal": dict(Seal.Kind.choices),
        "may_seal": policies.SEAL in known.may,
        "looks": latest_looks(child, LOOKS_SHOWN),
    })  # fmt: skip


@dataclass(frozen=True, slots=True)
class Besides:
    """What closes the record because it closes one that is joined to it. reference, why: only to whoever may read that one."""

    name: str
    reference: str = ""
    why: str = ""
    from_on: date | None = None


def _besides(facts: Iterable[Fact], told: dict[str, str], own: Iterable[UUID | None] = ()) -> list[Besides]:
    """Each thing once, and no more of it than one may read. own: whoever is shut out by the record itself."""
    found = set()
    for one in facts:
        if reference := told.get(str(UUID(one.role)), ""):
            found.add(Besides(one.name, reference, one.detail, one.from_on))
        elif one.key not in own:
            found.add(Besides(one.name))
    return sorted(found, key=lambda one: (one.name, one.reference, one.why))


def _lists(child: Person, me: Practitioner) -> Iterable[QuerySet[Any]]:
    allocations = Allocation.objects.current().filter(case__child=child)
    helping = FamilyTeamMember.objects.filter(case__child=child, case__closed_on=None, to_on=None)
    joined = Together.objects.filter(child=child).exclude(other=child).values("other")
    seals = Seal.objects.standing().filter(Q(child=child) | Q(child__in=joined))
    keys = SealKey.objects.filter(to_on=None, seal__in=seals.values("pk"))
    today = day_of(timezone.now())
    members = Post.objects.filter(
        Q(to_on=None) | Q(to_on__gte=today), team__in=keys.values("team"), from_on__lte=today
    )
    explained = policies.EXPLAIN_ACCESS.filter(Person.objects.filter(pk__in=joined), me)
    return (
        # Those joined records of which one may know who can see them.
        listed_as("explained", explained, role="reference", key="pk"),
        # name: whose it is. role: the seal. detail: the team, where it is a team's. key: the practitioner, where theirs.
        listed_as(
            "key", keys, name=Coalesce("practitioner__name", "team__name"), role=Cast("seal", TextField()),
            detail=Cast("team", TextField()), key="practitioner",
        ),
        listed_as("member", members, role=Cast("team", TextField()), key="practitioner"),
        listed_as(
            "allocation", allocations, name="practitioner__name", role="capacity", detail="team__name",
            from_on="from_on", key="practitioner",
        ),
        listed_as("team", allocations, key="team"),
        listed_as(
            "agency", Involvement.objects.current().filter(case__child=child), name="agency__name", detail="why",
            from_on="from_on", key="agency",
        ),
        # name: who. role: their agency. key: the practitioner; the team, of a lead.
        listed_as("helps", helping.exclude(practitioner=None), name="name", role="agency__name", key="practitioner"),
        listed_as("leads-help", helping.filter(leads=True), name="name", role="agency__name", key="practitioner"),
        listed_as("hub", helping.filter(leads=True).exclude(team=None), key="team"),
        listed_as(
            "closed-to", Restriction.objects.filter(child=child, to_on=None), name="practitioner__name",
            detail="why", role=Cast("pk", TextField()), from_on="from_on", key="practitioner",
        ),
        listed_as(
            "closed-with", Restriction.objects.filter(child__in=joined, to_on=None), name="practitioner__name",
            detail="why", role=Cast("child", TextField()), from_on="from_on", key="practitioner",
        ),
        listed_as("seal", Seal.objects.standing().filter(child=child), name="kind", detail="why",
                  from_on="from_on", key="pk"),
        listed_as("sealed-with", Seal.objects.standing().filter(child__in=joined), name="kind", detail="why",
                  role=Cast("child", TextField()), from_on="from_on", key="pk"),
        listed_as(
            "emergency", EmergencyOpening.objects.running(timezone.now()).filter(child=child),
            name="practitioner__name", at="ends_at", key="practitioner",
        ),
    )  # fmt: skip


def _seals(known: Around) -> list[tuple[Fact, list[str]]]:
    """Each seal of the record itself that stands, and who holds a key to it."""
    return [
        (seal, sorted(one.name for one in known["key"] if UUID(one.role) == seal.key))
        for seal in sorted(known["seal"], key=lambda one: (str(one.from_on), str(one.key)))
    ]


def _members(known: Around) -> dict[UUID, set[UUID]]:
    """Who works in each team that holds a key."""
    found: dict[UUID, set[UUID]] = {}
    for one in known["member"]:
        if one.key:
            found.setdefault(UUID(one.role), set()).add(one.key)
    return found


def _keys(known: Around) -> list[Key]:
    return [Key(UUID(one.role), one.key, UUID(one.detail) if one.detail else None) for one in known["key"]]


def groups(child: Person, known: Around, today: date) -> list[Group]:
    """Everyone who can open the record today, by the reasons of the policy on reading it. One query."""
    teams = {one.key for one in known["team"] if one.key}
    hubs = {one.key for one in known["hub"] if one.key}
    agencies = {one.key for one in known["agency"] if one.key}
    may = _not_kept_out(known)
    posts = [post for post in _posts(child, teams | hubs, agencies, today) if may(post.practitioner_id)]
    who: dict[Reason, Iterable[str]] = {
        policies.LEADS: _allocated(known, policies.LEAD, may),
        policies.CHAIRS: _allocated(known, policies.CHAIRING, may),
        policies.COVERS_LEAD: _covering(known, policies.LEAD, may),
        policies.COVERS_CHAIR: _covering(known, policies.CHAIRING, may),
        policies.IN_TEAM: _named(
            posts, lambda post: post.team_id in teams and post.role in SOCIAL_CARE_ROLES
        ),
        policies.AGENCY_INVOLVED: _named(
            posts, lambda post: _is_partner(post) and post.agency_id in agencies
        ),
        policies.AT_FRONT_DOOR: _named(posts, lambda post: _at_front_door(post, child)),
        policies.BROKE_GLASS: [f"{one.name}, until {moment(one.at)}" for one in known["emergency"] if one.at],
        policies.LEADS_EARLY_HELP: _helping(known, "leads-help", may),
        policies.IN_EARLY_HELP_TEAM: _named(
            posts, lambda post: post.team_id in hubs and post.role not in policies.LOOKS_AFTER_SYSTEMS
        ),
        policies.IN_FAMILY_TEAM: _helping(known, "helps", may),
    }
    reasons = (*policies.READ_CHILD.allow, policies.IN_FAMILY_TEAM)
    return [Group(SENTENCES[reason], tuple(dict.fromkeys(who[reason]))) for reason in reasons]


def _helping(known: Around, what: str, may: Callable[[UUID | None], bool]) -> list[str]:
    return sorted(", ".join(filter(None, (one.name, one.role))) for one in known[what] if may(one.key))


#: Each reason of the policy on reading a child's record, said of others.
SENTENCES = {
    policies.LEADS: "The lead practitioner",
    policies.CHAIRS: "Whoever chairs this child’s conferences",
    policies.COVERS_LEAD: "Whoever covers for the lead practitioner while they are away",
    policies.COVERS_CHAIR: "Whoever covers for the chair while they are away",
    policies.IN_TEAM: "Social workers, family support workers and managers of the teams that work with this child",
    policies.AGENCY_INVOLVED: "Practitioners of agencies that are working with this child, who see their agency’s part and no more",
    policies.AT_FRONT_DOOR: "Everyone at the front door of this area",
    policies.BROKE_GLASS: "Whoever opened it in an emergency",
    policies.LEADS_EARLY_HELP: "Whoever leads the family’s early help, who sees that and its plan",
    policies.IN_EARLY_HELP_TEAM: "The team of whoever leads the family’s early help, which sees that and its plan",
    policies.IN_FAMILY_TEAM: "The team around the family, which reads the early help assessment and the plan",
}


def _posts(child: Person, teams: set[UUID], agencies: set[UUID], today: date) -> list[Post]:
    where = (
        Q(team__in=teams)
        | Q(agency__in=agencies)
        | Q(team__area=child.area_id, team__purpose=FRONT_DOOR_TEAM)
    )
    found = Post.objects.filter(where, Q(to_on=None) | Q(to_on__gte=today), from_on__lte=today)
    active = found.filter(practitioner__is_active=True)
    return list(active.select_related("practitioner", "agency", "team").order_by("practitioner__name"))


def _not_kept_out(known: Around) -> Callable[[UUID | None], bool]:
    """Whether neither a conflict of interest nor a seal keeps this practitioner out: of this record, or of a joined one."""
    closed = {one.key for one in (*known["closed-to"], *known["closed-with"])}
    seals = [one.key for one in (*known["seal"], *known["sealed-with"]) if one.key]
    if not seals:
        return lambda key: key not in closed
    holders = who_holds_a_key_to_each(seals, _keys(known), _members(known))
    return lambda key: key in holders and key not in closed


def _allocated(known: Around, capacity: str, may: Callable[[UUID | None], bool]) -> list[str]:
    """Who holds this part in the case; without those the record is closed to, though they be allocated."""
    return [
        f"{one.name}, {one.detail}" for one in known["allocation"] if one.role == capacity and may(one.key)
    ]


def _covering(known: Around, capacity: str, may: Callable[[UUID | None], bool]) -> list[str]:
    """Who covers for somebody with this part in the case, for whom, and until when."""
    return [
        f"{one.detail}, for {one.name} until {date_words(one.to_on)}"
        for one in known["cover"] if one.role == capacity and may(one.key)
    ]  # fmt: skip


def _named(posts: Iterable[Post], applies: Callable[[Post], bool]) -> list[str]:
    return [f"{post.practitioner}, {_lower(str(post))}" for post in posts if applies(post)]


def _lower(words: str) -> str:
    return words[:1].lower() + words[1:]


def _is_partner(post: Post) -> bool:
    return post.agency.sector != Agency.Sector.CHILDRENS_SOCIAL_CARE


def _at_front_door(post: Post, child: Person) -> bool:
    team = post.team
    return (
        team is not None
        and team.purpose == FRONT_DOOR_TEAM
        and team.area_id == child.area_id
        and post.role in (Role.SCREENER, *SOCIAL_CARE_ROLES)
    )
