"""Small returns written by hand, to be spoiled one way at a time."""

from __future__ import annotations

from pathlib import Path

from alongside.census.problems import Problem
from alongside.census.reading import Reading, opened

#: Where the schemas and samples may lie beside the repository. Tests that use them have an answer without.
REFERENCE = Path(__file__).parents[2].parent / "shared" / "reference" / "cin-census"

HEADER = """<Header>
<CollectionDetails><Collection>CIN</Collection><Year>2026</Year><ReferenceDate>2026-03-31</ReferenceDate></CollectionDetails>
<Source><SourceLevel>L</SourceLevel><LEA>199</LEA><SerialNo>001</SerialNo></Source>
</Header>"""

#: One child with one of everything, in which nothing is wrong.
CHILD = """<Child>
<ChildIdentifiers>
<LAchildID>WREN1</LAchildID>
<UPN>K199000000001</UPN>
<PersonBirthDate>2014-06-02</PersonBirthDate>
<Sex>F</Sex>
</ChildIdentifiers>
<ChildCharacteristics>
<Ethnicity>BCRB</Ethnicity>
<Disabilities><Disability>AUT</Disability><Disability>LD</Disability></Disabilities>
</ChildCharacteristics>
<CINdetails>
<CINreferralDate>2025-05-06</CINreferralDate>
<ReferralSource>6</ReferralSource>
<PrimaryNeedCode>N1</PrimaryNeedCode>
<CINclosureDate>2026-03-20</CINclosureDate>
<ReasonForClosure>RC7</ReasonForClosure>
<Assessments>
<AssessmentActualStartDate>2025-05-07</AssessmentActualStartDate>
<AssessmentAuthorisationDate>2025-06-20</AssessmentAuthorisationDate>
<FactorsIdentifiedAtAssessment><AssessmentFactors>16A</AssessmentFactors></FactorsIdentifiedAtAssessment>
</Assessments>
<CINPlanDates>
<CINPlanStartDate>2026-02-10</CINPlanStartDate>
<CINPlanEndDate>2026-03-20</CINPlanEndDate>
</CINPlanDates>
<Section47>
<S47ActualStartDate>2025-05-08</S47ActualStartDate>
<InitialCPCtarget>2025-05-30</InitialCPCtarget>
<DateOfInitialCPC>2025-05-29</DateOfInitialCPC>
<ICPCnotRequired>0</ICPCnotRequired>
</Section47>
<ReferralNFA>0</ReferralNFA>
<ChildProtectionPlans>
<CPPstartDate>2025-05-29</CPPstartDate>
<CPPendDate>2026-02-10</CPPendDate>
<InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>
<LatestCategoryOfAbuse>EMO</LatestCategoryOfAbuse>
<NumberOfPreviousCPP>0</NumberOfPreviousCPP>
<Reviews><CPPreviewDate>2025-08-21</CPPreviewDate><CPPreviewDate>2026-02-10</CPPreviewDate></Reviews>
</ChildProtectionPlans>
</CINdetails>
</Child>"""


def message(*children: str, header: str = HEADER) -> str:
    """A return that holds these children."""
    inside = "\n".join(children)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<Message>\n{header}\n<Children>\n{inside}\n</Children>\n</Message>\n'


def spoiled(*changes: tuple[str, str], child: str = CHILD) -> str:
    """The child with these pieces of its text replaced, each of which must be there once."""
    for old, new in changes:
        assert child.count(old) == 1, f"{old} stands {child.count(old)} times"
        child = child.replace(old, new)
    return child


def save(folder: Path, text: str | bytes) -> Path:
    """The text in a file."""
    path = folder / "return.xml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def read(folder: Path, text: str | bytes) -> list[Reading]:
    """Every child of the return with this text."""
    with opened(save(folder, text)) as census:
        return list(census.children())


def read_one(folder: Path, child: str, header: str = HEADER) -> Reading:
    """The one child of a return."""
    (reading,) = read(folder, message(child, header=header))
    return reading


def header_for(year: int) -> str:
    """The header of the collection that ends in ``year``."""
    return HEADER.replace("2026", str(year))


def rules_of(problems: tuple[Problem, ...]) -> set[str]:
    """The Department's numbers of the rules broken."""
    return {problem.rule for problem in problems}
