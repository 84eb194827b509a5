"""What can be written in the audit, and how long each kind of row is kept.

The audit says who looked, searched, sent out and did; what they saw or wrote stays in the record.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Action(StrEnum):
    """One kind of thing that the audit tells of."""

    READ = "read"
    LIST = "list"
    SEARCH = "search"
    PRINT = "print"
    EXPORT = "export"
    DOWNLOAD = "download"
    SIGN_IN = "sign-in"
    SIGN_IN_REFUSED = "sign-in-refused"
    SIGN_OUT = "sign-out"
    CREDENTIAL = "credential"
    PERMISSION = "permission"
    BREAK_GLASS = "break-glass"
    ACT = "act"
    CHANGE = "change"
    SHARE = "share"
    MERGE = "merge"
    ERASE = "erase"
    API = "api"

    @property
    def words(self) -> str:
        """What it was, for a reader."""
        return TOLD[self].words

    @property
    def kept_years(self) -> int:
        """For how many years a row of this kind is kept. ``kept_because`` says why."""
        return TOLD[self].kept.years

    @property
    def kept_because(self) -> str:
        return TOLD[self].kept.because


@dataclass(frozen=True, slots=True)
class Kept:
    """For how long, and why."""

    years: int
    because: str


@dataclass(frozen=True, slots=True)
class Told:
    """How one action is told of, and how long."""

    words: str
    kept: Kept


WITH_THE_RECORD = Kept(
    75,
    "It proves who did what with a child's record, so it is kept as long as the longest of those records: "
    "until the 75th birthday of a child who was looked after (Care Planning, Placement and Case Review "
    "(England) Regulations 2010, regulation 50).",
)
WHO_LOOKED = Kept(
    7,
    "Somebody who believes their record was looked at wrongly has six years to bring a claim (Limitation "
    "Act 1980, section 2); a year more lets the claim be answered.",
)
USE_OF_THE_SERVICE = Kept(
    2, "Misuse of an account shows within two audits of the service, and nothing later depends on it."
)

TOLD: dict[Action, Told] = {
    Action.READ: Told("Opened", WHO_LOOKED),
    Action.LIST: Told("Opened a list", USE_OF_THE_SERVICE),
    Action.SEARCH: Told("Searched", WHO_LOOKED),
    Action.PRINT: Told("Printed", WHO_LOOKED),
    Action.EXPORT: Told("Took out", WITH_THE_RECORD),
    Action.DOWNLOAD: Told("Downloaded a document", WHO_LOOKED),
    Action.SIGN_IN: Told("Signed in", USE_OF_THE_SERVICE),
    Action.SIGN_IN_REFUSED: Told("Was refused when signing in", USE_OF_THE_SERVICE),
    Action.SIGN_OUT: Told("Signed out", USE_OF_THE_SERVICE),
    Action.CREDENTIAL: Told("Changed how they sign in", USE_OF_THE_SERVICE),
    Action.PERMISSION: Told("Changed who may do what", WITH_THE_RECORD),
    Action.BREAK_GLASS: Told("Opened in an emergency", WITH_THE_RECORD),
    Action.ACT: Told("Recorded", WITH_THE_RECORD),
    Action.CHANGE: Told("Changed", WITH_THE_RECORD),
    Action.SHARE: Told("Shared", WITH_THE_RECORD),
    Action.MERGE: Told("Joined or parted two records", WITH_THE_RECORD),
    Action.ERASE: Told("Erased", WITH_THE_RECORD),
    Action.API: Told("Asked through the interface for systems", WHO_LOOKED),
}
