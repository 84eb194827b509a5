"""Working Together, chapter 3: the assessment framework (2023 paragraph 148 and figure 1, page 57).

Three domains, with the headings under each. The 2023 edition added contexts outside the
family, and reads wider family as the family network.

Not encoded: how the framework is weighed, which is analysis.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import (
    Content,
    Force,
    Heading,
)
from alongside.guidance.sources import changed

CHILD = "The child's developmental needs"

PARENTING = "Capacity of parents and carers"

ENVIRONMENT = "Family and environment"

CHILDS_NEEDS = (
    Heading("health", "Health", group=CHILD),
    Heading("education", "Education", group=CHILD),
    Heading("emotional-and-behavioural-development", "Emotional and behavioural development", group=CHILD),
    Heading("identity", "Identity", group=CHILD),
    Heading("family-and-social-relationships", "Family and social relationships", group=CHILD),
    Heading("social-presentation", "Social presentation", group=CHILD),
    Heading("self-care-skills", "Self-care skills", group=CHILD),
)

CAPACITY = (
    Heading("basic-care", "Basic care", group=PARENTING),
    Heading("ensuring-safety", "Ensuring safety", group=PARENTING),
    Heading("emotional-warmth", "Emotional warmth", group=PARENTING),
    Heading("stimulation", "Stimulation", group=PARENTING),
    Heading("guidance-and-boundaries", "Guidance and boundaries", group=PARENTING),
    Heading("stability", "Stability", group=PARENTING),
)

HISTORY = Heading("family-history-and-functioning", "Family history and functioning", group=ENVIRONMENT)

CIRCUMSTANCES = (
    Heading("housing", "Housing", group=ENVIRONMENT),
    Heading("employment", "Employment", group=ENVIRONMENT),
    Heading("income", "Income", group=ENVIRONMENT),
    Heading("social-integration", "The family's social integration", group=ENVIRONMENT),
    Heading("community-resources", "Community resources", group=ENVIRONMENT),
)

WIDER_FAMILY = Heading("wider-family", "Wider family", group=ENVIRONMENT)

FAMILY_NETWORK = Heading("family-network", "Family network", group=ENVIRONMENT)

EXTRA_FAMILIAL = Heading(
    "extra-familial-contexts",
    "Contexts outside the family",
    "Friends, school, places, gangs or groups, and online.",
    group=ENVIRONMENT,
)

DOMAINS = Content(
    id="assessment.domains",
    title="The three domains of the assessment framework",
    force=Force.SHOULD,
    sets_out=changed(
        was=(*CHILDS_NEEDS, *CAPACITY, HISTORY, WIDER_FAMILY, *CIRCUMSTANCES),
        wt2018="page 30",
        now=(*CHILDS_NEEDS, *CAPACITY, HISTORY, FAMILY_NETWORK, *CIRCUMSTANCES, EXTRA_FAMILIAL),
        wt2023="paragraph 148 and figure 1, page 57",
    ),
    notes="The 2023 text gives the framework as an example of a conceptual model and does not prescribe it.",
)
