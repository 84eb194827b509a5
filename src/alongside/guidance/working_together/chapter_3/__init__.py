"""Working Together, chapter 3: providing help, support and protection.

The modules follow the chapter of the 2023 edition; the 2018 edition had the same matter in
its chapter 1. Every figure here is a *should*: no limit in this chapter is a *must*, and none
pauses. ``covered/WT2023-chapter-3.toml`` lists each paragraph, and says why where nothing is encoded.
"""

IN_ORDER = (
    "threshold_document",
    "early_help",
    "early_help_system",
    "training",
    "local_protocol",
    "practice_roles",
    "family_help",
    "referral",
    "assessment_framework",
    "assessment",
    "other_groups",
    "outside_home",
    "return_home",
    "immediate_protection",
    "strategy_discussion",
    "enquiry",
    "conference",
    "plan",
    "review",
    "ending",
    "pre_proceedings",
    "disagreement",
    "practice_standards",
    "for_partners",
    "for_the_authority",
)
