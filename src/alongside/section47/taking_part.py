"""Which of those the guidance names took part, from the agencies that did."""

from __future__ import annotations

from collections.abc import Iterable

from alongside.agencies.models import Agency
from alongside.guidance import standing

Sector = Agency.Sector

#: How the guidance calls each sector. One it does not name stands for itself.
IN_THE_GUIDANCE = {
    Sector.CHILDRENS_SOCIAL_CARE: standing.CHILDRENS_SOCIAL_CARE,
    Sector.HEALTH: standing.HEALTH,
    Sector.POLICE: standing.POLICE,
    Sector.EDUCATION: standing.EDUCATION,
    Sector.EARLY_HELP: standing.EARLY_HELP,
    Sector.YOUTH_JUSTICE: standing.YOUTH_JUSTICE,
    Sector.PROBATION: standing.PROBATION,
    Sector.HOUSING: standing.HOUSING,
    Sector.ADULT_SERVICES: standing.ADULT_SERVICES,
    Sector.NSPCC: standing.NSPCC,
}


def sectors_in_the_guidance(sectors: Iterable[str]) -> frozenset[str]:
    """These sectors in the guidance's words."""
    named = {str(sector): words for sector, words in IN_THE_GUIDANCE.items()}
    return frozenset(named.get(str(sector), str(sector)) for sector in sectors)
