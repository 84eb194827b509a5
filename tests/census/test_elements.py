"""Our table of the census layout, against our own counts and, where they are at hand, the schemas."""

from __future__ import annotations

import csv

import pytest
from lxml import etree

from alongside.census import elements
from alongside.census.codes import CODE_SETS
from alongside.census.elements import Element, Format, Group
from tests.census.returns import REFERENCE

XS = "{http://www.w3.org/2001/XMLSchema}"
YEARS = range(elements.FIRST_YEAR, elements.LAST_YEAR + 1)
ALL = list(elements.walk())


def test_every_element_of_the_census_is_here_once():
    assert len(ALL) == 53
    assert len({(path, element.tag) for path, element in ALL}) == 53


@pytest.mark.parametrize(("year", "count"), [(2017, 40), (2021, 40), (2022, 42), (2026, 42)])
def test_how_many_elements_a_collection_has(year, count):
    assert sum(1 for _ in _elements(elements.MESSAGE, year)) == count


@pytest.mark.parametrize(("path", "element"), ALL, ids=lambda each: getattr(each, "tag", ""))
def test_every_element_has_a_number_a_meaning_and_a_place(path, element):
    assert element.number.startswith("N")
    assert len(element.number) == 6
    assert element.says
    assert element.fills
    assert path[0] == "Message"
    assert (element.format in (Format.CODE, Format.FLAG)) == (element.codes is not None)


def test_the_old_gender_item_gives_way_to_sex():
    assert "GenderCurrent" in {each.tag for each in elements.IDENTIFIERS.in_year(2024)}
    assert "Sex" not in {each.tag for each in elements.IDENTIFIERS.in_year(2024)}
    assert "Sex" in {each.tag for each in elements.IDENTIFIERS.in_year(2025)}
    assert "GenderCurrent" not in {each.tag for each in elements.IDENTIFIERS.in_year(2025)}


def test_the_planned_module_is_in_no_collection_that_can_be_read():
    assert elements.PRE_PROCEEDINGS not in elements.EPISODE.in_year(elements.LAST_YEAR)
    assert elements.PRE_PROCEEDINGS in elements.EPISODE.in_year(2027)


def test_it_agrees_with_the_list_of_fields():
    """Where the reference lies beside the repository; otherwise the numbers are compared with our own list."""
    ours = {(element.tag, element.number) for _, element in ALL} - {("GenderCurrent", "N00065")}
    listed = REFERENCE / "fields.csv"
    if listed.exists():
        with listed.open(encoding="utf-8") as file:
            theirs = {(row["tag"], row["cbds_number"]) for row in csv.DictReader(file)}
    else:
        theirs = {(tag, f"N{number:05d}") for tag, number in NUMBERS.items()}
        theirs.add(("DateOfInitialCPC", "N00110"))
    assert ours == theirs


@pytest.mark.parametrize("year", YEARS)
def test_it_agrees_with_the_schema_of_each_year(year):
    """Order, counts and codes, element by element; without the schemas, that the year's layout is whole."""
    path = REFERENCE / "xsd" / f"CIN_schema_{year}.xsd"
    groups = list(_groups(elements.MESSAGE, year))
    if not path.exists():
        assert [group.tag for group in groups].count("CINdetails") == 1
        assert ("CINPlanDates" in {group.tag for group in groups}) == (year >= 2022)
        return
    schema = _Schema(path)
    for group in groups:
        if group.tag == "Content":
            continue
        ours = [each for each in group.in_year(year) if each.tag != "Content"]
        theirs = schema.members(group.tag)
        assert [each.tag for each in ours] == [tag for tag, _, _, _ in theirs], group.tag
        for each, (tag, least, most, allowed) in zip(ours, theirs, strict=True):
            if group.tag not in ("Message", "Header", "CollectionDetails", "Source"):
                assert (each.least, each.most) == (least, most), tag
            if isinstance(each, Element) and each.codes and allowed:
                assert {code.code for code in each.codes.valid_in(year)} == allowed, tag


class _Schema:
    """What a schema says of each group, read with no more than it takes to compare."""

    def __init__(self, path):
        self.root = etree.parse(path).getroot()
        self.types = {each.get("name"): each for each in self.root if each.get("name")}
        self.elements = {each.get("name"): each for each in self.root.iter(f"{XS}element")}

    def members(self, tag):
        element = self.elements[tag]
        kind = self.types.get(element.get("type"))
        holder = element if kind is None else kind
        found = holder.find(f".//{XS}sequence").findall(f"{XS}element")
        return [
            (each.get("name"), int(each.get("minOccurs", 1)), self._most(each), self._codes(each))
            for each in found
        ]

    def _most(self, each):
        most = each.get("maxOccurs", "1")
        return None if most == "unbounded" else int(most)

    def _codes(self, each):
        kind = self.types.get(each.get("type"))
        return set() if kind is None else {one.get("value") for one in kind.iter(f"{XS}enumeration")}


def _groups(group: Group, year: int):
    yield group
    for each in group.in_year(year):
        if isinstance(each, Group):
            yield from _groups(each, year)


def _elements(group: Group, year: int):
    for each in group.in_year(year):
        if isinstance(each, Group):
            yield from _elements(each, year)
        else:
            yield each


def test_every_code_set_is_used_or_is_a_flag():
    used = {element.codes.name for _, element in ALL if element.codes}
    assert used == set(CODE_SETS)


NUMBERS = {
    "Collection": 600, "Year": 602, "ReferenceDate": 603, "SourceLevel": 604, "LEA": 216, "SoftwareCode": 605,
    "Release": 607, "SerialNo": 606, "DateTime": 609, "LAchildID": 97, "UPN": 1, "FormerUPN": 2,
    "UPNunknown": 135, "PersonBirthDate": 66, "ExpectedPersonBirthDate": 98, "Sex": 783,
    "PersonDeathDate": 108, "Ethnicity": 177, "Disability": 99, "CINreferralDate": 100, "ReferralSource": 152,
    "PrimaryNeedCode": 101, "CINclosureDate": 102, "ReasonForClosure": 103, "DateOfInitialCPC": 110,
    "AssessmentActualStartDate": 159, "AssessmentInternalReviewDate": 161, "AssessmentAuthorisationDate": 160,
    "AssessmentFactors": 181, "CINPlanStartDate": 689, "CINPlanEndDate": 690, "S47ActualStartDate": 148,
    "InitialCPCtarget": 109, "ICPCnotRequired": 111, "ReferralNFA": 112, "CPPstartDate": 105, "CPPendDate": 115,
    "InitialCategoryOfAbuse": 113, "LatestCategoryOfAbuse": 114, "NumberOfPreviousCPP": 106,
    "CPPreviewDate": 116, "PPStartDate": 826, "LBPSentDate": 827, "FGDMMeetingOffer": 828,
    "FGDMMeetingFac": 829, "InitialPPMeetingDate": 830, "ReviewMeetingsCount": 831, "StepDecisionDate": 832,
    "PPOutcome": 833, "CourtAppDate": 834, "LetterInitCPDate": 835,
}  # fmt: skip
