"""Asking every operation of the interface all kinds of things, and looking at what comes back.

The description says what may be asked and answered; schemathesis makes the requests from it, good
ones and bad ones. A report says how many there were, and what was wrong with which.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import schemathesis
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis import GenerationMode
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.specs.openapi import checks

from alongside.config.wsgi import application
from tests.api.conftest import System

#: What has to hold of every answer. That good data is always taken is not among them: a day may be in the
#: future, an area another's, and a schema cannot say so.
CHECKS = [
    schemathesis.checks.not_a_server_error,
    checks.status_code_conformance,
    checks.content_type_conformance,
    checks.response_headers_conformance,
    checks.response_schema_conformance,
    checks.negative_data_rejection,
]


@dataclass
class Report:
    """How many requests were made, to which operations, with which answers, and what was wrong."""

    cases: int = 0
    operations: set[str] = field(default_factory=set)
    statuses: dict[int, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)

    def __iadd__(self, other: Report) -> Report:
        self.cases += other.cases
        self.operations |= other.operations
        self.wrong += other.wrong
        for status, number in other.statuses.items():
            self.statuses[status] = self.statuses.get(status, 0) + number
        return self


def described() -> Any:
    """The interface, as its own description has it."""
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", application)


def operations(only: Iterable[str] = ()) -> Iterator[Any]:
    """Every operation of the description, or those with these names."""
    wanted = set(only)
    for found in described().get_all_operations():
        operation = found.ok()
        if not wanted or operation.definition.raw["operationId"] in wanted:
            yield operation


def walk(
    system: System, known: dict[str, list[str]], hidden: Iterable[str], *, each: int, only: Iterable[str] = ()
) -> Report:
    """Ask each operation ``each`` times with good data, and as often with bad.

    known: values that mean something, by the name of what holds them; half the good requests use them.
    hidden: words that stand only in records this system may not see.
    """
    report, secrets = Report(), tuple(hidden)
    with _one_connection():
        for operation in operations(only):
            report.operations.add(operation.label)
            for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
                _ask(operation, mode, system, known, secrets, each, report)
    return report


@contextmanager
def _one_connection() -> Iterator[None]:
    """A server gives its connection back after each request; a test's records live as long as its own does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


def _ask(
    operation: Any, mode: Any, system: System, known: dict[str, list[str]], hidden: tuple[str, ...], each: int,
    report: Report,
) -> None:  # fmt: skip
    names = [one.name for one in operation.path_parameters if one.name in known]
    values = st.fixed_dictionaries({name: st.sampled_from(known[name]) for name in names})

    @settings(
        max_examples=each, derandomize=True, database=None, deadline=None, phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=operation.as_strategy(generation_mode=mode), place=values, use=st.booleans())
    def ask(case: Any, place: dict[str, str], use: bool) -> None:
        case.headers = {**(case.headers or {}), "Authorization": f"Bearer {system.token}"}
        if use and mode is GenerationMode.POSITIVE:
            case.path_parameters = {**(case.path_parameters or {}), **place}
            if isinstance(case.body, dict):
                case.body = case.body | {name: known[name][0] for name in case.body.keys() & known.keys()}
        response = case.call()
        report.cases += 1
        report.statuses[response.status_code] = report.statuses.get(response.status_code, 0) + 1
        report.wrong += [f"{operation.label}: {one}" for one in _faults(case, response, hidden)]

    try:
        ask()
    except Exception as trouble:
        if (
            type(trouble).__name__ != "Unsatisfiable"
        ):  # Nothing bad can be sent to an operation that takes nothing.
            raise


def _faults(case: Any, response: Any, hidden: tuple[str, ...]) -> Iterator[str]:
    body = response.content.decode(errors="replace")
    headers = " ".join(str(value) for value in response.headers.values())
    for secret in hidden:
        if secret in body or secret in headers:
            yield f"shows {secret}"
    try:
        case.validate_response(response, checks=CHECKS)
    except (Failure, FailureGroup) as failures:
        for failure in getattr(failures, "exceptions", (failures,)):
            yield f"{failure.title} ({response.status_code}): {str(failure.message)[:300]}"
