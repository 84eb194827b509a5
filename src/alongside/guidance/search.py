"""Full-text search over the guidance: rules, paragraphs, words, changes, readers, topics, bodies and texts.

In memory, built once. Words are found by their stems, by others that mean the same (``SAME``, and the ``also`` of
subjects, readers and words), by how they begin, and, where no page has them, by the word spelled most like them. Letters
that mean two things say so, and both are looked for.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz, process

from alongside.guidance import catalogue
from alongside.guidance.actors import ACTORS, AUDIENCES
from alongside.guidance.editions import BY_ID
from alongside.guidance.explain import in_words
from alongside.guidance.kernel.rules import Duty, Heading, Rule, Step, Timescale
from alongside.guidance.subjects import SUBJECTS, subject_of

#: Words and letters that people use for one another, the first of each as the texts have it.
SAME: tuple[tuple[str, ...], ...] = (
    ("section 47", "s47", "s.47"),
    ("section 17", "s17", "s.17"),
    ("section 11", "s11", "s.11"),
    ("initial conference", "initial child protection conference", "ICPC", "case conference"),
    ("review conference", "review child protection conference", "RCPC"),
    ("strategy discussion", "strategy meeting", "strat meeting"),
    ("child protection plan", "CPP", "CP plan"),
    ("child in need", "CIN"),
    ("children in care", "looked after", "LAC", "CLA", "CiC"),
    ("designated safeguarding lead", "DSL"),
    ("designated officer", "LADO", "local authority designated officer", "position of trust"),
    ("early help", "EHA", "CAF", "family help"),
    ("front door", "MASH", "multi-agency safeguarding hub"),
    ("family group decision-making", "FGDM", "family group conference", "FGC"),
    ("practice review", "LCSPR", "local child safeguarding practice review", "serious case review", "SCR"),
    ("safeguarding partners", "LSCB", "local safeguarding children board"),
    ("lead safeguarding partner", "LSP"),
    ("delegated safeguarding partner", "DSP"),
    ("integrated care board", "ICB", "clinical commissioning group", "CCG"),
    ("child death overview panel", "CDOP"),
    ("joint agency response", "JAR"),
    ("keeping children safe in education", "KCSIE"),
    ("exploitation", "CSE", "CCE", "county lines", "grooming"),
    ("female genital mutilation", "FGM", "cutting"),
    ("youth offending team", "YOT", "YOS"),
    ("voluntary", "charity", "VCSE"),
    ("children's social care", "CSC", "social services"),
    ("local authority", "council", "LA"),
    ("emergency protection order", "EPO"),
    ("police protection", "PPO", "section 46"),
    ("before care proceedings", "PLO", "public law outline", "pre-proceedings"),
    ("national referral mechanism", "NRM"),
    ("data protection", "GDPR"),
    ("parent", "mum", "mother", "dad", "father"),
    ("absence", "absent"),
    ("disagreement", "escalation", "professional challenge"),
    ("outside the home", "extra-familial", "contextual safeguarding"),
)

#: Letters that stand for more than one thing among those who work with children.
TWO_MEANINGS: dict[str, tuple[str, ...]] = {
    "lsp": ("lead safeguarding partner", "local safeguarding partnership"),
}

_SAY_NOTHING = """
    a an and are as at be been but by can do does for from had has have how i if in into is it its long many may me must my
    no not of on or our shall should so that the their them then there they this to us was we were what when where which
    who whom whose why will with would you your
"""
STOP = frozenset(_SAY_NOTHING.split())
WORD = re.compile(r"[a-z0-9]+(?:['’][a-z]+)?")

TITLE, KEYWORD, BODY, NOTE = 4.0, 2.5, 1.5, 0.5
OF_ANOTHER_WORD, BY_ITS_BEGINNING = 0.8, 0.5
ALIKE = 76
MOST = 50


@dataclass(frozen=True, slots=True)
class Found:
    """Something that answers. ``kind`` is rule, paragraph, word, change, reader, topic, body or text; ``key`` names it.

    ``key`` is an id or key of the catalogue; of a paragraph its edition and place, parted by a bar.
    """

    kind: str
    key: str
    title: str
    says: str
    score: float


@dataclass(frozen=True, slots=True)
class Meanings:
    """Letters that mean more than one thing, and each of them."""

    letters: str
    meanings: tuple[str, ...]
    beware: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found, best first. ``instead`` are words that no page has, each with the one looked for in its place.

    ``words`` are those kept for readers that are just what was asked; they stand apart.
    """

    asked: str
    found: tuple[Found, ...]
    number: int
    words: tuple[Found, ...] = ()
    instead: tuple[tuple[str, str], ...] = ()
    ambiguous: tuple[Meanings, ...] = ()


