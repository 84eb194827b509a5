"""What each edition changed: every change is whole, honest about how sure it is, and names what exists."""

from __future__ import annotations

from collections import Counter

import pytest

from alongside.guidance import catalogue, editions
from alongside.guidance.actors import ACTORS, AUDIENCES
from alongside.guidance.kernel.changes import Change, Nature, Sureness
from alongside.guidance.kernel.sources import Kind
from alongside.guidance.subjects import SUBJECTS

BY_ID = {one.id: one for one in catalogue.CHANGES}
ISSUES = {issue.id: edition.id for edition in editions.EDITIONS for issue in edition.issues}


def of(before: str, after: str) -> list[Change]:
    return [one for one in catalogue.CHANGES if (one.before, one.after) == (before, after)]


def test_every_id_is_used_once():
    ids = Counter([one.id for one in (*catalogue.CHANGES, *catalogue.UNKNOWNS)])

    assert [id for id, times in ids.items() if times > 1] == []


@pytest.mark.parametrize("change", catalogue.CHANGES, ids=lambda one: one.id)
def test_a_change_is_whole_and_names_what_exists(change):
    after = editions.BY_ID[change.after]

    assert change.before == change.after or after.follows == change.before
    assert change.chapter in after.chapters
    assert change.subject in SUBJECTS
    assert set(change.audiences) <= set(AUDIENCES)
    assert len(set(change.audiences)) == len(change.audiences)
    assert set(change.rules) <= set(catalogue.RULES)
    assert set(change.actions) <= set(catalogue.ACTIONS)
    for words in (change.title, change.now, change.means):
        assert words, "what is, and what it means, are said of every change"


@pytest.mark.parametrize("change", catalogue.CHANGES, ids=lambda one: one.id)
def test_an_action_a_change_names_is_for_some_of_its_readers_and_for_its_edition(change):
    for id in change.actions:
        action = catalogue.ACTIONS[id]
        assert set(action.audiences) & set(change.audiences), id
        assert change.after in action.editions, id


@pytest.mark.parametrize("change", catalogue.CHANGES, ids=lambda one: one.id)
def test_a_change_cites_the_later_edition_or_the_law_beside_it(change):
    cited = {ISSUES.get(one.source.id) for one in change.cites}

    assert change.after in cited or None in cited, "a place in the later edition, or in another text"
    if change.nature is Nature.LAW:
        kinds = {one.source.kind for one in change.cites}
        assert kinds & {Kind.ACT, Kind.REGULATIONS}


def test_only_the_2023_edition_was_read():
    read = {one.after for one in catalogue.CHANGES if one.sure is Sureness.READ}

    assert read == {"WT2023"}
    for one in of("WT2023", "WT2026"):
        assert "not read" in str(one.cites[0]) or one.nature is Nature.FACTUAL, one.id


def test_the_department_said_that_2023_changed_no_law():
    assert {one.nature for one in of("WT2018-2020-12", "WT2023")} == {Nature.GUIDANCE, Nature.FACTUAL}
    assert "no statutory role or function was taken out" in BY_ID["to-2023.form"].now


def test_an_act_passed_later_is_no_part_of_the_2026_edition():
    assert Nature.LAW not in {one.nature for one in of("WT2023", "WT2026")}
    begun = [one.id for one in of("WT2026", "WT2026") if one.nature is Nature.LAW and "began" in one.title]
    assert begun == ["to-2026.sharing-duty"]


