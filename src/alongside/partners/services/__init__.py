"""What partner agencies do. One function for each act."""

from alongside.partners.services.answer_action import answer_action
from alongside.partners.services.as_guest import (
    answer_as_guest,
    draft_of_guest,
    keep_draft_of_guest,
    reply_as_guest,
    report_as_guest,
)
from alongside.partners.services.chase_reports import ask_again
from alongside.partners.services.guests import (
    ask_by_link,
    code_is_right,
    find_link,
    make_link,
    send_code,
    withdraw_link,
)
from alongside.partners.services.reply import reply_to_invitation
from alongside.partners.services.report import add_to_report, keep_draft, send_report
from alongside.partners.services.school import NoticeGiven, give_notice
from alongside.partners.services.send_information import Known, Told, seen_at, send_information
from alongside.partners.services.settle_notice import match_notice, refer_notice, set_notice_aside
from alongside.partners.services.transfers import acknowledge_file, open_file, send_file

__all__ = [
    "Known",
    "NoticeGiven",
    "Told",
    "acknowledge_file",
    "add_to_report",
    "answer_action",
    "answer_as_guest",
    "ask_again",
    "ask_by_link",
    "code_is_right",
    "draft_of_guest",
    "find_link",
    "give_notice",
    "keep_draft",
    "keep_draft_of_guest",
    "make_link",
    "match_notice",
    "open_file",
    "refer_notice",
    "reply_as_guest",
    "reply_to_invitation",
    "report_as_guest",
    "seen_at",
    "send_code",
    "send_file",
    "send_information",
    "send_report",
    "set_notice_aside",
    "withdraw_link",
]  # fmt: skip