@dataclass(frozen=True, slots=True)
class _Document:
    kind: str
    key: str
    title: str
    says: str
    fields: tuple[tuple[float, str], ...]
    also: tuple[str, ...] = ()


def stem(word: str) -> str:
    """A word without its ending, lightly: plurals, -ing and -ed go."""
    plain = re.sub(r"['’].*", "", word)
    for ending, instead, at_least in (("ies", "y", 5), ("sses", "ss", 5), ("ing", "", 7), ("ed", "", 6)):
        if plain.endswith(ending) and len(plain) >= at_least:
            return plain.removesuffix(ending) + instead
    if plain.endswith("s") and not plain.endswith(("ss", "us", "is")) and len(plain) > 3:
        return plain[:-1]
    return plain


NUMBERS = {
    "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8",
    "nine": "9", "ten": "10",
}  # fmt: skip


def words_of(text: str) -> list[str]:
    """The words of a text that say something, in small letters, numbers as figures."""
    found = WORD.findall(text.casefold().replace("s.", "s"))
    return [NUMBERS.get(word, word) for word in found if word not in STOP]


def stems_of(text: str) -> list[str]:
    """The stems of those words."""
    return [stem(word) for word in words_of(text)]


class Index:
    """Every document by the stems of its words, each with the weight of the best place it stands in."""

    def __init__(self, documents: Iterable[_Document]) -> None:
        self.documents = tuple(documents)
        self.weights: dict[str, dict[int, float]] = {}
        self.titles = [" ".join(stems_of(one.title)) for one in self.documents]
        self.also = [frozenset(" ".join(stems_of(each)) for each in one.also) for one in self.documents]
        spelled: Counter[str] = Counter()
        for n, document in enumerate(self.documents):
            for weight, text in document.fields:
                for word in words_of(text):
                    spelled[word] += 1
                    held = self.weights.setdefault(stem(word), {})
                    held[n] = max(held.get(n, 0.0), weight)
        self.spelled = [word for word, _ in spelled.most_common() if len(word) > 3 and word.isalpha()]

    def found(self, n: int, score: float) -> Found:
        """A document as an answer."""
        one = self.documents[n]
        return Found(one.kind, one.key, one.title, one.says, round(score, 3))

    def rarity(self, stem: str) -> float:
        """How much a stem tells: one that stands everywhere tells little."""
        return math.log(1 + len(self.documents) / (1 + len(self.weights.get(stem, ()))))

    def beginning(self, stem: str) -> list[str]:
        """Stems that begin so, for four letters or more."""
        return [one for one in self.weights if one.startswith(stem) and one != stem] if len(stem) > 3 else []

    def alike(self, word: str) -> str:
        """The word of the documents spelled most like this; "" where none is."""
        if len(word) < 4 or not word.isalpha():
            return ""
        best = process.extractOne(word, self.spelled, scorer=fuzz.ratio, score_cutoff=ALIKE)
        return str(best[0]) if best else ""

    def of_phrase(self, stems: list[str]) -> dict[int, float]:
        """The documents that hold every word of a phrase, with what they score; more where the title has it whole."""
        scores: dict[int, float] | None = None
        for one in stems:
            here = {n: weight * self.rarity(one) for n, weight in self.weights.get(one, {}).items()}
            for longer in self.beginning(one):
                for n, weight in self.weights[longer].items():
                    here[n] = max(here.get(n, 0.0), BY_ITS_BEGINNING * weight * self.rarity(one))
            scores = here if scores is None else {n: scores[n] + here[n] for n in scores.keys() & here.keys()}
        phrase, found = " ".join(stems), scores or {}
        return {n: score * self._nearness(n, phrase) for n, score in found.items()}

    def _nearness(self, n: int, phrase: str) -> float:
        """More where a title has the whole phrase, the more the shorter it is, or where it is looked for by it."""
        if phrase in self.also[n]:
            return 2.0
        title = self.titles[n]
        return 1.5 + 1 / (1 + len(title.split())) if phrase in title else 1.0