#: Every row of what is known to have changed, with the edition it came by, its nature and how sure that is.
ROWS = [
    # 2015 to 2018
    ("from-2015.partners-for-boards", 3, "LAW", "AGREED"),
    ("from-2015.relevant-agencies", 3, "LAW", "AGREED"),
    ("from-2015.scrutiny", 3, "LAW", "AGREED"),
    ("from-2015.practice-reviews", 4, "LAW", "AGREED"),
    ("from-2015.national-panel", 4, "LAW", "AGREED"),
    ("from-2015.notification", 4, "LAW", "AGREED"),
    ("from-2015.rapid-review", 4, "GUIDANCE", "AGREED"),
    ("from-2015.death-review-partners", 5, "LAW", "AGREED"),
    ("from-2015.modifiable", 5, "GUIDANCE", "AGREED"),
    ("from-2015.yearly-report", 3, "LAW", "AGREED"),
    ("from-2015.learning-framework", 4, "GUIDANCE", "REPORTED"),
    ("from-2015.practitioner", 0, "GUIDANCE", "AGREED"),
    ("from-2015.data-law", 1, "GUIDANCE", "AGREED"),
    ("from-2015.contextual-safeguarding", 1, "GUIDANCE", "AGREED"),
    ("from-2015.early-help-signs", 1, "GUIDANCE", "AGREED"),
    ("from-2015.strategy-discussion", 1, "GUIDANCE", "REPORTED"),
    ("from-2015.positions-of-trust", 2, "GUIDANCE", "REPORTED"),
    ("from-2015.section-11", 2, "GUIDANCE", "REPORTED"),
    ("from-2015.whole-guidance-for-schools", 2, "GUIDANCE", "AGREED"),
    # December 2020
    ("to-2020.mental-and-physical", 0, "FACTUAL", "REPORTED"),
    ("to-2020.sharing", 1, "FACTUAL", "AGREED"),
    ("to-2020.domestic-abuse", 1, "FACTUAL", "AGREED"),
    ("to-2020.homelessness", 2, "FACTUAL", "AGREED"),
    ("to-2020.mental-health-admission", 1, "FACTUAL", "REPORTED"),
    ("to-2020.unsuitability", 2, "NOT_KNOWN", "SUPPOSED"),
    # 2023
    ("to-2023.shared-responsibility", 1, "GUIDANCE", "READ"),
    ("to-2023.safeguarding-defined-anew", 0, "GUIDANCE", "READ"),
    ("to-2023.child-protection-defined-anew", 0, "GUIDANCE", "READ"),
    ("to-2023.boards-for-groups", 0, "FACTUAL", "READ"),
    ("to-2023.lead-partners", 2, "GUIDANCE", "READ"),
    ("to-2023.partnership-chair", 2, "GUIDANCE", "READ"),
    ("to-2023.scrutiny", 2, "GUIDANCE", "READ"),
    ("to-2023.education-expected-in-arrangements", 2, "GUIDANCE", "READ"),
    ("to-2023.voluntary-and-sport-in-arrangements", 2, "GUIDANCE", "READ"),
    ("to-2023.yearly-report", 2, "GUIDANCE", "READ"),
    ("to-2023.foundations", 5, "FACTUAL", "SUPPOSED"),
    ("to-2023.funding", 2, "GUIDANCE", "READ"),
    ("to-2023.disputes", 2, "GUIDANCE", "READ"),
    ("to-2023.information-in-arrangements", 2, "GUIDANCE", "READ"),
    ("to-2023.lead-practitioner", 3, "GUIDANCE", "READ"),
    ("to-2023.protocol-for-assessment", 3, "GUIDANCE", "READ"),
    ("to-2023.practice-standards", 3, "GUIDANCE", "READ"),
    ("to-2023.prisons-and-probation", 4, "GUIDANCE", "READ"),
    ("to-2023.public-protection", 4, "FACTUAL", "READ"),
    ("to-2023.serious-violence", 4, "GUIDANCE", "READ"),
    ("to-2023.armed-services", 4, "FACTUAL", "READ"),
    ("to-2023.bodies-gone", 4, "FACTUAL", "READ"),
    ("to-2023.care-leavers-deaths", 5, "GUIDANCE", "READ"),
    ("to-2023.panel-and-reviews", 5, "FACTUAL", "READ"),
    ("to-2023.death-review-guidance-named", 6, "FACTUAL", "READ"),
    ("to-2023.death-away-from-home", 6, "FACTUAL", "READ"),
    ("to-2023.coroners-reports", 6, "FACTUAL", "READ"),
    ("to-2023.overview-panel-named", 6, "FACTUAL", "READ"),
    ("to-2023.death-and-abuse", 6, "FACTUAL", "READ"),
    ("to-2023.glossary", 0, "FACTUAL", "READ"),
    # while the 2023 edition stood
    ("in-2023.february-2024", 2, "FACTUAL", "REPORTED"),
    ("in-2023.change-over", 2, "GUIDANCE", "REPORTED"),
    ("in-2023.families-first", 3, "GUIDANCE", "REPORTED"),
    ("in-2023.sharing-advice", 1, "GUIDANCE", "AGREED"),
    ("in-2023.childrens-guide", 0, "FACTUAL", "SUPPOSED"),
    ("in-2023.medical-examiners", 6, "LAW", "SUPPOSED"),
    ("in-2023.june-2025", 0, "NOT_KNOWN", "READ"),
    ("in-2023.panel-guidance", 5, "GUIDANCE", "REPORTED"),
    ("in-2023.domestic-abuse-notices", 4, "LAW", "AGREED"),
    # 2026
    ("to-2026.replaced", 0, "FACTUAL", "AGREED"),
    ("to-2026.domestic-abuse", 3, "GUIDANCE", "AGREED"),
    ("to-2026.families-first-second-year", 3, "GUIDANCE", "REPORTED"),
    ("to-2026.which-children", 0, "GUIDANCE", "AGREED"),
    ("to-2026.racism-challenged", 1, "GUIDANCE", "AGREED"),
    ("to-2026.coercive-control", 1, "GUIDANCE", "AGREED"),
    ("to-2026.hidden-harms", 1, "GUIDANCE", "AGREED"),
    ("to-2026.sharing", 1, "GUIDANCE", "REPORTED"),
    ("to-2026.looked-after", 2, "GUIDANCE", "AGREED"),
    ("to-2026.accountability", 2, "GUIDANCE", "AGREED"),
    ("to-2026.disproportionality", 2, "GUIDANCE", "AGREED"),
    ("to-2026.data-sharing", 2, "GUIDANCE", "AGREED"),
    ("to-2026.impact-in-report", 2, "GUIDANCE", "AGREED"),
    ("to-2026.family-help", 3, "GUIDANCE", "AGREED"),
    ("to-2026.community-early-help", 3, "NOT_KNOWN", "REPORTED"),
    ("to-2026.family-help-lead", 3, "NOT_KNOWN", "REPORTED"),
    ("to-2026.family-group", 3, "GUIDANCE", "AGREED"),
    ("to-2026.anti-racist-practice", 3, "GUIDANCE", "REPORTED"),
    ("to-2026.sexual-abuse", 3, "GUIDANCE", "AGREED"),
    ("to-2026.infants", 3, "GUIDANCE", "AGREED"),
    ("to-2026.honour-faith-belief", 3, "GUIDANCE", "AGREED"),
    ("to-2026.protection-teams", 3, "NOT_KNOWN", "SUPPOSED"),
    ("to-2026.sharing-duty", 1, "LAW", "AGREED"),
    ("to-2026.sharing-guidance", 1, "GUIDANCE", "REPORTED"),
    ("to-2026.identifier", 1, "LAW", "AGREED"),
    ("to-2026.education-agencies", 2, "LAW", "AGREED"),
    ("to-2026.protection-teams-in-law", 3, "LAW", "AGREED"),
    ("to-2026.family-group-in-law", 3, "LAW", "AGREED"),
    ("to-2026.consent-to-withdraw", 3, "LAW", "REPORTED"),
    ("to-2026.not-in-school", 3, "LAW", "REPORTED"),
    ("to-2026.mandatory-reporting", 4, "LAW", "REPORTED"),
    ("to-2026.keeping-children-safe", 4, "GUIDANCE", "AGREED"),
    ("to-2026.protection-authority", 5, "GUIDANCE", "REPORTED"),
    ("to-2026.census", 3, "GUIDANCE", "REPORTED"),
]


