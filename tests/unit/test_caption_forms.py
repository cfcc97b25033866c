"""Forms of captions, as courts print them and as text layers fuse them: what each says."""

from __future__ import annotations

import pytest

import opinion_parser
from tests.captions import caption_of, dockets, marked, parties


def judges(caption):
    return [judge.name for judge in caption.judges]


def test_rails_glued_to_the_left_cells():
    caption = caption_of(
        """
        UNITED STATES DISTRICT COURT NORTHERN DISTRICT OF ILLINOIS EASTERN DIVISION
        JORDAN STEIN, individually and on)
        behalf of others similarly situated)
        Plaintiff,)
        ) No. 20 C 1937
        V.)
        ) Judge Sara L. Ellis
        CLARIFAI, INC.,)
        Defendant.)
        OPINION AND ORDER
        """
    )
    assert caption.court.name == "United States District Court for the Northern District of Illinois, Eastern Division"
    assert (caption.court.id, caption.court.division) == ("ilnd", "Eastern Division")
    assert parties(caption) == [("Jordan Stein", "Plaintiff"), ("Clarifai, Inc.", "Defendant")]
    assert caption.parties[0].description == "individually and on behalf of others similarly situated"
    assert dockets(caption) == ["20 C 1937"]
    assert judges(caption) == ["Sara L. Ellis"]
    assert caption.title == "OPINION AND ORDER"
    assert marked(caption, "party") == ["JORDAN STEIN", "CLARIFAI, INC."]
    assert marked(caption, "role") == ["Plaintiff", "Defendant."]
    assert marked(caption, "docket") == ["20 C 1937"]
    assert marked(caption, "judge") == ["Sara L. Ellis"]
    assert marked(caption, "versus") == ["V."]
    assert marked(caption, "title") == ["OPINION AND ORDER"]
    assert marked(caption, "division") == ["EASTERN DIVISION"]


def test_a_name_that_runs_over_lines_has_a_mark_on_each():
    caption = caption_of(
        """
        ROE DISTILLING COMPANY OF
        KENTUCKY, INC.,
        Plaintiff - Appellant,
        v.
        JANE DOE,
        Defendant - Appellee.
        """
    )
    assert parties(caption)[0] == ("Roe Distilling Company of Kentucky, Inc.", "Plaintiff - Appellant")
    marks = [mark for mark in caption.marks if mark.kind == "party" and mark.index == 0]
    assert [(mark.line, mark.start, mark.end) for mark in marks] == [(0, 0, 25), (1, 0, 14)]


def test_rows_run_together_between_rails():
    caption = caption_of(
        "ALLAN MONGA, and PORTLAND ) PUBLIC SCHOOLS, ) ) Plaintiffs, ) ) v. ) 2:18-cv JAW ) NATIONAL ENDOWMENT FOR"
        " ) THE ARTS, ) ) Defendant, ) ) THE MAINE ARTS COMMISSION ) Party-in-Interest. )"
    )
    assert parties(caption) == [
        ("Allan Monga", "Plaintiff"),
        ("Portland Public Schools", "Plaintiff"),
        ("National Endowment for the Arts", "Defendant"),
        ("The Maine Arts Commission", "Party-in-Interest"),
    ]
    assert dockets(caption) == ["2:18-cv JAW"]


def test_columns_one_after_the_other_with_the_rail_between():
    caption = caption_of(
        "JANE ROE, Appellant. : : : : : CIVIL ACTION NO. 14-6122 ADVERSARY NO. 13-529(JFK) MEMORANDUM OPINION"
        " Smith, J. September 29, 2015"
    )
    assert parties(caption) == [("Jane Roe", "Appellant")]
    assert dockets(caption) == ["14-6122", "13-529(JFK)"]
    assert (judges(caption), caption.title) == (["Smith"], "MEMORANDUM OPINION")


