"""Working Together, chapter 3: what every practitioner is trained in (2023 paragraph 123).

Training across agencies is the delegated partners' (``delegated-partners.training``). More is asked of some: safeguarding
leads in schools (``education.levels-of-need``), health staff (``health.competence``), police who investigate
(``policing.trained``), whoever leads for a family (``authority.lead-supervised``).

Not encoded: how often, how long, by whom: the text says none of it. The 2018 edition's own list, which nobody has read.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading
from alongside.guidance.sources import across, said

FIVE_SUBJECTS = Content(
    id="training.five-subjects",
    title="Five things every practitioner is trained in",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("sharing", "When to share, and what to do so that a child is found and assessed early"),
            Heading("recognising", "Knowing abuse, neglect and exploitation in every form"),
            Heading(
                "domestic-and-sexual-abuse",
                "Domestic and sexual abuse",
                "Controlling or coercive behaviour, and conflict between parents that is frequent, fierce and unsettled.",
            ),
            Heading(
                "new-threats",
                "New threats",
                "Harm online, grooming, sexual and criminal exploitation, radicalisation, and the part technology and "
                "social media play.",
            ),
            Heading("several-needs", "That a child or a family may need several things at once"),
        ),
        wt2023="paragraph 123",
    ),
    notes="The text says that practitioners need this training. Read as a should, since nothing in law stands behind it.",
)

FOR_EVERYBODY = Duty(
    id="training.for-everybody",
    title="Train everybody who may meet a child or a parent, in services for all and for adults too",
    force=Force.SHOULD,
    by=("employers",),
    asks=said(
        "Practitioners of every service are trained in the five subjects: those open to all children, and those for adults "
        "who have children.",
        chapter=3,
        wt2023="paragraph 123",
    ),
    evidence=("who was trained in which of the five, and when",),
)

OF_THE_AREA = Content(
    id="training.of-the-area",
    title="What training says of the area itself",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading("people", "Who lives here, and what they need"),
            Heading("framework", "The framework for practice that is used here"),
            Heading("services", "Which services there are"),
        ),
        chapter=3,
        wt2023="paragraph 123",
    ),
)
