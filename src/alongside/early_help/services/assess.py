"""The early help assessment: each saving is a version, and nothing that was written is ever overwritten."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from alongside.agencies.models import Practitioner
from alongside.chronology import kinds
from alongside.chronology.shortfalls import expected_but_absent, record_shortfall
from alongside.deadlines.projection import refresh
from alongside.early_help.models import EarlyHelpAssessment
from alongside.early_help.services.standing import kept, refuse_day
from alongside.keeping import check, keep
from alongside.people.models import Person
from alongside.refusals import Refusal

RULE = "early-help.assessment"
#: The nine headings of the text, by the field that holds each.
NINE = {
    "agreement": "agreement",
    "practitioners": "practitioners",
    "wishes": "wishes-and-advocacy",
    "contexts": "age-and-contexts",
    "each_member": "each-members-needs",
    "underlying": "presenting-and-underlying",
    "facts": "facts-and-strengths",
    "action": "action",
    "later_use": "later-use",
}


@transaction.atomic
def write_assessment(
    *,
    by: Practitioner,
    child: Person,
    written_on: date,
    words: Mapping[str, str],
    complete: bool,
    now: datetime,
) -> EarlyHelpAssessment:
    """Save the next version. words: by field, those left out are empty. complete: it is finished.

    A finished assessment with nothing under a heading is a shortfall. Raises Refusal for a day that cannot be, or
    where nothing is written. Working Together 2023, paragraphs 131 and 132.
    """
    case = kept(by, child)
    refuse_day(written_on, "written_on", case, now)
    if not any(words.values()):
        raise Refusal(
            "Nothing is written yet.", "Every heading is empty.", "Write under one of them, or come back later.",
            field="agreement",
        )  # fmt: skip
    before = EarlyHelpAssessment.objects.filter(case=case).order_by("-recorded_at", "-id").first()
    version = EarlyHelpAssessment(
        area_id=case.area_id, case=case, written_on=written_on, complete=complete, recorded_at=now, recorded_by=by,
        **words,
    )  # fmt: skip
    check(version, exclude=("entry",))
    did = "finished" if complete else ("began" if before is None else "wrote in")
    version.entry = kinds.EARLY_HELP_ASSESSED.record(
        case, on=written_on, by=by, now=now, practitioner=by.name, did=did, complete=complete
    )
    keep(version)
    if complete:
        filled = {key for field, key in NINE.items() if words.get(field)}
        record_shortfall(version.entry, RULE, expected_but_absent(RULE, filled, written_on))
    refresh(case)
    return version
