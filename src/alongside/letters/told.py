"""What a practitioner is told once an act is done with a letter."""

from __future__ import annotations

from alongside.letters.composing import number_of
from alongside.letters.models import AddressRelease, Letter, LetterOutcome, LetterTemplate, LocalDays
from alongside.ui.pages import Told
from alongside.ui.words import count, date_words

What = LetterOutcome.What


def told_signed(letter: Letter) -> Told:
    """What must be done until its reader has it."""
    if letter.language:
        return Told("Signed", (
            f"It waits to be translated into {letter.language}. It does not go before a translator's text is put in.",
        ))  # fmt: skip
    return Told("Signed", (
        "Its words never change now. Print it, or take the file, and record how it went.",
        f"Its number, {number_of(letter)}, is at the foot of the letter. Write it on the envelope too.",
    ))  # fmt: skip


def told_outcome(outcome: LetterOutcome) -> Told:
    """What became of it, and what is left."""
    whom = outcome.letter.to_name
    if outcome.what == What.SENT:
        return Told(f"Recorded: the letter went to {whom}", ("It stands on the timeline.",))
    if outcome.what == What.FAILED:
        return Told(
            "Recorded: it did not arrive", (f"{whom} is still to be told. Send it again, another way.",)
        )
    return Told(f"Recorded: it does not go to {whom}", ("The reason stands with it, and on the timeline.",))


def told_released(release: AddressRelease) -> Told:
    """How far a release goes."""
    return Told(
        f"{release.to_name} may be told",
        (
            "It stands on the timeline with your name and your reason. It goes for this reader, and for nobody else.",
        ),
    )


def told_days(days: LocalDays) -> Told:
    """From when the area's own figure holds, and that it is no law."""
    return Told(
        f"{days.get_what_display()}: within {count(days.working_days, 'working day')}",
        (
            f"It holds for what happens from {date_words(days.from_on)}. It is shown as this area’s own figure.",
        ),
    )


def told_rewritten(template: LetterTemplate) -> Told:
    """Which letters have the new words."""
    return Told(
        "The words have changed", ("Letters that are not signed yet have them. Signed letters keep theirs.",)
    )
