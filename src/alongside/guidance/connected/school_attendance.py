"""Attendance guidance of 2024, where it meets a child with a social worker.

Working Together says only that attendance under 90 per cent is persistent absence.

Not encoded: the rest of attendance practice, which is schools'.
"""

from __future__ import annotations

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Force, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import ATTENDANCE_GUIDANCE_2024

ABSENCE_TOLD = Timescale(
    id="school.absence-told",
    title="Tell the social worker of an unexplained absence",
    force=Force.SHOULD,
    runs_from="the unexplained absence of a child who has a social worker",
    until="the social worker, and any youth offending team worker, has been told",
    within=Dated(Provision(ATTENDANCE_GUIDANCE_2024.at("pupils with a social worker"), NoNumber("promptly"))),
    responsible="the school",
)
