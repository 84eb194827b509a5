"""Pages of partner agencies."""

from __future__ import annotations

from django.urls import path

from alongside.partners.views import (
    actions,
    check_links,
    child,
    conference,
    files,
    guest,
    guest_links,
    information,
    school,
    unmatched,
)

app_name = "partners"
CHILD = "children/<str:reference>/"
BOOKED = f"{CHILD}conferences/booked/<uuid:key>/"

urlpatterns = [
    path("our-agency/", child.our_agency, name="home"),
    path(f"{CHILD}our-part/", child.our_part, name="child"),
    path(f"{CHILD}our-part/information/", information.send, name="send-information"),
    path(f"{CHILD}our-part/actions/<uuid:key>/", actions.answer, name="action"),
    path(f"{BOOKED}invitation/", conference.invitation, name="invitation"),
    path(f"{BOOKED}our-report/", conference.report, name="report"),
    path(f"{BOOKED}our-report/draft/", conference.autosave, name="report-draft"),
    path(f"{BOOKED}our-report/add/", conference.add, name="add-to-report"),
    path(f"{BOOKED}guests/", guest_links.links, name="guest-links"),
    path(f"{BOOKED}guests/<uuid:link>/withdraw/", guest_links.withdraw, name="withdraw-guest"),
    path(f"{BOOKED}invitations/<uuid:link>/ask-again/", guest_links.ask_again, name="ask-again"),
    path(f"{CHILD}checks/<uuid:key>/link/", check_links.links, name="check-links"),
    path(
        f"{CHILD}checks/<uuid:key>/link/<uuid:link>/withdraw/",
        check_links.withdraw,
        name="withdraw-check-link",
    ),
    path("front-door/school-notices/", unmatched.notices, name="unmatched-notices"),
    path("front-door/school-notices/<uuid:key>/", unmatched.notice, name="unmatched-notice"),
    path("school/", school.school, name="school"),
    path("school/notices/<str:kind>/", school.notice, name="school-notice"),
    path("school/notices/<str:kind>/<str:reference>/", school.notice, name="school-notice-for"),
    path("school/files/", files.files, name="files"),
    path("school/files/send/", files.send, name="send-file"),
    path("school/files/<uuid:key>/", files.file, name="file"),
    path("school/files/<uuid:key>/document/", files.document, name="file-document"),
    path("school/files/<uuid:key>/received/", files.received, name="file-received"),
    path("tell-us/", information.whom, name="tell-us"),
    path("guest/<str:token>/", guest.door, name="guest"),
    path("guest/<str:token>/code/", guest.code, name="guest-code"),
    path("guest/<str:token>/draft/", guest.autosave, name="guest-draft"),
    path("guest/<str:token>/open/", guest.opened, name="guest-open"),
]
