"""Made-up people of several name origins, and the nine ways in which what is asked for differs from what is kept.

For measuring how well people are found and for training the shipped weights. Every name is put together from
parts by a seeded choice, common ones more often; nobody real stands behind one.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

#: So many have a family name of two parts.
DOUBLE = 0.03
FIRST_BIRTH, CHILDREN_FROM, LAST_BIRTH = date(1945, 1, 1), date(2007, 1, 1), date(2025, 3, 31)


@dataclass(frozen=True, slots=True)
class MadeUp:
    """One made-up person. origin: whose names these are. former: another family name they had, or none."""

    origin: str
    sex: str
    given: str
    family: str
    born: date
    postcode: str = ""
    former: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Names of one origin. families: beginnings and endings of family names; share: of all people, in hundredths."""

    share: int
    female: str
    male: str
    begin: str
    end: str


ORIGINS = {
    "british": Origin(
        52,
        "Olivia Emily Grace Ella Isla Sophie Charlotte Jessica Amelia Poppy Evie Megan Chloe Lucy Hannah Freya Daisy "
        "Abigail Eleanor Holly Katherine Rebecca Victoria Margaret Susan Elizabeth Alison Jennifer Nicola Bethany "
        "Harriet Matilda Imogen Rosie Phoebe Lauren Paige Kirsty Tracey Donna Lesley Joanne Wendy Gillian Heather",
        "Oliver Jack Harry George Thomas James William Joshua Alfie Charlie Daniel Samuel Benjamin Joseph Edward "
        "Alexander Matthew Ryan Luke Callum Connor Lewis Jake Kieran Liam Robert Michael Christopher Andrew Stephen "
        "David Richard Peter Nicholas Gareth Graham Stuart Neil Craig Darren Wayne Leslie Trevor Barry Clive",
        "Smith Jones Taylor Brown Wilson Evans Ash Black Brad Burn Clay Copper Crow Dun East Fair Green Hard Hart "
        "Haw Hay High Holm Kirk Lang Lin Long Marsh Mill Moor Nor Oak Old Pen Rad Rams Red Row Sal Sand Shaw Shel "
        "Sher South Stan Stock Stone Sud Thorn Town Under Wake Wal Ware Wat Wes Whit Win Wood Wool York",
        "- - - - ford ley ton worth ham bury field wood man son well ridge combe thorpe by shaw brook stead ings den",
    ),
    "south-asian": Origin(
        16,
        "Aisha Fatima Zainab Khadija Maryam Ayesha Sana Hira Iqra Saima Nadia Shabana Samina Rukhsana Priya Anjali "
        "Kavita Sunita Meera Divya Neha Pooja Simran Harpreet Gurpreet Jasleen Manpreet Amrit Navdeep Sukhdeep "
        "Tahmina Nusrat Sharmin Farzana Rehana Nasreen Rabia Sumaira Lubna Uzma",
        "Mohammed Ali Ahmed Hassan Hussain Bilal Imran Usman Hamza Ibrahim Yusuf Zain Adeel Faisal Kashif Nadeem "
        "Tariq Shahid Rajesh Sanjay Vikram Arjun Rohan Amit Anil Sunil Harjit Gurdeep Manjit Baljit Sukhwinder "
        "Jaspal Ravinder Kuldeep Shafiq Abdul Rahim Karim Jamal Rafiq",
        "Khan Ahmed Hussain Begum Patel Singh Kaur Akh Ban Bhat Bhog Chaud Chow Chau Dha Dhil Gha Gil Gre Gup Haq "
        "Isl Jab Jam Kha Kum Mah Mal Meh Mir Muk Naz Pan Qur Rah Ran Raz Red Sad Sah Sai San Shar Shet Sid Siv Tha "
        "Uddin Ver Vir Waz Zam",
        "- - - tar hry wal ani eri deep idi iq man mood nath oor ota pal rani shi tani umar wani yani aria esh ikh",
    ),
    "nigerian": Origin(
        8,
        "Chiamaka Chidinma Ngozi Nneka Ifeoma Adaeze Amarachi Chinonso Oluchi Uzoamaka Folasade Funmilayo Yewande "
        "Adeola Bolanle Temitope Titilayo Omolara Oluwakemi Oluwadamilola Aminat Halima Hauwa Zainab Blessing "
        "Patience Precious Comfort Eniola Morayo",
        "Chukwuemeka Obinna Ikenna Chinedu Nnamdi Uchenna Kelechi Ifeanyi Emeka Obiora Adebayo Adewale Oluwaseun "
        "Oluwatobi Oluwafemi Babatunde Kayode Tunde Segun Olumide Musa Sani Aliyu Ibrahim Abubakar Godwin Sunday "
        "Emmanuel Ayodele Damilare",
        "Ade Aki Ayo Baba Bamgbo Ola Olu Ogun Oye Oyin Oko Oku Nwa Chukwu Eze Obi Ike Ugo Onye Ani Mba Ude Omo Ayi "
        "Fala Alao Bala Danla Oji Uzo",
        "bayo bola dele femi gbenga kunle lade leye niyi peju rinde sanya segun tunde wale yemi yinka for wu nna "
        "kwe jindu chukwu diegwu eze rie nye ka",
    ),
    "polish": Origin(
        10,
        "Katarzyna Agnieszka Malgorzata Anna Ewa Joanna Magdalena Monika Aleksandra Zuzanna Zofia Julia Maja Lena "
        "Wiktoria Oliwia Natalia Karolina Weronika Izabela Beata Dorota Elzbieta Halina Iwona Justyna Kinga Paulina "
        "Sylwia Urszula",
        "Jan Jakub Mateusz Kacper Szymon Filip Wojciech Piotr Pawel Tomasz Krzysztof Andrzej Marcin Michal Grzegorz "
        "Lukasz Rafal Dariusz Mariusz Zbigniew Stanislaw Tadeusz Jozef Bartosz Dawid Kamil Damian Sebastian Adrian "
        "Maciej",
        "Kowal Wisniew Wojcik Kamin Lewandow Zielin Szyman Wozn Dabrow Kozlow Jankow Mazur Krawcz Piotr Grabow "
        "Pawlow Michal Nowa Krol Wieczor Jablon Wrob Majew Olszew Stepien Malinow Jawor Adam Duda Pietrz Walcz Sikor "
        "Baran Rutkow Szewcz Ostrow Toma Przybyl Gorsk Czarn",
        "ski ski ski czyk ak ek wicz owicz ewski inski ka owski iak",
    ),
    "romanian": Origin(
        8,
        "Maria Elena Ioana Andreea Alexandra Mihaela Cristina Gabriela Daniela Simona Raluca Roxana Bianca Denisa "
        "Larisa Oana Adina Anca Camelia Corina Doina Florentina Georgiana Iuliana Lavinia Loredana Marinela Nicoleta "
        "Ramona Teodora",
        "Andrei Alexandru Mihai Ionut Stefan Cristian Gabriel Adrian Florin Marius Razvan Vlad Bogdan Catalin Ciprian "
        "Constantin Cosmin Costel Dumitru Emil Gheorghe Iulian Laurentiu Liviu Lucian Nicolae Octavian Radu Sorin "
        "Vasile",
        "Pop Ion Dumitr Stan Stoic Gheorgh Rus Munte Mold Constantin Marin Tudor Dobr Barb Nist Flor Dinc Opr Serb "
        "Radul Lup Cojoc Avram Cristof Sand Neag Voic Anghel Petr Nicul Mat Ungur Toma Balan Crac Manol",
        "escu escu eanu aru oiu ean u a oi ache ica ovici",
    ),
    "somali-and-arabic": Origin(
        6,
        "Amina Hodan Ifrah Sagal Ayaan Fadumo Hibo Nimo Zahra Layla Noor Rania Hanan Salma Yasmin Dalal Huda Samira "
        "Mariam Ruqayya Asma Sumaya Warsan Ubah Idil",
        "Abdi Mohamed Hassan Omar Ismail Yusuf Mahad Liban Guled Bashir Khalid Tariq Samir Walid Nasser Hamid Karim "
        "Mustafa Jamal Said Farah Abdullahi Abdirahman Ayman Zakaria",
        "Abdi Ali Farah Hassan Jama Warsame Osman Ahmed Ismail Nur Hersi Duale Egal Guled Haji Al Abu Bin El Ben",
        "- - - rahman rashid aziz masri najjar haddad khoury sabah tamimi harbi otaibi qasim shami zahrani hakim bakri",
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Names:
    given: dict[str, list[str]]
    families: list[str]
    given_weights: dict[str, list[float]]
    family_weights: list[float]


@cache
def _names(origin: str) -> _Names:
    told = ORIGINS[origin]
    given = {"F": told.female.split(), "M": told.male.split()}
    ends = ["" if end == "-" else end for end in told.end.split()]
    families = list(dict.fromkeys(begin + end for begin in told.begin.split() for end in ends))
    random.Random(origin).shuffle(families)
    return _Names(
        given, families, {sex: _falling(len(names)) for sex, names in given.items()}, _falling(len(families))
    )


def _falling(count: int) -> list[float]:
    """Weights by which the first is the commonest: the tenth about a quarter as common."""
    total, weights = 0.0, []
    for place in range(count):
        total += 1 / (place + 4) ** 0.8
        weights.append(total)
    return weights


def people(count: int, seed: int = 1) -> Iterator[MadeUp]:
    """So many people, the same ones for a seed: three in five are children."""
    chance = random.Random(seed)
    origins, shares = list(ORIGINS), [origin.share for origin in ORIGINS.values()]
    for _ in range(count):
        yield person(chance, chance.choices(origins, shares)[0])


def person(chance: random.Random, origin: str) -> MadeUp:
    """One person with names of an origin."""
    names, sex = _names(origin), chance.choice("FM")
    first, last = (CHILDREN_FROM, LAST_BIRTH) if chance.random() < 0.6 else (FIRST_BIRTH, CHILDREN_FROM)
    return MadeUp(
        origin=origin,
        sex=sex,
        given=chance.choices(names.given[sex], cum_weights=names.given_weights[sex])[0],
        family="-".join(a_family(chance, origin) for _ in range(2 if chance.random() < DOUBLE else 1)),
        born=first + timedelta(days=chance.randrange((last - first).days)),
        postcode=f"WR{chance.randint(1, 9)} {chance.randint(1, 9)}{chance.choice('ABDEFGH')}{chance.choice('JLNPQRST')}",
        former=a_family(chance, origin) if chance.random() < 0.05 else "",
    )


def a_family(chance: random.Random, origin: str) -> str:
    """A family name of an origin."""
    names = _names(origin)
    return chance.choices(names.families, cum_weights=names.family_weights)[0]


def a_given(chance: random.Random, origin: str, sex: str) -> str:
    """A first name of an origin."""
    names = _names(origin)
    return chance.choices(names.given[sex], cum_weights=names.given_weights[sex])[0]


def mistyped(chance: random.Random, word: str) -> str:
    """A word with one letter left out, doubled, changed, or exchanged with the next."""
    place = chance.randrange(len(word))
    kind = chance.randrange(4)
    if kind == 0 and len(word) > 3:
        return word[:place] + word[place + 1 :]
    if kind == 1:
        return word[: place + 1] + word[place:]
    if kind == 2 and place + 1 < len(word) and word[place] != word[place + 1]:
        return word[:place] + word[place + 1] + word[place] + word[place + 2 :]
    others = [letter for letter in "abcdefghijklmnoprstuvwyz" if letter != word[place].lower()]
    return word[:place] + chance.choice(others) + word[place + 1 :]


def _day_and_month(one: MadeUp) -> MadeUp:
    try:
        return replace(one, born=one.born.replace(month=one.born.day, day=one.born.month))
    except ValueError:
        return replace(one, born=one.born + timedelta(days=1))


def _a_year_off(chance: random.Random, one: MadeUp) -> MadeUp:
    year = one.born.year + chance.choice((-1, 1))
    return replace(one, born=date(year, one.born.month, min(one.born.day, 28)))


def _a_day_off(chance: random.Random, one: MadeUp) -> MadeUp:
    return replace(one, born=one.born + timedelta(days=chance.choice((-2, -1, 1, 2))))


#: The nine ways: what is asked for, made from who is kept.
SPOILS: dict[str, Callable[[random.Random, MadeUp], MadeUp]] = {
    "exact": lambda chance, one: one,
    "typo in the family name": lambda chance, one: replace(one, family=mistyped(chance, one.family)),
    "typo in the given name": lambda chance, one: replace(one, given=mistyped(chance, one.given)),
    "typo in both names": lambda chance, one: replace(
        one, given=mistyped(chance, one.given), family=mistyped(chance, one.family)
    ),
    "day and month exchanged": lambda chance, one: _day_and_month(one),
    "a year off": _a_year_off,
    "a day or two off": _a_day_off,
    "names exchanged": lambda chance, one: replace(one, given=one.family, family=one.given),
    "typo and a day off": lambda chance, one: replace(
        _a_day_off(chance, one), family=mistyped(chance, one.family)
    ),
}


def some_of_each_origin(
    chance: random.Random, kept: Sequence[MadeUp], each: int
) -> Iterator[tuple[str, int]]:
    """The places of so many people of every origin, so that a rare one is measured as well as a common one."""
    by: dict[str, list[int]] = {origin: [] for origin in ORIGINS}
    for place, one in enumerate(kept):
        by[one.origin].append(place)
    for origin, places in by.items():
        for place in chance.sample(places, each):
            yield origin, place