@pytest.mark.parametrize(("id", "chapter", "nature", "sure"), ROWS)
def test_what_is_known_to_have_changed_is_told_as_surely_as_it_is_known(id, chapter, nature, sure):
    change = BY_ID[id]

    assert (change.chapter, change.nature.name, change.sure.name) == (chapter, nature, sure)


@pytest.mark.parametrize(
    ("change", "action"),
    [
        ("from-2015.strategy-discussion", "health.strategy-discussions"),
        ("from-2015.voluntary-and-trustees", "voluntary.trustees"),
        ("to-2020.mental-health-admission", "health.admissions"),
        ("to-2023.safeguarding-defined-anew", "all.definitions"),
        ("to-2023.early-help-signs", "schools.early-help-signs"),
        ("to-2023.lead-practitioner", "schools.lead-practitioner"),
        ("to-2023.home-education", "schools.off-roll"),
        ("to-2023.young-carers-counted", "schools.young-carers"),
        ("to-2023.education-at-strategic-level", "schools.representative"),
        ("to-2023.partnership-chair", "partners.chair"),
        ("to-2023.scrutiny", "scrutineers.plan"),
        ("to-2023.care-leavers-deaths", "local-authority.care-leavers"),
        ("to-2023.death-and-abuse", "child-death.suspicion"),
        ("in-2023.domestic-abuse-notices", "schools.domestic-abuse-notices"),
        ("to-2026.racism-challenged", "all.racism"),
        ("to-2026.looked-after", "partners.looked-after"),
        ("to-2026.impact-in-report", "partners.impact"),
        ("to-2026.sharing-duty", "schools.sharing-decisions"),
        ("to-2026.consent-to-withdraw", "schools.withdrawal"),
    ],
)
def test_what_may_be_done_about_a_change_stands_with_it(change, action):
    assert action in BY_ID[change].actions


@pytest.mark.parametrize(
    ("edition", "words"),
    [
        ("WT2015", "text of 2015 was not read"),
        ("WT2018", "text of 2018 was not read"),
        ("WT2018-2020-12", "from knowledge of the field"),
        ("WT2023", "June 2025 changed is not established"),
        ("WT2026", "none of its paragraphs can be cited"),
        ("WT2026", "No change to chapter 4 was found"),
        ("WT2026", "No change to chapter 5 was found"),
        ("WT2026", "No change to chapter 6 was found"),
        ("WT2026", "files of 24 March and 6 May 2026"),
    ],
)
def test_what_could_not_be_established_is_said_plainly(edition, words):
    assert [one.id for one in catalogue.UNKNOWNS if one.edition == edition and words in one.words]


@pytest.mark.parametrize("unknown", catalogue.UNKNOWNS, ids=lambda one: one.id)
def test_what_is_not_known_belongs_to_an_edition_and_its_readers(unknown):
    assert unknown.chapter in editions.BY_ID[unknown.edition].chapters
    assert set(unknown.audiences) <= set(AUDIENCES)


@pytest.mark.parametrize("audience", AUDIENCES)
def test_every_reader_is_told_of_every_step(audience):
    for before, after in [("WT2015", "WT2018"), ("WT2018-2020-12", "WT2023"), ("WT2023", "WT2026")]:
        assert [one for one in of(before, after) if audience in one.audiences], f"{before} to {after}"


def test_nobody_who_acts_is_without_readers():
    assert all(set(actor.audiences) <= set(AUDIENCES) for actor in ACTORS.values())
