"""The words of records that come from a return: what it says, and where it does not say."""

from __future__ import annotations

from alongside.plans.models import Category
from alongside.referrals.models import Referral

from .. import codes

NO_REASONS = "The census return gives no reasons."
NOT_SAID = "The census return does not say."
#: Said of what happened on a day the return does not give.
BY_THEN = "The census return gives no day; it had happened by this one."
THE_AUTHORITY = "The local authority"

CATEGORIES: dict[str, str] = {
    "NEG": Category.NEGLECT,
    "PHY": Category.PHYSICAL,
    "SAB": Category.SEXUAL,
    "EMO": Category.EMOTIONAL,
    "MUL": Category.MULTIPLE,
}

#: Reasons for closure by the keys that closing a case uses, and those it has no key for.
CLOSURES: dict[str, str] = {
    "RC1": "adopted",
    "RC2": "died",
    "RC3": "child-arrangements-order",
    "RC4": "special-guardianship-order",
    "RC5": "transferred",
    "RC6": "adult-services",
    "RC7": "services-ended",
    "RC8": "no-further-action",
    "RC9": "early-help",
}

_FAMILY, _PUBLIC = ("1A", "1C"), ("1B", "1D")
_ANONYMOUS, _NOT_KNOWN = "9", "10"


def referrer_kind(source: str) -> str:
    """Who referred, as a referral's own choices have it; "" where the return says it is not known."""
    if source in _FAMILY:
        return Referral.Referrer.FAMILY
    if source in _PUBLIC:
        return Referral.Referrer.PUBLIC
    if source == _ANONYMOUS:
        return Referral.Referrer.ANONYMOUS
    return "" if source == _NOT_KNOWN else Referral.Referrer.PRACTITIONER


def referrer_name(source: str) -> str:
    """What stands for a name the return does not have; "" for someone who gave none."""
    return "" if source == _ANONYMOUS else "Somebody the census return does not name"


def source_label(source: str) -> str:
    """The source in words, as part of a sentence."""
    label = codes.REFERRAL_SOURCE.label(source)
    return label[0].lower() + label[1:]


def closure_label(reason: str) -> str:
    """The reason for closure in words, as part of a sentence."""
    label = codes.CLOSURE_REASON.label(reason)
    return label[0].lower() + label[1:]
