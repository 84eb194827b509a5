"""What other agencies ask of one's own: shown on a partner's own page among what waits for an answer."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import QuerySet

from alongside.access import policies
from alongside.agencies.models import Practitioner
from alongside.chronology.asked import Ask, Asked
from alongside.facts import Fact, listed_as
from alongside.sharing.models import SharingRequest
from alongside.ui.jinja import reverse_for


def unanswered(me: Practitioner, today: date) -> QuerySet[Any]:
    """Requests that the reader's agencies have not answered, about children on whom the reader may share."""
    open_ones = SharingRequest.objects.filter(answer=None, withdrawn_on=None)
    asked = policies.ANSWER_REQUEST.filter(open_ones, me)
    return listed_as(
        "sharing-request", policies.SHARE_INFORMATION.filter_through("case__child", asked, me),
        name="case__child__called", role="asking_agency__name", to_on="by_when", key="pk",
    )  # fmt: skip


def _request(row: Fact) -> Ask:
    return Ask(
        what=f"Answer what {row.role} asks", about=row.name, on=row.to_on, button="Answer",
        why="Either way: what you share, or why you do not.", href=reverse_for("sharing:answer", row.key),
    )  # fmt: skip


ASKED = (Asked(what="sharing-request", rows=unanswered, told=_request),)
