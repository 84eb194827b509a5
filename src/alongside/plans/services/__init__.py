"""What practitioners do with a child protection plan. One module each; every act is all or nothing."""

from alongside.plans.services.change_plan import change_plan
from alongside.plans.services.end_plan import end_plan_without_conference
from alongside.plans.services.record_core_group import record_core_group
from alongside.plans.services.reword import change_action, change_need
from alongside.plans.services.tell_of_ending import tell_of_ending
from alongside.plans.services.write_for_child import write_plan_for_the_child

__all__ = [
    "change_action", "change_need", "change_plan", "end_plan_without_conference", "record_core_group", "tell_of_ending", "write_plan_for_the_child",
]  # fmt: skip
