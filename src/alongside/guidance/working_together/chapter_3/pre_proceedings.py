"""Working Together, chapter 3: pre-proceedings (2023 page 101, flow chart 6).

The text sets no length and points to the court orders guidance of 2014 and Practice Direction
12A. The sixteen weeks often quoted are best practice of the Public Law Working Group: see
``connected``. Legal planning meetings and parents' lawyers are in that guidance, not here.
"""

from __future__ import annotations

from alongside.guidance.kernel.rules import Content, Force, Heading, Judgement, Timescale
from alongside.guidance.kernel.spans import NoNumber
from alongside.guidance.sources import READ_2023, WT2023_JUNE_2025, across

FAMILY_GROUP_OFFER = Timescale(
    id="family-group.offer",
    title="Offer family group decision-making at pre-proceedings",
    force=Force.SHOULD,
    runs_from="the decision to begin pre-proceedings",
    until="the offer has been made",
    within=across(NoNumber("at pre-proceedings"), wt2023="paragraph 185 and page 101"),
    responsible="the local authority",
)

LETTER = Content(
    id="pre-proceedings.letter",
    title="What the letter before proceedings makes clear",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("concerns", "The concerns"),
            Heading("expectations", "What must change"),
            Heading("support", "The support that will be given"),
            Heading("consequences", "What may follow if nothing changes"),
        ),
        wt2023="page 101 and flow chart 6, page 105",
        checked=False,
    ),
    notes="Sent to parents and anyone else with parental responsibility.",
)

LETTER_SENT = Timescale(
    id="pre-proceedings.letter-sent",
    title="Send the letter before proceedings",
    force=Force.SHOULD,
    runs_from="the decision to begin pre-proceedings",
    until="each parent, and each other person with parental responsibility, has been sent it",
    within=across(NoNumber("no number of days is set"), wt2023="page 101 and flow chart 6, page 105"),
    responsible="the local authority",
)

BEGIN = Judgement(
    id="pre-proceedings.begin",
    question="Should pre-proceedings begin?",
    decided_by="the local authority, informed by other agencies",
    must_record=("the decision", "the reasons", "legal advice taken"),
    citation=WT2023_JUNE_2025.at("page 101"),
    checked=READ_2023,
)

FAMILY_GROUP_MEETING = Content(
    id="family-group.meeting",
    title="What makes a family group decision-making meeting a good one",
    force=Force.SHOULD,
    sets_out=across(
        (
            Heading("agreed", "The family takes part freely, knowing what it is"),
            Heading("prepared", "Everybody was prepared"),
            Heading("safe", "The place is safe for everybody"),
            Heading("private-time", "The family has time by itself"),
            Heading("independent", "The co-ordinator is independent"),
        ),
        wt2023="paragraphs 184-185 and page 101",
        checked=False,
    ),
    notes="No one model is prescribed. A family group conference is one.",
)
