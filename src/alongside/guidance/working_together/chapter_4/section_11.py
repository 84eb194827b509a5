"""Section 11 of the Children Act 2004: who is bound, and the arrangements to have (2023 paragraphs 220-222).

The Act asks for arrangements (``section-11.regard``); the guidance says what they look like, as a *should*. The text sets
no form for an audit, no cycle and no scale. What is given as evidence is a suggestion, not the text's.

Not encoded: the 2018 edition's list of arrangements, which is reported to be much the same and was not read.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.rules import Content, Force, Heading
from alongside.guidance.sources import CHILDREN_ACT_2004, said

SECTION_11 = CHILDREN_ACT_2004.at("section 11(2)", begins=date(2005, 10, 1))

BODIES = Content(
    id="section-11.named-in-guidance",
    title="Bodies the guidance names as bound by section 11",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading(
                "local-authority",
                "Local authorities and district councils",
                "In all they do: services for children and for adults, youth work, public health, housing, licensing, culture, leisure.",
            ),
            Heading(
                "health",
                "Health organisations",
                "NHS England, integrated care boards and trusts; the guidance adds GPs and the independent sector, which "
                "the Act reaches only through those who commission them.",
            ),
            Heading(
                "police",
                "The police",
                "Chief officers, police and crime commissioners, the London mayor's office.",
            ),
            Heading("transport-police", "British Transport Police"),
            Heading("probation", "The Probation Service"),
            Heading("prisons", "Governors and directors of prisons and young offender institutions"),
            Heading("training-centres", "Directors of secure training centres"),
            Heading("youth-offending", "Youth offending teams"),
        ),
        chapter=4,
        wt2023="paragraph 221",
    ),
    notes="The Act's own list is longer: section-11.named-in-act. The 2018 edition named secure colleges besides, and "
    "clinical commissioning groups where integrated care boards stand now.",
)

BASIS = Content(
    id="section-11.basis",
    title="What binds an organisation to have these arrangements",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading("section-11", "Section 11 itself", "Bodies the Act names.", "The law"),
            Heading(
                "contract",
                "A contract with a body under section 11",
                "Services others provide for it: GPs, independent health providers, contracted-out services.",
                "The law",
            ),
            Heading(
                "education-act",
                "The Education Act 2002, sections 157 and 175",
                "Local authorities' education work, maintained schools and colleges, and through standards independent schools.",
                "The law",
            ),
            Heading(
                "school-standards",
                "The Independent School Standards",
                "Academies, free and other independent schools.",
                "The law",
            ),
            Heading("special-schools", "The Non-Maintained Special Schools Regulations", "", "The law"),
            Heading(
                "childcare-act",
                "The Childcare Act 2006, section 40",
                "Providers of early years childcare.",
                "The law",
            ),
            Heading(
                "immigration",
                "The Borders, Citizenship and Immigration Act 2009, section 55",
                "The Home Office.",
                "The law",
            ),
            Heading(
                "homes", "The Children's Homes Regulations 2015", "Registered persons of homes.", "The law"
            ),
            Heading(
                "guidance",
                "The guidance alone",
                "Voluntary, faith and private organisations and sport: a should, unless they are named as relevant agencies.",
                "The guidance alone",
            ),
        ),
        chapter=4,
        wt2023="paragraphs 221, 230, 233, 292, 300, 315 and 316",
    ),
    notes="Gathered from the chapter and the Acts it names, so that an audit can say why it asks somebody.",
)

ARRANGEMENTS = Content(
    id="section-11.arrangements",
    title="Arrangements an organisation has to safeguard children",
    force=Force.SHOULD,
    sets_out=said(
        (
            Heading("accountability", "Who answers for safeguarding is clear, in commissioning and in providing", "A structure chart, clauses in contracts, minutes of the board.", "Leadership"),
            Heading("senior-lead", "Somebody at board level leads on it and is skilled or qualified for it", "The appointment, the role's description, training.", "Leadership"),
            Heading("listening", "Children are listened to, in decisions about them and in shaping services", "What children said and what changed, a plan for taking part.", "Culture"),
            Heading("whistleblowing", "Staff can speak out, and training and codes of conduct say how", "The procedure, what training says of it, a log of concerns raised.", "Culture"),
            Heading("escalation", "There is a way on when a concern is not dealt with, inside or by others", "The policy, a register of concerns taken further and how they ended.", "Culture"),
            Heading("information", "It is settled how information is shared, with practitioners and with the partners", "An agreement, an impact assessment, instructions for staff.", "Working together"),
            Heading("designated-practitioner", "A practitioner is designated for safeguarding (in health providers: named), and the job description says so", "The job description, the name, a deputy.", "People"),
            Heading("time-and-support", "That practitioner has the time, money, supervision and support the role takes", "Hours set aside, a record of supervision.", "People"),
            Heading("safer-recruitment", "People are recruited and work safely, and it is known when a criminal record check is due", "The policy, a central record, an audit of files.", "People"),
            Heading("supervision", "Staff are supervised, supported and trained in safeguarding", "The policy on supervision, who was trained in what and when.", "People"),
            Heading("safe-culture", "Services are safe, treat people equally and protect them", "What surveys, complaints and data on restraint and equality show.", "Culture"),
            Heading("competence", "The employer sees that staff are competent and feel able to raise concerns", "A framework of skills, a staff survey.", "People"),
            Heading("induction", "Everybody new is inducted, with their part in protecting children and the procedures", "How many of those who began have been through it.", "People"),
            Heading("own-practice", "Every practitioner's practice is looked at regularly", "Appraisals, professional development.", "People"),
            Heading("contracted-out", "Services provided under contract have the same regard", "Contract clauses, what providers return.", "Working together"),
            Heading("allegations", "There is a clear policy for allegations against people who work with children", "The policy, with its time limits.", "People"),
        ),
        chapter=4,
        wt2023="paragraph 222",
    ),
    law=(SECTION_11,),
    notes="That arrangements are made is the Act's: section-11.regard. What they look like is the guidance's should. That "
    "services under contract have the same regard is in the Act itself. There is no national form: a partnership chooses "
    "its own audit, scale and cycle. The examples of evidence are this service's.",
)  # fmt: skip
