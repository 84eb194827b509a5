"""Texts as people type them, made up from a seed: some hold an address or a number, and most do not.

Nothing here is anybody's: streets, names and numbers are invented, the numbers from the range kept for drama.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from alongside.letters.protecting import Known, find, stops
from alongside.letters.typed import DIGITS

STREETS = (
    "Quern Terrace", "Hollin Bank Road", "Sallow Lane", "Old Ferry Street", "St Brannock's Avenue", "Tithe Barn Close",
    "Marram Drive", "Kittiwake Crescent", "Cooper Court", "Pennywell Gardens", "Thrift Street", "Lobster Quay",
)  # fmt: skip
TOWNS = ("Eastmere", "Wrenmouth", "Saltby", "North Cawdle")
POSTCODES = ("ZE3 9QX", "WM14 2TR", "W1A 0AX", "EC1A 1BB", "M1 1AE", "CR2 6XH", "DN55 1PT", "ZE12 7GD")
SHORT = {"Terrace": "Terr", "Road": "Rd", "Lane": "Ln", "Street": "St", "Avenue": "Ave", "Close": "Cl", "Drive": "Dr",
         "Crescent": "Cres", "Court": "Ct", "Gardens": "Gdns"}  # fmt: skip
IN_WORDS = {value: word for word, value in DIGITS.items() if word not in ("oh", "nought")}
NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
           "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty")  # fmt: skip
BEFORE = ("Mum now lives at", "She moved to", "Post it to", "They are staying at", "He asked if it was", "Address:", "seen at",
          "The new home is", "Visit at")  # fmt: skip
AFTER = (
    " and it went well.",
    " since May.",
    ".",
    "; please do not tell him.",
    " (keep safe)",
    "\nShe seemed settled.",
    " with her sister",
)
#: Sentences out of ordinary notes: with numbers, days, ages, schools, places and the words of roads in them.
ORDINARY = (
    "Edie is {n} and walks to school with {n2} friends.", "Visited on {n} March at {t}; the house was warm.",
    "The road outside is busy and the children play in the street.", "{name} was {n} minutes late on {day}.",
    "Attendance is {p}% this term, down from {p2}%.", "We met at Mill Lane Primary School at {t}.",
    "Dad lives close by; they drive past every morning.", "The park has {n} swings and a place to sit.",
    "Health visitor saw the baby at {n} weeks: {w} kg.", "There were {n} calls to the police in {y}.",
    "Core group on {n} June {y}, {n2} people came.", "{name} said “I like it at nan's” and drew {n} houses.",
    "The plan says {n} visits in {n2} weeks.", "He scored {n} out of {n2} in the test, page {n}.",
    "Section 47 of the Act, paragraph {p}, is what we rely on.", "Case closed {n}/{m}/{y}, reference WREN-{y}.",
    "Grandad is {p} and lives alone on the estate.", "She is in year {n}, class {n}B, with Mr Hill and Mrs Park.",
    "Ring the front door before {t}.", "A dog was loose in the yard; {n} children were there.",
    "The family went to the seaside for {n} days.", "{n} of the {n2} actions are done.", "Court is on {day} at {t}, room {n}.",
    "Room {n}B was cold and there was no bed.", "Version {n}.{n2} of the plan was agreed by {name}.",
    "Spent {n} pounds on food, {n2} on the meter.", "The close relationship with her sister helps.",
    "In {n} years he never missed a review.", "Ring us at once. What {name} saw at noon. It was clear.", "They met at school. Everybody came at {t}. Nobody left.", "Doctor said take {n} tablets {n2} times a day.",
)  # fmt: skip
NAMES = ("Edie", "Finn", "Mr Lane", "Mrs Street", "Rosa", "Miss Close", "Sgt Hill", "Kit")
DAYS = ("Monday", "Tuesday", "Friday")


@dataclass(frozen=True, slots=True)
class Text:
    """A text, what is known to the record it is about, and whether something stands in it that must be found."""

    words: str
    known: tuple[Known, ...]
    holds: str = ""


class Writer:
    """Somebody who types, one way or another."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def pick(self, among: tuple[str, ...]) -> str:
        return self.chance.choice(among)

    def home(self) -> Known:
        number = self.chance.randint(1, 180)
        letter = self.pick(("", "", "", "a", "B"))
        first = f"{number}{letter} {self.pick(STREETS)}"
        if self.chance.random() < 0.1:
            first = f"Flat {self.chance.randint(1, 9)}\n{first}"
        return Known("home:1", f"{first}\n{self.pick(TOWNS)}", self.pick(POSTCODES))

    def telephone(self) -> Known:
        return Known("contact:1", number=f"07700 900{self.chance.randint(0, 999):03}")

    def ordinary(self) -> str:
        """Two to five ordinary sentences."""
        return " ".join(self._sentence() for _ in range(self.chance.randint(2, 5)))

    def _sentence(self) -> str:
        n = self.chance.randint
        return self.pick(ORDINARY).format(
            n=n(1, 12), n2=n(2, 20), p=n(40, 99), p2=n(40, 99), y=n(2015, 2026), m=n(1, 12), w=f"{n(3, 9)}.{n(0, 9)}",
            t=f"{n(8, 17)}:{n(10, 59)}", name=self.pick(NAMES), day=self.pick(DAYS),
        )  # fmt: skip

    def with_something(self) -> Text:
        """A text with a home, a postcode or a number of the record in it, typed one of the ways people type."""
        home, telephone = self.home(), self.telephone()
        way = self.chance.randrange(5)
        if way == 0:
            said, holds = self._telephone(telephone.number), "number"
        elif way == 1:
            said, holds = self._postcode(home.postcode), "postcode"
        else:
            said, holds = self._line(home), "home"
            if self.chance.random() < 0.4:
                said += self.pick((", ", "\n", " ")) + self._postcode(home.postcode)
        words = f"{self.ordinary()} {self.pick(BEFORE)} {said}{self.pick(AFTER)} {self.ordinary()}"
        return Text(words, (home, telephone), holds)

    def without(self) -> Text:
        return Text(self.ordinary(), (self.home(), self.telephone()))

    def _line(self, home: Known) -> str:
        line = next(one for one in home.lines.splitlines() if not one.startswith("Flat"))
        number, *road = line.split()
        if self.chance.random() < 0.35:
            road[-1] = SHORT.get(road[-1], road[-1]) + self.pick(("", ".", ""))
        if number.isdigit() and int(number) <= 20 and self.chance.random() < 0.5:
            number = NUMBERS[int(number) - 1]
        between = self.pick((" ", " ", " ", ", ", "\n", "  "))
        said = f"{number}{between}{self.pick((' ', ' ', chr(10))).join(road)}"
        return self._case(said)

    def _postcode(self, postcode: str) -> str:
        out, back = postcode.split()
        way = self.chance.randrange(6)
        if way == 0:
            said = out + back
        elif way == 1:
            said = " ".join(out + back)
        elif way == 2:
            said = f"{out}\n{back}"
        elif way == 3:
            said = " ".join(IN_WORDS.get(one, one) for one in out + back)
        elif way == 4:
            said = f"{out}-{back}"
        else:
            said = postcode
        return self._case(said)

    def _telephone(self, number: str) -> str:
        digits = number.replace(" ", "")
        way = self.chance.randrange(6)
        if way == 0:
            return digits
        if way == 1:
            return f"+44 {digits[1:5]} {digits[5:8]} {digits[8:]}"
        if way == 2:
            return " ".join(self.pick(("oh", "zero")) if one == "0" else IN_WORDS[one] for one in digits)
        if way == 3:
            return " ".join(digits)
        if way == 4:
            return f"{digits[:5]}-{digits[5:8]}-{digits[8:]}"
        return f"({digits[:5]})\n{digits[5:]}"

    def _case(self, words: str) -> str:
        return {0: words, 1: words, 2: words.lower(), 3: words.upper()}[self.chance.randrange(4)]


@dataclass(frozen=True, slots=True)
class Measured:
    """What a detector found. missed, alarmed: some of the texts on which it was wrong, to be looked at."""

    found: int
    held: int
    false: int
    ordinary: int
    missed: tuple[str, ...]
    alarmed: tuple[str, ...]

    @property
    def recall(self) -> float:
        return self.found / self.held

    @property
    def false_alarms(self) -> float:
        return self.false / self.ordinary


def measure(with_something: int, ordinary: int, seed: int = 4) -> Measured:
    """How many texts that hold something are stopped, and how many ordinary ones are not left alone."""

    writer = Writer(seed)
    held = [writer.with_something() for _ in range(with_something)]
    plain = [writer.without() for _ in range(ordinary)]
    missed = [one.words for one in held if not stops(find(one.words, one.known))]
    alarmed = [one.words for one in plain if find(one.words, one.known)]
    return Measured(
        len(held) - len(missed), len(held), len(alarmed), len(plain), tuple(missed[:20]), tuple(alarmed[:20])
    )
