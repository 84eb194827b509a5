"""Strategy discussions, section 47 enquiries, and what is done at once to protect a child."""

from alongside.section47.models.discussions import DiscussionAction, Participation, StrategyDiscussion
from alongside.section47.models.enquiries import EnquiryConclusion, EnquiryStep, Section47Enquiry
from alongside.section47.models.exclusion import Exclusion, ExclusionEnding, RecoveryEnding, RecoveryOrder
from alongside.section47.models.orders import (
    ChildAssessmentOrder,
    EmergencyProtectionOrder,
    ProtectionOrderExtension,
)
from alongside.section47.models.protection import (
    ImmediateAction,
    OtherAuthority,
    PoliceProtection,
    ProtectionEnding,
)
from alongside.section47.models.requests import AnswerToRequest, RequestForConference

__all__ = [
    "AnswerToRequest",
    "ChildAssessmentOrder",
    "DiscussionAction",
    "EmergencyProtectionOrder",
    "EnquiryConclusion",
    "EnquiryStep",
    "Exclusion",
    "ExclusionEnding",
    "ImmediateAction",
    "OtherAuthority",
    "Participation",
    "PoliceProtection",
    "ProtectionEnding",
    "ProtectionOrderExtension",
    "RecoveryEnding",
    "RecoveryOrder",
    "RequestForConference",
    "Section47Enquiry",
    "StrategyDiscussion",
]