@cache
def index() -> Index:
    """The index of everything the catalogue holds, built once."""
    return Index(_documents())


def _documents() -> Iterator[_Document]:
    for reader in AUDIENCES.values():
        yield _document("reader", reader.key, reader.title, "What concerns these readers", *reader.also)
    for subject in SUBJECTS.values():
        yield _document("topic", subject.key, subject.title, "Everything about this", *subject.also)
    for actor in ACTORS.values():
        yield _document("body", actor.key, actor.title, "What the texts ask of them")
    for rule in catalogue.RULES.values():
        yield _of_rule(rule)
    for term in catalogue.TERMS:
        title = f"{term.word}: {term.stands_for}" if term.stands_for else term.word
        yield _document(
            "word", term.word, title, term.means, term.word, term.stands_for, *term.also, note=term.beware
        )
    for change in catalogue.CHANGES:
        body = f"{change.was} {change.now} {change.means}"
        yield _document(
            "change", change.id, change.title, change.means, SUBJECTS[change.subject].title, body=body
        )
    for entry in catalogue.coverage():
        title = f"{BY_ID[entry.edition].title if entry.edition in BY_ID else entry.edition}, {entry.at}"
        yield _document("paragraph", f"{entry.edition}|{entry.at}", title, entry.about)
    seen = set()
    for source in catalogue.SOURCES:
        if source.edition not in seen:
            seen.add(source.edition)
            yield _document("text", source.edition, source.title, source.kind.value, source.edition)


def _document(
    kind: str, key: str, title: str, says: str, *also: str, note: str = "", body: str = ""
) -> _Document:
    fields = ((TITLE, title), (KEYWORD, " ".join(also)), (BODY, body or says), (NOTE, note))
    return _Document(kind, key, title, says, fields, also)


def _of_rule(rule: Rule) -> _Document:
    latest: object = rule.dated.provisions[-1].value
    every = {in_words(one.value) for one in rule.dated.provisions}
    helped = " ".join(f"{one.label} {one.help}" for one in _parts(latest))
    more = f"{rule.runs_from} {rule.until} {rule.responsible}" if isinstance(rule, Timescale) else ""
    acts = " ".join(ACTORS[key].title for key in rule.by) if isinstance(rule, Duty) else ""
    subject = subject_of(rule)
    keywords = f"{rule.id.replace('.', ' ').replace('-', ' ')} {subject.title} {' '.join(subject.also)}"
    fields = (
        (TITLE, rule.title),
        (KEYWORD, keywords),
        (BODY, f"{' '.join(every)} {more} {acts} {helped}"),
        (NOTE, rule.notes),
    )
    return _Document(
        "rule",
        rule.id,
        rule.title,
        _says(rule, latest),
        fields,
        (rule.id.partition(".")[2].replace("-", " "),),
    )


def _parts(value: object) -> Iterator[Heading | Step]:
    for one in value if isinstance(value, tuple) else ():
        if isinstance(one, Heading | Step):
            yield one


def _says(rule: Rule, value: object) -> str:
    if isinstance(rule, Timescale):
        return f"{value} from {rule.runs_from}"
    if labels := [one.label for one in _parts(value)]:
        return ", ".join(labels)
    return in_words(value)


@cache
def _others() -> dict[str, tuple[str, ...]]:
    """For each phrase, by its stems, the others that mean the same."""
    groups: list[tuple[str, ...]] = [
        *SAME,
        *((letters, *meanings) for letters, meanings in TWO_MEANINGS.items()),
    ]
    groups += [(term.word, term.stands_for, *term.also) for term in catalogue.TERMS]
    found: dict[str, tuple[str, ...]] = {}
    for group in groups:
        members = tuple(one for one in dict.fromkeys(" ".join(stems_of(one)) for one in group if one) if one)
        for one in members:
            found[one] = tuple(
                dict.fromkeys((*found.get(one, ()), *(other for other in members if other != one)))
            )
    return found


