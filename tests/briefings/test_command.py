"""alongside guidance brief: files as the pages give them, and what is said where one cannot be made."""

from __future__ import annotations

import pytest

from alongside import cli
from alongside.briefings.documents import DOCUMENTS, PAGE, file_of
from alongside.guidance.actors import AUDIENCES
from tests.briefings.reading import DAY, plain, words_on_page
from tests.briefings.test_documents import SCHOOLS

BRIEF = ["guidance", "brief", "--from", "WT2018", "--to", "WT2026", "--for", "schools", "--day", "2026-11-23"]


@pytest.fixture
def brief(capsys):
    """The exit code, and what was said to standard error."""

    def run(*options: str) -> tuple[int, str]:
        return cli.main([*BRIEF, *options]), capsys.readouterr().err

    return run


@pytest.mark.parametrize(
    ("what", "form"), [(one.key, form) for one in DOCUMENTS.values() for form in one.forms]
)
def test_every_document_in_every_form_it_comes_in(what, form, brief, tmp_path):
    to = tmp_path / "file"
    code, said = brief("--as", what, "--format", form, "--output", str(to))

    assert code == cli.FINE
    assert "Schools and colleges" in said
    if form == PAGE:
        there = plain(words_on_page(to.read_bytes()))
        assert all(plain(one) in there for one in DOCUMENTS[what].make(SCHOOLS, DAY, "").every_word())
    else:
        assert to.read_bytes() == file_of(DOCUMENTS[what], form, SCHOOLS, DAY)


def test_without_a_form_or_a_name_the_file_has_its_own(brief, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    code, _ = brief("--as", "poster")

    assert code == cli.FINE
    assert [one.name for one in tmp_path.iterdir()] == ["poster-schools-2018-to-2023-to-2026.pdf"]


@pytest.mark.parametrize(
    ("options", "told", "code"),
    [
        (["--to", "WT1999"], ["no edition “WT1999”", "Where: --to WT1999", "Do: Choose WT2015"], cli.USAGE),
        (["--from", "WT2026", "--to", "WT2018"], ["does not come after", "--to WT2018", "swap the two"], cli.USAGE),
        (["--from", "", "--to", ""], ["No edition is named.", "Try --from WT2018 --to WT2026."], cli.USAGE),
        (["--for", "scools"], ["no readers called", "--for scools", "Did you mean schools?"], cli.USAGE),
        (["--chapter", "9"], ["has no chapter", "--chapter 9", "Do: Choose"], cli.USAGE),
        (["--about", "ponies"], ["no subject called", "--about ponies"], cli.USAGE),
        (["--as", "leaflet"], ["no document called leaflet", "--as leaflet", "Choose briefing"], cli.USAGE),
        (["--as", "poster", "--format", "docx"], ["does not come as docx", "--format docx", "Choose pdf."], cli.USAGE),
        (["--day", "soon"], ["soon is not a day", "--day soon", "Write it as"], cli.USAGE),
        (["--output", "/nowhere/at/all.pdf"], ["could not be written", "--output /nowhere", "Name a place"], cli.REFUSED),
    ],
)  # fmt: skip
def test_what_cannot_be_made_is_told_with_where_why_and_what_to_do(
    options, told, code, brief, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    answered, said = brief(*options)

    assert answered == code
    assert all(words in said for words in (*told, "Where:", "Why:", "Do:"))
    assert list(tmp_path.iterdir()) == []


def test_its_help_names_every_reader_and_every_document(capsys):
    with pytest.raises(SystemExit):
        cli.main(["guidance", "brief", "--help"])
    said = " ".join(capsys.readouterr().out.split())

    assert all(key in said.replace(" ", "") for key in (*AUDIENCES, *DOCUMENTS))
