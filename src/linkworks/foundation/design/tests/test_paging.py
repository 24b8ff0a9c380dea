import pytest

from linkworks.foundation.design.paging import Paging, asked_page, paging, slice_for

from .pages import request


@pytest.mark.parametrize(
    ("asked", "number"), [("2", 2), ("99", 4), ("0", 1), ("-1", 1), ("²", 1), ("x", 1), ("9" * 40, 1)]
)
def test_any_page_that_is_asked_for_leads_to_one_that_is_there(asked, number):
    assert paging(request(data={"page": asked}), total=100).number == number


def test_a_list_without_rows_has_one_page():
    page = paging(request(), total=0)
    assert (page.number, page.last, page.numbers) == (1, 1, [1])
    assert asked_page(request()) == 1


def test_other_pages_keep_the_search():
    assert paging(request(data={"q": "a b", "page": "2"}), total=100).href(3) == "?q=a+b&page=3"


def test_far_pages_are_left_out():
    assert Paging(5, 250, 25, "").numbers == [1, None, 4, 5, 6, None, 10]
    assert Paging(1, 50, 25, "").numbers == [1, 2]


def test_the_rows_of_a_page():
    page = Paging(2, 30, 25, "")
    assert slice_for(page, list(range(1, 31))) == [26, 27, 28, 29, 30]
    assert (page.first_row, page.last_row) == (26, 30)
