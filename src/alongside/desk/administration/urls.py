"""The addresses of the administration area: all but the first name the area by its code."""

from __future__ import annotations

from django.urls import path

from alongside.desk.administration import calendar_views as calendar
from alongside.desk.administration import messages
from alongside.desk.administration import people_views as people
from alongside.desk.administration import place_views as places
from alongside.desk.administration import silence_views as silences
from alongside.desk.administration import switch_views as switches

HERE = "administration/<str:code>/"
SOMEBODY = f"{HERE}practitioners/<uuid:key>/"

urlpatterns = [
    path("administration/", places.administration, name="administration"),
    path(HERE, places.administration, name="administration-area"),
    path(f"{HERE}area/", places.rename_area, name="area"),
    path(f"{HERE}agencies/", places.agencies, name="agencies"),
    path(f"{HERE}agencies/new/", places.new_agency, name="new-agency"),
    path(f"{HERE}agencies/<uuid:key>/", places.agency, name="agency"),
    path(f"{HERE}teams/", places.teams, name="teams"),
    path(f"{HERE}teams/new/", places.new_team, name="new-team"),
    path(f"{HERE}teams/<uuid:key>/", places.team, name="team-details"),
    path(f"{HERE}teams/<uuid:key>/close/", places.close_team, name="close-team"),
    path(f"{HERE}changes/", places.changes, name="changes"),
    path(f"{HERE}practitioners/", people.practitioners_list, name="practitioners"),
    path(f"{HERE}practitioners/new/", people.new_practitioner, name="new-practitioner"),
    path(SOMEBODY, people.practitioner, name="practitioner"),
    path(f"{SOMEBODY}change/", people.change_practitioner, name="change-practitioner"),
    path(f"{SOMEBODY}posts/new/", people.new_post, name="new-post"),
    path(f"{SOMEBODY}registrations/new/", people.new_registration, name="new-registration"),
    path(f"{SOMEBODY}password/", people.new_password, name="new-password"),
    path(f"{SOMEBODY}reset-sign-in/", people.reset_sign_in, name="reset-sign-in"),
    path(f"{SOMEBODY}close/", people.close_account, name="close-account"),
    path(f"{SOMEBODY}open/", people.open_account, name="open-account"),
    path(f"{HERE}posts/<uuid:key>/end/", people.end_post, name="end-post"),
    path(f"{HERE}registrations/<uuid:key>/end/", people.end_registration, name="end-registration"),
    path(f"{HERE}messages/", messages.messages, name="messages"),
    path(f"{HERE}messages/<uuid:key>/", messages.message, name="message"),
    path(f"{HERE}ways-of-working/", switches.switches_list, name="switches"),
    path(f"{HERE}ways-of-working/new/", switches.new_switch, name="new-switch"),
    path(f"{HERE}ways-of-working/<uuid:key>/end/", switches.end_switch, name="end-switch"),
    path(f"{HERE}silences/", silences.silences_list, name="silences"),
    path(f"{HERE}silences/new/", silences.new_silences, name="new-silences"),
    path(f"{HERE}bank-holidays/", calendar.holidays, name="holidays"),
    path(f"{HERE}bank-holidays/new/", calendar.new_holiday, name="new-holiday"),
    path(f"{HERE}bank-holidays/<uuid:key>/take-out/", calendar.remove_holiday, name="remove-holiday"),
    path(f"{HERE}bank-holidays/<str:day>/deadlines/", calendar.reckon, name="reckon"),
]
