"""Chapter 6 and what stands beside it: child death reviews."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from alongside.guidance import catalogue
from alongside.guidance.explain import in_words
from alongside.guidance.kernel.rules import Duty, Force
from alongside.guidance.working_together import chapter_6

MUST, SHOULD, MAY, LOCAL = Force.MUST, Force.SHOULD, Force.MAY, Force.LOCAL
PARTNERS, WHERE_IT_HAPPENED = ("child-death-review-partners",), ("child-death-practitioners",)
PANEL, NOBODY = ("child-death-overview-panel",), None
BOTH_2018_AND_2023, SINCE_2023 = "WT2018", "WT2023"

CHAPTER = [
    # the rule, where 2023 says it, force, who acts, since which edition, words that carry the point
    ("child-death.family-guide", "paragraph 379", SHOULD, (*PARTNERS, *WHERE_IT_HAPPENED), SINCE_2023, "When a child dies"),
    ("child-death.staff-support", "paragraph 379", SHOULD, (*PARTNERS, "employers"), SINCE_2023, "have support"),
    ("child-death.scope", "paragraph 380, footnotes 218 and 219", SHOULD, NOBODY, SINCE_2023, "A stillbirth that was attended is not"),
    ("child-death.model", "paragraph 381", SHOULD, PARTNERS, BOTH_2018_AND_2023, "child death overview panel"),
    ("child-death.panel-members", "paragraph 382", SHOULD, NOBODY, SINCE_2023, "Somebody who is no practitioner"),
    ("child-death.funding-agreed", "paragraph 383", SHOULD, PARTNERS, SINCE_2023, "pays or provides"),
    ("child-death.footprint", "paragraph 384", MUST, PARTNERS, SINCE_2023, "no smaller than one local authority"),
    ("child-death.panel-size", "paragraph 384", SHOULD, PARTNERS, BOTH_2018_AND_2023, "60 deaths or more"),
    ("child-death.designated-doctor", "paragraph 385", SHOULD, PARTNERS, SINCE_2023, "senior paediatrician"),
    ("child-death.information-request", "paragraph 386", MAY, PARTNERS, BOTH_2018_AND_2023, "Ask a person or body"),
    ("child-death.home-area", "paragraph 387", SHOULD, (*PARTNERS, "designated-doctor"), SINCE_2023, "looked after children too"),
    ("child-death.non-resident", "paragraph 387", MAY, PARTNERS, BOTH_2018_AND_2023, "though the home is elsewhere"),
    ("child-death.published", "paragraph 388", SHOULD, NOBODY, SINCE_2023, "Who is accountable"),
    ("child-death.co-operate", "paragraph 389", SHOULD, ("anyone",), SINCE_2023, "co-operates"),
    ("child-death.review", "page 146", MUST, PARTNERS, BOTH_2018_AND_2023, "each death of a child normally resident"),
    ("child-death.analysis", "page 146", MUST, PARTNERS, BOTH_2018_AND_2023, "analysis of information"),
    ("child-death.registrar", "page 149", MUST, "the registrar", SINCE_2023, "7 days"),
    ("child-death.coroner", "page 149", MUST, "the coroner", SINCE_2023, "3 working days"),
    ("child-death.coroner-shares", "page 149", MUST, ("coroner",), SINCE_2023, "post-mortem"),
    ("child-death.forms", "paragraph 393", SHOULD, ("anyone",), SINCE_2023, "national forms"),
    ("child-death.notify", "paragraph 394", SHOULD, "practitioners in every agency", SINCE_2023, "no number of hours"),
    ("child-death.response-aims", "paragraph 395", SHOULD, NOBODY, SINCE_2023, "why the child died"),
    ("child-death.joint-response-triggers", "paragraph 396", SHOULD, NOBODY, BOTH_2018_AND_2023, "no cause is apparent"),
    ("child-death.joint-response", "paragraph 396", SHOULD, WHERE_IT_HAPPENED, BOTH_2018_AND_2023, "guidelines of 2016"),
    ("child-death.emergency-department", "paragraph 397", SHOULD, WHERE_IT_HAPPENED, SINCE_2023, "not to a mortuary"),
    ("child-death.criminal", "paragraph 398", SHOULD, ("police", *WHERE_IT_HAPPENED), SINCE_2023, "Crown Prosecution Service"),
    ("child-death.suspected", "paragraph 399", SHOULD, "any practitioner in the process", SINCE_2023, "immediately"),
    ("child-death.review-meeting", "paragraph 400", SHOULD, WHERE_IT_HAPPENED, SINCE_2023, "not only health"),
    ("child-death.draft-analysis", "paragraph 400", SHOULD, WHERE_IT_HAPPENED, SINCE_2023, "draft of the analysis form"),
    ("child-death.panel-independent", "paragraph 401", SHOULD, PANEL, BOTH_2018_AND_2023, "no responsibility for the child in life"),
    ("child-death.modifiable-factor", "paragraph 401, footnote 225", SHOULD, NOBODY, BOTH_2018_AND_2023, "could be changed"),
    ("child-death.database", "paragraphs 391 and 402", SHOULD, PANEL, SINCE_2023, "National Child Mortality Database"),
    ("child-death.local-trends", "paragraph 403", SHOULD, PANEL, SINCE_2023, "on request"),
    ("child-death.report", "paragraph 403", MUST, "the child death review partners", BOTH_2018_AND_2023, "think appropriate"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("id", "place", "force", "actor", "since", "words"), CHAPTER, ids=[row[0] for row in CHAPTER]
)
def test_a_rule_of_the_chapter(id, place, force, actor, since, words):
    rule = catalogue.rule(id)
    provision = rule.dated.said_by("WT2023-2025-06")

    assert provision.citation.locator == place
    assert rule.force is force
    assert (rule.by if isinstance(rule, Duty) else getattr(rule, "responsible", NOBODY)) == actor
    assert rule.dated.provisions[0].citation.source.edition == since
    assert words in in_words(provision.value)


def test_every_rule_of_the_chapter_is_in_the_table():
    written = {id for id in catalogue.RULES if catalogue.home(id).__name__.startswith(chapter_6.__name__)}

    assert written == {row[0] for row in CHAPTER}


@pytest.mark.parametrize(
    ("id", "place"),
    [
        ("child-death.review", "section 16M(1)"),
        ("child-death.non-resident", "section 16M(2)"),
        ("child-death.analysis", "section 16M(3)"),
        ("child-death.report", "section 16M(6)"),
        ("child-death.information-request", "section 16N"),
        ("child-death.registrar", "section 31"),
    ],
)
def test_the_law_behind_it_is_named(id, place):
    assert [citation.locator for citation in catalogue.rule(id).law] == [place]


@pytest.mark.parametrize(
    ("id", "in_2018", "in_2023"),
    [
        ("child-death.model", "framework there was", "Guidance of 2018"),
        ("child-death.panel-independent", "partners have the death looked at", "scrutinise the death last"),
    ],
)
def test_what_2018_said_in_other_words(id, in_2018, in_2023):
    asks = catalogue.rule(id).asks

    assert in_2018 in asks.at(date(2023, 12, 14)).value
    assert in_2023 in asks.at(date(2023, 12, 15)).value
    assert asks.said_by("WT2026").value == asks.said_by("WT2023").value


@pytest.mark.parametrize("id", ["child-death.footprint", "child-death.coroner-shares"])
def test_a_must_without_a_law_says_that_it_is_the_guidances_own(id):
    assert catalogue.rule(id).own_words


@pytest.mark.parametrize(
    "id", ["child-death.home-area", "child-death.criminal", "child-death.review-meeting"]
)
def test_what_is_told_rather_than_asked_is_marked_as_expected(id):
    assert catalogue.rule(id).expected


@pytest.mark.parametrize(
    ("id", "starts", "due", "why"),
    [
        ("child-death.registrar", date(2026, 12, 24), date(2026, 12, 31), "days of any kind"),
        (
            "child-death.coroner",
            date(2026, 12, 24),
            date(2026, 12, 31),
            "Christmas and its substitute day are skipped",
        ),
        (
            "child-death.coroner",
            date(2024, 1, 6),
            date(2024, 1, 10),
            "decided on a Saturday: Monday is day 1",
        ),
    ],
)
def test_clocks_of_registrar_and_coroner(id, starts, due, why):
    assert catalogue.rule(id).due(starts).on == due, why


@pytest.mark.parametrize("id", ["child-death.notify", "child-death.suspected", "child-death.report"])
def test_where_the_text_gives_no_number_there_is_no_date(id):
    assert catalogue.rule(id).due(date(2026, 11, 20)).on is None


def test_five_things_call_for_a_joint_agency_response():
    triggers = catalogue.rule("child-death.joint-response-triggers").headings(date(2026, 11, 22))

    assert [one.key for one in triggers] == ["external", "sudden", "custody", "suspicious", "stillbirth"]


def test_the_police_are_no_child_death_review_partner_and_no_codes_are_held_from_memory():
    partners = [
        id
        for id, rule in catalogue.RULES.items()
        if isinstance(rule, Duty) and "child-death-review-partners" in rule.by
    ]

    assert len(partners) >= 15
    assert "no child death review partner" in (chapter_6.partners.__doc__ or "")
    assert not [id for id in catalogue.RULES if id.startswith("child-death.") and "categor" in id]


BESIDE = [
    ("child-death.stages", SHOULD, "CDR-2018", "The review meeting"),
    ("child-death.form-names", SHOULD, "NCMD", "Analysis form"),
    ("child-death.joint-response-team", SHOULD, "RCEM-JAR", "police"),
    ("child-death.joint-response-planning", SHOULD, "RCEM-JAR", "before the family leaves"),
    ("child-death.notify-surrey", LOCAL, "SURREY-CHILD-DEATHS", "24 hours"),
    ("child-death.notify-hackney", LOCAL, "HACKNEY-CHILD-DEATHS", "48 hours"),
]


@pytest.mark.parametrize(("id", "force", "edition", "words"), BESIDE, ids=[row[0] for row in BESIDE])
def test_what_others_say_stands_under_their_own_name(id, force, edition, words):
    rule = catalogue.rule(id)

    assert [one.citation.source.edition for one in rule.dated.provisions] == [edition]
    assert rule.force is force
    assert words in in_words(rule.dated.provisions[0].value)


def test_two_areas_ask_for_a_notice_in_different_times_and_the_guidance_in_none():
    learned = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
    days = {
        id: catalogue.rule(f"child-death.{id}").due(learned).at
        for id in ("notify", "notify-surrey", "notify-hackney")
    }

    assert days == {
        "notify": None,
        "notify-surrey": datetime(2026, 11, 21, 9, 0, tzinfo=UTC),
        "notify-hackney": datetime(2026, 11, 22, 9, 0, tzinfo=UTC),
    }
