"""From one edition and one body to the next: what old cases were under, and until when.

Local boards made way for safeguarding partners, serious case reviews for practice reviews, and boards' child death
reviews for child death review partners, between 29 June 2018 and 29 September 2019. A clock that ended says so from
the day after its last possible start: what began before is still counted as it was.

What each edition changed is in ``changes``; chapter numbers of each edition are in ``editions``.

Not encoded: the four criteria of a notifiable incident of 2015, of which two are known here; how long the relaxations
of 2020 lasted; when areas are to follow the 2026 edition, which no account of it says.
"""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Definition, Duty, Example, Force, Timescale
from alongside.guidance.kernel.spans import Months, NoNumber, Span, WeeksBefore, WorkingDays
from alongside.guidance.sources import (
    CHILD_MORTALITY_DATABASE,
    CORNWALL_REVIEWS,
    HEALTH_AND_CARE_ACT_2022,
    LOCAL_BOARD_REGULATIONS_2006,
    PANEL_RELAXATION_2020,
    REVIEWS_BEGAN,
    TRANSITIONAL_GUIDANCE_2018,
    WT2015,
    WT2018,
)

T = TypeVar("T")

PARTNERS = "the three safeguarding partners"
BOARD = "the local safeguarding children board"
BOARDS_ENDED = date(2019, 9, 30)
REPORTED = "As one account of the transitional guidance has it; the text was not read. "
FROM_MEMORY = "For old cases only, and from knowledge of the field: the 2015 text was not read and no account confirms it. "


def _while_boards_stood(value: T, ended: T, place: str = "on the move to partners") -> Dated[T]:
    """What the transitional guidance said, and that it ended with the last board."""
    return Dated(
        Provision(TRANSITIONAL_GUIDANCE_2018.at(place, begins=REVIEWS_BEGAN), value),
        Provision(
            TRANSITIONAL_GUIDANCE_2018.at("the end of the transition", begins=BOARDS_ENDED), ended, over=True
        ),
    )


def _clock(span: Span, place: str = "on the move to partners") -> Dated[Span]:
    return _while_boards_stood(span, NoNumber("ended with the transition on 29 September 2019"), place)


def _of_2015(span: Span, place: str = "chapter 4") -> Dated[Span]:
    """A clock of serious case reviews: the 2015 edition's until the last board was gone."""
    return Dated(
        Provision(WT2015.at(place), span),
        Provision(
            TRANSITIONAL_GUIDANCE_2018.at("the end of the transition", begins=BOARDS_ENDED),
            NoNumber("ended with serious case reviews: see local-review"),
            over=True,
        ),
    )


def _became(was: str, now: str, *, then: str, place: str) -> Dated[str]:
    """What something was in the 2015 edition, and what 2018 put in its place."""
    return Dated(Provision(WT2015.at(then), was), Provision(WT2018.at(place), now, over=True))


# The window.

WINDOW = Definition(
    id="transition.window",
    title="The move from local boards to safeguarding partners",
    force=Force.SHOULD,
    means=_while_boards_stood(
        "From 29 June 2018 to 29 September 2019. Each area moved on a day of its own within it.",
        "Over since 29 September 2019: every area has safeguarding partners and child death review partners.",
    ),
    notes="Two or more accounts agree on the days. Which rules an old case was under depends on the day its own area moved.",
)

PUBLISH = Timescale(
    id="transition.publish",
    title="Publish the new arrangements, for child death reviews too",
    force=Force.SHOULD,
    runs_from="29 June 2018, when the law on partners began",
    until="the arrangements are published",
    within=_clock(Months(12)),
    responsible=f"{PARTNERS}, and the child death review partners",
    examples=(Example(date(2018, 6, 29), date(2019, 6, 29), "29 June 2019 at the latest, in every area"),),
    notes="Two or more accounts agree. Regulations set the days; they were not read.",
)

IMPLEMENT = Timescale(
    id="transition.implement",
    title="Begin the new arrangements once they are published",
    force=Force.SHOULD,
    runs_from="their publication",
    until="they begin",
    within=_clock(Months(3)),
    responsible=PARTNERS,
    examples=(
        Example(date(2019, 6, 29), date(2019, 9, 29), "the last day of all, after the last day to publish"),
        Example(date(2018, 11, 30), date(2019, 2, 28), "February has no 30th"),
    ),
    notes="Two or more accounts agree. 29 September 2019 was the last day in every area.",
)

