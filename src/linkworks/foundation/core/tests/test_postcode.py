import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.foundation.core.postcode import (
    NO_FIXED_ABODE,
    Postcode,
    PostcodeError,
    parse_postcode,
)

INWARD_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"

outwards = st.sampled_from(["E1", "N22", "W1A", "SE1", "SE13", "EC1A", "BR1", "ZE1", "M1", "B33", "CR2"])
inwards = st.builds(
    "{}{}{}".format,
    st.integers(0, 9),
    st.sampled_from(INWARD_LETTERS),
    st.sampled_from(INWARD_LETTERS),
)


def sentence_for(typed: str, *, allow_half: bool) -> str:
    try:
        parse_postcode(typed, allow_half=allow_half)
    except PostcodeError as refusal:
        return str(refusal)
    return ""


def reads_back(typed: str, *, allow_half: bool) -> bool:
    postcode = parse_postcode(typed, allow_half=allow_half)
    return parse_postcode(str(postcode), allow_half=allow_half) == postcode


@given(outwards, inwards, st.sampled_from(["", " ", "  ", "-", "\u00a0"]))
def test_a_postcode_is_read_however_it_is_written(outward, inward, gap):
    expected = Postcode(outward, inward)
    assert parse_postcode(f" {outward}{gap}{inward} ") == expected
    assert parse_postcode(f"{outward}{gap}{inward}".lower()) == expected
    assert str(expected) == f"{outward} {inward}"


@pytest.mark.parametrize(
    ("code", "area", "sector"),
    [
        ("SE13 6JZ", "SE", "SE13 6"),
        ("E1 6AN", "E", "E1 6"),
        ("EC1A 1BB", "EC", "EC1A 1"),
        ("W1A 0AX", "W", "W1A 0"),
    ],
)
def test_a_postcode_knows_its_area_and_sector(code, area, sector):
    postcode = parse_postcode(code)
    assert (postcode.area, postcode.sector) == (area, sector)
    assert postcode.is_place
    assert postcode.is_whole


@given(outwards)
def test_half_a_postcode_will_do_only_where_half_is_asked_for(outward):
    half = parse_postcode(outward.lower(), allow_half=True)
    assert (half.outward, half.is_whole, half.sector) == (outward, False, "")
    assert str(half) == outward
    with pytest.raises(PostcodeError, match=f"{outward} is only the first half"):
        parse_postcode(outward)


@pytest.mark.parametrize(
    ("code", "meaning"),
    [
        ("ZZ99 3VZ", "no fixed abode"),
        ("zz993wz", "address not known"),
        ("ZZ99 3CZ", "England, address not given"),
        ("ZZ99 6CZ", "usually lives outside the United Kingdom"),
    ],
)
def test_a_code_without_a_place_says_what_it_means(code, meaning):
    postcode = parse_postcode(code)
    assert postcode.meaning == meaning
    assert not postcode.is_place
    assert postcode.area == ""


def test_no_fixed_abode_is_known_from_address_not_known():
    assert NO_FIXED_ABODE.is_no_fixed_abode
    assert not parse_postcode("ZZ99 3WZ").is_no_fixed_abode
    assert not parse_postcode("SE13 6JZ").is_no_fixed_abode
    assert parse_postcode("SE13 6JZ").meaning == ""


@pytest.mark.parametrize(
    "typed",
    ["SE13 6J", "SE13 6JC", "Q1 1AA", "SE1333 6JZ", "90210", "Lewisham", "ZZ99", "É1 6AN"],
)
@pytest.mark.parametrize("allow_half", [True, False])
def test_what_is_no_postcode_is_refused_and_told_how_to_mend(typed, allow_half):
    with pytest.raises(PostcodeError, match="should look like SE13 6JZ"):
        parse_postcode(typed, allow_half=allow_half)


def test_nothing_typed_asks_for_a_postcode():
    with pytest.raises(PostcodeError, match=r"^Enter a postcode, like SE13 6JZ\.$"):
        parse_postcode("  ")


@given(st.text(max_size=20), st.booleans())
def test_whatever_is_typed_is_read_or_answered_with_a_sentence(typed, allow_half):
    sentence = sentence_for(typed, allow_half=allow_half)
    assert sentence.endswith(".") if sentence else reads_back(typed, allow_half=allow_half)
