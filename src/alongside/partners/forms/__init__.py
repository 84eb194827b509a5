"""What is asked of partner agencies. Questions in words, no rules."""

from alongside.partners.forms.actions import ActionForm
from alongside.partners.forms.conference import AddendumForm, PartnerReportForm, ReplyForm, ThreeQuestionsForm
from alongside.partners.forms.files import SendFileForm
from alongside.partners.forms.guests import CheckLinkForm, CodeForm, GuestLinkForm
from alongside.partners.forms.information import InformationForm, WhomForm
from alongside.partners.forms.school import NOTICE_FORMS, SchoolForm, SettleForm

__all__ = [
    "NOTICE_FORMS", "ActionForm", "AddendumForm", "CheckLinkForm", "CodeForm", "GuestLinkForm", "InformationForm", "PartnerReportForm",
    "ReplyForm", "SchoolForm", "SendFileForm", "SettleForm", "ThreeQuestionsForm", "WhomForm",
]  # fmt: skip
