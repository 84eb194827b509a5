"""The GOV.UK macros give exactly the markup that GOV.UK Frontend publishes, so neither half can drift."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html

from alongside.ui.jinja import GOVUK_COMPONENTS, govuk_macro

PUBLISHED = Path(__file__).parents[2] / "node_modules/govuk-frontend/dist/govuk/components"


def fixtures(component):
    """What upstream publishes for a component: each option set with its markup."""
    return json.loads((PUBLISHED / component / "fixtures.json").read_text(encoding="utf-8"))["fixtures"]


def shape(markup):
    """The markup as nested tuples, without what a browser would not see: order of attributes, runs of space."""
    return [_shape(node) for node in html.fragments_fromstring(markup or "")]


def _shape(node):
    if isinstance(node, str):
        return " ".join(node.split())
    attributes = sorted((name, " ".join(value.split())) for name, value in node.attrib.items())
    inside = [(_shape(child), " ".join((child.tail or "").split())) for child in node]
    return (str(node.tag), attributes, " ".join((node.text or "").split()), inside)


@pytest.mark.parametrize("component", GOVUK_COMPONENTS)
def test_a_macro_gives_what_is_published(component):
    macro = govuk_macro(component)
    differing = [
        fixture["name"]
        for fixture in fixtures(component)
        if shape(str(macro(fixture["options"]))) != shape(fixture["html"])
    ]
    assert differing == []


def test_every_published_component_has_its_macro():
    published = sorted(path.parent.name for path in PUBLISHED.glob("*/fixtures.json"))
    assert published == sorted(GOVUK_COMPONENTS)
    assert sum(len(fixtures(component)) for component in published) == 657
