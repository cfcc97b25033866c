"""Names, descriptions and roles of parties: what is one party, what two, and how a name reads."""

from __future__ import annotations

import pytest

from opinion_parser import nodes
from opinion_parser.enrich.casing import Casing
from opinion_parser.enrich.reading_names import party_name, reading_words
from opinion_parser.enrich.roles import reading_role
from tests.captions import caption_of


def names(text: str) -> list[str]:
    return [party.name for party in caption_of(f"{text}\nv.\nJOHN POE,\nRespondent.").parties[:-1]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # one party, whatever "and" and commas its name has
        ("JOHNSON AND JOHNSON,\nPlaintiff,", ["Johnson and Johnson"]),
        ("CURRY & SONS, INC.,\nPlaintiff,", ["Curry & Sons, Inc."]),
        ("BOARD OF TRUSTEES OF ROE AND DOE,\nPlaintiffs,", ["Board of Trustees of Roe and Doe"]),
        ("CITY AND COUNTY OF ROE,\nPlaintiff,", ["City and County of Roe"]),
        ("ROE INC. AND SUBSIDIARIES,\nPetitioner,", ["Roe Inc. and Subsidiaries"]),
        ("DEPARTMENT OF HEALTH AND HUMAN SERVICES,\nPetitioner,", ["Department of Health and Human Services"]),
        ("STATE OF ROE, EDUCATION CABINET, DEPARTMENT FOR THE BLIND,\nPlaintiff,",
         ["State of Roe, Education Cabinet, Department for the Blind"]),
        ("KNOX COUNTY, TENNESSEE,\nPlaintiff,", ["Knox County, Tennessee"]),
        ("SKADDEN, ROE & DOE LLP,\nPlaintiffs,", ["Skadden, Roe & Doe LLP"]),
        ("ROE BANK, NATIONAL ASSOCIATION,\nPlaintiff,", ["Roe Bank, National Association"]),
        ("UNITED STATES ex rel. JANE ROE,\nPlaintiff,", ["United States ex rel. Jane Roe"]),
        # several
        ("ROCK ROE AND TORIE ROE,\nPetitioners,", ["Rock Roe", "Torie Roe"]),
        ("Rock Roe and Torie B. Roe,\nPetitioners,", ["Rock Roe", "Torie B. Roe"]),
        ("ROE CORP. and DOE CHEMICAL LP,\nPlaintiffs,", ["Roe Corp.", "Doe Chemical LP"]),
        ("Roe, Inc. and Doe Research Foundation,\nPlaintiffs,", ["Roe, Inc.", "Doe Research Foundation"]),
        ("CITY OF ROE AND COUNTY OF DOE,\nPetitioners,", ["City of Roe", "County of Doe"]),
        ("JANE ROE; ROE SAVINGS AND LOAN, BUREAU OF FUNDS; ANN DOE,\nPlaintiffs,",
         ["Jane Roe", "Roe Savings and Loan, Bureau of Funds", "Ann Doe"]),
        ("ALICE ROE, BETTY DOE, and CAROL POE,\nPlaintiffs,", ["Alice Roe", "Betty Doe", "Carol Poe"]),
        ("JANE ROE et al.,\nPlaintiffs,", ["Jane Roe"]),
        ("ESTEBAN ROE; and DOES 1\nthrough 10, inclusive,\nPlaintiffs,", ["Esteban Roe", "Does 1 through 10"]),
    ],
)  # fmt: skip
def test_one_party_or_several(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "description"),
    [
        ("JANE ROE, Warden,\nPetitioner,", "Jane Roe", "Warden"),
        ("JANE ROE, in her official capacity as\nSecretary of the U.S. Department of\nSecurity,\nPetitioner,",
         "Jane Roe", "in her official capacity as Secretary of the U.S. Department of Security"),
        ("ROE RELAY, LLC, a Delaware limited\nliability company,\nPetitioner,", "Roe Relay, LLC",
         "a Delaware limited liability company"),
        ("ROE NUTRITION, INC.\n(doing business as RNI, Inc.),\nPetitioner,", "Roe Nutrition, Inc.",
         "doing business as RNI, Inc."),
        ("JANE ROE, PERSONAL REPRESENTATIVE OF THE ES-\nTATE OF JOHN ROE, DECEASED,\nPetitioner,", "Jane Roe",
         "PERSONAL REPRESENTATIVE OF THE ESTATE OF JOHN ROE, DECEASED"),
        ("ROE.COM, INC. dba ROE SERVICES,\nPetitioner,", "Roe.com, Inc.", "dba ROE SERVICES"),
        ("JANE ROE, as Conservator, etc.,\nPetitioner,", "Jane Roe", "as Conservator"),
        ("Jane Roe, State Health Officer of the Roe Department of Health,\nPetitioner,", "Jane Roe",
         "State Health Officer of the Roe Department of Health"),
    ],
)  # fmt: skip
def test_what_describes_a_party_is_no_part_of_its_name(text, name, description):
    party = caption_of(f"{text}\nv.\nJOHN POE,\nRespondent.").parties[0]
    assert (party.name, party.description) == (name, description)


