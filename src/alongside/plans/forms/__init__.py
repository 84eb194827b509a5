"""What is asked of those who keep a plan."""

from alongside.plans.forms.change import ChangePlanForm, CoreGroupForm
from alongside.plans.forms.ending import EndPlanForm, TellForm
from alongside.plans.forms.for_the_child import ForTheChildForm
from alongside.plans.forms.reword import ActionForm, NeedForm

__all__ = [
    "ActionForm",
    "ChangePlanForm",
    "CoreGroupForm",
    "EndPlanForm",
    "ForTheChildForm",
    "NeedForm",
    "TellForm",
]
