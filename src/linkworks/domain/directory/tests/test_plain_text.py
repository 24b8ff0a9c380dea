import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.domain.directory.plain_text import plain_text


@pytest.mark.parametrize(
    ("came", "reads"),
    [
        ("plain", "plain"),
        ("a < b & c", "a < b & c"),
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<ul><li>tea</li><li>cake</li></ul>", "• tea\n• cake"),
        ("line<br>break", "line\nbreak"),
        ("Tom &amp;amp; Jerry&nbsp;&pound;3", "Tom & Jerry £3"),
        ("<p><br></p>", ""),
        ("see <a href='https://x.example/a'>our page</a>", "see our page (https://x.example/a)"),
        ("<a href='https://x.example'>https://x.example</a>", "https://x.example"),
        ("<a href='javascript:alert(1)'>press</a>", "press"),
        ("a<script>alert(1)</script>b<style>p{}</style>", "ab"),
        ("<img src=x onerror=alert(1)>hello", "hello"),
        ("<b>unclosed <i>tags", "unclosed tags"),
        ("nul\x00 and \ufeffbom", "nul and bom"),
    ],
)
def test_markup_becomes_what_one_would_read(came, reads):
    assert plain_text(came) == reads


@given(st.text())
def test_any_text_is_read_and_holds_no_control_characters(came):
    assert "\x00" not in plain_text(came)


@given(st.text(alphabet="<>/&;ascript='\" !-#x0"))
def test_no_text_that_looks_like_markup_is_too_odd(came):
    plain_text(came)
