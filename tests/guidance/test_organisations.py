"""Chapter 4: what each organisation is asked, by whom, where and how strongly."""

from __future__ import annotations

from datetime import date

from alongside.guidance import catalogue
from tests.guidance.asked import Asked, holds

TODAY = date(2026, 11, 23)


def keys(id: str, day: date = TODAY) -> list[str]:
    return [heading.key for heading in catalogue.rule(id).headings(day)]


def test_section_11_asks_by_law_for_arrangements_and_the_guidance_says_sixteen():
    holds(
        Asked("section-11.regard", "section 11(2)", "must", "section-11-bodies", "services others provide"),
        "CA2004",
    )
    rule = holds(Asked("section-11.arrangements", "paragraph 222", "should", "", "speak out"))

    assert keys("section-11.arrangements") == [
        "accountability", "senior-lead", "listening", "whistleblowing", "escalation", "information",
        "designated-practitioner", "time-and-support", "safer-recruitment", "supervision", "safe-culture", "competence",
        "induction", "own-practice", "contracted-out", "allegations",
    ]  # fmt: skip
    assert all(heading.help for heading in rule.headings(TODAY)), "each has an example of evidence"
    assert [str(citation) for citation in rule.law] == ["Children Act 2004, section 11(2)"]


def test_whom_the_guidance_names_is_not_whom_the_act_names():
    holds(Asked("section-11.named-in-guidance", "paragraph 221", "should", "", "Health organisations"))
    holds(
        Asked(
            "section-11.named-in-act",
            "section 11(1), as revised to April 2025",
            "must",
            "",
            "National Crime Agency",
        ),
        "CA2004",
    )
    in_guidance, in_act = keys("section-11.named-in-guidance"), keys("section-11.named-in-act")

    assert {"crime-agency", "secure-college"} <= set(in_act)
    assert not {"crime-agency", "secure-college"} & set(in_guidance)
    assert "GPs" in catalogue.rule("section-11.named-in-act").notes


def test_an_audit_can_say_why_it_asks():
    holds(
        Asked(
            "section-11.basis",
            "paragraphs 221, 230, 233, 292, 300, 315 and 316",
            "should",
            "",
            "The guidance alone",
        )
    )

    groups = {heading.key: heading.group for heading in catalogue.rule("section-11.basis").headings(TODAY)}
    assert groups["guidance"] == "expectation"
    assert {group for key, group in groups.items() if key != "guidance"} == {"law"}
