"""Working Together, chapter 2: multi-agency safeguarding arrangements (2023 paragraphs 34-113).

The 2018 edition had this in its chapter 3. ``covered/WT2023-chapter-2.toml`` lists each paragraph, and says why where
nothing is encoded.
"""

IN_ORDER = (
    "purpose",
    "partners",
    "geography",
    "lead_partners",
    "delegated_partners",
    "chair",
    "relevant_agencies",
    "relevant_agencies_listed",
    "education",
    "information_requests",
    "scrutiny",
    "funding",
    "publication",
    "yearly_report",
    "disputes",
    "schools",
)
