"""What a name sounds like, as a short code: names that are said alike have a code in common. Pure."""

from __future__ import annotations

from functools import lru_cache

from metaphone import doublemetaphone  # type: ignore[import-untyped]


@lru_cache(maxsize=100_000)
def sounds(word: str) -> tuple[str, ...]:
    """The codes of one folded word, the likeliest first; the word itself where it is in no Latin letters.

    Two codes where English, and other spellings it has borrowed, would say it differently.
    """
    codes = tuple(code for code in doublemetaphone(word) if code)
    return codes or (word[:20],)


def alike(one: str, other: str) -> bool:
    """Whether two folded words may be said the same way."""
    return bool(set(sounds(one)) & set(sounds(other)))
