import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.foundation.core.phone import (
    DRAMA_STEMS,
    Phone,
    PhoneError,
    PhoneKind,
    parse_phone,
)

drama_numbers = st.builds("{}{:03d}".format, st.sampled_from(DRAMA_STEMS), st.integers(0, 999))


def sentence_for(typed: str) -> str:
    try:
        parse_phone(typed)
    except PhoneError as refusal:
        return str(refusal)
    return ""


@pytest.mark.parametrize(
    "typed",
    [
        "020 7946 0123",
        "(020) 7946-0123",
        "+44 20 7946 0123",
        "+44 (0)20 7946 0123",
        "0044 20 7946 0123",
        "44 20 7946 0123",
        "020\u20117946\u20110123",
        "020\u00a07946\u00a00123",
    ],
)
def test_a_number_is_read_as_people_write_it(typed):
    phone = parse_phone(typed)
    assert phone.e164 == "+442079460123"
    assert phone.national == str(phone) == "020 7946 0123"


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("07700 900123", PhoneKind.MOBILE),
        ("07624 400123", PhoneKind.MOBILE),
        ("020 7946 0123", PhoneKind.LANDLINE),
        ("01632 960123", PhoneKind.LANDLINE),
        ("0115 496 0123", PhoneKind.LANDLINE),
        ("0306 999 0123", PhoneKind.OTHER),
        ("0808 157 0123", PhoneKind.OTHER),
        ("0909 879 0123", PhoneKind.OTHER),
        ("070 1234 5678", PhoneKind.OTHER),
    ],
)
def test_a_number_knows_its_kind(typed, kind):
    assert parse_phone(typed).kind is kind


@given(drama_numbers)
def test_every_number_kept_for_drama_is_accepted_and_known(e164):
    phone = parse_phone(e164)
    assert phone == Phone(e164)
    assert phone.is_drama


@given(drama_numbers)
def test_what_is_shown_can_be_read_back(e164):
    shown = Phone(e164).national
    assert shown.startswith("0")
    assert parse_phone(shown) == Phone(e164)


@pytest.mark.parametrize("e164", ["+442079461123", "+441632961000", "+447700901000", "+44207946012"])
def test_a_number_just_past_a_drama_range_is_not_in_it(e164):
    assert not Phone(e164).is_drama


@pytest.mark.parametrize("typed", ["+33 1 42 68 53 00", "0033 1 42 68 53 00", "+1 212 555 0100"])
def test_a_number_of_another_country_is_told_so(typed):
    with pytest.raises(PhoneError, match="belongs to another country"):
        parse_phone(typed)


@pytest.mark.parametrize("typed", ["999", "111", "07700 90012", "020 7946 01234", "+", "()"])
def test_a_number_that_cannot_be_rung_is_told_what_to_check(typed):
    with pytest.raises(PhoneError, match="Check that it begins with 0"):
        parse_phone(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "020 7946 0123 ext 12",
        "020 7946 0123 x12",
        "07700 900123 (daughter)",
        "07700 900123 / 07700 900124",
        "ex-directory",
    ],
)
def test_words_and_second_numbers_belong_in_the_note(typed):
    with pytest.raises(PhoneError, match="in the note beside it"):
        parse_phone(typed)


def test_nothing_typed_asks_for_a_number():
    with pytest.raises(PhoneError, match=r"^Enter a telephone number"):
        parse_phone(" ")


@given(st.text(alphabet="0123456789+() -x", max_size=20) | st.text(max_size=20))
def test_whatever_is_typed_is_read_or_answered_with_a_sentence(typed):
    sentence = sentence_for(typed)
    assert sentence.endswith(".") if sentence else parse_phone(parse_phone(typed).national) == parse_phone(typed)


@given(st.from_regex(r"\A0[1-9][0-9]{8,9}\Z"))
def test_a_number_typed_plain_is_read_as_if_it_stood_in_brackets(typed):
    """What stands in brackets goes the long way."""
    assert _outcome(typed) == _outcome(f"({typed})")


def _outcome(typed):
    try:
        return parse_phone(typed).e164
    except PhoneError as error:
        return str(error)
