"""The made-up return we ship: the same every time, valid, and with nothing to report."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from lxml import etree

from alongside.census import made_up, stories
from alongside.census.reading import opened
from alongside.census.writing import write
from tests.census.returns import REFERENCE, save


def _written(count: int) -> bytes:
    file = io.BytesIO()
    write(file, made_up.header(), made_up.children(count))
    return file.getvalue()


def test_the_shipped_file_is_what_the_generator_writes():
    assert made_up.SHIPPED.read_bytes() == _written(made_up.SHIPPED_CHILDREN)


def test_every_story_is_told_in_it():
    assert len(stories.STORIES) <= made_up.SHIPPED_CHILDREN


@pytest.mark.parametrize("count", [40, 500])
def test_nothing_is_wrong_with_it(count, tmp_path):
    with opened(save(tmp_path, _written(count))) as census:
        readings = list(census.children())
        assert census.problems == ()
        assert census.problems_of_the_whole() == ()
    assert len(readings) == count
    assert [each.problems for each in readings] == [()] * count


def test_what_was_written_is_what_is_read():
    with opened(made_up.SHIPPED) as census:
        assert census.header == made_up.header()
        read = [_without_lines(each.child) for each in census.children()]
    assert read == list(made_up.children(made_up.SHIPPED_CHILDREN))


def test_it_is_valid_against_the_schema():
    """The published schema where it lies beside the repository; otherwise our own table of elements read it."""
    schema = REFERENCE / "xsd" / "CIN_schema_2026.xsd"
    document = etree.parse(made_up.SHIPPED)
    if schema.exists():
        etree.XMLSchema(etree.parse(schema)).assertValid(document)
    else:
        with opened(made_up.SHIPPED) as census:
            assert census.children_count == len(document.findall("Children/Child"))


def test_a_child_is_the_same_in_a_larger_file():
    assert list(made_up.children(3)) == list(made_up.children(90))[:3]


def _without_lines(child):
    episodes = tuple(
        replace(
            episode,
            line=0,
            **{
                name: tuple(replace(each, line=0) for each in getattr(episode, name))
                for name in ("assessments", "child_in_need_plans", "enquiries", "child_protection_plans")
            },
        )
        for episode in child.episodes
    )
    return replace(child, line=0, episodes=episodes)
