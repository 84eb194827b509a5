"""What a certificate of disposal says, as the audit vouches for it; and which entries it explains.

A certificate is a ``DisposalLine`` that was destroyed, with its ``Disposal``. The audit's row of the act holds its
digest, so that a certificate which was changed, added or removed shows, and so does an entry that none explains.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.apps import apps

from alongside.audit.actions import Action
from alongside.audit.chain import key, moment, text
from alongside.audit.models import Row
from alongside.audit.removing import was_removed
from alongside.audit.verifying import Problem

DESTROYED = "record-destroyed"


def digest(line: Any) -> str:
    """SHA-256, in hexadecimal, of everything a certificate says of one record."""
    signed = line.disposal
    said = [
        key(line.id), key(line.disposal_id), line.reference_digest, line.rule, line.force, line.because, line.source,
        line.kept_until.isoformat(), line.outcome, moment(line.done_at) if line.done_at else "", line.counts,
        line.entries, key(signed.first_by_id), moment(signed.first_at), key(signed.second_by_id),
        moment(signed.second_at), signed.not_before.isoformat(),
    ]  # fmt: skip
    return hashlib.sha256(text(said).encode()).hexdigest()


class Certificates:
    """Every certificate that is as the audit says. problems: what is wrong with the others."""

    def __init__(self) -> None:
        self.entries: set[tuple[UUID | None, str]] = set()
        self.problems = list(self._look())

    def explains(self, child: UUID | None, entry: str) -> bool:
        """Whether an entry with this digest, about this child, was destroyed under a certificate."""
        return (child, entry) in self.entries

    def _look(self) -> Iterator[Problem]:
        lines = apps.get_model("retention.DisposalLine")._default_manager.filter(outcome="destroyed")
        by_key = {key(line.pk): line for line in lines.select_related("disposal")}
        for row in Row.objects.filter(action=Action.ERASE).order_by("pk").iterator():
            if row.more.get("what") != DESTROYED:
                continue
            line = by_key.pop(str(row.more["line"]), None)
            if line is None:
                yield _problem("the certificate of this disposal is gone", row)
            elif digest(line) != row.more["sha256"]:
                yield _problem("the certificate of this disposal is not as it was written", row)
            else:
                self.entries |= {(row.about, entry) for entry in line.entries}
        for line in by_key.values():
            if line.done_at and was_removed(Action.ERASE, line.disposal.area_id, line.done_at):
                continue
            yield Problem(
                f"the certificate {line.pk} was put in without a disposal", key(line.disposal.area_id), -1, 0
            )


def _problem(what: str, row: Row) -> Problem:
    return Problem(what, row.area.hex, row.lane, row.number, moment(row.at))
