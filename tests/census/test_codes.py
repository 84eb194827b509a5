"""Our code sets, against our own counts and, where it is at hand, the list compiled from the schemas."""

from __future__ import annotations

import csv

import pytest

from alongside.census.authorities import AUTHORITIES, WRENMOUTH
from alongside.census.codes import ASSESSMENT_FACTOR, CLOSURE_REASON, CODE_SETS, REFERRAL_SOURCE
from tests.census.returns import REFERENCE

COUNTS = {
    "Flag": 2, "UPNunknown": 7, "GenderCurrent": 4, "Sex": 3, "Ethnicity": 20, "Disability": 13,
    "ReferralSource": 22, "PrimaryNeedCode": 10, "ReasonForClosure": 9, "CategoryOfAbuse": 5,
    "AssessmentFactors": 44, "PPOutcome": 3,
}  # fmt: skip
NAMED = {
    "Flag": "ReferralNFA/ICPCnotRequired",
    "CategoryOfAbuse": "InitialCategoryOfAbuse/LatestCategoryOfAbuse",
}


def test_the_sets_are_whole():
    assert {name: len(each.codes) for name, each in CODE_SETS.items()} == COUNTS


@pytest.mark.parametrize("name", COUNTS)
def test_each_code_agrees_with_the_compiled_list(name):
    """Code, first and last year. Without the list, that no code is given twice or ends before it begins."""
    ours = {(each.code, each.first, each.last) for each in CODE_SETS[name].codes}
    listed = REFERENCE / "codesets.csv"
    if not listed.exists():
        assert len({code for code, _, _ in ours}) == COUNTS[name]
        assert all(last is None or first <= last for _, first, last in ours)
        return
    with listed.open(encoding="utf-8") as file:
        theirs = {
            (row["code"], int(row["first_year_in_xsd"]), int(row["last_year_in_xsd"] or 0) or None)
            for row in csv.DictReader(file)
            if row["field"] == NAMED.get(name, name)
        }
    assert ours == theirs


@pytest.mark.parametrize(
    ("codes", "code", "year", "valid", "why"),
    [
        (REFERRAL_SOURCE, "5D", 2022, False, "early help became a source in 2022/23"),
        (REFERRAL_SOURCE, "5D", 2023, True, "early help became a source in 2022/23"),
        (CLOSURE_REASON, "RC9", 2022, False, "closed to early help came with it"),
        (ASSESSMENT_FACTOR, "18B", 2020, False, "who did it was asked from 2020/21"),
        (ASSESSMENT_FACTOR, "18A", 2026, True, "withdrawn, and still to be read"),
        (ASSESSMENT_FACTOR, "24A", 2021, False, "criminal exploitation came in 2021/22"),
    ],
)
def test_a_code_belongs_to_its_years(codes, code, year, valid, why):
    assert (code in {each.code for each in codes.valid_in(year)}) is valid, why


def test_the_authorities_are_whole():
    """Against the list compiled from the statistics, or our own count of it."""
    ours = {code: each for code, each in AUTHORITIES.items() if each is not WRENMOUTH}
    assert len(ours) == 158
    assert WRENMOUTH.code not in ours
    listed = REFERENCE / "la_codes.csv"
    if listed.exists():
        with listed.open(encoding="utf-8") as file:
            for row in csv.DictReader(file):
                authority = ours[row["la_code"]]
                assert (authority.name, authority.ons, authority.region) == (
                    row["name"], row["ons_code"], row["region"],
                )  # fmt: skip


def test_labels_say_something_each():
    for each in CODE_SETS.values():
        labels = [code.label for code in each.codes]
        assert all(labels)
        assert len(set(labels)) == len(labels), each.name
