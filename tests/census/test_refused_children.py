"""One thing wrong at a time: which rule says so, where, and whether the child is loaded."""

from __future__ import annotations

import pytest

from alongside.census.checks.rules import RULES
from alongside.census.problems import Level
from alongside.census.reading import opened
from tests.census.returns import CHILD, header_for, message, read, read_one, rules_of, save, spoiled

ERROR, WARNING = Level.ERROR, Level.WARNING
EPISODE = CHILD[CHILD.index("<CINdetails>") : CHILD.index("</Child>")]
ASSESSMENT = EPISODE[EPISODE.index("<Assessments>") : EPISODE.index("<CINPlanDates>")]
ENQUIRY = EPISODE[EPISODE.index("<Section47>") : EPISODE.index("<ReferralNFA>")]
NEED_PLAN = EPISODE[EPISODE.index("<CINPlanDates>") : EPISODE.index("<Section47>")]
PLAN = EPISODE[EPISODE.index("<ChildProtectionPlans>") : EPISODE.index("</CINdetails>")]
CLOSURE = "<CINclosureDate>2026-03-20</CINclosureDate>\n<ReasonForClosure>RC7</ReasonForClosure>\n"

#: What is changed, the rule that says so, where, and how much it matters.
WRONG = [
    # Values that cannot be read, and elements that are not as they should be
    ((("<Ethnicity>BCRB", "<Ethnicity>XXXX"),), "", "ChildCharacteristics/Ethnicity", ERROR),
    ((("<Ethnicity>BCRB", "<Ethnicity>bcrb"),), "", "ChildCharacteristics/Ethnicity", ERROR),
    ((("<Ethnicity>BCRB</Ethnicity>", "<Ethnicity/>"),), "", "ChildCharacteristics/Ethnicity", ERROR),
    ((("<Ethnicity>BCRB</Ethnicity>", ""),), "4220", "ChildCharacteristics", ERROR),
    ((("<Ethnicity>BCRB</Ethnicity>", "<Ethnicity>BCRB</Ethnicity><Ethnicity>BAFR</Ethnicity>"),), "", "Ethnicity", ERROR),
    ((("<Ethnicity>BCRB</Ethnicity>", "<Ethnicity><b>BCRB</b></Ethnicity>"),), "", "ChildCharacteristics/Ethnicity", ERROR),
    ((("<Ethnicity>", '<Ethnicity note="asked">'),), "", "ChildCharacteristics/Ethnicity", ERROR),
    ((("<Ethnicity>BCRB", "stray<Ethnicity>BCRB"),), "", "ChildCharacteristics", ERROR),
    ((("<Sex>F", "<Sex>1"),), "", "ChildIdentifiers/Sex", ERROR),
    ((("<Sex>F</Sex>", "<GenderCurrent>2</GenderCurrent>"),), "", "ChildIdentifiers/GenderCurrent", ERROR),
    ((("<LAchildID>WREN1</LAchildID>", ""),), "8500", "ChildIdentifiers", ERROR),
    ((("<LAchildID>WREN1", "<LAchildID>WREN/1"),), "1580", "ChildIdentifiers/LAchildID", ERROR),
    ((("<LAchildID>WREN1", f"<LAchildID>{'W' * 21}"),), "1570", "ChildIdentifiers/LAchildID", ERROR),
    (((CHILD[CHILD.index("<CINdetails>") : CHILD.index("</Child>")], ""),), "8590", "Child", ERROR),
    ((("<CINreferralDate>2025-05-06</CINreferralDate>", ""),), "8600", "CINdetails[1]", ERROR),
    ((("<CINreferralDate>2025-05-06", "<CINreferralDate>06/05/2025"),), "", "CINdetails[1]/CINreferralDate", ERROR),
    ((("<CINreferralDate>2025-05-06", "<CINreferralDate>2025-02-30"),), "", "CINdetails[1]/CINreferralDate", ERROR),
    ((("<CINreferralDate>2025-05-06", "<CINreferralDate>0025-05-06"),), "", "CINdetails[1]/CINreferralDate", ERROR),
    ((("<CINreferralDate>", "<Referral/><CINreferralDate>"),), "", "CINdetails[1]/Referral", ERROR),
    ((("<CINreferralDate>", '<x:Seen xmlns:x="urn:x"/><CINreferralDate>'),), "", "CINdetails[1]/Seen", ERROR),
    ((("<ReferralSource>6", "<ReferralSource>66"),), "", "CINdetails[1]/ReferralSource", ERROR),
    ((("<ReferralNFA>0", "<ReferralNFA>no"),), "8568", "CINdetails[1]/ReferralNFA", ERROR),
    ((("<NumberOfPreviousCPP>0", "<NumberOfPreviousCPP>-1"),), "", "NumberOfPreviousCPP", ERROR),
    ((("<NumberOfPreviousCPP>0", "<NumberOfPreviousCPP>two"),), "", "NumberOfPreviousCPP", ERROR),
    ((("<InitialCategoryOfAbuse>NEG", "<InitialCategoryOfAbuse>NEGLECT"),), "", "InitialCategoryOfAbuse", ERROR),
    ((("<AssessmentFactors>16A", "<AssessmentFactors>8A"),), "", "AssessmentFactors", ERROR),
    ((("<ReferralSource>6</ReferralSource>\n<PrimaryNeedCode>N1</PrimaryNeedCode>",
       "<PrimaryNeedCode>N1</PrimaryNeedCode>\n<ReferralSource>6</ReferralSource>"),), "", "ReferralSource", WARNING),
    ((("<Disabilities>", "<Disabilities/><Disabilities>"),), "", "Disabilities", WARNING),
    ((("<InitialCPCtarget>2025-05-30</InitialCPCtarget>", "<InitialCPCtarget/>"),), "", "InitialCPCtarget", WARNING),
    # Who the child is
    ((("K199000000001", "A199000000001"),), "1510", "ChildIdentifiers/UPN", ERROR),
    ((("K199000000001", "K19900000000I"),), "1550", "ChildIdentifiers/UPN", ERROR),
    ((("K199000000001", "W123456"),), "1540", "ChildIdentifiers/UPN", ERROR),
    ((("K199000000001", "N777000000001"),), "1530", "ChildIdentifiers/UPN", WARNING),
    ((("<PersonBirthDate>", "<FormerUPN>none</FormerUPN><PersonBirthDate>"),), "1560Q", "ChildIdentifiers/FormerUPN", WARNING),
    ((("<PersonBirthDate>2014-06-02", "<PersonBirthDate>2026-06-02"),), "8520", "PersonBirthDate", ERROR),
    ((("<PersonBirthDate>2014-06-02</PersonBirthDate>", ""),), "8525Q", "PersonBirthDate", WARNING),
    ((("</PersonBirthDate>", "</PersonBirthDate><ExpectedPersonBirthDate>2014-06-01</ExpectedPersonBirthDate>"),),
     "8525Q", "PersonBirthDate", WARNING),
    ((("</Sex>", "</Sex><PersonDeathDate>2013-01-01</PersonDeathDate>"),), "8535Q", "PersonDeathDate", ERROR),
    ((("</Sex>", "</Sex><PersonDeathDate>2024-01-01</PersonDeathDate>"),), "8545Q", "PersonDeathDate", WARNING),
    ((("<PersonBirthDate>2014-06-02", "<PersonBirthDate>2026-03-02"),), "8606", "CINreferralDate", ERROR),
    ((("<PersonBirthDate>2014-06-02</PersonBirthDate>", "<ExpectedPersonBirthDate>2026-03-20</ExpectedPersonBirthDate>"),),
     "8750", "ChildIdentifiers/Sex", ERROR),
    ((("<PersonBirthDate>2014-06-02</PersonBirthDate>", "<ExpectedPersonBirthDate>2025-11-20</ExpectedPersonBirthDate>"),),
     "8530Q", "ExpectedPersonBirthDate", WARNING),
    ((("<UPN>K199000000001</UPN>", "<UPNunknown>UN7</UPNunknown>"),), "8772", "UPNunknown", ERROR),
    ((("<UPN>K199000000001</UPN>", "<UPNunknown>UN1</UPNunknown>"),), "8770Q", "UPNunknown", WARNING),
    ((("<PersonBirthDate>2014-06-02", "<PersonBirthDate>1999-06-02"),), "8775Q", "CINdetails[1]", WARNING),
    ((("<Disabilities><Disability>AUT</Disability><Disability>LD</Disability></Disabilities>", ""),),
     "8540", "Disabilities", ERROR),
    ((("<Disability>AUT", "<Disability>NONE"),), "8790", "Disabilities", ERROR),
    ((("<Disability>AUT", "<Disability>LD"),), "8794", "Disabilities", WARNING),
    # The episode
    ((("<CINreferralDate>2025-05-06", "<CINreferralDate>2026-05-06"),), "8600", "CINreferralDate", ERROR),
    ((("</Sex>", "</Sex><PersonDeathDate>2025-05-01</PersonDeathDate>"),), "8555Q", "CINreferralDate", WARNING),
    ((("<PrimaryNeedCode>N1</PrimaryNeedCode>", ""),), "8610", "PrimaryNeedCode", ERROR),
    ((("<CINclosureDate>2026-03-20", "<CINclosureDate>2026-04-20"),), "8620", "CINclosureDate", ERROR),
    ((("<CINclosureDate>2026-03-20", "<CINclosureDate>2025-05-05"),), "8630", "CINclosureDate", ERROR),
    ((("<CINclosureDate>2026-03-20", "<CINclosureDate>2026-02-20"),), "8565", "CINclosureDate", ERROR),
    ((("<ReasonForClosure>RC7</ReasonForClosure>", ""),), "8805", "ReasonForClosure", ERROR),
    ((("<CINclosureDate>2026-03-20</CINclosureDate>", ""),), "8810", "CINclosureDate", ERROR),
    ((("<ReasonForClosure>RC7", "<ReasonForClosure>RC2"),), "8585Q", "ReasonForClosure", WARNING),
    ((("<ReasonForClosure>RC7", "<ReasonForClosure>RC8"),), "2990", "ReasonForClosure", ERROR),
    ((("<ReferralNFA>0", "<ReferralNFA>1"),), "8831", "ReferralNFA", ERROR),
    ((("<ReferralNFA>0", "<ReferralNFA>1"),), "8832", "ReferralNFA", ERROR),
    ((("<ReferralNFA>0", "<ReferralNFA>1"),), "4000", "ReferralNFA", ERROR),
    (((EPISODE, EPISODE + EPISODE.replace("2025-05-06", "2025-09-01")),), "8820", "CINdetails", ERROR),
    (((CLOSURE, ""), ("</Child>", f"<CINdetails>{ASSESSMENT}</CINdetails></Child>")), "8600", "CINdetails[2]", ERROR),
    # Assessments
    ((("<AssessmentActualStartDate>2025-05-07", "<AssessmentActualStartDate>2025-05-05"),), "1103", "Assessments[1]", ERROR),
    ((("<AssessmentAuthorisationDate>2025-06-20", "<AssessmentAuthorisationDate>2025-05-06"),), "8608", "Assessments[1]", ERROR),
    ((("<AssessmentAuthorisationDate>2025-06-20</AssessmentAuthorisationDate>", ""),), "8614", "Assessments[1]", ERROR),
    ((("<AssessmentAuthorisationDate>2025-06-20</AssessmentAuthorisationDate>", ""),), "8867", "Assessments[1]", ERROR),
    ((("<FactorsIdentifiedAtAssessment><AssessmentFactors>16A</AssessmentFactors></FactorsIdentifiedAtAssessment>", ""),),
     "8897Q", "Assessments[1]", WARNING),
    ((("<AssessmentFactors>16A</AssessmentFactors>", "<AssessmentFactors>16A</AssessmentFactors><AssessmentFactors>21</AssessmentFactors>"),),
     "8869", "Assessments[1]", ERROR),
    ((("<AssessmentFactors>16A</AssessmentFactors>", "<AssessmentFactors>16A</AssessmentFactors>" * 2),), "8898", "Assessments[1]", WARNING),
    ((("<AssessmentFactors>16A", "<AssessmentFactors>18A"),), "8945Q", "Assessments[1]", WARNING),
    ((("<AssessmentFactors>16A", "<AssessmentFactors>19A"),), "8950Q", "Assessments[1]", WARNING),
    ((("<AssessmentFactors>16A", "<AssessmentFactors>21"),), "8873Q", "ReasonForClosure", WARNING),
    (((ASSESSMENT, ASSESSMENT + ASSESSMENT.replace("2025-05-07", "2025-06-01")),), "8863Q", "Assessments", WARNING),
    # Section 47 enquiries and conferences
    ((("<S47ActualStartDate>2025-05-08", "<S47ActualStartDate>2025-05-02"),), "2889", "Section47[1]", ERROR),
    ((("<S47ActualStartDate>2025-05-08", "<S47ActualStartDate>2025-06-08"),), "8615", "Section47[1]", ERROR),
    ((("<ICPCnotRequired>0", "<ICPCnotRequired>1"),), "", "Section47[1]/ICPCnotRequired", ERROR),
    ((("<InitialCPCtarget>2025-05-30", "<InitialCPCtarget>2025-05-31"),), "8870Q", "InitialCPCtarget", WARNING),
    ((("<DateOfInitialCPC>2025-05-29</DateOfInitialCPC>", ""),), "8868", "Section47[1]", ERROR),
    ((("<DateOfInitialCPC>2025-05-29</DateOfInitialCPC>", ""),), "2885", "ChildProtectionPlans[1]", ERROR),
    ((("</ReasonForClosure>", "</ReasonForClosure><DateOfInitialCPC>2025-05-29</DateOfInitialCPC>"),), "2884", "DateOfInitialCPC", ERROR),
    (((ASSESSMENT, ""),), "2991Q", "CINdetails[1]", WARNING),
    (((ENQUIRY, ENQUIRY + ENQUIRY.replace("2025-05-08", "2025-05-12").replace("2025-05-29", "2025-06-02")),), "8890", "Section47", ERROR),
    (((ENQUIRY, ENQUIRY + ENQUIRY.replace("<DateOfInitialCPC>2025-05-29</DateOfInitialCPC>", "").replace("<ICPCnotRequired>0", "<ICPCnotRequired>1")),), "8890", "Section47", ERROR),
    # Child in need plans
    ((("<CINPlanStartDate>2026-02-10", "<CINPlanStartDate>2025-05-01"),), "4015", "CINPlanDates[1]", ERROR),
    ((("<CINPlanEndDate>2026-03-20", "<CINPlanEndDate>2026-02-09"),), "4011", "CINPlanDates[1]", ERROR),
    ((("<CINPlanEndDate>2026-03-20", "<CINPlanEndDate>2026-02-10"),), "4012Q", "CINPlanDates[1]", WARNING),
    ((("<CINPlanStartDate>2026-02-10", "<CINPlanStartDate>2026-01-10"),), "4016", "CINPlanDates", ERROR),
    ((("<CINPlanStartDate>2026-02-10", "<CINPlanStartDate>2025-05-20"),), "4017", "ChildProtectionPlans", ERROR),
    ((("<CINPlanStartDate>2026-02-10", "<CINPlanStartDate>2025-08-01"),), "4003", "Reviews", ERROR),
    (((NEED_PLAN, NEED_PLAN * 2),), "4014", "CINPlanDates", ERROR),
    (((CLOSURE, ""), ("<CINPlanEndDate>2026-03-20</CINPlanEndDate>", ""), ("<CPPendDate>2026-02-10</CPPendDate>", "")),
     "4001", "CINPlanDates", ERROR),
    # Child protection plans
    ((("<CPPstartDate>2025-05-29", "<CPPstartDate>2025-05-05"),), "1105", "ChildProtectionPlans[1]", ERROR),
    ((("<CPPstartDate>2025-05-29", "<CPPstartDate>2025-05-30"),), "2885", "ChildProtectionPlans[1]", ERROR),
    ((("<CPPendDate>2026-02-10", "<CPPendDate>2025-05-29"),), "8840", "ChildProtectionPlans[1]", ERROR),
    ((("<CPPendDate>2026-02-10", "<CPPendDate>2025-05-20"),), "8925", "ChildProtectionPlans[1]", ERROR),
    ((("<CPPendDate>2026-02-10", "<CPPendDate>2026-04-10"),), "8930", "ChildProtectionPlans[1]", ERROR),
    (((PLAN, PLAN * 2),), "8940", "ChildProtectionPlans", ERROR),
    (((PLAN, PLAN.replace("<CPPendDate>2026-02-10</CPPendDate>", "") * 2),), "8935", "ChildProtectionPlans", ERROR),
    ((("<CPPreviewDate>2025-08-21", "<CPPreviewDate>2025-05-29"),), "8841", "Reviews", ERROR),
    ((("<CPPreviewDate>2025-08-21", "<CPPreviewDate>2026-03-01"),), "", "Reviews", ERROR),
    ((("<CPPreviewDate>2025-08-21", "<CPPreviewDate>2026-02-10"),), "", "Reviews", WARNING),
    ((("</Sex>", "</Sex><PersonDeathDate>2025-12-01</PersonDeathDate>"),), "8920", "ChildProtectionPlans[1]", ERROR),
]  # fmt: skip


