"""What practitioners do with a child protection plan. One module each; every act is all or nothing."""

from alongside.plans.services.change_plan import change_plan
from alongside.plans.services.end_plan import end_plan_without_conference
from alongside.plans.services.moves import (
    Moving,
    Staying,
    ask_about_move,
    end_move,
    end_stay_here,
    plan_for_eighteen,
    receive_answer,
    record_move_away,
    record_stay_here,
    tell_of_move,
)
from alongside.plans.services.record_core_group import record_core_group
from alongside.plans.services.reword import change_action, change_need
from alongside.plans.services.tell_of_ending import tell_of_ending
from alongside.plans.services.write_for_child import write_plan_for_the_child

__all__ = [
    "Moving", "Staying", "ask_about_move", "change_action", "change_need", "change_plan", "end_move",
    "end_plan_without_conference", "end_stay_here", "plan_for_eighteen", "receive_answer", "record_core_group",
    "record_move_away", "record_stay_here", "tell_of_ending", "tell_of_move", "write_plan_for_the_child",
]  # fmt: skip
