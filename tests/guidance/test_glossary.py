"""The glossary of the 2023 edition: each word, what it means in our words, and where it stands."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.guidance import catalogue
from alongside.guidance.kernel.dated import NotCovered
from alongside.guidance.kernel.rules import Definition, Force
from alongside.guidance.working_together import glossary

UNDER_2023 = date(2025, 7, 1)
FROM = "glossary, from page 154"
WORDS = [
    ("abuse", FROM, "does not keep harm away"),
    ("physical-abuse", FROM, "bringing on an illness"),
    ("emotional-abuse", FROM, "persists"),
    ("sexual-abuse", FROM, "whether or not there is contact"),
    ("neglect", FROM, "suitably educated"),
    ("child-sexual-exploitation", FROM, "exploiting the child"),
    ("child-criminal-exploitation", FROM, "power over a child"),
    ("financial-exploitation", FROM, "move money"),
    ("county-lines", FROM, "telephone lines"),
    ("serious-violence", FROM, "knife and gun crime"),
    ("controlling-or-coercive-behaviour", FROM, "dominate"),
    ("domestic-abuse", "page 156", "is a victim too"),
    ("extra-familial-contexts", FROM, "online spaces"),
    ("family-network", FROM, "connected with the child"),
    ("relative", FROM, "Cousins"),
    ("kinship-care", FROM, "six kinds"),
    ("family-group-decision-making", FROM, "one form"),
    ("parent-carer", FROM, "parental responsibility"),
    ("young-carer", FROM, "without pay"),
    ("young-adult-carer", FROM, "from 16 to 25"),
    ("education-health-and-care-plan", FROM, "2015 code of practice"),
]


@pytest.mark.parametrize(("word", "place", "point"), WORDS)
def test_what_each_word_means(word, place, point):
    rule = catalogue.RULES[f"definition.{word}"]
    said = rule.means.at(UNDER_2023)

    assert point in said.value
    assert str(said.citation) == f"Working Together 2023 (June 2025 issue), {place}"
    assert rule.force is Force.SHOULD


def test_every_word_of_the_module_is_in_the_table():
    held = {one.id for one in vars(glossary).values() if isinstance(one, Definition)}

    assert held == {f"definition.{word}" for word, _, _ in WORDS}


@pytest.mark.parametrize("word", ["kinship-care", "financial-exploitation", "serious-violence"])
def test_the_glossary_of_2018_is_not_encoded(word):
    with pytest.raises(NotCovered):
        catalogue.RULES[f"definition.{word}"].means.said_by("WT2018")
