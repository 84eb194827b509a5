"""When a family does not agree to early help, or agrees no longer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from alongside.agencies.models import Practitioner
from alongside.chronology import kinds
from alongside.chronology.shortfalls import expected_but_absent, record_shortfall
from alongside.deadlines.projection import refresh
from alongside.early_help.models import EarlyHelpRefusal
from alongside.early_help.services.standing import close, kept, refuse_day, refuse_in_need, what_goes_on
from alongside.family_help.pathways import label_of
from alongside.family_help.services import end_plan_for
from alongside.family_help.services.end import Outcome
from alongside.keeping import check, keep
from alongside.people.models import Person

RULE, AFTER = "early-help.refusal", "early-help.after-refusal"
UNIVERSAL = "universal"
NOT_AGREED = "early-help-not-agreed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """What is recorded when a family does not agree. Fields as on ``EarlyHelpRefusal``."""

    refused_on: date
    without_help: str
    decision: str
    reasons: str
    why: str = ""
    reassured: str = ""
    other_ways: str = ""


@transaction.atomic
def record_refusal(*, by: Practitioner, child: Person, refused: Refused, now: datetime) -> EarlyHelpRefusal:
    """Record why the family does not agree, what was done about it, and what was decided.

    With what is there for everybody the episode closes, an open plan too, unless a referral waits; a decision to
    refer leaves it open, for the referral to be recorded on. Raises Refusal for a day that cannot be, a decision the
    text does not have, or help under section 17. What the text asks to be done first and is not recorded is a
    shortfall. Working Together 2023, paragraph 133.
    """
    case = kept(by, child)
    refuse_day(refused.refused_on, "refused_on", case, now)
    refuse_in_need(case)
    label = label_of(AFTER, refused.decision, refused.refused_on, "decision")
    ends = refused.decision == UNIVERSAL and not what_goes_on(case)
    record = EarlyHelpRefusal(
        area_id=case.area_id, case=case, refused_on=refused.refused_on, why=refused.why, reassured=refused.reassured,
        other_ways=refused.other_ways, without_help=refused.without_help, decision=refused.decision,
        decision_label=label, reasons=refused.reasons, recorded_at=now, recorded_by=by,
    )  # fmt: skip
    check(record, exclude=("entry",))
    record.entry = kinds.EARLY_HELP_REFUSED.record(
        case, on=refused.refused_on, by=by, now=now, decided=refused.decision, outcome=label, practitioner=by.name,
        why=refused.why, reasons=refused.reasons, ends_episode=ends,
    )  # fmt: skip
    keep(record)
    filled = {
        key
        for key, words in (
            ("why", refused.why),
            ("reassured", refused.reassured),
            ("other-ways", refused.other_ways),
        )
        if words
    }
    record_shortfall(record.entry, RULE, expected_but_absent(RULE, filled, refused.refused_on))
    if ends:
        end_plan_for(
            case, entry=record.entry, ended_on=refused.refused_on, by=by, now=now, outcome=Outcome.AGREEMENT_WITHDRAWN,
            reasons="The family agrees to early help no longer.",
        )  # fmt: skip
        close(case, refused.refused_on, NOT_AGREED)
    refresh(case)
    return record