GRACE_REVIEWS = Timescale(
    id="transition.serious-case-reviews",
    title="Finish serious case reviews that were under way",
    force=Force.SHOULD,
    runs_from="the area's new arrangements beginning",
    until="the board's serious case reviews are complete and published",
    within=_clock(Months(12), "on the time left for reviews"),
    responsible=BOARD,
    examples=(Example(date(2019, 9, 29), date(2020, 9, 29), "the last day of all"),),
    notes=REPORTED + "29 September 2020, the last day anywhere, is worked out from it.",
)

GRACE_DEATHS = Timescale(
    id="transition.child-death-reviews",
    title="Finish child death reviews that were under way",
    force=Force.SHOULD,
    runs_from="the area's new arrangements beginning",
    until="the board's child death reviews are complete",
    within=_clock(Months(4), "on the time left for reviews"),
    responsible=BOARD,
    examples=(Example(date(2019, 9, 29), date(2020, 1, 29), "the last day of all"),),
    notes=REPORTED + "29 January 2020, the last day anywhere, is worked out from it.",
)

BOARD_TOLD = Duty(
    id="transition.board-told",
    title="Tell the board of each notification to the Panel",
    force=Force.SHOULD,
    by=("local-authority",),
    asks=_while_boards_stood(
        "While the area still has a board, tell it whenever the Panel is notified of an incident.",
        "Ended with the last board: the safeguarding partners are told.",
    ),
    trigger="a notification to the Panel",
    expected=True,
    notes=REPORTED.strip(),
)

RAPID_REVIEW_FIRST = Duty(
    id="transition.rapid-review-first",
    title="Hold a rapid review before commissioning a serious case review",
    force=Force.MUST,
    by=("local-boards",),
    asks=_while_boards_stood(
        "While the area still has a board, it holds a rapid review before it commissions a serious case review.",
        "Ended with the last board: the safeguarding partners hold rapid reviews.",
    ),
    trigger="a serious incident in an area that still has a board",
    own_words=True,
    notes=REPORTED.strip(),
)

BOARD_STAYS = Duty(
    id="transition.board-stays",
    title="Carry on as the statutory board until partners take over",
    force=Force.SHOULD,
    by=("local-boards",),
    asks=_while_boards_stood(
        "Until the area's new arrangements begin, the board keeps its functions.",
        "Ended: no area has a board under the law of that time.",
    ),
    expected=True,
    notes=REPORTED.strip(),
)

# Serious case reviews.

NOTIFIABLE_INCIDENT = Timescale(
    id="transition.notifiable-incident",
    title="Report a notifiable incident to Ofsted and the board",
    force=Force.SHOULD,
    runs_from="the local authority becoming aware of the incident",
    until="Ofsted and the board have the report",
    within=Dated(
        Provision(WT2015.at("chapter 4"), WorkingDays(5)),
        Provision(
            WT2018.at("chapter 4"),
            NoNumber("ended: the Panel is notified (incident.notification)"),
            over=True,
        ),
    ),
    responsible="the local authority",
    examples=(Example(date(2017, 12, 22), date(2018, 1, 3), "Christmas and New Year are not counted"),),
    notes="As one account has it. Among its four criteria were the death of a looked after child, and a death in a "
    "regulated setting, which 2018 dropped.",
)

SERIOUS_CASE_REVIEW = Definition(
    id="transition.serious-case-review",
    title="A serious case review",
    force=Force.MUST,
    means=_became(
        "A review the board had to hold where abuse or neglect was known or suspected and a child died, or was "
        "seriously harmed with cause for concern about how bodies worked together; and for every death in custody or in "
        "detention.",
        "Gone. A rapid review comes first; whether a local or national child safeguarding practice review follows is "
        "for the partners or the Panel to decide, and criteria alone do not oblige them.",
        then="chapter 4",
        place="chapter 4",
    ),
    law=(LOCAL_BOARD_REGULATIONS_2006.at("regulation 5"),),
    notes="Two or more accounts agree. Reviews already begun went on: transition.serious-case-reviews.",
)

