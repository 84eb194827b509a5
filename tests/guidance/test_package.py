"""The guidance as a package of its own: built without the network, and used where there is nothing else of Alongside."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "packaging" / "alongside-guidance"

USED = """
import sys
sys.path = [sys.argv[1], *(one for one in sys.path if one != sys.argv[2])]
for name in ("django", "pydantic", "jinja2"):
    sys.modules[name] = None
import alongside.guidance
assert alongside.guidance.__file__.startswith(sys.argv[1]), alongside.guidance.__file__
from alongside.guidance.__main__ import main
sys.exit(main(sys.argv[3:]))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)],
        cwd=PACKAGE, env={**os.environ, "PIP_NO_INDEX": "1"}, capture_output=True, check=True,
    )  # fmt: skip
    (built,) = folder.glob("*.whl")
    return built


def test_it_holds_the_guidance_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as held:
        names = [name for name in held.namelist() if ".dist-info/" not in name]

    assert all(name.startswith("alongside/guidance/") for name in names)
    assert {"alongside/guidance/atlas.json", "alongside/guidance/covered/WT2023-chapter-3.toml"} <= set(names)
    ours = {
        f"alongside/{file.relative_to(ROOT / 'src/alongside').as_posix()}"
        for file in (ROOT / "src/alongside/guidance").rglob("*.py")
    }
    assert ours <= set(names)


def test_it_works_by_itself(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as held:
        held.extractall(tmp_path)
    finished = subprocess.run(
        [sys.executable, "-c", USED, str(tmp_path), str(ROOT / "src"), "due", "referral.decision", "2025-04-17"],
        cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (finished.returncode, finished.stderr) == (0, "")
    assert "22 April 2025" in finished.stdout


def test_it_asks_for_what_the_whole_asks_for() -> None:
    whole, part = (
        tomllib.loads((folder / "pyproject.toml").read_text())["project"] for folder in (ROOT, PACKAGE)
    )

    assert set(part["dependencies"]) <= set(whole["dependencies"])
    assert part["requires-python"] == whole["requires-python"]
