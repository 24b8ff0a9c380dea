import pytest

from linkworks.foundation.design.local_path import local_path


@pytest.mark.parametrize("given", ["/", "/cases/1?page=2#timeline"])
def test_a_path_of_ours_is_kept(given):
    assert local_path(given, "/cases") == given


@pytest.mark.parametrize(
    "given", ["", "//evil.example", "/\\evil.example", "https://evil.example", "javascript:x", "x"]
)
def test_everything_else_leads_to_the_other_place(given):
    assert local_path(given, "/cases") == "/cases"
