"""What is asked when a letter is written, signed, sent, translated; when an address is released; when words change."""

from __future__ import annotations

from typing import Any

from alongside.letters.models import Audience, LetterOutcome
from alongside.letters.which import LetterKind
from alongside.ui.forms import DayField, Form, LongTextField, OneOf, TextField, Tick, WholeNumberField

How = LetterOutcome.How
NEEDED = "You can leave it for now; it must be there before the letter is signed."
HOWS = [choice for choice in How.choices if choice[0] != How.ACCOUNT]


class WriteForm(Form):
    """What the writer of one letter says, and how the reader reads."""

    language = TextField(
        label="In which language do they read it?", required=False, max_length=50,
        help_text="Leave this empty for English. In any other, the letter waits until a translator's text is put in.",
    )  # fmt: skip
    large_print = Tick(label="In large print", required=False)
    others_belong = Tick(
        label="I have read every place where another child is named, and it belongs in this letter",
        required=False,
    )

    def __init__(self, *args: Any, kind: LetterKind, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = dict(self.fields)
        self.fields.clear()
        for box in kind.boxes:
            # Nothing is asked for while it is written: what is missing is said at the signature.
            help_text = f"{box.help} {NEEDED}".strip() if box.must else box.help
            self.fields[box.key] = LongTextField(label=box.label, help_text=help_text, rows=4, required=False)
        self.fields.update(asked)


class SignForm(Form):
    """That it was read. read: what was shown to whoever signs, as a digest."""

    read = Tick(
        label="I have read this letter as its reader will, and it is right",
        missing="Read the letter, and tick this",
    )
    shown = TextField(label="What was shown", required=False)


class SendForm(Form):
    """That it went."""

    how = OneOf(label="How did it go?", choices=HOWS, missing="Select how it went")
    on = DayField(label="When did it go?", called="the day it went")

    def __init__(self, *args: Any, agency: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        how = self.fields["how"]
        assert isinstance(how, OneOf)
        how.choices = list(How.choices) if agency else HOWS


class BecauseForm(Form):
    """Why it does not go, or why a reader may be told."""

    because = LongTextField(label="Why?", rows=3, missing="Enter why")


class FailedForm(Form):
    """That it did not arrive."""

    because = LongTextField(label="What happened?", rows=3, missing="Enter what happened")
    on = DayField(label="When was this known?", called="the day")


class TranslationForm(Form):
    """What a translator wrote."""

    translator = TextField(label="Who translated it?", max_length=150, missing="Enter who translated it")
    words = LongTextField(
        label="The translation", rows=16, missing="Put in the translation",
        help_text="The first line is the title. A line that begins with “## ” is a heading, with “- ” one of a list.",
    )  # fmt: skip


class TemplateForm(Form):
    """New words for a kind of letter."""

    words = LongTextField(label="The letter", rows=24, missing="Write the letter")
    why = TextField(label="Why do its words change?", max_length=200, missing="Enter why its words change")


class ByNameForm(Form):
    """Whom a letter is to, where no record lists them."""

    name = TextField(label="To whom?", max_length=150, missing="Enter to whom it is")

    def __init__(self, *args: Any, audience: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        label, help_text = BY_NAME[Audience(audience)]
        self.fields["name"].label, self.fields["name"].help_text = label, help_text


BY_NAME = {
    Audience.AUTHORITY: ("Which local authority is it to?", ""),
    Audience.NAMED: ("Whom did they ask you to give it to?", "Their name, and who they are to the child."),
}


class DaysForm(Form):
    """How many working days an area gives itself."""

    working_days = WholeNumberField(
        label="Within how many working days?", least=1, most=100, missing="Enter how many working days"
    )
    from_on = DayField(label="From which day?", called="the day from which it holds")
    because = TextField(
        label="Where was it agreed?", max_length=200, missing="Enter where it was agreed",
        help_text="For example, the name and paragraph of your local protocol.",
    )  # fmt: skip