def test_judge_and_number_of_the_right_column_within_a_name():
    caption = caption_of(
        "TIANJIN UNITED TIRE & RUBBER Before: Richard W. Goldberg, Senior Judge INTERNATIONAL CO., LTD.; WEIHAI"
        " Consolidated Court No. 18-00100 ZHONGWEI RUBBER CO., LTD.; Plaintiffs, v. UNITED STATES, Defendant."
    )
    assert parties(caption) == [
        ("Tianjin United Tire & Rubber International Co., Ltd.", "Plaintiff"),
        ("Weihai Zhongwei Rubber Co., Ltd.", "Plaintiff"),
        ("United States", "Defendant"),
    ]
    assert (dockets(caption), judges(caption)) == (["18-00100"], ["Richard W. Goldberg"])


def test_the_right_column_tells_of_the_court_below():
    caption = caption_of(
        """
        IN THE APPELLATE COURT OF ILLINOIS
        No. 1-22-1788
        JANE ROE, ¦ Appeal from the Circuit Court
        Plaintiff-Appellant, ¦ of Cook County.
        v. ¦ No. 17 L 10032
        ROE HOSPITAL, an Illinois Not-For-Profit ¦ Honorable
        Corporation, and JOHN DOE, M.D., ¦ Thomas V. Roe, II,
        Defendants-Appellees. ¦ Judge Presiding.
        """
    )
    assert parties(caption) == [
        ("Jane Roe", "Plaintiff-Appellant"),
        ("Roe Hospital", "Defendant-Appellee"),
        ("John Doe, M.D.", "Defendant-Appellee"),
    ]
    assert caption.parties[1].description == "an Illinois Not-For-Profit Corporation"
    assert dockets(caption) == ["1-22-1788"]
    assert caption.lower_court is not None
    assert (caption.lower_court.name, caption.lower_court.dockets) == ("Circuit Court of Cook County", ["17 L 10032"])
    assert judges(caption) == []


@pytest.mark.parametrize("versus", ["v.", "V.", "v", "vs.", "VS.", "versus", "VERSUS", "-v-", "-v.-", "–v–", "— v. —",
                                    "-against-", "- against -", "-vs-", "\\v."])  # fmt: skip
def test_forms_of_versus(versus):
    caption = caption_of(f"JOHN ROE,\nPlaintiff,\n{versus}\nCHRISTOPHER V. PRATOLA,\nDefendant.")
    assert parties(caption) == [("John Roe", "Plaintiff"), ("Christopher V. Pratola", "Defendant")]


@pytest.mark.parametrize(
    ("printed", "reading"),
    [
        ("Plaintiffs-Appellants,", "Plaintiff-Appellant"),
        ("Defendants - Appellees", "Defendant - Appellee"),
        ("Plaintiff—Appellee,", "Plaintiff—Appellee"),
        ("Petitioners and Respondents,", "Petitioner and Respondent"),
        ("Defendants, Appellees.", "Defendant, Appellee"),
        ("Appellants/Cross-Appellees", "Appellant/Cross-Appellee"),
        ("APPELLEES", "Appellee"),
        ("Real Parties in Interest.", "Real Party in Interest"),
        ("Third-Party Defendants,", "Third-Party Defendant"),
        ("Plaintiﬀs-Appellants,", "Plaintiff-Appellant"),
        ("Defendant(s)", "Defendant"),
        ("Petitioner on Review.", "Petitioner on Review"),
    ],
)
def test_roles_are_of_one_party(printed, reading):
    caption = caption_of(f"JOHN ROE,\nPetitioner,\nv.\nJANE DOE et al.,\n{printed}")
    assert parties(caption)[1] == ("Jane Doe", reading)


def test_a_second_role_in_brackets():
    caption = caption_of("JANE ROE,\nAppellant\n(Plaintiff),\nv.\nJOHN DOE,\nAppellee\n(Defendant).")
    assert parties(caption) == [("Jane Roe", "Appellant (Plaintiff)"), ("John Doe", "Appellee (Defendant)")]


