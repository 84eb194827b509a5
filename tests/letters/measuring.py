"""Measuring what the tests show in small, at full size:

python -m tests.letters.measuring addresses          10,000 texts
python -m tests.letters.measuring channels           500 families, on a database of its own in memory
"""

from __future__ import annotations

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


def _held(number: int) -> list[texts.Text]:
    writer = texts.Writer(11)
    return [writer.with_something() for _ in range(number)]


def main(arguments: list[str]) -> int:
    if arguments[:1] == ["addresses"]:
        return addresses()
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
