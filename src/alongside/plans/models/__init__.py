"""Child protection plans: what a child needs, who does what by when, and the group that carries it out."""

from alongside.plans.models.core_group import CoreGroupAttendance, CoreGroupMeeting, CoreGroupMember
from alongside.plans.models.for_the_child import PlanForTheChild
from alongside.plans.models.moves import (
    ComingOfAge,
    MoveContact,
    MoveTold,
    PlanMove,
    PlanMoveEnding,
    ReceivingConference,
    StayHere,
    StayHereEnding,
)
from alongside.plans.models.needs import Action, Need
from alongside.plans.models.plan import Category, ChildProtectionPlan, Ending, EndingNotice, LeadStatutoryBody

__all__ = [
    "Action", "Category", "ChildProtectionPlan", "ComingOfAge", "CoreGroupAttendance", "CoreGroupMeeting",
    "CoreGroupMember", "Ending", "EndingNotice", "LeadStatutoryBody", "MoveContact", "MoveTold", "Need",
    "PlanForTheChild", "PlanMove", "PlanMoveEnding", "ReceivingConference", "StayHere", "StayHereEnding",
]  # fmt: skip
