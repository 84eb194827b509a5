"""Starting, changing, reviewing and ending a child-in-need plan. One function for each act."""

from alongside.family_help.services.basis import NewBasis, change_basis_of, put_under_section_17
from alongside.family_help.services.change import change_plan, complete_action
from alongside.family_help.services.contents import NewAction, NewNeed, PlanAgreed
from alongside.family_help.services.end import end_plan, end_plan_for, end_plan_of
from alongside.family_help.services.move import Moved, pass_on, plan_change, record_move
from alongside.family_help.services.review import REVIEW_OUTCOME, REVIEW_OUTCOMES, record_review
from alongside.family_help.services.start import start_plan

__all__ = [
    "REVIEW_OUTCOME",
    "REVIEW_OUTCOMES",
    "Moved",
    "NewAction",
    "NewBasis",
    "NewNeed",
    "PlanAgreed",
    "change_basis_of",
    "change_plan",
    "complete_action",
    "end_plan",
    "end_plan_for",
    "end_plan_of",
    "pass_on",
    "plan_change",
    "put_under_section_17",
    "record_move",
    "record_review",
    "start_plan",
]