def test_nothing_is_wrong_with_the_child_they_start_from(tmp_path):
    reading = read_one(tmp_path, CHILD)
    assert reading.problems == ()
    assert reading.child is not None


@pytest.mark.parametrize(("changes", "rule", "where", "level"), WRONG)
def test_each_thing_wrong_is_found_named_and_weighed(changes, rule, where, level, tmp_path):
    reading = read_one(tmp_path, spoiled(*changes))
    found = [each for each in reading.problems if each.rule == rule and where in each.where]
    assert found, [str(each) for each in reading.problems]
    assert found[0].level is level
    assert found[0].line > 0
    assert found[0].what
    assert found[0].why
    assert found[0].do
    if level is ERROR:
        assert reading.child is None


def test_a_child_with_warnings_only_is_read(tmp_path):
    reading = read_one(tmp_path, spoiled(("<InitialCPCtarget>2025-05-30", "<InitialCPCtarget>2025-05-31")))
    assert reading.child is not None
    assert rules_of(reading.problems) == {"8870Q"}


def test_the_same_number_twice_refuses_both(tmp_path):
    other = spoiled(("WREN1", "WREN2"), ("K199000000001", "Y199000000011"))
    third = spoiled(("K199000000001", "Z199000000002"))
    first, second, last = read(tmp_path, message(CHILD, other, third))
    assert rules_of(first.problems) == rules_of(last.problems) == {"8510"}
    assert first.child is None
    assert last.child is None
    assert "8510" not in rules_of(second.problems)
    assert str(last.line) in first.problems[0].why


