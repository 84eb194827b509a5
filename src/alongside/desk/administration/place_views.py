"""Pages for areas, agencies and teams."""

from __future__ import annotations

from contextlib import suppress
from uuid import UUID

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from alongside.access.models import AdministrativeChange
from alongside.agencies.models import Agency, Team
from alongside.desk.administration import doors, places
from alongside.desk.administration.asking import ask_about, changing
from alongside.desk.administration.doors import Held, hold
from alongside.desk.administration.forms import (
    AgencyForm,
    AreaForm,
    ChangeAgencyForm,
    LastDayForm,
    NewTeamForm,
    TeamForm,
)
from alongside.desk.administration.listing import Listing, at, show
from alongside.ui.frames import Link
from alongside.ui.pages import Told, render
from alongside.ui.words import date_words, moment

#: The parts of the administration area: what each is called, its page, and what it is for.
PARTS = (
    ("Agencies", "agencies", "Who works with children here: name, kind, URN or ODS code, areas"),
    ("Teams", "teams", "Teams of each agency, and what they are for"),
    ("Practitioners", "practitioners", "Who can sign in: posts, registrations, passwords, accounts"),
    ("Bank holidays", "holidays", "Days proclaimed after this version was made, and deadlines after them"),
    ("Silences", "silences", "After how long a record that says nothing is shown, from which day, and why"),
    ("Ways of working", "switches", "Family help and others: from which day this area works so"),
    ("Tags", "analysis:area-tags", "The words that this area keeps for tagging entries of a chronology"),
    (
        "Conferences",
        "conferences:quorum",
        "How many agencies are to be at a conference: this area’s own number",
    ),
    (
        "Rules about access",
        "need_to_know:rules",
        "Emergencies, unused accounts, and how often a team’s access is confirmed",
    ),
    (
        "Disagreements",
        "strands:local-steps",
        "This area’s own steps where practitioners do not agree, and their days",
    ),
    (
        "Words for levels of risk",
        "contexts:risk-words",
        "How this area says how great a risk is in a place, a group or online",
    ),
    (
        "The partnership",
        "improvement:parts",
        "Who assesses for an organisation, who the safeguarding partners are, and who scrutinises them",
    ),
    ("Words for scores", "improvement:scale", "How organisations of this area say where they stand"),
    (
        "How long records are kept",
        "retention:due",
        "What would be due for disposal on a day, and what the area decides",
    ),
    ("Other systems", "api:systems", "Systems of agencies that may ask: their tokens, and until when"),
    ("Messages", "messages", "E-mails and events: sent, not sent yet or failed; and the daily duties"),
    ("Letters", "letters:templates", "The words of each letter, and who changed them when"),
    ("What was changed", "changes", "Every change made here, and by whom"),
)
SHOWN = 50


@login_required
@require_safe
def administration(request: HttpRequest, code: str = "") -> HttpResponse:
    """The parts of the administration area, and what was changed lately."""
    held = hold(request, code)
    latest = AdministrativeChange.objects.filter(area=held.area).select_related("by").order_by("-id")[:5]
    return render(request, "desk/administration/overview.html", {
        "area": held.area,
        "areas": [Link(area.name, at("administration-area", Held(held.by, area)), current=area == held.area)
                  for area in doors.areas_of(held.by)],
        "parts": [Link(title, at(name, held), hint=hint) for title, name, hint in PARTS],
        "rename": at("area", held),
        "latest": list(latest),
    })  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def rename_area(request: HttpRequest, code: str) -> HttpResponse:
    """What the area is called."""
    held = hold(request, code)
    return ask_about(
        request, held, AreaForm, title="Rename the area", back=Link("Administration", at("administration", held)),
        opening=f"Its code ({held.area.code}) and the beginning of its references ({held.area.prefix}) stay.",
        standing=changing(held, held.area, "name"),
        act=lambda answers: places.rename_area(by=held.by, area=held.area, now=timezone.now(), **answers),
        done=lambda area: (at("administration", held), Told(f"The area is called {area}")),
    )  # fmt: skip


