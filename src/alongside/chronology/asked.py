"""What is asked of a partner agency, and by when: offered by each app, composed on the agency's own page.

An app that asks agencies for something has a module ``asked`` with a tuple ``ASKED``. All of them are read in one
query, whatever their number, so each gives its rows as facts (``alongside.facts``).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from alongside.agencies.models import Practitioner
from alongside.facts import Fact


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """One row: what is asked, about whom, by when, and the page where it is answered.

    about: the child's name, or empty. on: the day it is wanted by; None where no day was set. why: one sentence.
    """

    what: str
    about: str
    href: str
    button: str
    on: date | None = None
    at: datetime | None = None
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One kind of thing that may be asked.

    rows: for whom asks and the day, the facts of what waits for an answer from their agencies: only about children
    whom they may know of. ``what`` names the list; each fact's own columns are for ``told`` alone.
    """

    what: str
    rows: Callable[[Practitioner, date], QuerySet[Any]]
    told: Callable[[Fact], Ask]