REVIEW_DECISION = Timescale(
    id="transition.review-decision",
    title="Decide whether to hold a serious case review",
    force=Force.SHOULD,
    runs_from="the incident being notified to the board",
    until="the board's chair has decided",
    within=_of_2015(Months(1)),
    responsible="the chair of the local safeguarding children board",
    examples=(Example(date(2016, 1, 31), date(2016, 2, 29), "normally within a month"),),
    notes=FROM_MEMORY.strip(),
)

REVIEW_COMPLETION = Timescale(
    id="transition.review-completion",
    title="Complete a serious case review",
    force=Force.SHOULD,
    runs_from="the decision to hold it",
    until="it is complete",
    within=_of_2015(Months(6)),
    responsible=BOARD,
    examples=(Example(date(2017, 3, 31), date(2017, 9, 30), "September has no 31st"),),
    notes=FROM_MEMORY.strip(),
)

REVIEW_ADVANCE_COPY = Timescale(
    id="transition.review-advance-copy",
    title="Send a serious case review on before it is published",
    force=Force.SHOULD,
    runs_from="the day of publication",
    until="it has been sent",
    within=_of_2015(WeeksBefore(1)),
    responsible=BOARD,
    examples=(Example(date(2017, 5, 8), date(2017, 5, 1), "a week before"),),
    notes=FROM_MEMORY.strip(),
)

REVIEW_PUBLIC_FOR = Timescale(
    id="transition.review-public-for",
    title="Keep a serious case review on the website",
    force=Force.SHOULD,
    runs_from="its publication",
    until="the first day on which it may be taken down",
    within=_of_2015(Months(12)),
    responsible=BOARD,
    examples=(Example(date(2017, 5, 8), date(2018, 5, 8), "a year at least"),),
    notes=FROM_MEMORY + "The shortest time: it may stay longer.",
)

# Bodies and words.

LOCAL_BOARD = Definition(
    id="transition.local-board",
    title="The local safeguarding children board",
    force=Force.MUST,
    means=_became(
        "A statutory board with an independent chair, with functions set by regulations.",
        "Gone. Three safeguarding partners share the responsibility equally, with relevant agencies that they choose.",
        then="chapter 3",
        place="chapter 3",
    ),
    law=(LOCAL_BOARD_REGULATIONS_2006.at("the whole"),),
    notes="Two or more accounts agree. The board of an area stayed until that area's partners took over.",
)

INDEPENDENT_VOICE = Definition(
    id="transition.independent-voice",
    title="From an independent chair to independent scrutiny",
    force=Force.SHOULD,
    means=_became(
        "The board had an independent chair.",
        "Independent scrutiny, as each area designs it. A chair from outside is possible and no longer required.",
        then="chapter 3",
        place="chapter 3",
    ),
)

NATIONAL_PANEL = Definition(
    id="transition.national-panel",
    title="From a panel of experts to the national Panel",
    force=Force.SHOULD,
    means=_became(
        "A national panel of independent experts advised boards on serious case reviews.",
        "The Child Safeguarding Practice Review Panel, a statutory body since 29 June 2018, hears of every serious "
        "incident and may review cases itself.",
        then="chapter 4",
        place="chapter 4",
    ),
)

LEARNING_FRAMEWORK = Definition(
    id="transition.learning-framework",
    title="The learning and improvement framework",
    force=Force.SHOULD,
    means=_became(
        "Boards kept a framework for learning and improvement.",
        "Not required any more: learning shows in reviews and yearly reports.",
        then="chapter 4",
        place="chapter 4",
    ),
    notes="As one account has it.",
)

YEARLY_REPORT = Definition(
    id="transition.yearly-report",
    title="From the chair's annual report to the partners' yearly report",
    force=Force.SHOULD,
    means=_became(
        "The board's chair reported every year.",
        "The safeguarding partners report at least once in every twelve months.",
        then="chapter 3",
        place="chapter 3",
    ),
    notes="People use both names for it.",
)

CHILD_DEATH_BODY = Definition(
    id="transition.child-death-body",
    title="Who answers for child death reviews",
    force=Force.SHOULD,
    means=_became(
        "The local safeguarding children board, with its child death overview panel.",
        "Child death review partners: the local authority and the health commissioner of the area. The police are not "
        "one of them.",
        then="chapter 5",
        place="chapter 5",
    ),
)

