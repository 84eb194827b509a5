"""What a referrer quotes to say which referral they mean."""

from __future__ import annotations

from uuid import UUID

from alongside.people.references import ALPHABET


def reference_of(submission: UUID) -> str:
    """“R-7K3QF-TX2MN”, from the random part of a submission's key; it tells nobody how many there are."""
    number, letters = submission.int & ((1 << 62) - 1), []
    for _ in range(10):
        number, place = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[place])
    return f"R-{''.join(letters[:5])}-{''.join(letters[5:])}"
