import pytest

from linkworks.foundation.design.folding import fold

from .pages import draw


def test_plain_text_becomes_paragraphs_and_never_markup():
    html = draw("{{ text | paragraphs }}", text="One\r\ntwo\n\n<b>three</b>\n")
    assert html == "<p>One<br>two</p><p>&lt;b&gt;three&lt;/b&gt;</p>"


def test_values_are_written_as_people_write_them():
    assert draw("{{ '9990000018' | nhs_number }}") == "999 000 0018"
    assert draw("{{ '+447700900123' | phone }}") == "07700 900123"
    assert draw("{{ 1200 | counted('person', 'people') }}") == "1,200 people"


def test_a_short_note_is_not_folded():
    assert fold("Rang.\nNo answer.") == ("Rang.\nNo answer.", "")


@pytest.mark.parametrize("text", ["word " * 300, "line\n" * 30, "x" * 3000, "a\n" * 6 + "b"])
def test_a_long_note_is_folded_after_six_lines_and_nothing_is_lost(text):
    start, rest = fold(text)
    assert rest
    assert len(start) <= 6 * 90
    assert start.count("\n") < 6
    assert (start + rest).replace(" ", "").replace("\n", "") == text.replace(" ", "").replace("\n", "")
