"""What practitioners do with conferences. One module each; every act is all or nothing."""

from alongside.conferences.services.allocate_chair import allocate_chair
from alongside.conferences.services.arrange import consider_before_birth, decide_with_too_few, keep_away
from alongside.conferences.services.book import book_conference, cancel_booking
from alongside.conferences.services.record_conference import (
    record_initial_conference,
    record_review_conference,
    record_transfer_in_conference,
)
from alongside.conferences.services.record_move import record_move_notified
from alongside.conferences.services.record_report import record_report

__all__ = [
    "allocate_chair", "book_conference", "cancel_booking", "consider_before_birth", "decide_with_too_few", "keep_away",
    "record_initial_conference", "record_move_notified",
    "record_report", "record_review_conference", "record_transfer_in_conference",
]  # fmt: skip
