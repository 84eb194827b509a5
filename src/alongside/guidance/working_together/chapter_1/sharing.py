"""Sharing information (2023 paragraphs 30-33 and pages 21-22).

The duty that came later is in ``legislation.wellbeing_and_schools_act_2026``; what a decision's record
sets out is in ``connected.information_sharing``.

Not encoded: paragraphs 28 and 29, known only together with the rest, and the 2018 edition, whose advice on
sharing was in its chapter 1.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Duty, Force, Heading, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import said

LAWFUL_BASIS = Timescale(
    id="information.lawful-basis",
    title="Identify the lawful basis for sharing personal information",
    force=Force.SHOULD,
    runs_from="considering whether to share",
    until="the lawful basis is identified, and a condition for special category information",
    within=said(NoNumber("before sharing"), chapter=1, wt2023="paragraph 32"),
    responsible="the practitioner who shares",
    notes="Consent is not needed where another basis holds; the safeguarding condition can stand without it.",
)

OPENNESS = Timescale(
    id="information.openness",
    title="Be as open with the family as is safe about what is shared and with whom",
    force=Force.SHOULD,
    runs_from="deciding to share",
    until="the family knows, or why not is recorded",
    within=said(NoNumber("unless it would put somebody at risk"), chapter=1, wt2023="paragraph 33"),
    responsible="the practitioner who shares",
)

MYTHS = Content(
    id="information.myths",
    title="What keeps people from sharing, and need not",
    force=Force.SHOULD,
    sets_out=said(
            (
                Heading(
                    "data-law", "“Data protection law stands in the way”",
                    "It does not forbid sharing to keep a child safe. It asks for a lawful basis and for care.",
                ),
                Heading(
                    "consent", "“I always need consent”",
                    "Not where another lawful basis holds, and for safeguarding one usually does. Asking may "
                    "even put a child at risk.",
                ),
                Heading(
                    "other-agency", "“What one agency gathered cannot go to another”",
                    "It can, where it is lawful and helps the other to protect or support the child.",
                ),
                Heading(
                    "confidentiality", "“Confidentiality or human rights forbid it”",
                    "Both allow what is necessary and in proportion.",
                ),
                Heading(
                    "systems", "“Our systems do not let us”",
                    "Systems are there to be used: agencies already share through them every day.",
                ),
            ),
        chapter=1,
        wt2023="pages 21-22",
    ),
    notes="The 2018 edition held such a list as well; what it said is not encoded.",
)  # fmt: skip

NOT_LEFT_TO_OTHERS = Timescale(
    id="information.not-left-to-others",
    title="Share concerns yourself rather than suppose that somebody else will",
    force=Force.SHOULD,
    runs_from="a concern about a child's safety or welfare",
    until="children's social care, or the police, have it",
    within=said(NoNumber("as soon as there is concern"), chapter=1, wt2023="paragraph 31"),
    responsible="every practitioner",
    notes="Be most alert when a child moves from one area to another. The 2026 edition is reported to expect more of "
    "sharing; the duty by law is information.sharing.",
)

OTHER_AREAS = Duty(
    id="information.other-areas",
    title="Settle how to work with other partnerships where children of several areas are linked",
    force=Force.SHOULD,
    by=("safeguarding-partners",),
    asks=said(
        "Partners decide how relationships are built and how what is in proportion is shared, where several children "
        "are linked to one place or situation, or a child in custody has several authorities.",
        chapter=1,
        wt2023="paragraph 30",
    ),
    trigger="children of several areas linked to one place, group or establishment",
    evidence=("what was agreed with the other partnerships",),
    expected=True,
)

ARRANGEMENTS = Duty(
    id="information.arrangements",
    title="Have arrangements that say how information is shared, inside the organisation and beyond",
    force=Force.SHOULD,
    by=("anyone",),
    asks=said(
        "Every organisation sets out the processes and the principles by which it shares.",
        chapter=1,
        wt2023="paragraph 31",
    ),
    evidence=("the arrangements, and that staff know them",),
)

DATA_PRINCIPLES = Duty(
    id="information.data-protection-principles",
    title="Have due regard to the principles of data protection",
    force=Force.MUST,
    by=("practitioners",),
    asks=said(
        "The principles are kept in mind whenever personal information is shared; they allow sharing that keeps a "
        "child safe.",
        chapter=1,
        wt2023="paragraph 32",
    ),
    trigger="every sharing",
    evidence=("the lawful basis and the condition that were recorded",),
    own_words=True,
    notes="The guidance's own word is mandatory there. The principles are those of data protection law.",
)

IMPACT_ASSESSMENT = Duty(
    id="information.impact-assessment",
    title="Assess the impact on data protection before processing that is likely to be high risk",
    force=Force.MUST,
    by=("anyone",),
    asks=said(
        "Whoever is the controller completes an assessment of the impact.",
        chapter=1,
        wt2023="paragraph 32",
    ),
    trigger="processing that is likely to put people's rights at high risk",
    evidence=("the assessment",),
    own_words=True,
)
