"""Acts of early help, from the offer to the end. One function for each act."""

from alongside.early_help.services.assess import NINE, write_assessment
from alongside.early_help.services.end import Ended, end_early_help
from alongside.early_help.services.offer import Answer, Offer, offer_early_help
from alongside.early_help.services.refuse import Refused, record_refusal
from alongside.early_help.services.step_down import SteppedDown, step_down
from alongside.early_help.services.step_up import step_up
from alongside.early_help.services.team import NewMember, add_member, choose_lead, end_member, record_meeting

__all__ = [
    "NINE", "Answer", "Ended", "NewMember", "Offer", "Refused", "SteppedDown", "add_member", "choose_lead", "end_early_help",
    "end_member", "offer_early_help", "record_meeting", "record_refusal", "step_down", "step_up", "write_assessment",
]  # fmt: skip
