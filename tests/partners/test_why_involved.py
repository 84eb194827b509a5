"""Why an agency works with a child: the reason it gave, and the day, said once."""

from __future__ import annotations

from datetime import date

import pytest

from alongside.partners.children import why_involved


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("Health visiting", "Health visiting, since 17 April 2025"),
        ("Took part in the strategy discussion on 17 April 2025", "Took part in the strategy discussion on 17 April 2025"),
        (
            "Took part in the strategy discussion on 1 April 2025",
            "Took part in the strategy discussion on 1 April 2025, since 17 April 2025",
        ),
    ],
)  # fmt: skip
def test_the_day_is_said_once(why: str, said: str) -> None:
    assert why_involved(why, date(2025, 4, 17)) == said
