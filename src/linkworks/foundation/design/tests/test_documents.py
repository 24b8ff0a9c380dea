from io import BytesIO

import pytest
from pypdf import PdfReader

from linkworks.foundation.design.documents import TemplateMissing, make_pdf

LETTER = {
    "title": "Margaret is going to the lunch club",
    "from": ["Lewisham link workers", "Brockley Road Surgery"],
    "to": ["Dr Ade Bankole"],
    "date": "3 March 2026",
    "facts": [["Link worker", "Amina Yusuf"]],
    "sections": [{"heading": "What we did", "text": "Listened.\nWent along.\n\nShe sang."}],
    "footer": "Private",
}


def read(data):
    return PdfReader(BytesIO(make_pdf("design/plain_letter.typ", data)))


def text(data):
    return "\n".join(page.extract_text() for page in read(data).pages)


def test_a_letter_is_tagged_titled_and_says_its_language():
    pdf = read(LETTER)
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    assert root["/Lang"] == "en-GB"
    assert pdf.metadata.title == "Margaret is going to the lunch club"
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()


def test_a_letter_says_everything_it_was_given():
    said = text(LETTER)
    for words in ("Brockley Road Surgery", "Dr Ade Bankole", "Link worker: Amina Yusuf", "What we did", "She sang."):
        assert words in said
    assert "Page 1 of 1" in said


@pytest.mark.parametrize("typed", ["*bold* _x_ #panic()", "$x$ = Heading", '"}] #sys.inputs', "<label> @ref \\u{41}"])
def test_nothing_typed_is_taken_for_markup(typed):
    assert typed in text(LETTER | {"sections": [{"heading": typed, "text": typed}]})


def test_what_no_font_can_draw_is_described_and_the_letter_still_made():
    said = text(LETTER | {"sections": [{"heading": "Said", "text": "Thanks 😀 নমস্কার Ẹ̀bùn\u200b Łukasz"}]})
    assert "[grinning face]" in said
    assert "[words in another script]" in said
    assert "Łukasz" in said


def test_large_print_takes_more_room():
    long = LETTER | {"sections": [{"heading": "Said", "text": "She sang. " * 250}]}
    assert len(read(long | {"large_print": True}).pages) > len(read(long).pages)


def test_a_template_that_is_not_there_is_named():
    with pytest.raises(TemplateMissing, match="nowhere"):
        make_pdf("nowhere.typ", {})
