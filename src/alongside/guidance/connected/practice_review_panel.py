"""What the national Panel, the notification service and one partnership say of incidents and rapid reviews.

None of it is statutory, and none of it was read in full: each rule says on whose account it is held. The readings of
when 15 working days begin stand beside the one of Working Together (``rapid-review.submission-from-incident``).

Not encoded: how soon the Panel answers (one page says about ten days and not of which kind); a form for the rapid
review, because suggestions for one are nobody's text.
"""

from __future__ import annotations

from datetime import date

from alongside.guidance.kernel.dated import Dated, Provision
from alongside.guidance.kernel.rules import Content, Duty, Example, Force, Heading, Timescale
from alongside.guidance.kernel.spans import WorkingDays
from alongside.guidance.sources import (
    DEVON_RAPID_REVIEWS,
    NOTIFICATION_SERVICE,
    PANEL_GUIDANCE_2019,
    PANEL_GUIDANCE_2022,
    PANEL_GUIDANCE_2025,
    PANEL_QUESTIONS,
)

NOT_STATUTORY = "Not statutory, and outside Working Together. "

FROM_NOTIFICATION = Timescale(
    id="rapid-review.submission-from-notification",
    title="Send the rapid review to the Panel, counted from the notification",
    force=Force.SHOULD,
    runs_from="the notification being submitted",
    until="the rapid review has been sent to the Panel",
    within=Dated(
        Provision(PANEL_GUIDANCE_2022.at("on rapid reviews (reported)"), WorkingDays(15)),
        Provision(PANEL_GUIDANCE_2025.at("on rapid reviews (reported)"), WorkingDays(15)),
        Provision(PANEL_QUESTIONS.at("on rapid reviews"), WorkingDays(15)),
    ),
    responsible="the three safeguarding partners",
    examples=(
        Example(date(2026, 11, 27), date(2026, 12, 18), "three weeks with no holiday in them"),
        Example(
            date(2026, 12, 21),
            date(2027, 1, 14),
            "Christmas, its substitute day and New Year are not counted",
        ),
    ),
    notes=NOT_STATUTORY
    + "The sources conflict about the start: the Panel's answers, and partnerships in Cambridgeshire "
    "and Peterborough, London and Devon, count from the notification; Working Together 2023, page 144, from the "
    "incident (rapid-review.submission-from-incident); older practice from awareness.",
)

FROM_AWARENESS = Timescale(
    id="rapid-review.submission-from-awareness",
    title="Send the rapid review to the Panel, counted from the authority's awareness",
    force=Force.SHOULD,
    runs_from="the local authority becoming aware of the incident",
    until="the rapid review has been sent to the Panel",
    within=Dated(
        Provision(PANEL_GUIDANCE_2019.at("on time limits of rapid reviews (reported)"), WorkingDays(15))
    ),
    responsible="the three safeguarding partners",
    examples=(Example(date(2019, 6, 3), date(2019, 6, 24), "three weeks with no holiday in them"),),
    notes=NOT_STATUTORY
    + "Older practice, held on what was reported of it; that the Panel's first guidance is its source "
    "is from knowledge of the field and not verified. One of three readings of when the 15 days begin.",
)

NEEDS_NOTIFICATION = Duty(
    id="rapid-review.needs-notification",
    title="No rapid review without a notification, and none left out after one",
    force=Force.SHOULD,
    by=("safeguarding-partners",),
    asks=Dated(
        Provision(
            PANEL_QUESTIONS.at("on rapid reviews"),
            "Notify before a rapid review is held. After a notification hold one, unless it turns out that the criteria "
            "were not met.",
        )
    ),
    trigger="a notification",
    notes=NOT_STATUTORY + "From the Panel's answers alone.",
)

WHOSE_AREA = Duty(
    id="rapid-review.whose-area",
    title="The area where it happened notifies and leads the rapid review",
    force=Force.SHOULD,
    by=("local-authority", "safeguarding-partners"),
    asks=Dated(
        Provision(
            PANEL_QUESTIONS.at("on which authority is responsible"),
            "Where the child lives elsewhere, the area of the incident notifies and leads, working with the child's home "
            "area.",
        )
    ),
    trigger="an incident in another area than the child's home",
    notes=NOT_STATUTORY + "From the Panel's answers alone.",
)

