"""Pages of places, peer groups, settings and online spaces."""

from __future__ import annotations

from django.urls import path

from alongside.contexts import acting, child_acting, child_views, views, words_views

app_name = "contexts"

OF_CHILD = "children/<str:reference>/places"
urlpatterns = [
    path("places/", views.contexts, name="contexts"),
    path("places/new/", acting.open_new, name="open"),
    path("places/actions/", views.our_actions, name="our-actions"),
    path("places/actions/<uuid:key>/", views.action, name="action"),
    path("places/actions/<uuid:key>/done/", acting.settle, name="settle"),
    path("places/actions/<uuid:key>/move/", acting.move, name="move"),
    path("places/<uuid:key>/", views.context, name="context"),
    path("places/<uuid:key>/print/", views.context_for_print, name="print"),
    path("places/<uuid:key>/history/", views.history, name="history"),
    path("places/<uuid:key>/tie/", acting.tie, name="tie"),
    path("places/<uuid:key>/ties/<uuid:tie>/end/", acting.tie_ended, name="end-tie"),
    path("places/<uuid:key>/people/<uuid:worker>/end/", acting.naming_ended, name="end-naming"),
    path("places/<uuid:key>/<slug:act>/", acting.act_on, name="act"),
    path(f"{OF_CHILD}/", child_views.of_child, name="of-child"),
    path(f"{OF_CHILD}/link/", child_acting.link, name="link"),
    path(f"{OF_CHILD}/<uuid:key>/", child_views.one_link, name="one-link"),
    path(f"{OF_CHILD}/<uuid:key>/told/<uuid:told>/end/", child_acting.told_ended, name="end-let-know"),
    path(f"{OF_CHILD}/<uuid:key>/<slug:act>/", child_acting.act_on_link, name="act-on-link"),
    path("areas/<str:code>/risk-words/", words_views.risk_words, name="risk-words"),
    path("areas/<str:code>/risk-words/set/", words_views.set_risk_words, name="set-risk-words"),
]