def ambiguous_in(asked: str) -> tuple[Meanings, ...]:
    """The letters in a question that mean two things: said in ``TWO_MEANINGS``, or by a word's ``beware``."""
    words = {word.upper(): word for word in WORD.findall(asked.casefold())}
    found = [
        Meanings(letters.upper(), meanings)
        for letters, meanings in TWO_MEANINGS.items()
        if letters.upper() in words
    ]
    named = {one.letters for one in found}
    for term in catalogue.TERMS:
        if term.beware and term.word.upper() in words:
            if term.word.upper() in named:
                found = [
                    Meanings(one.letters, one.meanings, term.beware)
                    if one.letters == term.word.upper()
                    else one
                    for one in found
                ]
            elif term.word.isupper():
                found.append(Meanings(term.word, (term.stands_for,) if term.stands_for else (), term.beware))
    return tuple(found)


def search(asked: str, *, kinds: Iterable[str] = ()) -> Answer:
    """What answers a question, the best first. ``kinds`` narrows it to some kinds of answer.

    Everything that holds all of what was asked comes before what holds only part of it.
    """
    held, wanted = index(), frozenset(kinds)
    units, instead = _units(asked, held)
    totals: dict[int, float] = {}
    matched: Counter[int] = Counter()
    for phrases in units:
        best: dict[int, float] = {}
        for place, phrase in enumerate(phrases):
            for n, score in held.of_phrase(phrase.split()).items():
                best[n] = max(best.get(n, 0.0), score * (OF_ANOTHER_WORD if place else 1.0))
        for n, score in best.items():
            totals[n] = totals.get(n, 0.0) + score
            matched[n] += 1
    whole = " ".join(" ".join(phrases[0] for phrases in units).split())
    ranked = sorted(
        (
            (matched[n], score * _for_kind(held, n, whole), n)
            for n, score in totals.items()
            if not wanted or held.documents[n].kind in wanted
        ),
        key=lambda one: (-one[0], -one[1], one[2]),
    )
    if ranked and ranked[0][0] == len(units):
        ranked = [one for one in ranked if one[0] == len(units)] + [
            one for one in ranked if one[0] < len(units)
        ][:10]
    asked_for = {n for _, _, n in ranked if held.documents[n].kind == "word" and _just(held, n, whole)}
    words = tuple(held.found(n, score) for _, score, n in ranked if n in asked_for)
    found = tuple(held.found(n, score) for _, score, n in ranked if n not in asked_for)
    return Answer(asked.strip(), found[:MOST], len(ranked), words, instead, ambiguous_in(asked))


def _just(held: Index, n: int, whole: str) -> bool:
    """Whether a word is just what was asked, or what just that stands for."""
    return whole in held.also[n] or held.titles[n] == whole


def _for_kind(held: Index, n: int, whole: str) -> float:
    """A page whose name is just what was asked comes first; paragraphs and texts come after what says more."""
    document = held.documents[n]
    if held.titles[n] == whole:
        return 2.5
    if document.kind == "rule" and document.key.startswith("definition."):
        return 1.1
    return {"paragraph": 0.7, "text": 0.8, "change": 0.75, "body": 0.8, "word": 0.5}.get(document.kind, 1.0)


def _units(asked: str, held: Index) -> tuple[list[tuple[str, ...]], tuple[tuple[str, str], ...]]:
    """What was asked, piece by piece: each phrase with the others that mean the same, each word put right if need be."""
    instead: list[tuple[str, str]] = []
    stems: list[str] = []
    known = {part for phrase in _others() for part in phrase.split()}
    for word in words_of(asked):
        one = stem(word)
        nowhere = one not in held.weights and one not in known and not held.beginning(one)
        if nowhere and (alike := held.alike(word)):
            instead.append((word, alike))
            one = stem(alike)
        stems.append(one)
    units: list[tuple[str, ...]] = []
    place = 0
    while place < len(stems):
        for length in range(min(5, len(stems) - place), 0, -1):
            phrase = " ".join(stems[place : place + length])
            if phrase in _others():
                units.append((phrase, *_others()[phrase]))
                break
        else:
            length = 1
            units.append((stems[place],))
        place += length
    return units, tuple(instead)
