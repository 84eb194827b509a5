"""Working Together, chapter 3: particular groups of children (2023 paragraphs 187-210).

Young carers, parent carers, trafficked children, custody, prison and mother and baby units.
The duties the Acts themselves lay down are in ``legislation``.

Not encoded: harm outside the home (paragraphs 194-199), which the assessment covers; same-day
replies to probation, which areas are asked to explore.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Force, Timescale
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
