"""Working Together, chapter 1: a shared responsibility (2023 paragraphs 10-33).

New in the 2023 edition as a chapter: what it asks was scattered before. ``covered/WT2023-chapter-1.toml`` lists
each paragraph, and says why where nothing is encoded.
"""

IN_ORDER = ("child_centred", "parents_and_carers", "expectations", "sharing")
