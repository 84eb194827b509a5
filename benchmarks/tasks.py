"""What a worker can be asked to do with its database."""

from __future__ import annotations

import random
import re
import resource
import time
from contextlib import suppress
from datetime import date
from io import StringIO
from pathlib import Path
from typing import Any

from django.contrib.auth.hashers import check_password, make_password
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.utils import timezone

from alongside.access import policies
from alongside.access.models import Seal
from alongside.agencies.models import Practitioner, Team
from alongside.cases.models import Allocation
from alongside.chronology.models import Entry
from alongside.deadlines.models import Deadline
from alongside.demo.telling import at
from alongside.people.models import Person
from alongside.visits.models import Visit
from alongside.visits.services import ChildSeen, VisitMade, record_child_seen
from benchmarks import cases

SEEN_ON = date(2025, 6, 2)
#: As many cases as are written; more are copies of these.
WRITTEN = 10_000


def _mebibytes() -> float:
    """The most memory this process has held so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def prepare() -> dict[str, Any]:
    """Lay the tables; which database this is."""
    call_command("migrate", verbosity=0)
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT 'SQLite ' || sqlite_version()")
        else:
            cursor.execute("SELECT 'PostgreSQL ' || current_setting('server_version')")
        (version,) = cursor.fetchone()
    return {"version": version, "mebibytes": _mebibytes()}


def fill(cases_wanted: int, after: int = 0) -> dict[str, Any]:
    """So many cases more."""
    started = time.monotonic()
    times = max(1, cases_wanted // WRITTEN)
    rows = cases.make(cases_wanted // times, after=after)
    rows += cases.multiply(cases_wanted // times, times)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
    return {"rows": rows, "seconds": time.monotonic() - started, "mebibytes": _mebibytes()}


def see(first: int, count: int, of: int) -> dict[str, Any]:
    """Record that so many different children were seen, each by their lead; what each took and changed."""
    wall, processor, changed = [], [], []
    for turn in range(first, first + count):
        child = Person.objects.get(reference=cases.reference(turn * 7919 % of))
        lead = Allocation.objects.get(case__child=child, to_on=None).practitioner_id
        by, before = Practitioner.objects.get(pk=lead), _state(child)
        seen = ChildSeen(child=child, alone="yes", said="Nobody asks me.", communication=("speech",))
        visit = VisitMade(seen_on=SEEN_ON, where="home", purpose="assessment")
        started, started_processor = time.perf_counter(), time.process_time()
        record_child_seen(by=by, children=[seen], visit=visit, now=at(SEEN_ON))
        wall.append(time.perf_counter() - started)
        processor.append(time.process_time() - started_processor)
        changed.append([after - earlier for after, earlier in zip(_state(child), before, strict=True)])
    return {"wall": wall, "processor": processor, "changed": changed}


def _state(child: Person) -> tuple[int, ...]:
    due = Deadline.objects.filter(child=child)
    return (
        Visit.objects.filter(case__child=child).count(), Entry.objects.filter(child=child).count(), due.count(),
        due.outstanding().count(),
    )  # fmt: skip


def rebuild() -> dict[str, Any]:
    """Work every deadline out again."""
    said = StringIO()
    started, started_processor = time.perf_counter(), time.process_time()
    call_command("deadlines_rebuild", stdout=said, stderr=StringIO())
    return {
        "wall": time.perf_counter() - started, "processor": time.process_time() - started_processor,
        "said": said.getvalue().strip(), "deadlines": Deadline.objects.count(), "mebibytes": _mebibytes(),
    }  # fmt: skip


def census(file: str) -> dict[str, Any]:
    """Import a return; what the command reports."""
    said = StringIO()
    started, started_processor = time.perf_counter(), time.process_time()
    # Its way of saying that there are problems to look at, which are in what it said.
    with suppress(SystemExit):
        call_command("import_cin_census", Path(file), stdout=said, stderr=StringIO(), json=True)
    return {
        "wall": time.perf_counter() - started, "processor": time.process_time() - started_processor,
        "said": said.getvalue(), "people": Person.objects.count(), "mebibytes": _mebibytes(),
    }  # fmt: skip


def pages(cases_there: int, rounds: int) -> dict[str, Any]:
    """Pages of a social worker with twenty cases, each asked for in turn; milliseconds of processor time."""
    call_command("collectstatic", interactive=False, verbosity=0)
    child = Person.objects.get(reference=cases.reference(cases_there // 2))
    client = Client(SERVER_NAME="localhost")
    client.force_login(Allocation.objects.get(case__child=child, to_on=None).practitioner)
    addresses = {
        "/healthz": "/healthz", "/healthz again": "/healthz", "my work": "/",
        "child page": f"/children/{child.reference}/", "due dates": f"/children/{child.reference}/due/",
    }  # fmt: skip
    taken: dict[str, list[float]] = {name: [] for name in addresses}
    statuses = {name: client.get(address).status_code for name, address in addresses.items()}
    turns = list(addresses.items())
    for turn in range(rounds):
        shift = turn % len(turns)
        for name, address in turns[shift:] + turns[:shift]:
            # The first warms what another page left cold, and is not counted.
            client.get(address)
            started = time.process_time()
            for _ in range(3):
                client.get(address)
            taken[name].append((time.process_time() - started) / 3)
    return {"taken": taken, "statuses": statuses}


def existence(cases_there: int, pairs: int) -> dict[str, Any]:
    """Sealed records and references of nobody, asked for in random order; seconds of wall time of each answer.

    “careless” fetches the record first and then asks whether the reader may: the control that must be told apart.
    """
    call_command("collectstatic", interactive=False, verbosity=0)
    now, draw = timezone.now(), random.Random(1)
    children = list(Person.objects.filter(cases__isnull=False).distinct().order_by("id")[:pairs])
    placer = Allocation.objects.filter(case__child=children[0])[0].practitioner
    Seal.objects.bulk_create([
        Seal(child=child, kind="adoption", why="Measured.", from_on=now.date(), placed_at=now, placed_by=placer)
        for child in children
    ])  # fmt: skip
    reader = Practitioner.objects.filter(posts__team__purpose=Team.Purpose.FRONT_DOOR)[0]
    client = Client(SERVER_NAME="localhost")
    client.force_login(reader)
    hidden = [child.reference for child in children]
    absent = [f"{one[:-6]}{''.join(draw.choices('BCDFGHJKMN', k=6))}" for one in hidden]

    def page(reference: str) -> Any:
        answer = client.get(f"/children/{reference}/")
        return answer.status_code, re.sub(rb'value="[^"]*"', b"", answer.content).replace(
            reference.encode(), b""
        )

    def search(reference: str) -> Any:
        answer = client.get("/search/", {"q": reference})
        return answer.status_code, re.sub(rb'name="csrf[^>]*', b"", answer.content).replace(
            reference.encode(), b""
        )

    def careless(reference: str) -> Any:
        child = Person.objects.filter(reference=reference).first()
        return child is not None and policies.READ_RECORD.allows(child, reader)

    ways = {"page": page, "search": search, "careless": careless}
    taken: dict[str, dict[str, list[float]]] = {way: {"hidden": [], "absent": []} for way in ways}
    different = 0
    for way, ask in ways.items():
        for one, other in zip(hidden, absent, strict=True):
            answers = {}
            for kind, reference in draw.sample([("hidden", one), ("absent", other)], k=2):
                started = time.perf_counter()
                answers[kind] = ask(reference)
                taken[way][kind].append(time.perf_counter() - started)
            different += answers["hidden"] != answers["absent"]
    return {"taken": taken, "different": different}


def wrong_passwords(pairs: int) -> dict[str, Any]:
    """Wrong passwords for accounts there are and for none, in random order; seconds of processor time of each answer.

    Each try comes from an address of its own, so that nothing is refused for being tried too often. “careless
    sign-in” hashes only where there is an account: the control that must be told apart.
    """
    draw, client = random.Random(2), Client(SERVER_NAME="localhost")
    there = list(Practitioner.objects.order_by("id").values_list("email", flat=True)[:pairs])
    held = make_password("gravel ochre tandem")
    Practitioner.objects.update(password=held)
    asked = [
        (there[n % len(there)], f"nobody{n}@{there[n % len(there)].partition('@')[2]}") for n in range(pairs)
    ]
    tries = iter(range(1, 4 * pairs + 100))

    def sign_in(email: str) -> Any:
        n = next(tries)
        answer = client.post(
            "/sign-in/", {"login": email, "password": "not the one it is"}, REMOTE_ADDR=f"10.{n >> 16}.{n >> 8 & 255}.{n & 255}"
        )  # fmt: skip
        plain = re.sub(rb'value="[^"]*"', b"", answer.content).replace(email.encode(), b"")
        return answer.status_code, plain

    def careless(email: str) -> Any:
        held = Practitioner.objects.filter(email=email).values_list("password", flat=True).first()
        return bool(held and check_password("not the one it is", held))

    taken: dict[str, dict[str, list[float]]] = {}
    different = 0
    for way, ask in (("sign-in", sign_in), ("careless sign-in", careless)):
        taken[way] = {"hidden": [], "absent": []}
        for one, other in [asked[0], *asked[: pairs if way == "sign-in" else 20]]:
            answers = {}
            for kind, email in draw.sample([("hidden", one), ("absent", other)], k=2):
                started = time.process_time()
                answers[kind] = ask(email)
                taken[way][kind].append(time.process_time() - started)
            different += answers["hidden"] != answers["absent"]
        # The first pair warms what the others find warm.
        taken[way] = {kind: times[1:] for kind, times in taken[way].items()}
    return {"taken": taken, "different": different}
