"""What is asked of those who arrange and record conferences."""

from alongside.conferences.forms.booking import BookForm, CancelForm
from alongside.conferences.forms.conference import ConferenceForm
from alongside.conferences.forms.moves_and_chairs import ChairForm, MoveForm
from alongside.conferences.forms.report import ReportForm

__all__ = ["BookForm", "CancelForm", "ChairForm", "ConferenceForm", "MoveForm", "ReportForm"]