def test_roles_flush_right_beside_the_names():
    text = """
        RENDERED: JUNE 20, 2025
        2023-SC-0124-MR
        EARL K.JOHNSON ¦ APPELLANT
        ON APPEAL FROM LOGAN CIRCUIT COURT
        V.HONORABLE JOE W.HENDRICKS, JR., JUDGE
        NO.19-CR-00158
        COMMONWEALTH OF KENTUCKY ¦ APPELLEE
        """
    for caption in (caption_of(text), caption_of(text.replace("¦ ", ""))):
        assert parties(caption) == [("Earl K. Johnson", "Appellant"), ("Commonwealth of Kentucky", "Appellee")]
        assert dockets(caption) == ["2023-SC-0124-MR"]
        assert caption.lower_court is not None
        assert caption.lower_court.dockets == ["19-CR-00158"]
        assert judges(caption) == []


def test_number_on_the_row_of_the_versus():
    caption = caption_of(
        "JOHN ROE\nv. Record No. 250002\nCOMMONWEALTH OF VIRGINIA\nFROM THE COURT OF APPEALS OF VIRGINIA"
    )
    assert parties(caption) == [("John Roe", ""), ("Commonwealth of Virginia", "")]
    assert dockets(caption) == ["250002"]


def test_the_courts_name_beside_the_parties():
    caption = caption_of(
        """
        PLAQUEMINES PORT ¦ NO. 2024-CA-0614
        HARBOR DISTRICT ¦
        VERSUS ¦ COURT OF APPEAL
        ¦ FOURTH CIRCUIT
        TUAN NGUYEN ¦ STATE OF LOUISIANA
        """
    )
    assert parties(caption) == [("Plaquemines Port Harbor District", ""), ("Tuan Nguyen", "")]
    assert caption.court.id == "lactapp"
    assert dockets(caption) == ["2024-CA-0614"]


def test_columns_fused_without_a_rail():
    caption = caption_of(
        """
        IN THE COURT OF APPEAL OF THE STATE OF CALIFORNIA
        SECOND APPELLATE DISTRICT
        DIVISION TWO
        Conservatorship of the Person and B123456
        Estate of JULIE R.
        ROE COUNTY (Roe County
        OFFICE OF THE PUBLIC Super. Ct. No. 21STPB04248)
        GUARDIAN, as Conservator, etc.,
        Petitioner and Respondent,
        v.
        AMY DOE, as Successor
        Trustee, etc., et al.,
        Objectors and Appellants.
        """
    )
    assert parties(caption) == [
        ("Roe County Office of the Public Guardian", "Petitioner and Respondent"),
        ("Amy Doe", "Objector and Appellant"),
    ]
    assert dockets(caption) == ["B123456"]
    assert caption.lower_court is not None
    assert caption.lower_court.dockets == ["21STPB04248"]


def test_a_blank_lost_before_versus():
    caption = caption_of("United States of America,Plaintiff—Appellee,versus Bobby Glenn Roe, Jr.,Defendant—Appellant.")
    assert parties(caption) == [
        ("United States of America", "Plaintiff—Appellee"),
        ("Bobby Glenn Roe, Jr.", "Defendant—Appellant"),
    ]


def test_third_parties_and_two_versus():
    caption = caption_of(
        "JOHN ROE,\nPlaintiff,\nv.\nACME CORP., and JANE DOE,\nDefendants,\nv.\nTRANS ROE CO.,\nThird-Party Defendant."
    )
    assert parties(caption) == [
        ("John Roe", "Plaintiff"),
        ("Acme Corp.", "Defendant"),
        ("Jane Doe", "Defendant"),
        ("Trans Roe Co.", "Third-Party Defendant"),
    ]
    assert marked(caption, "versus") == ["v.", "v."]