RAPID_RESPONSE = Definition(
    id="transition.rapid-response",
    title="From the rapid response to the joint agency response",
    force=Force.SHOULD,
    means=_became(
        "An unexpected death called for a rapid response.",
        "Listed triggers call for a joint agency response: child-death.joint-response-triggers.",
        then="chapter 5",
        place="chapter 5",
    ),
    notes="Not to be taken for a rapid review, which is of serious incidents.",
)

PREVENTABLE = Definition(
    id="transition.preventable",
    title="From preventable deaths to modifiable factors",
    force=Force.SHOULD,
    means=_became(
        "Panels asked whether a death could have been prevented.",
        "Panels look for factors that can be changed: child-death.modifiable-factor.",
        then="chapter 5",
        place="chapter 5",
    ),
)

PRACTITIONER = Definition(
    id="transition.practitioner",
    title="From professionals to practitioners",
    force=Force.SHOULD,
    means=_became(
        "The text spoke of professionals, and of a lead professional.",
        "It speaks of practitioners, and of a lead practitioner.",
        then="throughout",
        place="throughout",
    ),
)

HEALTH_PARTNER = Definition(
    id="transition.health-partner",
    title="The health partner",
    force=Force.MUST,
    means=Dated(
        Provision(WT2018.at("chapters 3 and 5"), "The clinical commissioning groups of the area."),
        Provision(
            HEALTH_AND_CARE_ACT_2022.at("on integrated care boards", begins=date(2022, 7, 1)),
            "The integrated care boards of the area: they took the groups' place on 1 July 2022.",
        ),
    ),
    law=(HEALTH_AND_CARE_ACT_2022.at("on integrated care boards", begins=date(2022, 7, 1)),),
    notes="The 2018 text kept the old name until 2023.",
)

DEATH_RETURN = Definition(
    id="transition.death-return",
    title="Where figures on child deaths went before the national database",
    force=Force.SHOULD,
    means=Dated(
        Provision(
            CHILD_MORTALITY_DATABASE.at("on the change of returns", begins=date(2017, 4, 1)),
            "In the return LSCB1, to NHS Digital, for deaths from 1 April 2017 to 31 March 2019.",
        ),
        Provision(
            CHILD_MORTALITY_DATABASE.at("on the change of returns"),
            "To the National Child Mortality Database.",
            over=True,
        ),
    ),
    notes="As one account has it.",
)

FORM_LETTERS = Definition(
    id="transition.form-letters",
    title="Forms A, B and C",
    force=Force.SHOULD,
    means=Dated(
        Provision(
            WT2015.at("chapter 5"),
            "A, B and C were the forms of notification, of agencies' reports and of analysis.",
        ),
        Provision(
            CHILD_MORTALITY_DATABASE.at("on its forms"),
            "The letters were dropped on 1 April 2019: see child-death.form-names.",
            over=True,
        ),
    ),
    notes="As one account has it; the letters are still in use.",
)

PANDEMIC = Definition(
    id="transition.pandemic",
    title="What was relaxed in the spring of 2020",
    force=Force.SHOULD,
    means=Dated(
        Provision(
            PANEL_RELAXATION_2020.at("the whole"),
            "From the end of March 2020 less was expected of rapid reviews within 15 working days, of sending reports "
            "ahead, and of publishing within six months. The five days of the notification stood as before.",
        )
    ),
    notes="As one partnership reported it on 30 March 2020. When it ended is not established: ask before an old case is "
    "called late.",
)

ARRANGEMENTS_OF_2023 = Duty(
    id="transition.arrangements-of-2023",
    title="Move to arrangements under the 2023 edition",
    force=Force.SHOULD,
    by=("safeguarding-partners",),
    asks=Dated(
        Provision(
            CORNWALL_REVIEWS.at("on the 2023 edition"),
            "Have arrangements under the 2023 edition in place by December 2024.",
        )
    ),
    expected=True,
    notes="Outside the text: local pages say so, and agree with each other. Working Together itself names no day, and for "
    "2026 none is known.",
)
