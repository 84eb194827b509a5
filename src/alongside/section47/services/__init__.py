"""What practitioners do when a child may be suffering significant harm. Every act is all or nothing."""

from alongside.section47.services.additions import add_to_protection
from alongside.section47.services.assessment_orders import end_assessment_order, record_assessment_order
from alongside.section47.services.enquiries import conclude_section_47, record_enquiry_step
from alongside.section47.services.exclusions import (
    Excluding,
    end_exclusion,
    end_recovery,
    record_exclusion,
    record_recovery_order,
)
from alongside.section47.services.immediate_action import record_immediate_action, record_other_authority
from alongside.section47.services.police_protection import end_police_protection, record_police_protection
from alongside.section47.services.protection_orders import (
    end_protection_order,
    extend_protection_order,
    record_protection_order,
)
from alongside.section47.services.record_strategy_discussion import record_strategy_discussion
from alongside.section47.services.requests import answer_request_for_conference, request_conference

__all__ = [
    "Excluding",
    "add_to_protection",
    "answer_request_for_conference",
    "conclude_section_47",
    "end_assessment_order",
    "end_exclusion",
    "end_police_protection",
    "end_protection_order",
    "end_recovery",
    "extend_protection_order",
    "record_assessment_order",
    "record_enquiry_step",
    "record_exclusion",
    "record_immediate_action",
    "record_other_authority",
    "record_police_protection",
    "record_protection_order",
    "record_recovery_order",
    "record_strategy_discussion",
    "request_conference",
]
