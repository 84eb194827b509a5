"""Two inspectors of pages: axe for accessibility, in a browser, and the Nu checker for HTML, in Java.

They find different things, so a page has to satisfy both.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

NODE_MODULES = Path(__file__).parents[1] / "node_modules"
NU_CHECKER = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
# The standards we keep to, and axe's own advice.
KEPT_TO = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# What passed is not described at length: that takes axe five times as long as finding what did not.
RUN = """async standards => (await axe.run(document, {
    runOnly: {type: "tag", values: standards}, resultTypes: ["violations"], preload: false,
})).violations"""


SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@cache
def _axe() -> str:
    return (NODE_MODULES / "axe-core" / "axe.min.js").read_text(encoding="utf-8")


def accessibility_problems(page: Page) -> list[str]:
    """What axe finds wrong with the page as it stands, each with its rule and where it is."""
    page.wait_for_load_state()
    page.wait_for_function("!document.querySelector('.htmx-request')")
    # Evaluated, not added as a script: the page's own policy would rightly refuse a script of ours.
    if not page.evaluate("'axe' in window"):
        page.evaluate(_axe())
    found = page.evaluate(RUN, KEPT_TO)
    return [
        f"{violation['id']}: {violation['help']}, at {node['target']}: {node.get('failureSummary', '')}"
        for violation in found
        for node in violation["nodes"]
    ]


def problems_at(page: Page, *widths: int) -> list[str]:
    """What axe finds wrong with the page as it stands at each of these widths, and where it scrolls sideways."""
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"at {width}: {problem}" for problem in accessibility_problems(page)]
        if (off := page.evaluate(SIDEWAYS)) > 0:
            found.append(f"at {width}: {off} pixels too wide")
    return found


def html_problems(pages: Mapping[str, str], folder: Path) -> list[str]:
    """What the Nu checker finds wrong with pages, by a name of each; `folder` is a temporary one.

    All in one go, because starting Java takes longer than checking. Mark such a test `html_checker`.
    """
    for number, html in enumerate(pages.values()):
        (folder / f"{number}.html").write_text(html, encoding="utf-8")
    finished = subprocess.run(
        ["java", "-jar", NU_CHECKER, "--errors-only", "--format", "json", *sorted(folder.glob("*.html"))],
        capture_output=True,
        text=True,
        check=False,
    )
    names = list(pages)
    return [
        f"{names[int(Path(message['url']).stem)]}, line {message.get('lastLine', '?')}: {message['message']}"
        for message in json.loads(finished.stderr)["messages"]
    ]
