"""Words and abbreviations: found by every spelling, true to the rules, and plain about letters that mean two things."""

from __future__ import annotations

from collections import Counter

import pytest

from alongside.guidance import catalogue, editions
from alongside.guidance.actors import AUDIENCES
from alongside.guidance.compare import terms

TERMS = catalogue.TERMS
BY_WORD = {one.word: one for one in TERMS}


@pytest.mark.parametrize("term", TERMS, ids=lambda one: one.word)
def test_a_word_says_what_it_means_and_names_what_exists(term):
    assert term.means.endswith(".")
    assert not term.rule or term.rule in catalogue.RULES
    assert set(term.editions) <= set(editions.BY_ID)
    assert set(term.audiences) <= set(AUDIENCES)
    if term.word.isupper() and len(term.word) < 6 and " " not in term.word:
        assert term.stands_for, "an abbreviation is written out"


def test_a_word_is_explained_once():
    assert [word for word, times in Counter(one.word for one in TERMS).items() if times > 1] == []


@pytest.mark.parametrize(
    ("word", "warns"),
    [
        ("LSP", "local safeguarding partnership"),
        ("LSP", "strategic partnership"),
        ("DSP", "designated safeguarding person"),
        ("CPA", "Crime and Policing Act"),
        ("Strategy discussion", "allegation against an adult"),
        ("Yearly report", "annual report"),
        ("CDRP", "police are safeguarding partners"),
        ("LADO", "designated safeguarding lead"),
    ],
)
def test_letters_that_mean_two_things_say_so(word, warns):
    assert warns in BY_WORD[word].beware


@pytest.mark.parametrize(
    ("edition", "there", "not_there"),
    [
        ("WT2015", {"LSCB", "SCR", "CCG"}, {"LSP", "ICB", "FHLP", "Rapid review"}),
        ("WT2018", {"Rapid review", "CCG", "MASA"}, {"LSCB", "LSP", "ICB"}),
        ("WT2023", {"LSP", "DSP", "ICB", "PPRC"}, {"CCG", "Family help", "MACPT"}),
        ("WT2026", {"LSP", "Family help", "FHLP", "MACPT", "CNIS"}, {"CCG", "LSCB"}),
    ],
)
def test_an_edition_has_its_own_words(edition, there, not_there):
    found = {one.word for one in terms(edition)}

    assert there <= found
    assert not not_there & found


def test_a_reader_is_spared_words_of_other_trades():
    schools = {one.word for one in terms("WT2026", "schools")}

    assert {"DSL", "LSP", "EHC plan", "TRA"} <= schools
    assert not {"OMU", "NCMD", "DDCD"} & schools


def test_words_stand_in_order():
    found = [one.word.casefold() for one in terms("WT2026")]

    assert found == sorted(found)


def test_an_unknown_edition_is_refused_with_those_there_are():
    with pytest.raises(ValueError, match=r"no edition WT2010.*WT2026"):
        terms("WT2010")


#: Words of the glossary people need, each held under one spelling or another.
NEEDED = """Abuse; AP; BM; BTP; Cafcass; CCE; CCG; CDOP; CDR; CDRP; Channel; Child; Child protection; CIN; Coercive control;
County lines; CP-IS; CQC; CSA; CSE; LCSPR; Domestic abuse; DBS; DCS; DDCD; DPIA; DSCO; DMO; DSL; DSP; Early help;
EHC plan; Emotional abuse; EPO; Extra-familial harm; EYFS; Family help; Family network; FFP; FGDM; FGC; FGM;
Financial exploitation; HMICFRS; ICB; ICTG; ISS; JAR; JSNA; KCSIE; Kinship care; LAC; LADO; LCPP; Lead practitioner;
LSCB; LSP; MACPT; MAPPA; MASA; MASH; MAT; MBU; ME; Modifiable factor; NCMD; Neglect; NRM; OMU; Parent carer; PCC; PDU;
Physical abuse; PPRC; Private fostering; PRU; Rapid review; RA; Regulated activity; RMP; ROTL; SAR; SCR; Section 11;
Section 17; Section 20; Section 31; Section 47; Section 175; Serious harm; Serious violence; Sexual abuse; SIN; SP;
SVD; Strategy discussion; Threshold document; TRA; UNCRC; VCSE; WTSC; Young carer; YOT; FHLP; FNSP;
Letter before proceedings; Parental representation; Designated childcare or education agency; Consistent identifier;
CNIS; Disproportionality; Hidden harm; Teenage relationship abuse; CWSA; CPA; DSA; PDS; ICPC; RCPC; TAF; EHA; IRO"""


def test_the_whole_glossary_is_held():
    assert {word.strip() for word in NEEDED.split(";")} <= set(BY_WORD)
