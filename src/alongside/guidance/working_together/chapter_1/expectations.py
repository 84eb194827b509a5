"""What is expected of leaders, managers and practitioners: five principles at three levels (2023 paragraphs 19-27).

They concern everyone who protects children, whoever employs them. Each area settles which post belongs to which level,
and the text gives examples of each that are not meant to be complete.

Not encoded: the examples of posts, beyond the few that notes name; the 2018 edition, which had no such list.
"""

from __future__ import annotations

from alongside.guidance.kernel.dated import Dated
from alongside.guidance.kernel.rules import Content, Duty, Force, Heading
from alongside.guidance.sources import said

COLLABORATE, LEARN, RESOURCE, INCLUDE, CHALLENGE = (
    "Collaborate",
    "Learn",
    "Resource",
    "Include",
    "Challenge one another",
)
OF_THE_TEXT = (
    "Expected by the guidance, not by an Act. Which posts belong to this level is for each area to settle. "
)


def _level(place: str, *statements: Heading) -> Dated[tuple[Heading, ...]]:
    return said(statements, chapter=1, wt2023=f"paragraph {place}")


LEADERS = Content(
    id="expectation.leaders",
    title="What is expected of strategic leaders",
    force=Force.SHOULD,
    sets_out=_level(
        "25",
        Heading("collaborate", "Leaders hold one vision for children and families, and the same goals, across services",
                "For example a strategy that every organisation has adopted and its people can describe.", COLLABORATE),
        Heading("learn", "Leaders use what local practice shows, to know what helps and what does not",
                "For example decisions that rest on audits and on what direct practice found here.", LEARN),
        Heading("resource", "Leaders want much for children, choose priorities together and share the means for them",
                "For example joint priorities, each with the money and the people set aside for it.", RESOURCE),
        Heading("include", "Leaders make a culture in which diversity is understood and working together is valued",
                "For example what was learned about whom services reach and whom they miss, and what followed.", INCLUDE),
        Heading("challenge", "Leaders answer to one another and to their teams, and hold both to account",
                "For example a challenge that somebody raised, and what was changed because of it.", CHALLENGE),
    ),
    notes=OF_THE_TEXT + "Among them: chief executives of councils, integrated care boards, trusts and multi-academy "
    "trusts, chief constables, and police and crime commissioners.",
)  # fmt: skip

MANAGERS = Content(
    id="expectation.managers",
    title="What is expected of senior and middle managers",
    force=Force.SHOULD,
    sets_out=_level(
        "26",
        Heading("collaborate", "Managers see that decisions rest on a shared way of practising, open discussion and "
                "everyone's information", "For example decisions that show whose information was weighed, and how.",
                COLLABORATE),
        Heading("learn", "Managers keep time for learning with peers, joint audit, group supervision and observation",
                "For example a calendar of these that is kept when work is busy.", LEARN),
        Heading("resource", "Managers bring expertise from several agencies together, so that help meets the whole need",
                "For example plans in which specialists of other agencies have a part.", RESOURCE),
        Heading("include", "Managers help their people to notice discrimination, disparity and stereotypes, and to "
                "face them", "For example supervision that asks about them, and what was done.", INCLUDE),
        Heading("challenge", "Managers invite challenge that builds, and protect independent judgement where a group "
                "agrees too quickly", "For example a decision that changed, or a dissent that was written down.",
                CHALLENGE),
    ),
    notes=OF_THE_TEXT + "Among them: directors and heads of service, designated and named health professionals, "
    "superintendents and inspectors, head teachers, designated safeguarding leads and nursery managers.",
)  # fmt: skip

PRACTITIONERS = Content(
    id="expectation.practitioners",
    title="What is expected of practitioners in direct work",
    force=Force.SHOULD,
    sets_out=_level(
        "27",
        Heading("collaborate", "Practitioners share what they know, so that the child's days are understood, the "
                "child's voice leads and the right support is found",
                "For example a record of one day in the child's life put together by several agencies.", COLLABORATE),
        Heading("learn", "Practitioners learn together from the best evidence of each field, and look back often at how "
                "the child develops", "For example joint reflection on what changed for this child.", LEARN),
        Heading("resource", "Practitioners build relationships across agencies that can carry support and protection",
                "For example knowing by name whom to call, and calling.", RESOURCE),
        Heading("include", "Practitioners tell hardship apart from abuse and neglect, and answer each with confidence",
                "For example an assessment that says which is which, and why.", INCLUDE),
        Heading("challenge", "Practitioners question assumptions, their own first, and settle differences with respect",
                "For example a difference that was named, talked through and recorded.", CHALLENGE),
    ),
    notes=OF_THE_TEXT + "Among them: social workers, health visitors, constables, teachers and voluntary workers.",
)  # fmt: skip

LEVELS = Duty(
    id="expectation.levels",
    title="Settle which posts lead, manage and practise, so that everyone knows what is expected of them",
    force=Force.SHOULD,
    by=("safeguarding-partners",),
    asks=said(
        "Posts in every agency belong to one of three levels, and the area itself settles which.",
        chapter=1,
        wt2023="paragraph 24",
    ),
    evidence=("a list of local posts at each level",),
    expected=True,
)
