"""Working Together to Safeguard Children, chapter by chapter in the order of the 2023 edition."""

IN_ORDER = (
    "introduction",
    "chapter_1",
    "chapter_2",
    "chapter_3",
    "chapter_4",
    "chapter_5",
    "chapter_6",
    "glossary",
)
