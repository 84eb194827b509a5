"""Set-up: the same files for everybody, fetched once, and no address of where they came from."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest

from alongside import frontend

PROJECT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def do() -> ModuleType:
    spec = importlib.util.spec_from_file_location("do", PROJECT / "do.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    # Dataclasses look their own module up by name.
    sys.modules["do"] = module
    spec.loader.exec_module(module)
    return module


# --- What is pinned ---------------------------------------------------------------------------------

LOCKED = [
    *sorted((PROJECT / "requirements").glob("*.txt")),
    PROJECT / "package-lock.json",
    PROJECT / ".npmrc",
]


@pytest.mark.parametrize("path", LOCKED, ids=lambda path: path.name)
def test_no_address_is_written_down(path):
    assert not re.search(r"https?:|//|--(extra-)?index-url|--find-links", path.read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", sorted((PROJECT / "requirements").glob("*.txt")), ids=lambda path: path.name)
def test_every_package_is_pinned_and_has_a_hash(path):
    blocks = re.split(r"\n(?=\S)", path.read_text(encoding="utf-8").strip())
    assert blocks
    for block in blocks:
        assert re.match(r"[a-z0-9._-]+(\[[a-z,-]+\])?==\S+", block), block
        assert "--hash=sha256:" in block, block


def test_what_runs_is_tested_in_the_same_versions():
    def pins(name: str) -> dict[str, str]:
        text = (PROJECT / "requirements" / name).read_text(encoding="utf-8")
        return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", text, flags=re.MULTILINE))

    tested = pins("dev.txt")
    for name in ("run.txt", "build.txt"):
        for package, version in pins(name).items():
            assert tested.get(package, version) == version, package


def test_every_front_end_package_has_an_exact_version_and_a_hash():
    wanted = json.loads((PROJECT / "package.json").read_text(encoding="utf-8"))
    locked = json.loads((PROJECT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for package, version in {**wanted["dependencies"], **wanted["devDependencies"]}.items():
        assert re.fullmatch(r"\d+\.\d+\.\d+", version), package
        assert locked[f"node_modules/{package}"]["version"] == version
        assert locked[f"node_modules/{package}"]["integrity"].startswith("sha512-")


# --- The front-end files ----------------------------------------------------------------------------


def test_the_front_end_files_are_the_ones_on_the_list():
    frontend.verify()
    assert len(frontend.listed()) == len(frontend.hashes())


@pytest.mark.parametrize("name", ["govuk-frontend.min.css", "moj-frontend.min.css"])
def test_nothing_reserved_for_others_is_left(name):
    text = (frontend.VENDOR / name).read_text(encoding="utf-8")
    assert "GDS Transport" not in text
    assert "@font-face" not in text
    assert "/assets/" not in text
    assert not [
        found for found in re.findall(r"url\(([^)]+)\)", text) if not (frontend.VENDOR / found).is_file()
    ]


def test_no_brand_of_others_is_carried():
    carried = "\n".join(frontend.hashes())
    assert not re.search(r"crest|crown|logotype|favicon|opengraph|\.woff", carried)


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (
            "@font-face{font-family:GDS Transport;src:url(/assets/fonts/x.woff2)}a{b:c}",
            "a{b:c}",
            "the typeface",
        ),
        ('a{font-family:"GDS Transport",arial,sans-serif}', "a{font-family:arial,sans-serif}", "its name"),
        ("a{background:url(/assets/images/icon-a.svg)}", "a{background:url(images/icon-a.svg)}", "relative"),
        ("a{background:url(/assets/images/crest.svg)}", "a{background:none}", "not ours to show"),
        ("a{b:c}\n/*# sourceMappingURL=x.css.map */", "a{b:c}\n", "a file we do not carry"),
    ],
)
def test_a_style_sheet_is_changed_only_where_it_must_be(before, after, why):
    assert frontend.stylesheet(before, frozenset({"icon-a.svg"})) == after, why


@pytest.fixture
def folder(tmp_path):
    """A folder with two files, and the list of their hashes."""
    into = tmp_path / "vendor"
    (into / "images").mkdir(parents=True)
    (into / "a.css").write_text("a{b:c}", encoding="utf-8")
    (into / "images" / "b.svg").write_text("<svg/>", encoding="utf-8")
    frontend.write_manifest(into, tmp_path / "list")
    frontend.verify(into, tmp_path / "list")
    return into


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda into: (into / "a.css").write_text("a{b:d}"), "a.css has changed"),
        (lambda into: (into / "images" / "b.svg").unlink(), "images/b.svg is missing"),
        (lambda into: (into / "c.js").write_text("1"), "c.js is not on the list"),
    ],
)
def test_a_file_that_is_not_as_we_know_it_stops_set_up(folder, change, said):
    change(folder)
    with pytest.raises(frontend.FrontEndError, match=f"{said}.*python3 do.py setup"):
        frontend.verify(folder, folder.parent / "list")


def test_building_from_an_empty_folder_says_what_lacks(tmp_path):
    with pytest.raises(frontend.FrontEndError, match="govuk-frontend"):
        frontend.build(tmp_path, tmp_path / "vendor")


# --- do.py ------------------------------------------------------------------------------------------


def test_a_step_is_done_again_only_when_something_it_reads_has_changed(do, tmp_path):
    read = tmp_path / "requirements.txt"
    read.write_text("a==1", encoding="ascii")

    def stamp(*more: str):
        return do.Stamp(tmp_path / "stamps" / "run", do.fingerprint([read], *more))

    assert not stamp().fresh()
    stamp().done()
    assert stamp().fresh()
    assert not stamp("3.12.1").fresh(), "another Python"
    read.write_text("a==2", encoding="ascii")
    assert not stamp().fresh(), "another version"


def test_a_fingerprint_does_not_depend_on_the_order_of_files(do, tmp_path):
    paths = [tmp_path / "a", tmp_path / "b"]
    for path in paths:
        path.write_text(path.name, encoding="ascii")
    assert do.fingerprint(paths) == do.fingerprint(reversed(paths))


def test_without_a_verb_or_with_an_unknown_one_the_verbs_are_listed(do, capsys):
    assert do.main([]) == 2
    assert do.main(["tset"]) == 2
    assert capsys.readouterr().err.count("python3 do.py demo ") == 4


def test_an_unknown_step_is_named(do, capsys):
    with pytest.raises(SystemExit) as stop:
        do.test(["--only", "lnit"])
    assert stop.value.code == 2
    assert "there is no step lnit" in capsys.readouterr().err


def test_what_follows_the_dashes_goes_to_pytest(do):
    assert do.split_at_dashes(["--only", "rules", "--", "-k", "x"]) == (
        ["--only", "rules"],
        "--",
        ["-k", "x"],
    )
    counted = [step for step in do.steps(["-k", "x"]) if step.counted]
    assert counted
    assert all(step.command[-2:] == ["-k", "x"] for step in counted)


@pytest.fixture
def machine(tmp_path, monkeypatch) -> Path:
    """The programs of a machine that has Java and nothing else."""
    programs = tmp_path / "bin"
    programs.mkdir()
    (programs / "java").write_text("#!/bin/sh\n", encoding="ascii")
    (programs / "java").chmod(0o755)
    monkeypatch.setenv("PATH", str(programs))
    return programs


REPORT = """<testsuites><testsuite name="pytest" tests="{tests}" errors="1" failures="2" skipped="0"/></testsuites>"""


def outcome(do, name: str, ok: bool = True, **more: object):
    return do.Outcome(do.Step(name, f"The step {name}", [], counted=True), ok=ok, **more)


def test_tests_of_every_run_are_added_up_in_one_plain_line(do, machine, tmp_path, capsys, monkeypatch):
    monkeypatch.delenv("CI", raising=False)
    (tmp_path / "report.xml").write_text(REPORT.format(tests=10), encoding="utf-8")
    assert do.counts(tmp_path / "report.xml") == (7, 3, 0)
    assert do.counts(tmp_path / "none.xml") == (0, 0, 0)
    code = do.summary(
        [outcome(do, "one", passed=7), outcome(do, "two", ok=False, passed=5, failed=3)],
        61.0,
    )
    assert code == 1
    shown = capsys.readouterr().out.splitlines()
    assert shown[-1] == "12 passed, 3 failed"
    assert shown[-2].startswith("Failed: two.")


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
def test_what_could_not_be_run_is_named_and_fails_where_everything_must_run(
    do, machine, capsys, monkeypatch, ci, code
):
    monkeypatch.setenv("CI", ci)
    step = do.Step("browser", "Tests in a browser", [], needs=do.chromium_missing, counted=True)
    assert do.summary([do.run_step(step)], 1.0) == code
    assert "Could not be run: Tests in a browser, because there is no Chromium." in capsys.readouterr().out


def test_a_failing_step_shows_what_it_printed_and_the_others_go_on(do, capsys):
    step = do.Step("bad", "A bad step", [sys.executable, "-c", "print('the trouble'); raise SystemExit(4)"])
    good = do.Step("good", "A good step", [sys.executable, "-c", "print('not shown')"])
    assert [each.ok for each in do.run_side_by_side([step, good], hands=1)] == [False, True]
    shown = capsys.readouterr().out
    assert "FAILED A bad step" in shown
    assert "the trouble" in shown
    assert "not shown" not in shown
