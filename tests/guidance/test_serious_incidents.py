"""Chapter 5 and what stands beside it: serious incidents, rapid reviews, local and national reviews."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.guidance import catalogue
from alongside.guidance.explain import in_words
from alongside.guidance.kernel.dated import NotCovered
from alongside.guidance.kernel.rules import Duty, Force, Judgement, Timescale
from alongside.guidance.legislation import children_act_2004_reviews
from alongside.guidance.working_together import chapter_5

MUST, SHOULD, MAY = Force.MUST, Force.SHOULD, Force.MAY
PARTNERS, PANEL, AUTHORITY = ("safeguarding-partners",), ("panel",), ("local-authority",)
ALL_THREE, THE_PANEL = "the three safeguarding partners", "the Panel"
BOTH_2018_AND_2023, SINCE_2023 = "WT2018", "WT2023"
NOBODY = None


def said_in_2023(rule):
    return rule.dated.provisions[0] if isinstance(rule, Judgement) else rule.dated.said_by("WT2023-2025-06")


def who(rule):
    return rule.by if isinstance(rule, Duty) else getattr(rule, "responsible", None)


CHAPTER = [
    # the rule, where 2023 says it, force, who acts, since which edition, words that carry the point
    ("incident.purpose", "paragraph 321", SHOULD, NOBODY, BOTH_2018_AND_2023, "Not finding out who is answerable"),
    ("incident.conduct", "paragraph 321", SHOULD, ("employers",), SINCE_2023, "apart from any review"),
    ("incident.panel-oversight", "paragraph 323", SHOULD, PANEL, SINCE_2023, "one system"),
    ("local-review.arrangements", "paragraphs 324 and 336", MUST, PARTNERS, BOTH_2018_AND_2023, "importance for the area"),
    ("local-review.accountable", "paragraph 325", SHOULD, ("lead-safeguarding-partners",), SINCE_2023, "yearly report"),
    ("incident.dialogue", "paragraph 326", SHOULD, (*PARTNERS, *PANEL), BOTH_2018_AND_2023, "Talk openly"),
    ("incident.panel-guidance", "paragraph 327", SHOULD, PARTNERS, SINCE_2023, "time limits included"),
    ("incident.serious-case", "paragraph 328", MUST, NOBODY, BOTH_2018_AND_2023, "and the child has died or been seriously harmed"),
    ("incident.serious-harm", "paragraph 329", MUST, NOBODY, BOTH_2018_AND_2023, "likely to last"),
    ("incident.notifiable", "paragraph 330", MUST, NOBODY, BOTH_2018_AND_2023, "outside England"),
    ("incident.notification", "paragraph 330 and page 144", SHOULD,
     "the local authority in whose area it happened, for the three partners", BOTH_2018_AND_2023, "5 working days"),
    ("incident.who-is-told", "paragraphs 330-332 and 334-335", SHOULD, NOBODY, SINCE_2023, "A care leaver of 18 to 24 dies"),
    ("incident.agree", "paragraphs 330 and 333", SHOULD, PARTNERS, SINCE_2023, "no measure of performance"),
    ("incident.looked-after-death", "paragraph 331", MUST, AUTHORITY, BOTH_2018_AND_2023, "whether or not abuse"),
    ("incident.care-leaver-death", "paragraph 332", SHOULD, AUTHORITY, SINCE_2023, "not reached 25"),
    ("incident.care-leaver-criteria", "paragraph 332", MUST, PARTNERS, SINCE_2023, "under 18"),
    ("incident.care-leaver-contact", "paragraph 332, footnote 193", MUST, AUTHORITY, SINCE_2023, "once a year with those of 21 to 24"),
    ("incident.accuracy", "paragraph 334", SHOULD, AUTHORITY, SINCE_2023, "Check what is entered"),
    ("incident.suicide", "paragraph 334", SHOULD, AUTHORITY, SINCE_2023, "suicide where abuse or neglect is a factor"),
    ("incident.tell-partners", "paragraph 335", SHOULD, ("anyone",), SINCE_2023, "and not the Panel"),
    ("incident.panel-information", "paragraph 347", MUST, PARTNERS, BOTH_2018_AND_2023, "what more it asks for"),
    ("rapid-review.promptly", "paragraph 343", SHOULD, ALL_THREE, BOTH_2018_AND_2023, "promptly"),
    ("rapid-review.aims", "paragraph 343", SHOULD, NOBODY, BOTH_2018_AND_2023, "Decides what is done at once to keep children safe"),
    ("rapid-review.submission-from-incident", "page 144", SHOULD, ALL_THREE, SINCE_2023, "15 working days"),
    ("rapid-review.findings", "paragraph 344", SHOULD, ALL_THREE, BOTH_2018_AND_2023, "as soon as it is complete"),
    ("rapid-review.outcome", "paragraph 344", SHOULD, NOBODY, SINCE_2023, "Whether there will be a local review"),
    ("rapid-review.course", "paragraph 344", SHOULD, NOBODY, SINCE_2023, "No local review; what was learned is acted on"),
    ("rapid-review.new-information", "paragraph 344", SHOULD, PARTNERS, SINCE_2023, "something new"),
    ("rapid-review.criteria-met", "paragraph 337", MUST, PARTNERS, SINCE_2023, "a notification and a rapid review take place"),
    ("local-review.decision-told", "paragraph 344", SHOULD, ALL_THREE, BOTH_2018_AND_2023, "as soon as it is decided"),
    ("local-review.consider", "paragraph 337", MUST, PARTNERS, BOTH_2018_AND_2023, "each serious case"),
    ("local-review.must-weigh", "page 135", MUST, NOBODY, BOTH_2018_AND_2023, "two bodies or more worked together"),
    ("local-review.should-weigh", "page 136", SHOULD, NOBODY, SINCE_2023, "No agency was involved"),
    ("local-review.whether", "paragraphs 339-341", SHOULD, NOBODY, SINCE_2023, "Should there be a local child safeguarding practice review"),
    ("local-review.other-cases", "paragraph 338", MAY, PARTNERS, SINCE_2023, "good practice, poor practice"),
    ("local-review.rationale", "paragraph 341", SHOULD, PARTNERS, SINCE_2023, "to families too"),
    ("local-review.parallel", "paragraph 353", SHOULD, (*PANEL, *PARTNERS), SINCE_2023, "an inquest"),
    ("local-review.commission", "paragraph 354", SHOULD, PARTNERS, BOTH_2018_AND_2023, "Commission the reviewer"),
    ("local-review.reviewer", "paragraph 355", SHOULD, NOBODY, SINCE_2023, "without hindsight"),
    ("local-review.method", "paragraph 356", SHOULD, (*PARTNERS, "reviewers"), SINCE_2023, "Munro"),
    ("local-review.proportionate", "paragraph 357", SHOULD, (*PARTNERS, "reviewers"), SINCE_2023, "explain why"),
    ("local-review.practitioners", "paragraph 358", SHOULD, (*PARTNERS, "reviewers"), SINCE_2023, "without fear of being blamed"),
    ("local-review.family", "paragraph 358", SHOULD, (*PARTNERS, "reviewers"), SINCE_2023, "surviving children"),
    ("local-review.supervise", "paragraph 359", MUST, PARTNERS, BOTH_2018_AND_2023, "in writing"),
    ("local-review.monitoring", "paragraph 359", MUST, ALL_THREE, BOTH_2018_AND_2023, "at regular intervals"),
    ("local-review.report", "paragraph 360", MUST, NOBODY, BOTH_2018_AND_2023, "Why things happened"),
    ("local-review.recommendations", "paragraph 361", SHOULD, NOBODY, SINCE_2023, "What is to be different afterwards"),
    ("local-review.publish", "paragraph 362", MUST, PARTNERS, BOTH_2018_AND_2023, "unless that would be inappropriate"),
    ("local-review.reviewer-named", "paragraph 362", SHOULD, PARTNERS, SINCE_2023, "who led the review"),
    ("local-review.public-for", "paragraph 362", MUST, ALL_THREE, BOTH_2018_AND_2023, "12 months"),
    ("local-review.publication-impact", "paragraph 363", SHOULD, (*PARTNERS, "delegated-safeguarding-partners"), SINCE_2023,
     "no child or vulnerable adult comes to harm"),
    ("local-review.advance-copy", "paragraph 364", MUST, ALL_THREE, BOTH_2018_AND_2023, "7 working days back"),
    ("local-review.advance-copy-ofsted", "paragraph 364", SHOULD, ALL_THREE, BOTH_2018_AND_2023, "7 working days back"),
    ("local-review.completion", "paragraph 365", SHOULD, ALL_THREE, BOTH_2018_AND_2023, "6 months"),
    ("local-review.delay", "paragraph 365", SHOULD, PARTNERS, BOTH_2018_AND_2023, "reasons for a delay and for not publishing"),
    ("local-review.early-learning", "paragraph 366", SHOULD, PARTNERS, SINCE_2023, "before and during the review"),
    ("local-review.learning", "paragraph 367", SHOULD, PARTNERS, SINCE_2023, "every local and national review"),
    ("local-review.audit", "paragraph 367", SHOULD, ALL_THREE, BOTH_2018_AND_2023, "regularly"),
    ("national-review.decide", "paragraphs 345 and 350", MUST, PANEL, BOTH_2018_AND_2023, "alone or with others"),
    ("national-review.thematic", "paragraph 350", MAY, PANEL, SINCE_2023, "theme that runs through several cases"),
    ("national-review.must-weigh", "paragraph 345", MUST, NOBODY, BOTH_2018_AND_2023, "Law or statutory guidance may have to change"),
    ("national-review.should-weigh", "paragraph 345", SHOULD, NOBODY, SINCE_2023, "educated otherwise than at school"),
    ("national-review.other-criteria", "paragraph 346", MAY, PANEL, SINCE_2023, "criteria of its own"),
    ("national-review.whether", "paragraphs 345-346", SHOULD, NOBODY, SINCE_2023, "national child safeguarding practice review"),
    ("national-review.reply", "paragraph 348", SHOULD, THE_PANEL, BOTH_2018_AND_2023, "promptly"),
    ("national-review.explain", "paragraph 349", SHOULD, PANEL, SINCE_2023, "tell the Secretary of State"),
    ("national-review.scope", "paragraphs 351-352", SHOULD, PANEL, SINCE_2023, "local work already done"),
    ("national-review.pool", "paragraph 368", MUST, PANEL, BOTH_2018_AND_2023, "make public, a pool"),
    ("national-review.reviewer-conflict", "paragraphs 368-369", SHOULD, PANEL, SINCE_2023, "conflicts of interest"),
    ("national-review.report", "paragraph 370", MUST, NOBODY, BOTH_2018_AND_2023, "Why things happened"),
    ("national-review.publish", "paragraph 371", MUST, PANEL, BOTH_2018_AND_2023, "unless that would be inappropriate"),
    ("national-review.public-for", "paragraph 373", MUST, THE_PANEL, BOTH_2018_AND_2023, "36 months"),
    ("national-review.advance-copy", "paragraph 373", MUST, THE_PANEL, BOTH_2018_AND_2023, "7 working days back"),
    ("national-review.advance-copy-others", "paragraph 373", SHOULD, PANEL, SINCE_2023, "Care Quality Commission"),
    ("national-review.completion", "paragraph 374", SHOULD, THE_PANEL, BOTH_2018_AND_2023, "6 months"),
    ("national-review.delay", "paragraph 374", SHOULD, PANEL, BOTH_2018_AND_2023, "reasons for a delay"),
    ("national-review.yearly-reports", "paragraph 109", SHOULD, PANEL, SINCE_2023, "issues of national importance"),
    ("national-review.send-on", "paragraph 375", SHOULD, PANEL, SINCE_2023, "Foundations"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("id", "place", "force", "actor", "since", "words"), CHAPTER, ids=[row[0] for row in CHAPTER]
)
def test_a_rule_of_the_chapter(id, place, force, actor, since, words):
    rule = catalogue.rule(id)
    provision = said_in_2023(rule)

    assert provision.citation.locator == place
    assert rule.force is force
    assert who(rule) == actor
    assert rule.dated.provisions[0].citation.source.edition == since
    assert words in in_words(provision.value)


def test_every_rule_of_the_chapter_is_in_the_table():
    written = {id for id in catalogue.RULES if catalogue.home(id).__name__.startswith(chapter_5.__name__)}

    assert written == {row[0] for row in CHAPTER}


BY_LAW = [
    ("local-review.arrangements", "section 16F"),
    ("incident.serious-case", "section 16B(9)"),
    ("incident.serious-harm", "section 16B(9)"),
    ("incident.notifiable", "section 16C(1)"),
    ("incident.panel-information", "section 16D"),
    ("local-review.publish", "section 16F(4) and (5)"),
    ("local-review.supervise", "regulation 14"),
    ("local-review.monitoring", "regulation 14"),
    ("national-review.decide", "section 16B(1)"),
    ("national-review.publish", "section 16B"),
    ("national-review.must-weigh", "regulation 3"),
    ("national-review.pool", "regulation 4"),
    ("national-review.report", "regulation 8"),
    ("national-review.advance-copy", "regulation 9"),
    ("national-review.public-for", "regulation 10"),
    ("local-review.consider", "regulation 11"),
    ("local-review.must-weigh", "regulation 11"),
    ("local-review.report", "on reports of local reviews"),
    ("local-review.public-for", "on reports of local reviews"),
    ("local-review.advance-copy", "on reports of local reviews"),
]


@pytest.mark.parametrize(("id", "place"), BY_LAW)
def test_a_must_names_the_law_behind_it(id, place):
    assert place in [citation.locator for citation in catalogue.rule(id).law]


@pytest.mark.parametrize("id", ["incident.looked-after-death", "incident.care-leaver-criteria",
                                "incident.care-leaver-contact", "rapid-review.criteria-met"])  # fmt: skip
def test_a_must_without_a_law_says_that_it_is_the_guidances_own(id):
    rule = catalogue.rule(id)

    assert rule.own_words
    assert rule.law == ()


THE_ACT = [
    ("incident.panel-established", "section 16A", MUST, ("secretary-of-state",), "Establish the Child Safeguarding"),
    ("national-review.function", "section 16B(1)", MUST, PANEL, "matter for the whole country"),
    ("incident.panel-regard", "section 16B(7)", MUST, PANEL, "Have regard"),
    ("incident.notify", "section 16C(1)", MUST, AUTHORITY, "outside England while normally living in its area"),
    ("incident.notify-regard", "section 16C(2)", MUST, AUTHORITY, "Have regard"),
    ("incident.panel-asks", "section 16D", MAY, PANEL, "injunction"),
    ("incident.panel-answered", "section 16D", MUST, ("anyone",), "Comply"),
    ("incident.panel-uses", "section 16D", MUST, PANEL, "only for the Panel"),
    ("child-death.inform", "section 16M(5)", MUST, ("child-death-review-partners",), "should act"),
    ("child-death.information-answered", "section 16N", MUST, ("anyone",), "Comply"),
    ("child-death.information-used", "section 16N", MUST, ("child-death-review-partners",), "only for child death reviews"),
    ("child-death.funding", "section 16O", MAY, ("child-death-review-partners",), "pooled fund"),
    ("child-death.combine", "section 16P", MAY, ("child-death-review-partners",), "two or more areas"),
    ("child-death.regard", "section 16Q", MUST, ("child-death-review-partners",), "Have regard"),
]  # fmt: skip


@pytest.mark.parametrize(("id", "place", "force", "actor", "words"), THE_ACT, ids=[row[0] for row in THE_ACT])
def test_a_duty_or_power_of_the_act(id, place, force, actor, words):
    rule = catalogue.rule(id)

    assert rule.dated.at(date(2018, 6, 29)).citation.locator == place
    assert (rule.force, rule.by) == (force, actor)
    assert words in rule.dated.at(date(2026, 11, 22)).value


def test_every_rule_of_the_act_is_in_the_table():
    written = {id for id in catalogue.RULES if catalogue.home(id) is children_act_2004_reviews}

    assert written == {row[0] for row in THE_ACT}


def test_the_duty_to_notify_is_law_and_its_five_days_are_not():
    duty, days = catalogue.rule("incident.notify"), catalogue.rule("incident.notification")

    assert (duty.force, days.force) == (MUST, SHOULD)
    assert "no number of days" in duty.notes
    assert days.law == ()


@pytest.mark.parametrize(
    ("id", "starts", "due", "why"),
    [
        ("incident.notification", date(2024, 12, 20), date(2024, 12, 31), "from awareness: Christmas and Boxing Day skipped"),
        ("incident.notification", date(2026, 11, 21), date(2026, 11, 27), "known on a Saturday: Monday is day 1"),
        ("rapid-review.submission-from-incident", date(2025, 4, 11), date(2025, 5, 7), "Easter and the May bank holiday"),
        ("rapid-review.submission-from-notification", date(2025, 4, 18), date(2025, 5, 13), "from Good Friday: Tuesday is day 1"),
        ("rapid-review.submission-from-awareness", date(2019, 12, 20), date(2020, 1, 15), "Christmas and New Year"),
        ("local-review.completion", date(2024, 8, 29), date(2025, 2, 28), "2025 has no 29 February"),
        ("local-review.advance-copy", date(2025, 5, 6), date(2025, 4, 24), "back over the May bank holiday"),
        ("local-review.advance-copy-ofsted", date(2025, 5, 6), date(2025, 4, 24), "the same day as the Panel"),
        ("local-review.public-for", date(2026, 9, 1), date(2027, 9, 1), "a year at least"),
        ("national-review.public-for", date(2024, 2, 29), date(2027, 2, 28), "three years at least"),
        ("national-review.advance-copy", date(2026, 12, 29), date(2026, 12, 16), "back over Christmas"),
        ("national-review.completion", date(2026, 1, 15), date(2026, 7, 15), "six months from the decision"),
        ("incident.looked-after-death-days", date(2026, 12, 24), date(2027, 1, 5), "the page's five days over Christmas"),
    ],
)  # fmt: skip
def test_clocks(id, starts, due, why):
    assert catalogue.rule(id).due(starts).on == due, why


@pytest.mark.parametrize("id", ["rapid-review.promptly", "rapid-review.findings", "local-review.decision-told",
                                "local-review.monitoring", "local-review.audit", "national-review.reply"])  # fmt: skip
def test_where_the_text_gives_no_number_there_is_no_date(id):
    assert catalogue.rule(id).due(date(2026, 11, 20)).on is None


READINGS = {
    "rapid-review.submission-from-incident": ("the incident", "WT2023"),
    "rapid-review.submission-from-notification": ("the notification being submitted", "PANEL-2022"),
    "rapid-review.submission-from-awareness": (
        "the local authority becoming aware of the incident",
        "PANEL-2019",
    ),
}


def test_the_three_readings_of_fifteen_working_days_stand_apart_and_say_that_no_law_sets_them():
    found = {id: one for id, one in catalogue.RULES.items() if id.startswith("rapid-review.submission")}

    assert set(found) == set(READINGS)
    for id, (runs_from, edition) in READINGS.items():
        rule = found[id]
        assert isinstance(rule, Timescale)
        assert rule.runs_from == runs_from
        assert rule.within.provisions[0].citation.source.edition == edition
        assert (rule.force, rule.law) == (SHOULD, ())
        assert "Not statutory" in rule.notes


def test_one_incident_has_three_candidate_days():
    happened, known, notified = date(2025, 4, 11), date(2025, 4, 14), date(2025, 4, 18)
    starts = dict(zip(READINGS, (happened, notified, known), strict=True))

    days = {id: catalogue.rule(id).due(start).on for id, start in starts.items()}

    assert list(days.values()) == [date(2025, 5, 7), date(2025, 5, 13), date(2025, 5, 8)]


BESIDE = [
    ("rapid-review.needs-notification", SHOULD, "PANEL-FAQ", "Notify before a rapid review"),
    ("rapid-review.whose-area", SHOULD, "PANEL-FAQ", "the child's home area"),
    ("rapid-review.analysis", SHOULD, "PANEL-2022", "key moments of practice"),
    ("incident.looked-after-death-days", SHOULD, "DFE-NOTIFY", "5 working days"),
    ("incident.notification-reaches", SHOULD, "DFE-NOTIFY", "Ofsted"),
    ("incident.notification-record", SHOULD, "DFE-NOTIFY", "The day the authority became aware"),
    ("rapid-review.devon-steps", Force.LOCAL, "DEVON-RAPID-REVIEWS", "Working day 14"),
]


@pytest.mark.parametrize(("id", "force", "edition", "words"), BESIDE, ids=[row[0] for row in BESIDE])
def test_what_others_say_stands_under_their_own_name(id, force, edition, words):
    rule = catalogue.rule(id)

    assert rule.dated.provisions[0].citation.source.edition == edition
    assert rule.force is force
    assert words in in_words(rule.dated.provisions[0].value)
    assert "Not statutory" in rule.notes or force is Force.LOCAL


@pytest.mark.parametrize(
    ("id", "keys"),
    [
        ("rapid-review.aims", ["facts", "safety", "improvement", "next"]),
        ("rapid-review.outcome", ["findings", "decision", "reasons", "national"]),
        ("local-review.must-weigh", ["improvement", "recurring", "together", "panel"]),
        ("local-review.should-weigh", ["one-agency", "no-agency", "several-areas", "institution"]),
        ("local-review.report", ["improvements", "reasons"]),
        ("local-review.recommendations", ["what", "who", "when", "outcome"]),
        ("national-review.must-weigh", ["improvement", "law", "recurring"]),
        ("national-review.should-weigh", ["education", "known", "institution", "abuse"]),
    ],
)
def test_lists_are_whole_and_in_order(id, keys):
    assert [heading.key for heading in catalogue.rule(id).headings(date(2026, 11, 22))] == keys


@pytest.mark.parametrize(("id", "criteria"), [("local-review.whether", 8), ("national-review.whether", 8)])
def test_criteria_are_listed_and_never_answered(id, criteria):
    rule = catalogue.rule(id)

    assert isinstance(rule, Judgement)
    assert len(rule.weigh) == criteria
    assert not hasattr(rule, "holds")


@pytest.mark.parametrize("id", ["incident.serious-case", "incident.serious-harm", "incident.notifiable"])
def test_whether_harm_is_serious_is_for_people(id):
    finding = catalogue.rule(id).holds({"died": True, "abuse": "suspected"}, date(2026, 11, 22))

    assert finding.answer is None


def test_nothing_of_the_panel_is_asked_before_it_began():
    with pytest.raises(NotCovered, match="Working Together 2015"):
        catalogue.rule("incident.notification").dated.at(date(2018, 6, 28))
    with pytest.raises(NotCovered, match="Children Act 2004"):
        catalogue.rule("incident.notify").dated.at(date(2018, 6, 28))


@pytest.mark.parametrize(
    ("what", "panel_is_notified", "rapid_review"),
    [
        ("in-the-area", True, True),
        ("outside-england", True, True),
        ("looked-after-suspected", True, True),
        ("looked-after", False, False),
        ("care-leaver", False, False),
        ("suicide", True, True),
        ("another-body", False, False),
    ],
)
def test_what_happened_says_who_is_told(what, panel_is_notified, rapid_review):
    leads_to = catalogue.rule("incident.who-is-told").step(what, date(2026, 11, 22)).leads_to

    assert ("incident.notification" in leads_to) is panel_is_notified
    assert ("rapid-review.promptly" in leads_to) is rapid_review
