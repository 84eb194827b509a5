"""What partner agencies do in the record: answers, information, school notices, files, and guests without accounts."""

from alongside.partners.models.answers import ActionAnswer
from alongside.partners.models.drafts import ReportDraft
from alongside.partners.models.guests import GuestLink
from alongside.partners.models.information import InformationSent
from alongside.partners.models.school import SchoolNotice
from alongside.partners.models.transfers import FileTransfer

__all__ = ["ActionAnswer", "FileTransfer", "GuestLink", "InformationSent", "ReportDraft", "SchoolNotice"]
