from io import BytesIO

import pytest
from pypdf import PdfReader

from linkworks.domain.onward.actions.hand_out import link_address
from linkworks.domain.onward.selectors.sheets import list_entries
from linkworks.domain.onward.sheet.document import sheet_document

pytestmark = pytest.mark.django_db


def read(sheet, actor, *, is_large=False, address=""):
    return PdfReader(BytesIO(sheet_document(sheet, list_entries(actor, sheet), address, is_large=is_large)))


def text(pdf):
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


def test_the_sheet_on_paper_is_accessible_says_everything_and_names_nobody(link_worker, sheet):
    sheet.by_id = link_worker.user_id
    pdf = read(sheet, link_worker, address=link_address(sheet))
    root = pdf.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data().decode()
    said = text(pdf)
    for words in (
        "Your list",
        "It is from Amina.",
        "Deptford lunch club",
        "Who to ask for Jo, 020 7946 0106",
        "The first time Jo meets you at the door.",
        "Yes please",
        "Not for me",
        "The year you were born opens the list.",
        "020 7946 0100",
    ):
        assert words in said, words
    for private in ("Rosa", "Marshall", "1950", "link worker"):
        assert private not in said


def test_without_a_link_there_is_no_code(link_worker, entry):
    assert "See this list on a phone" not in text(read(entry.sheet, link_worker))


def test_large_print_takes_more_room(link_worker, sheet):
    assert len(read(sheet, link_worker, is_large=True).pages) >= len(read(sheet, link_worker).pages)


def test_an_option_that_is_longer_than_a_page_goes_on_over_the_next(link_worker, sheet, entry):
    entry.change(**dict.fromkeys(("what", "place", "first_time"), "You sit and eat.\n" * 24))
    assert len(read(sheet, link_worker).pages) > 1
