"""Working Together, chapter 3: who answers for practice in an authority, whoever leads (2023 paragraphs 144-145, 158-159).

Who may decide what on one case is in ``assessment`` and ``referral``.

Not encoded: what else the paragraphs tell of each role, which describes it.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading
from alongside.guidance.sources import across

ROLES = Content(
    id="authority.practice-roles",
    title="Three roles that hold up practice in an authority",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading(
                "practice-leader",
                "Practice leader: sees that the whole system works from day to day",
                "A qualified social worker, often an assistant director.",
            ),
            Heading(
                "principal-social-worker",
                "Principal social worker: looks after support for practitioners, quality and strategy",
            ),
            Heading(
                "practice-supervisor",
                "Practice supervisor: supervises what is decided for children",
                "An experienced social worker.",
            ),
        ),
        wt2023="paragraphs 144-145",
    ),
    notes="The text describes the roles and sets nothing about how many there are.",
)

SUPERVISED = Duty(
    id="authority.lead-supervised",
    title="Supervise every lead practitioner well, and see that they go on learning",
    force=Force.SHOULD,
    by=("employers",),
    asks=across(
        "Every lead practitioner, of whichever agency, has supervision of high quality and professional development from "
        "their own line of management.",
        wt2023="paragraph 158",
    ),
    trigger="a practitioner becoming lead",
    evidence=("who supervises each lead practitioner", "dates of supervision", "what was learned"),
    notes="The text sets no interval.",
)

RESPONSIBLE = Duty(
    id="authority.responsible-throughout",
    title="Remain responsible for help under section 17, whoever leads",
    force=Force.SHOULD,
    expected=True,
    by=("local-authority",),
    asks=across(
        "Where a practitioner of another agency leads, the authority still answers for help to the child in need.",
        wt2023="paragraph 159",
    ),
    trigger="a lead practitioner who is not the authority's",
    evidence=("the authority's oversight of cases led by others",),
    notes="Told as how things stand rather than asked.",
)
