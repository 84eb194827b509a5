"""Changing an area, its agencies and its teams. Each act is written down in words."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime

from django.db import transaction

from alongside.agencies.models import Agency, Area, Post, Practitioner, Team
from alongside.cases.models import Allocation
from alongside.desk.administration.changes import differences, held, note
from alongside.guidance.kernel.words import listed
from alongside.refusals import Refusal
from alongside.ui.words import count


@transaction.atomic
def rename_area(*, by: Practitioner, area: Area, name: str, now: datetime) -> Area:
    """Give the area another name. Its code and the beginning of its references stay."""
    area = held(area, by)
    if changed := differences(area, {"name": name}):
        area.full_clean()
        area.save(update_fields=("name",))
        note(area, by, now, f"Area: {listed(changed)}.")
    return area


@transaction.atomic
def add_agency(*, by: Practitioner, area: Area, name: str, sector: str, urn: str, ods_code: str,
               now: datetime) -> Agency:  # fmt: skip
    """An agency that works in the area. One that works elsewhere under this name now works here as well."""
    area = held(area, by)
    known = Agency.objects.filter(name__iexact=name, sector=sector).first()
    if known is not None and known.areas.filter(pk=area.pk).exists():
        raise Refusal(
            f"{known} is here already.", f"An agency of this kind and name works in {area}.",
            "Change that one, or give this one a name that tells them apart.", field="name",
        )  # fmt: skip
    if known is None:
        known = Agency(name=name, sector=sector, urn=_urn(urn), ods_code=_ods_code(ods_code))
        known.full_clean()
        known.save()
    known.areas.add(area)
    note(area, by, now, f"Agency added: {known}, {known.get_sector_display().lower()}.")
    return known


@transaction.atomic
def change_agency(*, by: Practitioner, area: Area, agency: Agency, name: str, sector: str, urn: str,
                  ods_code: str, areas: Iterable[Area], mine: Iterable[Area], now: datetime) -> Agency:  # fmt: skip
    """Change an agency, and in which of this administrator's areas (``mine``) it works."""
    area = held(area, by)
    wanted = {"name": name, "sector": sector, "urn": _urn(urn), "ods_code": _ods_code(ods_code)}
    changed = differences(agency, wanted)
    agency.full_clean()
    agency.save()
    before, after = set(agency.areas.all()), set(areas)
    for gone in (before & set(mine)) - after:
        _refuse_with_teams(agency, gone)
        agency.areas.remove(gone)
        changed.append(f"no longer works in {gone}")
    for new in after - before:
        agency.areas.add(new)
        changed.append(f"now works in {new}")
    if changed:
        note(area, by, now, f"Agency {agency}: {listed(changed)}.")
    return agency


@transaction.atomic
def add_team(*, by: Practitioner, area: Area, agency: Agency, name: str, purpose: str, now: datetime) -> Team:
    """A team of an agency, working in this area."""
    area = held(area, by)
    team = Team(agency=agency, area=area, name=name, purpose=purpose)
    _refuse_same_name(team)
    team.full_clean()
    team.save()
    note(area, by, now, f"Team added: {team}, {team.get_purpose_display().lower()}, of {agency}.")
    return team


@transaction.atomic
def change_team(*, by: Practitioner, area: Area, team: Team, name: str, purpose: str, now: datetime) -> Team:
    """Another name or purpose. The purpose says what its members may see."""
    area = held(area, by)
    called = str(team)
    if changed := differences(team, {"name": name, "purpose": purpose}):
        _refuse_same_name(team)
        team.full_clean()
        team.save()
        note(area, by, now, f"Team {called}: {listed(changed)}.")
    return team


@transaction.atomic
def close_team(*, by: Practitioner, area: Area, team: Team, closed_on: date, now: datetime) -> Team:
    """Close a team with which no child is left and in which nobody works. Raises Refusal otherwise."""
    area = held(area, by)
    children = Allocation.objects.current().filter(team=team).values("case").distinct().count()
    people = Post.objects.filter(team=team, to_on=None).count()
    if children or people:
        left = listed(
            [count(children, "child", "children")] * bool(children) + [count(people, "post")] * bool(people)
        )
        raise Refusal(
            f"{team} cannot close yet.", f"It still has {left}.",
            "Allocate the children to another team and end the posts, then close it.", field="closed_on",
        )  # fmt: skip
    team.closed_on = closed_on
    team.save(update_fields=("closed_on",))
    note(area, by, now, f"Team closed on {closed_on:%-d %B %Y}: {team}.")
    return team


def _refuse_same_name(team: Team) -> None:
    same = Team.objects.filter(area=team.area, agency=team.agency, name=team.name).exclude(pk=team.pk)
    if same.first():
        raise Refusal(
            f"{team.agency} has a team of this name already.", f"It is called {team.name}.",
            "Give this one a name that tells them apart.", field="name",
        )  # fmt: skip


def _refuse_with_teams(agency: Agency, area: Area) -> None:
    teams = Team.objects.filter(agency=agency, area=area, closed_on=None)
    if named := [team.name for team in teams]:
        raise Refusal(
            f"{agency} still works in {area}.", f"It has teams there: {listed(named)}.",
            "Close the teams first.", field="areas",
        )  # fmt: skip


def _urn(typed: str) -> str:
    if typed and not re.fullmatch(r"\d{6}", typed):
        raise Refusal(
            f"“{typed}” is not a URN.", "A school's URN has six digits.",
            "Look it up on Get Information about Schools, or leave it empty.", field="urn",
        )  # fmt: skip
    return typed


def _ods_code(typed: str) -> str:
    code = typed.upper()
    if code and not re.fullmatch(r"[A-Z0-9]{3,10}", code):
        raise Refusal(
            f"“{typed}” is not an ODS code.", "It has three to ten letters and digits.",
            "Look it up in the Organisation Data Service, or leave it empty.", field="ods_code",
        )  # fmt: skip
    return code