def test_two_cases_in_one_caption():
    caption = caption_of(
        """
        UNITED STATES DISTRICT COURT
        SOUTHERN DISTRICT OF WEST VIRGINIA
        CITY OF ROE,
        Plaintiff,
        v. CIVIL ACTION NO. 3:17-01362
        ROE DRUG CORPORATION, et al.,
        Defendants.
        ________
        CABELL COUNTY COMMISSION,
        Plaintiff,
        v. CIVIL ACTION NO. 3:17-01665
        ROE DRUG CORPORATION, et al.,
        Defendants.
        MEMORANDUM OPINION AND ORDER
        """
    )
    assert parties(caption) == [
        ("City of Roe", "Plaintiff"),
        ("Roe Drug Corporation", "Defendant"),
        ("Cabell County Commission", "Plaintiff"),
    ]
    assert dockets(caption) == ["3:17-01362", "3:17-01665"]
    assert caption.title == "MEMORANDUM OPINION AND ORDER"


def test_no_roles_at_all():
    caption = caption_of(
        """
        UNITED STATES DISTRICT COURT
        DISTRICT OF NEW HAMPSHIRE
        “Barbara,” et al.
        v.
        Civil No. 25-cv-244-JL-AJ
        Opinion No. 2025 DNH 079P
        John J. Doe, President of the Roe
        Society, in his official capacity, et al.
        ORDER GRANTING PRELIMINARY INJUNCTION
        AND
        PROVISIONAL CLASS CERTIFICATION
        """
    )
    assert parties(caption) == [("“Barbara”", ""), ("John J. Doe", "")]
    assert caption.parties[1].description == "President of the Roe Society, in his official capacity"
    assert dockets(caption) == ["25-cv-244-JL-AJ"]
    assert caption.citations == ["2025 DNH 079P"]
    assert caption.title == "ORDER GRANTING PRELIMINARY INJUNCTION AND PROVISIONAL CLASS CERTIFICATION"


def test_a_matter_is_no_party():
    caption = caption_of("IN RE: Roe Filters Products ¦ No. MDL 15-02641-PHX-DGC\nLiability Litigation, ¦\n¦ ORDER")
    assert parties(caption) == []
    assert dockets(caption) == ["MDL 15-02641-PHX-DGC"]
    assert caption.title == "ORDER"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In the Matter of JASON MICHAEL ROE,\nRespondent.", [("Jason Michael Roe", "Respondent")]),
        ("IN RE PATRICK NEAL ROE, SR., Relator\nON APPLICATION FOR A WRIT", [("Patrick Neal Roe, Sr.", "Relator")]),
        ("Matter of Emmanuel LAGUERRE, Respondent", [("Emmanuel Laguerre", "Respondent")]),
        ("In re: ROE, HERRINGTON & SUTCLIFFE,\nLLP, RING, INC.,\nPetitioners",
         [("Roe, Herrington & Sutcliffe, LLP", "Petitioner"), ("Ring, Inc.", "Petitioner")]),
        ("In Re: ¦\nALLEN HENRY ROE, LLC, ¦ Case No. 09-00429\nDebtor. ¦", [("Allen Henry Roe, LLC", "Debtor")]),
    ],
)  # fmt: skip
def test_a_matter_with_a_role_names_a_party(text, expected):
    assert parties(caption_of(text)) == expected


def test_a_matter_above_the_parties():
    caption = caption_of(
        """
        IN THE COURT OF APPEALS OF IOWA
        No. 22-2066
        IN THE MATTER OF PROPERTY SEIZED FROM DAVID RAY ROE,
        STATE OF IOWA,
        Respondent-Appellant,
        vs.
        PAULA DOE,
        Claimant-Appellee.
        """
    )
    assert parties(caption) == [("State of Iowa", "Respondent-Appellant"), ("Paula Doe", "Claimant-Appellee")]


