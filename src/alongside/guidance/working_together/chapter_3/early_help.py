"""Working Together, chapter 3: offering early help (2023 paragraphs 120, 124 and 131-133; 2018 page 14).

Not encoded: how many signs would be enough, because no text says so: they are things to be alert to, and never
counted. The list of the 2026 edition has not been seen.
"""

from __future__ import annotations

from alongside.guidance import standing
from alongside.guidance.kernel.rules import Content, Force, Heading, Membership, Pathway, Step
from alongside.guidance.sources import across, changed

_DISABLED = Heading("disabled", "Is disabled")
_SEN = Heading("special-educational-needs", "Has special educational needs, with or without a plan for them")
_CARER = Heading("young-carer", "Cares for somebody at home")
_MISSING = Heading("missing", "Often goes missing from home or from care")
_CIRCUMSTANCES = Heading(
    "family-circumstances",
    "Lives with drug or alcohol use, mental ill health or domestic abuse in the family",
)
_SUBSTANCE = Heading("own-substance-use", "Uses drugs or alcohol in a way that harms them")
_CARE = Heading("returned-from-care", "Has come home from care")
_FOSTERED = Heading("privately-fostered", "Is privately fostered")

INDICATORS = Content(
    id="early-help.indicators",
    title="Signs that a child and family may gain from early help",
    force=Force.SHOULD,
    sets_out=changed(
        was=(
            Heading("disabled", "Is disabled and has specific additional needs"),
            _SEN,
            _CARER,
            Heading("crime", "Seems to be pulled towards crime or anti-social behaviour, gangs included"),
            _MISSING,
            Heading("exploitation", "Is at risk of modern slavery, trafficking or exploitation"),
            Heading("radicalised", "Is at risk of being radicalised or exploited"),
            _CIRCUMSTANCES,
            _SUBSTANCE,
            _CARE,
            _FOSTERED,
        ),
        wt2018="page 14",
        now=(
            _DISABLED,
            _SEN,
            _CARER,
            Heading("bereaved", "Is bereaved"),
            Heading(
                "crime",
                "Seems to be pulled towards crime or anti-social behaviour: gangs, county lines, serious "
                "violence, knives",
            ),
            _MISSING,
            Heading(
                "exploitation", "Is at risk of modern slavery, trafficking, sexual or criminal exploitation"
            ),
            Heading("radicalised", "Is at risk of being radicalised"),
            Heading("online", "Looks at harmful things, or makes harmful relationships, online"),
            _CIRCUMSTANCES,
            _SUBSTANCE,
            Heading("mental-ill-health", "Has mental ill health"),
            _CARE,
            _FOSTERED,
            Heading("parent-in-custody", "Has a parent or carer in prison"),
            Heading("missing-education", "Misses education: often absent, or not there full time"),
            Heading("excluded", "Has been suspended several times, or is or may be permanently excluded"),
        ),
        wt2023="paragraph 124",
    ),
    notes="Things to be alert to. They are not a threshold: a family may be helped without any, and no number "
    "of them decides anything.",
)

LEAD = Membership(
    id="authority.early-help-lead",
    title="Who leads early help",
    force=Force.SHOULD,
    at_least=across((standing.PRACTITIONER,), wt2018="page 13", wt2023="paragraph 120"),
    notes="A practitioner of any agency. The child and family have a say in who it is.",
)

ASKED = Content(
    id="early-help.asking",
    title="What is recorded when a family is asked whether it wants early help",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("child", "The child's own answer"),
            Heading("parents", "The answer of a parent or carer"),
            Heading("told", "That they were told what is recorded, what is shared, and why"),
        ),
        wt2023="paragraphs 118, 131 and 133",
        checked=False,
    ),
    notes="Gathered from the duties; the text has no such list. Agreeing to help is one thing, agreeing to "
    "information being shared another.",
)

REFUSAL = Content(
    id="early-help.refusal",
    title="What is done when a family does not agree to early help",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("why", "Why the family does not agree"),
            Heading("reassured", "What they were told to reassure them: it is voluntary, and what it offers"),
            Heading("other-ways", "Other ways of helping, such as what is there for everybody"),
        ),
        wt2023="paragraph 133",
    ),
    notes="Not having taken up help before is never held against a family.",
)

AFTER_REFUSAL = Pathway(
    id="early-help.after-refusal",
    title="What may follow when a family does not agree to early help",
    force=Force.SHOULD,
    outcomes=across(
        (
            Step("universal", "What is there for everybody; help can be taken up later"),
            Step(
                "refer",
                "Refer: the child may be in need",
                ("referral.decision",),
                "Tell the family that help under section 17 is by agreement too.",
            ),
            Step(
                "refer-at-once",
                "Refer at once: significant harm is suspected",
                ("referral.decision", "child-protection.strategy-discussion"),
                "No agreement is needed.",
            ),
        ),
        wt2023="paragraph 133",
    ),
)

REVIEW_OUTCOME = Pathway(
    id="early-help.review-outcome",
    title="What may follow a review of early help",
    force=Force.SHOULD,
    outcomes=across(
        (
            Step("continue", "Early help continues", ("early-help.plan-review",)),
            Step("step-up", "Refer to children's social care", ("referral.decision",)),
            Step("close", "End early help with the family"),
        ),
        wt2023="paragraphs 119, 131 and 136",
        checked=False,
    ),
    notes="Derived from the duty to review; the text has no such list.",
)
