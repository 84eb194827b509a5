"""What is asked of those who keep a plan."""

from alongside.plans.forms.change import ChangePlanForm, CoreGroupForm
from alongside.plans.forms.ending import EndPlanForm, TellForm
from alongside.plans.forms.for_the_child import ForTheChildForm

__all__ = ["ChangePlanForm", "CoreGroupForm", "EndPlanForm", "ForTheChildForm", "TellForm"]
