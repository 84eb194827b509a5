"""A whole return into records, child by child, with what came of each."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from alongside.agencies.models import Area, Practitioner
from alongside.deadlines.calendars import calendar_in_force
from alongside.refusals import Refusal

from ..models import ImportedReturn
from ..problems import Level, Problem
from ..reading import Census, Reading, opened
from ..records import Header
from .area import area_for, import_practitioner
from .child import Conflict, Outcome, load
from .context import Loading

_BLOCK = 1024 * 1024

#: Called after each child with how many are done.
Progress = Callable[[int, "Result"], None]


@dataclass(slots=True)
class Result:
    """What came of a return. ``counts`` are of children; each of them is counted once."""

    header: Header
    area: Area
    area_is_new: bool
    children: int
    dry_run: bool
    counts: Counter[str] = field(default_factory=Counter)
    problems: list[Problem] = field(default_factory=list)

    @property
    def refused(self) -> int:
        """How many children were not loaded, because of an error or a conflict."""
        return self.counts["refused"] + self.counts[Outcome.CONFLICT.value]

    @property
    def has_problems(self) -> bool:
        """Whether there is anything to look at: a child refused, or an error in the return."""
        return bool(self.refused) or any(each.level is Level.ERROR for each in self.problems)


def import_return(
    path: Path,
    *,
    now: datetime,
    area_code: str | None = None,
    asked_by: Practitioner | None = None,
    dry_run: bool = False,
    progress: Progress = lambda done, result: None,
) -> Result:
    """Read the return in a file into records, one transaction for each child.

    now: the moment every record is stamped with. dry_run: do everything, and keep nothing.
    Raises FileRefused for a file that cannot be trusted, Refusal where there is no area for it.
    """
    with opened(path) as census:
        if not dry_run:
            return _import(census, path, now, area_code, asked_by, False, progress)
        with transaction.atomic():
            result = _import(census, path, now, area_code, asked_by, True, progress)
            transaction.set_rollback(True)
            return result


def _import(
    census: Census,
    path: Path,
    now: datetime,
    area_code: str | None,
    asked_by: Practitioner | None,
    dry_run: bool,
    progress: Progress,
) -> Result:
    area, made = area_for(census.header, area_code)
    result = Result(census.header, area, made, census.children_count, dry_run)
    result.problems += census.problems
    _note_other_authority(result)
    loading = Loading(
        area=area, by=import_practitioner(area), now=now, header=census.header, calendar=calendar_in_force()
    )
    imported = ImportedReturn.objects.create(
        area=area, year=census.header.year, serial=census.header.serial or "", file_name=path.name[:255],
        digest=_digest(path), started_at=now, asked_by=asked_by,
    )  # fmt: skip
    for done, reading in enumerate(census.children(), start=1):
        result.problems += reading.problems
        result.counts[_one(loading, imported, reading, result)] += 1
        progress(done, result)
    result.problems += census.problems_of_the_whole()
    imported.finished_at = now
    imported.save(update_fields=("finished_at",))
    return result


def _one(loading: Loading, imported: ImportedReturn, reading: Reading, result: Result) -> str:
    if reading.child is None:
        return "refused"
    try:
        return load(loading, imported, reading.child).value
    except Conflict as conflict:
        what, why, do = "The return and the record differ.", conflict.why, conflict.do
    except Refusal as refusal:
        what, why, do = refusal.what, refusal.why, refusal.do
    except (IntegrityError, ValidationError) as error:
        what, why = "The database refused a record of this child.", f"{error}".splitlines()[0]
        do = "Nothing of the child was kept. Report this with the line of the file."
    result.problems.append(
        Problem(
            level=Level.ERROR,
            child=reading.child_id,
            line=reading.line,
            where="Child",
            what=what,
            why=why,
            do=do,
        )
    )
    return Outcome.CONFLICT.value


def _note_other_authority(result: Result) -> None:
    header, area = result.header, result.area
    if header.authority != area.code:
        result.problems.append(
            Problem(
                level=Level.WARNING, child=None, line=0, where="Header/Source/LEA",
                what="The return is of another authority than the area it goes into.",
                why=f"It is of {header.authority}, and goes into {area.code} {area.name} as you asked.",
                do="Check that this is what you want.", value=header.authority,
            )
        )  # fmt: skip


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            digest.update(block)
    return digest.hexdigest()
