import re

from linkworks.domain.referrals.references import new_reference


def test_a_reference_can_be_read_out_without_being_misheard_for_another():
    for _ in range(200):
        assert re.fullmatch("LW-[34679CDFGHJKMNPQRTVWXY]{5}", new_reference(lambda made: False))


def test_a_reference_that_is_taken_is_not_given_again():
    asked = []

    def taken_the_first_time(reference):
        asked.append(reference)
        return len(asked) == 1

    assert new_reference(taken_the_first_time) == asked[1]
