"""Measuring what the tests show in small, at full size:

python -m tests.letters.measuring addresses          10,000 texts
python -m tests.letters.measuring channels           500 families; or how many, and from which seed
"""

from __future__ import annotations

import logging
import os
import sys
import time

from tests.letters import texts


def addresses(number: int = 10_000) -> int:
    """Print what was found and what was a false alarm; give 1 where either goal is missed."""
    started = time.monotonic()
    measured = texts.measure(number, number, seed=10)
    by_looks = sum(bool(texts.find(one.words)) for one in _held(number)) / number
    print(f"{measured.held} texts that hold a protected home or number: {measured.recall:.2%} stopped")
    print(f"{measured.ordinary} ordinary texts: {measured.false_alarms:.2%} false alarms")
    print(f"{number} texts whose home or number nobody knew: {by_looks:.2%} warned of")
    print(f"{time.monotonic() - started:.0f} s")
    for words in (*measured.missed, *measured.alarmed):
        print(repr(words))
    return int(measured.recall < 0.99 or measured.false_alarms > 0.01)


def channels(number: int = 500, seed: int = 12) -> int:
    """Print what left that must not, of so many families; give 1 where anything did."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.test.utils import setup_databases, setup_test_environment

    class WithoutMigrations(dict[str, None]):
        """Tables are made as the models are, as the tests make them."""

        def __contains__(self, _: object) -> bool:
            return True

        def __getitem__(self, _: str) -> None:
            return None

    settings.MIGRATION_MODULES = WithoutMigrations()
    setup_test_environment(debug=False)
    setup_databases(verbosity=0, interactive=False)
    # What is logged is one of the channels: it is read, and not printed.
    for name in ("", *logging.root.manager.loggerDict):
        logging.getLogger(name).handlers.clear()
    logging.root.addHandler(logging.NullHandler())
    from alongside.demo.organisation import lay_out
    from tests.access.matrix_world import undone
    from tests.letters.channels import CHANNELS, World, leaks
    from tests.letters.families import Maker

    started, found, secrets, slipped = time.monotonic(), [], 0, 0
    with undone():
        borough = lay_out()
        world, maker = World(borough), Maker(borough, seed=seed)
        for _ in range(number):
            with undone():
                family = maker.family()
                secrets, slipped = secrets + len(family.secrets), slipped + family.slipped
                found += list(leaks(world, family))
    print(f"{number} families, {secrets} protected homes, postcodes and numbers, {len(CHANNELS)} ways out")
    print(f"{slipped} families with a protected home typed by mistake where a letter would take it from")
    print(f"{len(found)} left; {time.monotonic() - started:.0f} s")
    for one in found[:20]:
        print(one)
    return int(bool(found))


def _held(number: int) -> list[texts.Text]:
    writer = texts.Writer(11)
    return [writer.with_something() for _ in range(number)]


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["addresses"]:
        return addresses()
    if arguments[:1] == ["channels"]:
        return channels(*(int(one) for one in arguments[1:3]))
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