def test_names_run_on_within_a_sentence():
    caption = caption_of(
        """
        Roe Bank USA, N.A. v Prime, L.L.C.
        2015 NY Slip Op 01017 [125 AD3d 1307]
        February 6, 2015
        Appellate Division, Fourth Department
        Roe Bank USA, National Association, Respondent, v
        Prime, L.L.C., et al., Appellants, et al., Defendants.
        """
    )
    assert parties(caption) == [("Roe Bank USA, National Association", "Respondent"), ("Prime, L.L.C.", "Appellant")]
    assert caption.citations == ["2015 NY Slip Op 01017 [125 AD3d 1307]"]
    assert (caption.court.name, caption.court.id) == ("Appellate Division, Fourth Department", "nyappdiv")
    assert dockets(caption) == []


def test_the_caption_over_the_opinion_has_the_full_names():
    caption = caption_of(
        "SUPREME COURT OF THE UNITED STATES\nSyllabus\nROE v. DOE\n"
        "CERTIORARI TO THE UNITED STATES COURT OF APPEALS FOR\nTHE NINTH CIRCUIT\n"
        "No. 21–908. Argued December 6, 2022—Decided February 22, 2023",
        over="SUPREME COURT OF THE UNITED STATES\nNo. 21–908\nKATE MARIE ROE, PETITIONER v.\nKIERAN DOE\n"
        "ON WRIT OF CERTIORARI TO THE UNITED STATES COURT OF\nAPPEALS FOR THE NINTH CIRCUIT\n[February 22, 2023]",
    )
    assert parties(caption) == [("Kate Marie Roe", "Petitioner"), ("Kieran Doe", "")]
    assert marked(caption, "party") == ["ROE", "DOE"]
    assert dockets(caption) == ["21–908"]
    assert caption.court.id == "scotus"


def test_beheaded_small_capitals():
    caption = caption_of(
        """
        UNITED STATES COURT OF APPEALS
        F OR THE S ECOND C IRCUIT
        J ILL L INDSAY, individually and on behalf of all others similarly situated, C AROL J OHNSON,
        Plaintiffs-Appellants,
        — v.—
        AMR C ORPORATION, a Delaware corporation, and JOHN W ARD,
        Defendants-Appellees.
        """,
        body="In 2006 the union sued AMR Corporation.",
    )
    assert caption.court.id == "ca2"
    assert [name for name, _ in parties(caption)] == ["Jill Lindsay", "Carol Johnson", "AMR Corporation", "John Ward"]
    assert marked(caption, "party") == ["J ILL L INDSAY", "C AROL J OHNSON", "AMR C ORPORATION", "JOHN W ARD"]


def test_large_letters_on_a_line_of_their_own():
    assert caption_of("S C W\nUPREME OURT OF ISCONSIN").court.id == "wis"


def test_glyphs_of_a_brace():
    caption = caption_of(
        "RITA ROE; BARRY ⎫\nROE,\nPlaintiffs-Appellants,\n⎬ No. 08-2373\nv.\nDOE LOANS, INC.,\nAppellee. ⎭"
    )
    assert [name for name, _ in parties(caption)] == ["Rita Roe", "Barry Roe", "Doe Loans, Inc."]
    assert dockets(caption) == ["08-2373"]


def test_panel_and_legend():
    caption = caption_of(
        "[PUBLISH]\nNo. 24-1\nBefore NIEMEYER and DUNCAN, Circuit Judges, and\nBenson E. LEGG, District Judge,\n"
        "sitting by designation."
    )
    assert judges(caption) == ["Niemeyer", "Duncan", "Benson E. Legg"]
    assert caption.legends == ["[PUBLISH]"]
    assert marked(caption, "judge") == ["NIEMEYER", "DUNCAN", "Benson E. LEGG"]


