"""Pages over everything: my work, the team, search, administration."""

from __future__ import annotations

from django.urls import path

from alongside.desk import (
    boards,
    boards_away,
    boards_manage,
    boards_silent,
    boards_weeks,
    my_work,
    notices,
    search,
)
from alongside.desk import handovers as at_a_handover
from alongside.desk.administration import urls as administration
from alongside.desk.helped import helped

urlpatterns = [
    path("", my_work.my_work, name="home"),
    path("", my_work.my_work, name="my-work"),
    path("notices/", notices.notices, name="notices"),
    path("notices/<uuid:key>/seen/", notices.seen, name="notice-seen"),
    path("team/", boards.team, name="team"),
    path("team/load/", boards_manage.team_load, name="team-load"),
    path("team/sign-off/", boards_manage.team_sign_off, name="team-sign-off"),
    path("team/four-weeks/", boards_weeks.team_weeks, name="team-weeks"),
    path("team/four-weeks/print/", boards_weeks.team_weeks_for_print, name="team-weeks-print"),
    path("team/four-weeks.ics", boards_weeks.team_weeks_calendar, name="team-weeks-calendar"),
    path("team/away/", boards_away.team_away, name="team-away"),
    path("handovers/", at_a_handover.handovers, name="handovers"),
    path("team/silences/", boards_silent.team_silences, name="team-silences"),
    path("figures/helped/", helped, name="helped"),
    path("search/", search.search, name="search"),
    *administration.urlpatterns,
]
