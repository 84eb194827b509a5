"""Who is told of a serious incident, by whom and by when (2023 paragraphs 330-335, page 144).

The Act obliges an authority to tell the Panel; the five working days are the guidance's, which says *should*. Both
are kept, each with its own force: the duty is ``incident.notify`` in ``legislation.children_act_2004_reviews``.

Not encoded: a target or a ranking of how many notifications an area makes, because paragraph 333 forbids reading them
as performance.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.rules import Duty, Example, Force, Pathway, Step, Timescale
from alongside.guidance.kernel.spans import WorkingDays
from alongside.guidance.working_together.chapter_5 import since_2018, since_2023

WHO_IS_TOLD = Pathway(
    id="incident.who-is-told",
    title="What has happened, and who is told of it",
    force=Force.SHOULD,
    outcomes=since_2023(
        (
            Step(
                "in-the-area",
                "A child dies or is seriously harmed in the area; abuse or neglect is known or suspected",
                ("incident.notify", "incident.notification", "rapid-review.promptly"),
            ),
            Step(
                "outside-england",
                "The same outside England, to a child who normally lives in the area",
                ("incident.notify", "incident.notification", "rapid-review.promptly"),
            ),
            Step(
                "looked-after-suspected",
                "A looked after child dies; abuse or neglect is suspected",
                (
                    "incident.notify",
                    "incident.notification",
                    "incident.looked-after-death",
                    "rapid-review.promptly",
                ),
            ),
            Step(
                "looked-after",
                "A looked after child dies; abuse or neglect is not suspected",
                ("incident.looked-after-death",),
                "No rapid review is needed; the partners may review it.",
            ),
            Step(
                "care-leaver",
                "A care leaver of 18 to 24 dies",
                ("incident.care-leaver-death",),
                "No rapid review is needed; the partners may hold a local review.",
            ),
            Step(
                "young-care-leaver",
                "A care leaver under 18 dies",
                ("incident.care-leaver-death", "incident.care-leaver-criteria"),
                "A rapid review if the criteria are met.",
            ),
            Step(
                "suicide",
                "A child dies by suicide; abuse or neglect is a factor",
                ("incident.suicide", "incident.notification", "rapid-review.promptly"),
            ),
            Step(
                "perpetrator",
                "It is about somebody who caused harm",
                ("incident.suicide",),
                "The category for others.",
            ),
            Step(
                "another-body",
                "Somebody other than the authority learns of it",
                ("incident.tell-partners",),
                "The partners, and not the Panel.",
            ),
        ),
        "paragraphs 330-332 and 334-335",
    ),
    notes="Several may hold at once. Whether harm is serious, and abuse or neglect suspected, is for people to decide.",
)

NOTIFICATION = Timescale(
    id="incident.notification",
    title="Notify the Panel of a serious incident",
    force=Force.SHOULD,
    runs_from="the local authority becoming aware of the incident",
    until="the notification is submitted online to the Panel",
    within=since_2018(WorkingDays(5), "paragraph 330 and page 144"),
    responsible="the local authority in whose area it happened, for the three partners",
    examples=(
        Example(date(2026, 11, 20), date(2026, 11, 27), "aware on a Friday: Monday is day 1"),
        Example(date(2026, 12, 23), date(2027, 1, 4), "three days of Christmas and New Year are not counted"),
        Example(date(2018, 8, 24), date(2018, 9, 3), "the same in 2018, over the August bank holiday"),
    ),
    notes="To notify is a duty in law; the five days are the guidance's should. It runs from awareness: some local pages "
    "start it at the incident, which is not what the text says. What is not yet known is no reason to wait. One "
    "notification can also reach the Department for Education and Ofsted: the service passes it on.",
)

AGREE = Duty(
    id="incident.agree",
    title="Agree together what is notified",
    force=Force.SHOULD,
    by=("safeguarding-partners",),
    asks=since_2023(
        "All three partners agree which incidents are notified, and settle a disagreement by their own dispute "
        "procedure. How many are notified is no measure of performance.",
        "paragraphs 330 and 333",
    ),
    trigger="an incident that may have to be notified",
    evidence=("each partner's view", "a dissent, where there is one"),
    notes="The duty in law stays with the local authority: it can notify without the others' agreement.",
)

LOOKED_AFTER_DEATH = Duty(
    id="incident.looked-after-death",
    title="Tell the Secretary of State and Ofsted of a looked after child's death",
    force=Force.MUST,
    by=("local-authority",),
    asks=since_2018(
        "Tell both whenever a child it looks after dies, whether or not abuse or neglect is suspected.",
        "paragraph 331",
    ),
    trigger="the death of a looked after child",
    evidence=("the receipt from the service",),
    own_words=True,
    notes="The text sets no number of days here and names no law. Where abuse or neglect is not suspected the Panel does "
    "not consider it and no rapid review is needed; the partners may still review it.",
)

CARE_LEAVER_DEATH = Duty(
    id="incident.care-leaver-death",
    title="Tell the Secretary of State and Ofsted of a care leaver's death, up to and with age 24",
    force=Force.SHOULD,
    by=("local-authority",),
    asks=since_2023(
        "Tell both of the death of a care leaver who had not reached 25. No rapid review follows from it alone; the "
        "partners may hold a local review.",
        "paragraph 332",
    ),
    trigger="learning of the death of a care leaver",
    evidence=("the notification", "when and how the authority learned of it"),
    notes="New in 2023, and not compulsory. No number of days is set: an authority may learn of it late or never.",
)

YOUNG_CARE_LEAVER = Duty(
    id="incident.care-leaver-criteria",
    title="Look at the death of a care leaver under 18 as a possible serious incident",
    force=Force.MUST,
    by=("safeguarding-partners",),
    asks=since_2023(
        "Where the care leaver was still under 18, consider whether the criteria for a serious incident are met.",
        "paragraph 332",
    ),
    trigger="the death of a care leaver of 16 or 17",
    evidence=("the criteria looked at one by one, with reasons",),
    own_words=True,
)

CARE_LEAVER_CONTACT = Duty(
    id="incident.care-leaver-contact",
    title="Keep in touch with care leavers",
    force=Force.MUST,
    by=("local-authority",),
    asks=since_2023(
        "Keep in touch to the age of 21, and do its best to make contact once a year with those of 21 to 24.",
        "paragraph 332, footnote 193",
    ),
    evidence=("a log of contacts, year by year",),
    own_words=True,
    notes="A footnote. For those of 21 to 24 it is an effort that is asked, not a result.",
)

ACCURACY = Duty(
    id="incident.accuracy",
    title="Fill in the notification accurately and under the right category",
    force=Force.SHOULD,
    by=("local-authority",),
    asks=since_2023(
        "Check what is entered: yearly statistics and national learning are made from it.", "paragraph 334"
    ),
    trigger="a notification",
    evidence=("who checked it", "why the category was chosen"),
)

SUICIDE = Duty(
    id="incident.suicide",
    title="Notify a suicide where abuse or neglect played a part",
    force=Force.SHOULD,
    by=("local-authority",),
    asks=since_2023(
        "Notify a child's death by suicide where abuse or neglect is a factor. A notification about somebody who "
        "caused harm goes under the category for others.",
        "paragraph 334",
    ),
    trigger="a child's death by suicide; a notification about a perpetrator",
)

TELL_PARTNERS = Duty(
    id="incident.tell-partners",
    title="Tell the safeguarding partners of a possible serious incident",
    force=Force.SHOULD,
    by=("anyone",),
    asks=since_2023(
        "Whoever has functions for children and learns of an incident that may meet the criteria tells the local "
        "partners, and not the Panel.",
        "paragraph 335",
    ),
    trigger="learning of an incident that may meet the criteria",
    evidence=("the message to the partners",),
    notes="Only the local authority notifies the Panel. A suspicion that arises while a child's death is reviewed goes "
    "to the Panel too: child-death.suspected.",
)