def test_a_title_over_several_rows_of_the_right_column():
    caption = caption_of(
        """
        ROE.COM, INC. dba ¦ Case No. 8:16-cv-1261 DOC (KESx)
        ROE SERVICES, ¦
        Plaintiff, ¦ ORDER GRANTING
        ¦ ROE.COM, INC. dba
        v. ¦ ROE SERVICES’ APPLICATION FOR A
        ESTEBAN DOE; and DOES 1 ¦ PRELIMINARY INJUNCTION
        through 10, inclusive, ¦
        Defendants. ¦
        """
    )
    assert caption.title == "ORDER GRANTING ROE.COM, INC. dba ROE SERVICES’ APPLICATION FOR A PRELIMINARY INJUNCTION"
    assert parties(caption) == [
        ("Roe.com, Inc.", "Plaintiff"),
        ("Esteban Doe", "Defendant"),
        ("Does 1 through 10", "Defendant"),
    ]
    assert dockets(caption) == ["8:16-cv-1261 DOC (KESx)"]


def test_letter_spaced_title():
    assert caption_of("O R D E R").title == "ORDER"
    assert caption_of("M E M O R A N D U M O P I N I O N").title == "MEMORANDUM OPINION"


def test_numbers_that_go_on_below_a_date():
    caption = caption_of(
        "UNITED STATES TAX COURT\nROCK ROE AND TORIE ROE, Petitioners v.\n"
        "COMMISSIONER OF INTERNAL REVENUE, Respondent\n"
        "Docket Nos. 19031-13, 27735-13, Filed February 20, 2020.\n11905-14."
    )
    assert dockets(caption) == ["19031-13", "27735-13", "11905-14"]
    assert parties(caption) == [
        ("Rock Roe", "Petitioner"),
        ("Torie Roe", "Petitioner"),
        ("Commissioner of Internal Revenue", "Respondent"),
    ]


def test_an_empty_caption():
    caption = caption_of("")
    assert (caption.court.name, caption.parties, caption.dockets, caption.title) == (None, [], [], None)


def test_a_cell_that_begins_with_the_versus():
    caption = caption_of("SUPREME COURT OF ROE\nROE, PRESIDENT OF ROE, ET AL.\nv. DOE, INC., ET AL.\nNo. 24A111.")
    assert [name for name, _ in parties(caption)] == ["Roe", "Doe, Inc."]


def test_a_name_that_begins_with_v_is_no_versus():
    caption = caption_of("JANE ROE,\nPETITIONER\nv.\nV.O.S. DOE, INC.")
    assert [name for name, _ in parties(caption)] == ["Jane Roe", "V.O.S. Doe, Inc."]


def test_a_page_may_have_no_more_than_a_line_that_looks_like_a_short_title():
    document = opinion_parser.parse(b"The court speaks.\n\x0cROE v. DOE\n", name="short.txt")
    assert "ROE v. DOE" in opinion_parser.to_json(document).decode()


def test_workers_compensation_has_employer_and_insurer():
    caption = caption_of(
        """
        BENEFITS REVIEW BOARD
        BRB No. 20-0101
        JANE ROE
        Claimant-Respondent
        v.
        DOE FOUNDRY, INCORPORATED
        and
        POE CASUALTY COMPANY
        Employer/Carrier-Petitioners
        DECISION and ORDER
        """
    )
    assert parties(caption) == [
        ("Jane Roe", "Claimant-Respondent"),
        ("Doe Foundry, Incorporated", "Employer/Carrier-Petitioner"),
        ("Poe Casualty Company", "Employer/Carrier-Petitioner"),
    ]


def test_a_name_may_end_in_a_word_that_is_a_role_elsewhere():
    caption = caption_of("JOHN CARRIER,\nPlaintiff,\nv.\nROE SURETY,\nDefendant.")
    assert parties(caption) == [("John Carrier", "Plaintiff"), ("Roe Surety", "Defendant")]
    assert parties(caption_of("ROE SURETY v. JOHN CARRIER")) == [("Roe Surety", ""), ("John Carrier", "")]


def test_a_letter_of_the_clerk():
    caption = caption_of("UNITED STATES COURT OF APPEALS\n215-555-0123\nRE: Ann Roe v. Doe, Inc.\nCase Number: 20-2678")
    assert [name for name, _ in parties(caption)] == ["Ann Roe", "Doe, Inc."]
    assert dockets(caption) == ["20-2678"]
