"""Where letters go, while people move, are protected and are found again: many steps, one seed, nothing wrong."""

from __future__ import annotations

import random
from contextlib import suppress
from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from alongside.letters import dispatch, writing
from alongside.letters.composing import compose
from alongside.letters.models import Letter, LetterOutcome, SignedLetter
from alongside.letters.which import BY_ID
from alongside.people.models import Address, Person, Residence
from alongside.refusals import Refusal
from tests.every.pages import World

pytestmark = pytest.mark.django_db
STEPS = 45


class Life:
    """Rosa's homes and her letters; what she knows of both is kept beside, to compare."""

    def __init__(self, world: World, seed: int) -> None:
        self.chance, self.dana, self.child = random.Random(seed), world.staff("dana"), world.child
        self.rosa = Person.objects.get(called="Rosa Marlow")
        self.posted, self.refused, self.moves = 0, 0, 0
        self.shown: Any = None

    def step(self) -> None:
        self.chance.choice(
            (
                self.move,
                self.protect,
                self.open_again,
                self.look,
                self.look,
                self.post,
                self.post,
                self.sign_with_a_home,
            )
        )()

    def home(self) -> Residence | None:
        return Residence.objects.filter(person=self.rosa, to_on=None).select_related("address").first()

    def move(self) -> None:
        today = timezone.localdate() - timedelta(days=1)
        Residence.objects.filter(person=self.rosa, to_on=None).update(to_on=today)
        self.moves += 1
        address = Address.objects.create(
            area=self.rosa.area, lines=f"{self.moves} Fold{self.moves}bury Terrace", postcode=""
        )
        Residence.objects.create(person=self.rosa, address=address, protected=self.chance.random() < 0.3)

    def protect(self) -> None:
        Residence.objects.filter(person=self.rosa, to_on=None).update(protected=True)

    def open_again(self) -> None:
        Residence.objects.filter(person=self.rosa, to_on=None).update(protected=False)

    def look(self) -> None:
        """The page that says where to post is opened, perhaps long before it is sent."""
        home = self.home()
        self.shown = home.pk if home else None

    def letter(self, say: str = "Hello.") -> Letter:
        letter = writing.begin(by=self.dana, child=self.child, kind=BY_ID["other"], reader=f"parent:{self.rosa.pk}", about=None,
                               now=timezone.now())  # fmt: skip
        writing.say(by=self.dana, letter=letter, said={"title": "News", "say": say}, language="", large_print=False,
                    others_belong=True, now=timezone.now())  # fmt: skip
        return Letter.objects.select_related("case__child", "case__area", "area", "about").get(pk=letter.pk)

    def post(self) -> None:
        letter, home = self.letter(), self.home()
        with suppress(Refusal):
            writing.sign(
                by=self.dana, letter=letter, read=writing.digest_of(compose(letter)), now=timezone.now()
            )
        try:
            sent = dispatch.send(
                by=self.dana,
                letter=letter,
                how="post",
                on=timezone.localdate(),
                now=timezone.now(),
                home=self.shown,
            )
        except Refusal:
            self.refused += 1
            assert home is None or home.protected or home.pk != self.shown, "there was no reason to refuse"
            dispatch.do_not_send(
                by=self.dana, letter=letter, because="It could not be posted.", now=timezone.now()
            )
            return
        self.posted += 1
        assert home is not None
        assert (sent.home_id, home.protected, home.pk) == (home.pk, False, self.shown)

    def sign_with_a_home(self) -> None:
        """A letter with one of her homes in it is signed only where that home is and was open."""
        homes = list(Residence.objects.filter(person=self.rosa).select_related("address"))
        if not homes:
            return
        home = self.chance.choice(homes)
        letter = self.letter(f"We met at {home.address.lines}.")  # type: ignore[union-attr]
        try:
            writing.sign(
                by=self.dana, letter=letter, read=writing.digest_of(compose(letter)), now=timezone.now()
            )
        except Refusal:
            assert home.protected
            self.refused += 1
        else:
            assert not home.protected
        dispatch.do_not_send(by=self.dana, letter=letter, because="Only tried.", now=timezone.now())


def test_no_letter_goes_to_a_home_that_was_left_or_is_protected(world: World) -> None:
    life = Life(world, seed=8)
    for _ in range(STEPS):
        life.step()

    assert life.posted >= 2, "some went"
    assert life.refused >= 8, "and many had reasons not to"
    posted = LetterOutcome.objects.filter(how="post").select_related("home")
    assert {one.home.person_id for one in posted if one.home} == {life.rosa.pk}
    assert SignedLetter.objects.count() >= life.posted