def test_in_a_caption_in_capitals_small_letters_describe():
    caption = caption_of(
        "ANDREA ROE, District Something, New York City;\nKIP DOE, Oddjob of the Roe\nAdministration\nDefendants.\nv.\nX"
    )
    assert [(party.name, party.description) for party in caption.parties[:2]] == [
        ("Andrea Roe", "District Something, New York City"),
        ("Kip Doe", "Oddjob of the Roe Administration"),
    ]


def test_the_printed_name_is_kept():
    party = caption_of("ROE DISTILLING COMPANY OF\nKENTUCKY, INC.,\nPlaintiff,").parties[0]
    assert party.printed == "ROE DISTILLING COMPANY OF KENTUCKY, INC."


@pytest.mark.parametrize(
    ("printed", "reading"),
    [
        ("14 PENN PLAZA LLC", "14 Penn Plaza LLC"),
        ("BANK OF AMERICA, N. A.", "Bank of America, N. A."),
        ("W.J. SULLIVAN", "W.J. Sullivan"),
        ("DONALD MCINTYRE", "Donald McIntyre"),
        ("DONALD McINTYRE, III", "Donald McIntyre, III"),
        ("O’BRIEN-SMITH", "O’Brien-Smith"),
        ("THE PEOPLE OF THE STATE OF ROE", "The People of the State of Roe"),
        ("E. I. DU PONT DE NEMOURS & CO.", "E. I. du Pont de Nemours & Co."),
        ("ACME v. IBM", "Acme v. IBM"),
        ("FedEx Ground", "FedEx Ground"),
    ],
)
def test_reading_words(printed, reading):
    assert reading_words(printed) == reading


def casing(text: str) -> Casing:
    source = nodes.SourceInfo("x", "0" * 64, "text/plain", 1, "text")
    opinion = nodes.Opinion(blocks=[nodes.Paragraph([nodes.Text(text)])])
    return Casing(nodes.Document("1.0", source, "opinion", None, nodes.Caption(), [], [opinion], [], [], []))


def test_the_opinions_own_spelling_is_asked_first():
    known = casing(
        "Plaintiff ConsumerRoe.com, Inc. sued Roe Ground and DunAn Metal. The CASR of 1990 and CASR and CASR."
    )
    assert party_name("CONSUMERROE.COM, INC.", known) == "ConsumerRoe.com, Inc."
    assert party_name("DUNAN METAL", known) == "DunAn Metal"
    assert party_name("CASR GROUP", known) == "CASR Group"


def test_a_caption_in_capitals_within_the_text_tells_nothing():
    known = casing("RON ROE, WARDEN v. RON DOE")
    assert party_name("RON ROE", known) == "Ron Roe"


def test_a_name_cut_at_a_line_end_is_healed_as_the_text_writes_it():
    known = casing("Regal-Beloit shipped goods. The Fellowship met.")
    assert party_name("REGAL-\nBELOIT CORP.", known) == "Regal-Beloit Corp."
    assert party_name("CHRISTIAN FELLOW-\nSHIP", known) == "Christian Fellowship"


@pytest.mark.parametrize(
    ("printed", "role"),
    [
        (["Plaintiffs,"], "Plaintiff"),
        (["PETITIONERS"], "Petitioner"),
        (["respondents"], "Respondent"),
        (["Plaintiffs-Cross Appellants,"], "Plaintiff-Cross Appellant"),
        (["Real Parties in Interest;"], "Real Party in Interest"),
        (["Amici Curiae"], "Amicus Curiae"),
        (["Appellants", "(Plaintiffs),"], "Appellant (Plaintiff)"),
        (["and Respondents"], "Respondent"),
        (["Plaintifi"], "Plaintiff"),
        (["Defcndants,"], "Defendant"),
        (["RESPONDENT-APPELLEE"], "Respondent-Appellee"),
        ([], ""),
    ],
)
def test_roles(printed, role):
    assert reading_role(printed) == role
