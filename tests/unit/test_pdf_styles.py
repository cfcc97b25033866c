"""What the names of fonts say: names as they stand in opinions' PDFs, with and without the tag of a subset."""

from __future__ import annotations

import pytest

from opinion_parser.readers.pdf_characters import BLANK, CHARACTERS
from opinion_parser.readers.pdf_faces import Face, face_from

ITALIC, FORCE_BOLD = 1 << 6, 1 << 18


@pytest.mark.parametrize(
    ("name", "cut"),
    [
        ("TimesNewRomanPSMT", ""),
        ("ABCDEF+TimesNewRomanPS-BoldMT", "bold"),
        ("TimesNewRomanPSMT,Bold", "bold"),
        ("TimesNewRomanPS-BoldItalicMT", "bold italic"),
        ("Times-Italic", "italic"),
        ("Helvetica-Oblique", "italic"),
        ("BookmanDemi", "bold"),
        ("NimbusRomNo9L-Medi", "bold"),
        ("NimbusRomNo9L-ReguItal", "italic"),
        ("NimbusRomNo9L-MediItal", "bold italic"),
        ("MediumWeb", ""),
        ("Arial-Black", "bold"),
        ("BlackadderITC", ""),
        ("CMBX12", "bold"),
        ("CMTI10", "italic"),
        ("CMR10", ""),
        ("CMCSC10", "small caps"),
        ("CenturyExpandedSC-Regular", "small caps"),
        ("EquityCapsA-Bold", "bold small caps"),
        ("Capstone", ""),
        ("OldEnglishTextMT", ""),
    ],
)
def test_the_name_of_a_font_tells_its_cut(name, cut):
    face = face_from(name, 0, 400)
    found = [word for word, is_so in zip(("bold", "italic", "small caps"), face[1:], strict=True) if is_so]
    assert " ".join(found) == cut


def test_the_tag_of_a_subset_is_no_part_of_the_name():
    assert face_from("ABCDEF+Times-Roman", 0, 400) == Face("Times-Roman")


def test_flags_count_beside_the_name():
    assert face_from("Garamond", ITALIC | FORCE_BOLD, 400) == Face("Garamond", bold=True, italic=True)


@pytest.mark.parametrize(
    ("name", "bold"), [("CIDFont+F1", True), ("T3_0", True), ("", True), ("LiberationSerif", False)]
)
def test_the_weight_counts_only_for_names_that_tell_nothing(name, bold):
    assert face_from(name, 0, 700).bold is bold


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (0x41, "A"),
        (0x20, BLANK),
        (0xA0, BLANK),
        (0x02, "-"),
        (0xFFFE, "-"),
        (0xFB03, "ffi"),
        (0xB2, "2"),
        (0xF0B7, "•"),
        (0xF8FD, "⎬"),
        (0xF041, "A"),
        (0x07, ""),
        (0x200B, ""),
        (0x110000, ""),
        (0x2019, "’"),
    ],
)
def test_codes_are_read_as_text(code, text):
    assert CHARACTERS[code] == text
