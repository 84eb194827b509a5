"""Working Together, chapter 3: particular groups of children (2023 paragraphs 187-210).

The groups a local protocol covers, disabled children, harm outside the home, trafficked children, custody,
prison and mother and baby units. The duties the Acts themselves lay down are in ``legislation``.

Places and groups in which children are harmed are in ``outside_home``; what councils do beside their cases, such as
answers to probation, in ``for_the_authority``. Not encoded: kinds of harm and practice that the text describes.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Definition, Force, Heading, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import across

TRAFFICKING_REFERRAL = Timescale(
    id="trafficking.referral",
    title="Refer a child who may have been trafficked to the national referral mechanism",
    force=Force.SHOULD,
    runs_from="the signs being seen",
    until="a first responder has made the referral",
    within=across(NoNumber("as soon as possible"), wt2023="paragraphs 200-201"),
    responsible="a first responder: the local authority, the police and others",
    notes="The child's consent is not needed. The guardian service is told at the same time where it "
    "operates.",
)

REMAND_VISIT = Timescale(
    id="custody.remand-visit",
    title="Visit and assess a child on remand before deciding support",
    force=Force.SHOULD,
    runs_from="the child being remanded",
    until="the child has been visited and assessed",
    within=across(NoNumber("before support is decided"), wt2023="paragraph 203"),
    responsible="the local authority looking after the child",
    notes="In a secure establishment the authority of the area it stands in is responsible for the "
    "child's safety.",
)

MOTHER_AND_BABY = Timescale(
    id="mother-and-baby-unit.assessment-request",
    title="Ask the mother's home authority for an assessment before a place on the unit",
    force=Force.MUST,
    runs_from="the application for a place",
    until="the home authority has been asked, with information about the unit",
    within=across(NoNumber("at the earliest opportunity"), wt2023="paragraphs 204 and 272-274"),
    responsible="the prison",
    notes="The guidance's own mandatory wording. The authority of the prison's area safeguards the "
    "child once placed.",
)

PRISON_ENQUIRY = Timescale(
    id="prison.enquiry-reply",
    title="Answer a prison's safeguarding enquiry about a newly sentenced prisoner",
    force=Force.SHOULD,
    runs_from="the prison's enquiry",
    until="children's social care has replied with any concern about the prisoner or contact",
    within=across(NoNumber("no number of days is set"), wt2023="paragraphs 206-209"),
    responsible="children's social care",
    notes="A prison's enquiry is not a section 47 enquiry.",
)

PROTOCOL_GROUPS = Content(
    id="assessment.protocol-groups",
    title="Children whom the local protocol for assessment says how to assess",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("young-carers", "Young carers"),
            Heading(
                "disabled",
                "Children with special educational needs or disabilities, and their plans for education, health and care",
            ),
            Heading("unborn", "Unborn children, where there are concerns"),
            Heading("in-hospital", "Children in hospital"),
            Heading("mental-health-inpatients", "Children in mental health hospitals"),
            Heading("communication", "Children with specific communication needs"),
            Heading("asylum-seeking", "Children who seek asylum"),
            Heading("outside-home", "Children exploited, or harmed outside the home"),
            Heading("fgm", "Children at risk of female genital mutilation"),
            Heading("youth-justice", "Children in the youth justice system"),
            Heading("parent-in-custody", "Children with a parent in custody"),
            Heading("kinship-care", "Children in kinship care"),
            Heading("returning-home", "Children who come home from care"),
        ),
        wt2023="paragraph 142",
    ),
    notes="The list is open: an area may name more. What the protocol says is the area's own.",
)

DISABLED_CHILD = Content(
    id="assessment.disabled-child",
    title="What the assessment of a disabled child looks at besides",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("strengths", "Strengths, and what helps the family to go on caring"),
            Heading("communication", "How the child communicates, and what support that needs"),
            Heading("advocacy", "Whether the child is to have an advocate"),
            Heading("services", "What services are necessary"),
            Heading("parent-carer", "Whether parents were offered an assessment of their own"),
        ),
        wt2023="paragraphs 187-191",
        checked=False,
    ),
    notes="A designated social care officer is encouraged of areas, not asked of them: disabled-child.social-care-officer.",
)

OUTSIDE_HOME = Content(
    id="assessment.outside-home",
    title="What is set out about harm outside the home",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("nature", "What the harm is, for each concern and each place"),
            Heading("duration", "How long it has gone on"),
            Heading("place", "Where it happens, online too"),
            Heading("level", "How great the risk is there, as people judge it"),
            Heading("strengths", "The child's strengths and identity"),
            Heading("vulnerabilities", "What makes the child vulnerable, and past trauma"),
            Heading("family-and-peers", "How family and peers play into each other"),
            Heading("partners", "Parents and the network as partners in keeping the child safe"),
            Heading("siblings", "Brothers and sisters, and whether they are at risk"),
        ),
        wt2023="paragraphs 163 and 196",
        checked=False,
    ),
    notes="Section 17, section 47 and conferences reach it all (paragraph 212), also where parents protect the child.",
)

RESPONSIBLE_IN_CUSTODY = Definition(
    id="custody.responsible-authority",
    title="Who is responsible for a child in a secure establishment",
    force=Force.SHOULD,
    means=across(
        "The authority in whose area the establishment stands is responsible for the child's safety and "
        "welfare in all cases. It works with the home authority, the youth offending team and the establishment "
        "on one plan.",
        wt2023="paragraph 202",
    ),
)

UNIT_ASSESSMENT = Content(
    id="mother-and-baby-unit.assessment",
    title="What the home authority's assessment for a mother and baby unit looks at",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("suitability", "Whether the unit suits the child, and the risks"),
            Heading("development", "What the unit would do to the child's development"),
            Heading("contact", "Contact with family outside"),
            Heading("alternatives", "Who else could care for the child, family and friends too"),
        ),
        wt2023="paragraphs 204-205",
    ),
    notes="The lead practitioner attends the board that decides. The mother keeps parental responsibility.",
)
