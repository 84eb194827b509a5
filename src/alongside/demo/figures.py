"""National figures by which the demonstration borough is made, so that it looks like a real authority.

From “Children in need, reporting year 2024”, Department for Education, accredited official statistics:
shares for England in the year ending 31 March 2024, re-arranged.
Contains public sector information licensed under the Open Government Licence v3.0.
"""

from __future__ import annotations

from random import Random
from typing import TypeVar

T = TypeVar("T")
Shares = tuple[tuple[T, float], ...]

#: Who refers, by the sector of the agency ("" stands for someone who is no practitioner).
REFERRERS: Shares[str] = (
    ("police", 28.5), ("education", 22.0), ("health", 14.7), ("childrens-social-care", 14.1),
    ("", 9.6), ("probation", 4.4), ("voluntary", 4.2), ("housing", 1.2),
)  # fmt: skip

#: Referrals by month, in thousands: fewer in school holidays.
MONTHS: Shares[int] = (
    (4, 43), (5, 56), (6, 59), (7, 52), (8, 44), (9, 54), (10, 56), (11, 56), (12, 45), (1, 55), (2, 51), (3, 52),
)  # fmt: skip

#: What a referral comes to: of 1,000, 63 end in no further action, 303 are assessed and not in need.
OUTCOMES: Shares[str] = (
    ("no-further-action", 6.3), ("assessed-not-in-need", 30.3), ("in-need", 27.3), ("section-47", 36.1),
)  # fmt: skip

#: Of section 47 enquiries, the share that goes to an initial conference, and of those the share with a plan.
ENQUIRIES_TO_CONFERENCE = 116 / 361
CONFERENCES_WITH_A_PLAN = 0.86

#: Working days an assessment takes, with the heap before 45.
ASSESSMENT_DAYS: Shares[tuple[int, int]] = (
    ((0, 0), 1.5), ((1, 10), 11.4), ((11, 20), 17.3), ((21, 30), 16.0), ((31, 40), 20.2), ((41, 45), 18.1),
    ((46, 50), 6.0), ((51, 60), 4.6), ((61, 75), 5.0),
)  # fmt: skip

#: Working days from the start of enquiries to the initial conference.
CONFERENCE_DAYS: Shares[tuple[int, int]] = (
    ((5, 10), 9.4),
    ((11, 15), 70.3),
    ((16, 20), 8.7),
    ((21, 30), 11.6),
)

#: Months a child protection plan lasts.
PLAN_MONTHS: Shares[tuple[int, int]] = (
    ((2, 3), 16.3),
    ((4, 6), 11.7),
    ((7, 12), 43.3),
    ((13, 24), 24.9),
    ((25, 30), 3.8),
)

CATEGORIES: Shares[str] = (
    ("neglect", 49.8), ("emotional-abuse", 37.3), ("physical-abuse", 7.7), ("sexual-abuse", 3.5), ("multiple", 1.7),
)  # fmt: skip

#: Age in years at the referral; -1 stands for a child who is not born.
AGES: Shares[tuple[int, int]] = (
    ((-1, -1), 1.7), ((0, 0), 4.0), ((1, 4), 14.1), ((5, 9), 21.3), ((10, 15), 32.2), ((16, 17), 26.7),
)  # fmt: skip

SEXES: Shares[str] = (("M", 55.7), ("F", 44.1), ("U", 0.2))

#: Share of plans open three months or more whose reviews were in time.
REVIEWS_IN_TIME = 0.898

#: Children in one family who are referred together.
FAMILY_SIZES: Shares[int] = ((1, 55), (2, 27), (3, 13), (4, 5))


def pick(chance: Random, shares: Shares[T]) -> T:
    """One of these, each as likely as its share."""
    return chance.choices([value for value, _ in shares], [share for _, share in shares])[0]


def within(chance: Random, band: tuple[int, int]) -> int:
    """A whole number in a band, its ends among them."""
    return chance.randint(*band)
