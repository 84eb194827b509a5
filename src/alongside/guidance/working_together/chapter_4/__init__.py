"""Working Together, chapter 4: organisational responsibilities.

The modules follow the chapter of the 2023 edition, one for each kind of organisation. The 2018 edition had the same
matter, shorter, in its chapter 2: it spoke of clinical commissioning groups where boards stand now, still named secure
colleges, said little about prisons and probation and nothing about the serious violence duty. Its values are encoded only
where it is known that it said the same. Nobody has yet checked this chapter of any edition against the text.
``covered/WT2023-chapter-4.toml`` lists each paragraph, and says why where nothing is encoded.
"""

IN_ORDER = (
    "section_11",
    "positions_of_trust",
    "schools",
    "early_years",
    "health",
    "police",
    "adult_services",
    "housing",
    "prisons",
    "probation",
    "public_protection",
    "serious_violence",
    "childrens_homes",
    "secure_establishments",
    "youth_offending",
    "immigration",
    "family_court",
    "armed_services",
    "radicalisation",
    "voluntary",
    "sport",
)