def test_the_same_pupil_number_twice_refuses_both(tmp_path):
    first, second = read(tmp_path, message(CHILD, spoiled(("WREN1", "WREN2"))))
    assert rules_of(first.problems) == rules_of(second.problems) == {"1520"}
    assert first.child is None
    assert second.child is None


def test_one_child_with_a_fault_does_not_stop_the_next(tmp_path):
    faulty = spoiled(("<Sex>F", "<Sex>X"), ("WREN1", "WREN2"), ("K199000000001", "Z199000000002"))
    first, second = read(tmp_path, message(faulty, CHILD))
    assert first.child is None
    assert second.child is not None
    assert second.problems == ()


def test_what_stands_between_the_children_is_reported(tmp_path):
    text = message(CHILD, "<Chlid><LAchildID>WREN9</LAchildID></Chlid>", "a note")
    with opened(save(tmp_path, text)) as census:
        assert census.children_count == 1
        whats = [problem.what for problem in census.problems]
        (reading,) = census.children()
    assert whats == ["There is Chlid beside the children.", "There is text beside the children."]
    assert reading.problems == ()


def test_an_authority_not_in_our_table_is_a_warning(tmp_path):
    with opened(save(tmp_path, message(CHILD).replace(">199<", ">777<"))) as census:
        (problem,) = census.problems
        (reading,) = census.children()
    assert problem.level is WARNING
    assert reading.child is not None


@pytest.mark.parametrize(
    ("year", "changes", "why"),
    [
        (2021, (("<AssessmentFactors>16A", "<AssessmentFactors>24A"),), "24A came in 2021/22"),
        (2022, (("<ReferralSource>6", "<ReferralSource>5D"),), "5D came in 2022/23"),
        (2022, (("<ReasonForClosure>RC7", "<ReasonForClosure>RC9"),), "RC9 came in 2022/23"),
        (2020, (("<AssessmentFactors>16A", "<AssessmentFactors>18B"),), "18B came in 2020/21"),
    ],
)
def test_a_code_of_another_year_is_unknown(year, changes, why, tmp_path):
    older = CHILD.replace("2026-", f"{year}-").replace("2025-", f"{year - 1}-")
    child = spoiled(("<Sex>F</Sex>", "<GenderCurrent>2</GenderCurrent>"), *changes, child=older)
    reading = read_one(tmp_path, child, header_for(year))
    assert any("is a code of collections" in each.why for each in reading.problems), why
    assert reading.child is None


def test_every_rule_says_what_to_do_and_why_it_differs():
    for rule in RULES.values():
        assert rule.what.endswith(".")
        assert rule.do.endswith(".")
        assert bool(rule.differs) == bool(rule.because)