ANALYSIS = Content(
    id="rapid-review.analysis",
    title="What the Panel's guidance adds to a rapid review",
    force=Force.SHOULD,
    sets_out=Dated(
        *(
            Provision(
                source.at("on rapid reviews (as restated locally)"),
                (
                    Heading("involvement", "What agencies did, and the key moments of practice analysed"),
                    Heading("context", "The family's life", "Racism and other inequality are part of it."),
                ),
            )
            for source in (PANEL_GUIDANCE_2022, PANEL_GUIDANCE_2025)
        )
    ),
    notes=NOT_STATUTORY + "As two local accounts restate it; the Panel's text was not read.",
)

LOOKED_AFTER_DAYS = Timescale(
    id="incident.looked-after-death-days",
    title="Tell of a looked after child's death through the notification service",
    force=Force.SHOULD,
    runs_from="the local authority becoming aware of the death",
    until="the form is submitted",
    within=Dated(Provision(NOTIFICATION_SERVICE.at("on looked after children"), WorkingDays(5))),
    responsible="the local authority",
    examples=(Example(date(2026, 11, 23), date(2026, 11, 30), "a week with no holiday in it"),),
    notes=NOT_STATUTORY
    + "The number is the service page's alone; the duty (incident.looked-after-death) has none.",
)

REACHES = Content(
    id="incident.notification-reaches",
    title="Whom one notification reaches",
    force=Force.SHOULD,
    sets_out=Dated(
        Provision(
            NOTIFICATION_SERVICE.at("on who receives a notification"),
            (
                Heading("panel", "The Panel", "By the notification itself."),
                Heading("department", "The Department for Education", "The service passes it on."),
                Heading("ofsted", "Ofsted", "The service passes it on."),
                Heading("partners", "The local safeguarding partners", "The authority tells them itself."),
                Heading("elsewhere", "The partners of the home area of a child placed here", "Told too."),
            ),
        )
    ),
    notes=NOT_STATUTORY + "Held on one account. Nobody has to write to Ofsted apart from this.",
)

RECORD = Content(
    id="incident.notification-record",
    title="What the notification form asks",
    force=Force.SHOULD,
    sets_out=Dated(
        Provision(
            NOTIFICATION_SERVICE.at("on what the form asks"),
            (
                Heading("notifier", "Who notifies, in which role, and how to reach them"),
                Heading("authority", "The local authority"),
                Heading("kind", "Death, serious harm or other"),
                Heading("category", "Child, looked after child or care leaver"),
                Heading("when-and-where", "When and where it happened, and whether outside England"),
                Heading(
                    "aware", "The day the authority became aware", "From here the five working days run."
                ),
                Heading(
                    "children",
                    "Each child",
                    "Up to four in fields, others in words: identity, ethnicity, disability, health, legal status, "
                    "school or placement.",
                ),
                Heading("harm", "What harm was done, and what abuse"),
                Heading("suspected", "How a suspected person is related to the child"),
                Heading("agencies", "Agencies involved"),
                Heading("family", "Family and siblings"),
                Heading("summary", "What happened"),
                Heading("safety", "What was done at once to keep children safe"),
                Heading("others", "Police, coroner and press"),
            ),
        )
    ),
    notes=NOT_STATUTORY
    + "Held on one account. One notification for an incident, however many children. The form forgets "
    "what is typed after 20 minutes without use: prepare it beforehand.",
)

DEVON = Content(
    id="rapid-review.devon-steps",
    title="How one partnership uses its 15 working days (Devon)",
    force=Force.LOCAL,
    sets_out=Dated(
        Provision(
            DEVON_RAPID_REVIEWS.at("steps"),
            (
                Heading("day-1", "Working day 1", "The notification is passed on, and templates go out."),
                Heading(
                    "days-2-10", "Working days 2 to 10", "Agencies send their summaries; a group reads them."
                ),
                Heading("day-14", "Working day 14", "Executives meet."),
                Heading("day-15", "Working day 15", "It is sent to the Panel."),
            ),
        )
    ),
    notes="One area's own page, and nobody else's rule. It starts the five days of the notification at the incident, which "
    "is not what Working Together says.",
)