@login_required
@require_safe
def agencies(request: HttpRequest, code: str) -> HttpResponse:
    """The agencies of the area."""
    held = hold(request, code)
    found = Agency.objects.filter(areas=held.area).prefetch_related("areas")
    return show(request, held, Listing(
        "Agencies", ("Agency", "Kind", "URN or ODS code", "Areas"),
        [(Link(one.name, at("agency", held, one.pk)), one.get_sector_display(), one.urn or one.ods_code or "None",
          ", ".join(area.name for area in one.areas.all())) for one in found],
        verb=Link("Add an agency", at("new-agency", held)), empty="No agency works here yet.",
    ))  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def new_agency(request: HttpRequest, code: str) -> HttpResponse:
    """Add an agency."""
    held = hold(request, code)
    return ask_about(
        request, held, AgencyForm, title="Add an agency", back=Link("Agencies", at("agencies", held)),
        opening="An agency that already works in another area under the same name, and is of the same kind, "
                "is not added twice: it works here as well.",
        act=lambda answers: places.add_agency(by=held.by, area=held.area, now=timezone.now(), **answers),
        done=lambda agency: (at("agencies", held), Told(
            f"{agency} works in {held.area}", ("Add its teams, if it has any, and the practitioners who work for it.",)
        )),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def agency(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """Change an agency."""
    held = hold(request, code)
    one, mine = doors.agency(held.area, key), doors.areas_of(held.by)
    return ask_about(
        request, held, ChangeAgencyForm, title=f"Change {one}", back=Link("Agencies", at("agencies", held)),
        form_kwargs={"mine": mine},
        standing=changing(
            held, one, "name", "sector", "urn", "ods_code",
            more=lambda: {"areas": list(one.areas.filter(pk__in=mine).values_list("pk", flat=True))},
        ),
        act=lambda answers: places.change_agency(
            by=held.by, area=held.area, agency=one, mine=mine, now=timezone.now(),
            **{**answers, "areas": [*answers["areas"], *one.areas.exclude(pk__in=mine)]},
        ),
        done=lambda agency: (at("agencies", held), Told(f"{agency} is changed")),
    )  # fmt: skip


@login_required
@require_safe
def teams(request: HttpRequest, code: str) -> HttpResponse:
    """The teams of the area, open ones first."""
    held = hold(request, code)
    every = Team.objects.filter(area=held.area).select_related("agency")
    found = sorted(every, key=lambda one: (one.closed_on is not None, one.agency.name, one.name))
    return show(request, held, Listing(
        "Teams", ("Team", "Agency", "What it is for", "State"),
        [(Link(one.name, at("team-details", held, one.pk)) if one.closed_on is None else one.name, one.agency.name,
          one.get_purpose_display(),
          f"Closed on {date_words(one.closed_on)}" if one.closed_on else
          Link("Close", at("close-team", held, one.pk), hint=one.name)) for one in found],
        verb=Link("Add a team", at("new-team", held)), empty="No team works here yet.",
    ))  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def new_team(request: HttpRequest, code: str) -> HttpResponse:
    """Add a team."""
    held = hold(request, code)
    return ask_about(
        request, held, NewTeamForm, title="Add a team", back=Link("Teams", at("teams", held)),
        form_kwargs={"area": held.area},
        act=lambda answers: places.add_team(by=held.by, area=held.area, now=timezone.now(), **answers),
        done=lambda team: (at("teams", held), Told(f"{team} is added", ("Give practitioners posts in it.",))),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def team(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """Change a team's name or purpose."""
    held = hold(request, code)
    one = doors.team(held.area, key)
    return ask_about(
        request, held, TeamForm, title=f"Change {one}", back=Link("Teams", at("teams", held)),
        standing=changing(held, one, "name", "purpose"),
        act=lambda answers: places.change_team(by=held.by, area=held.area, team=one, now=timezone.now(), **answers),
        done=lambda team: (at("teams", held), Told(f"{team} is changed")),
    )  # fmt: skip


@login_required
@require_http_methods(["GET", "POST"])
def close_team(request: HttpRequest, code: str, key: UUID) -> HttpResponse:
    """Close a team that nobody works in and with which no child is left."""
    held = hold(request, code)
    one = doors.team(held.area, key)
    return ask_about(
        request, held, LastDayForm, title=f"Close {one}", back=Link("Teams", at("teams", held)), submit="Close the team",
        opening="Children must be allocated to another team first, and posts ended. What the team did stays on record.",
        act=lambda answers: places.close_team(
            by=held.by, area=held.area, team=one, closed_on=answers["on"], now=timezone.now()
        ),
        done=lambda team: (at("teams", held), Told(f"{team} is closed")),
    )  # fmt: skip


@login_required
@require_safe
def changes(request: HttpRequest, code: str) -> HttpResponse:
    """Every change made here, the latest first."""
    held = hold(request, code)
    kept = AdministrativeChange.objects.filter(area=held.area).select_related("by").order_by("-id")
    with suppress(ValueError):  # A key that cannot be read begins with the latest.
        kept = kept.filter(pk__lt=UUID(request.GET["before"])) if "before" in request.GET else kept
    found = list(kept[: SHOWN + 1])
    more = f"?before={found[SHOWN - 1].pk}" if len(found) > SHOWN else ""
    return show(request, held, Listing(
        "What was changed", ("What", "Who", "When"),
        [(one.words, one.by.name, moment(one.at)) for one in found[:SHOWN]],
        intro="Written down by the act itself. Nobody can change or delete it.", more=more,
        empty="Nothing has been changed yet.",
    ))  # fmt: skip
