"""Pages of a child's plan. Their history by review belongs to conferences, which stand above."""

from __future__ import annotations

from django.urls import path

from alongside.plans.views import change, ending, moves, reword, show

app_name = "plans"

urlpatterns = [
    path("children/<str:reference>/plan/", show.plan, name="plan"),
    path("children/<str:reference>/plan/of/<uuid:key>/", show.plan, name="one-plan"),
    path("children/<str:reference>/plan/for-the-child/", show.for_the_child, name="for-the-child"),
    path(
        "children/<str:reference>/plan/for-the-child/print/",
        show.for_the_child_in_print,
        name="for-the-child-print",
    ),
    path(
        "children/<str:reference>/plan/for-the-child/write/",
        change.write_for_the_child,
        name="write-for-the-child",
    ),
    path("children/<str:reference>/plan/core-groups/", show.core_groups, name="core-groups"),
    path(
        "children/<str:reference>/plan/core-groups/record/",
        change.record_core_group,
        name="record-core-group",
    ),
    path("children/<str:reference>/plan/print/", show.for_print, name="print"),
    path("children/<str:reference>/plan/change/", change.change_plan, name="change"),
    path("children/<str:reference>/plan/needs/<uuid:key>/change/", reword.change_need, name="change-need"),
    path(
        "children/<str:reference>/plan/actions/<uuid:key>/change/",
        reword.change_action,
        name="change-action",
    ),
    path("children/<str:reference>/moves/", moves.moves, name="moves"),
    path("children/<str:reference>/moves/away/", moves.move_away, name="move-away"),
    path("children/<str:reference>/moves/<uuid:key>/told/", moves.move_told, name="move-told"),
    path("children/<str:reference>/moves/<uuid:key>/asked/", moves.move_contact, name="move-contact"),
    path("children/<str:reference>/moves/<uuid:key>/answer/", moves.move_answer, name="move-answer"),
    path("children/<str:reference>/moves/<uuid:key>/end/", moves.end_move, name="end-move"),
    path("children/<str:reference>/moves/here/", moves.stay_here, name="stay-here"),
    path("children/<str:reference>/moves/here/end/", moves.end_stay, name="end-stay"),
    path("children/<str:reference>/moves/turning-18/", moves.coming_of_age, name="coming-of-age"),
    path("children/<str:reference>/plan/end/", ending.end_plan, name="end"),
    path("children/<str:reference>/plan/end/tell/", ending.tell_of_ending, name="tell"),
]
