"""Every kind of strand there is, by family. To add one, declare it in a module here and name it below."""

from __future__ import annotations

from alongside.strands.kinds.before_court import FAMILY_GROUP, PRE_PROCEEDINGS
from alongside.strands.kinds.carers import KINSHIP_CARE, YOUNG_CARER
from alongside.strands.kinds.coming_home import RETURNED_HOME
from alongside.strands.kinds.custody import (
    MOTHER_AND_BABY_UNIT,
    PARENT_IN_CUSTODY,
    PRISON_ENQUIRY,
    YOUTH_JUSTICE,
)
from alongside.strands.kinds.declaring import (
    OUTCOME,
    REASONS,
    YES_NO,
    Asks,
    Family,
    Question,
    StepKind,
    StrandKind,
)
from alongside.strands.kinds.disability_and_health import (
    COMMUNICATION_NEEDS,
    DISABLED_CHILD,
    IN_HOSPITAL,
    MENTAL_HEALTH_INPATIENT,
    PARENT_CARER,
)
from alongside.strands.kinds.disagreement import DISAGREEMENT
from alongside.strands.kinds.exploitation import ASYLUM_SEEKING, FGM, NATIONAL_REFERRAL, OUTSIDE_HOME
from alongside.strands.kinds.missing import MISSING_EPISODE
from alongside.strands.kinds.practice_standards import PRACTICE_STANDARDS
from alongside.strands.kinds.private_fostering import PRIVATE_FOSTERING
from alongside.strands.kinds.schooling import NOT_IN_SCHOOL
from alongside.strands.kinds.unborn import UNBORN_CHILD

__all__ = [
    "DISAGREEMENT", "FAMILIES", "FAMILY_GROUP", "KINDS", "OUTCOME", "REASONS", "YES_NO", "Asks", "Family", "Question",
    "StepKind", "StrandKind", "kind",
]  # fmt: skip

FAMILIES: tuple[Family, ...] = (
    Family("Before court, and the family’s own plan", (PRE_PROCEEDINGS, FAMILY_GROUP)),
    Family("Missing, exploited or harmed outside the home", (
        MISSING_EPISODE, OUTSIDE_HOME, NATIONAL_REFERRAL, ASYLUM_SEEKING, FGM,
    )),
    Family("Cared for by others, and coming home", (PRIVATE_FOSTERING, KINSHIP_CARE, RETURNED_HOME)),
    Family("Disability, health, and before birth", (
        DISABLED_CHILD, PARENT_CARER, COMMUNICATION_NEEDS, IN_HOSPITAL, MENTAL_HEALTH_INPATIENT, UNBORN_CHILD,
    )),
    Family("Caring for others, and school", (YOUNG_CARER, NOT_IN_SCHOOL)),
    Family("Prison, probation and youth justice", (
        YOUTH_JUSTICE, PARENT_IN_CUSTODY, MOTHER_AND_BABY_UNIT, PRISON_ENQUIRY,
    )),
    Family("Looking back at the work", (PRACTICE_STANDARDS,)),
    Family("Between agencies", (DISAGREEMENT,)),
)  # fmt: skip

KINDS: dict[str, StrandKind] = {one.id: one for family in FAMILIES for one in family.kinds}


def kind(id: str) -> StrandKind:
    """The declaration with this id. Raises LookupError, naming what to do, where there is none."""
    try:
        return KINDS[id]
    except KeyError:
        raise LookupError(f"No strand is called {id}. Declare it in alongside/strands/kinds.") from None
