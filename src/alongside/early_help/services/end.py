"""The end of an episode of early help."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from alongside.agencies.models import Practitioner
from alongside.chronology import kinds
from alongside.deadlines.projection import refresh
from alongside.early_help.models import EarlyHelpEnding
from alongside.early_help.services.standing import (
    close,
    kept,
    refuse_day,
    refuse_in_need,
    refuse_what_goes_on,
)
from alongside.family_help.services import end_plan_for
from alongside.family_help.services.end import Outcome
from alongside.keeping import check, keep
from alongside.people.models import Person
from alongside.refusals import Refusal

Ending = EarlyHelpEnding.Outcome
#: How an open plan ends, where the episode ends so.
PLAN_ENDS = {
    Ending.NEEDS_MET: Outcome.NEED_MET,
    Ending.FAMILY_STOPPED: Outcome.AGREEMENT_WITHDRAWN,
    Ending.OTHER_SERVICES: Outcome.NEED_MET,
    Ending.MOVED: Outcome.MOVED,
    Ending.EIGHTEEN: Outcome.EIGHTEEN,
    Ending.DIED: Outcome.DIED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """What is recorded when early help ends. Fields as on ``EarlyHelpEnding``."""

    ended_on: date
    outcome: str
    reasons: str
    views: str = ""
    told: str = ""


@transaction.atomic
def end_early_help(*, by: Practitioner, child: Person, ended: Ended, now: datetime) -> EarlyHelpEnding:
    """End early help with the family: the plan ends if one is open, and the episode closes.

    Raises Refusal for a day that cannot be or is before something that happened, while help is given under section 17,
    a referral waits, or anything else is open. Working Together 2023, paragraphs 118, 131 and 136.
    """
    case = kept(by, child)
    refuse_day(ended.ended_on, "ended_on", case, now)
    refuse_in_need(case)
    refuse_what_goes_on(case, f"Early help for {child} cannot end yet.")
    last = case.chronology.standing().order_by("-happened_on").first()
    if last and ended.ended_on < last.happened_on:
        raise Refusal(
            "Something happened after this day.",
            f"You entered {ended.ended_on:%-d %B %Y}, and the record goes on to {last.happened_on:%-d %B %Y}.",
            "Enter that day or a later one.", field="ended_on",
        )  # fmt: skip
    record = EarlyHelpEnding(
        area_id=case.area_id, case=case, ended_on=ended.ended_on, outcome=ended.outcome, reasons=ended.reasons,
        views=ended.views, told=ended.told, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(record, exclude=("entry",))
    record.entry = kinds.EARLY_HELP_ENDED.record(
        case, on=ended.ended_on, by=by, now=now, outcome=record.get_outcome_display(), reasons=ended.reasons,
        told_words=f"Told: {ended.told}" if ended.told else "",
    )  # fmt: skip
    keep(record)
    end_plan_for(
        case, entry=record.entry, ended_on=ended.ended_on, by=by, now=now, outcome=PLAN_ENDS[Ending(ended.outcome)],
        reasons=ended.reasons,
    )  # fmt: skip
    close(case, ended.ended_on, ended.outcome)
    refresh(case)
    return record
