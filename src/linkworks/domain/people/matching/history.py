"""Somebody on record, as they are and as they were."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from linkworks.domain.people.matching.blocks import filing_keys
from linkworks.domain.people.matching.likeness import NameLikeness
from linkworks.domain.people.matching.name_pairs import NameJudge
from linkworks.domain.people.matching.portrait import Description, Portrait, portray


def keep_in_mind(now: Description, before: Sequence[Description], *, today: date) -> tuple[Portrait, set[str]]:
    """What is compared, and the keys to file under.

    A former family name, home or telephone was right once: it is compared. A date of birth, an NHS number or another
    given name was corrected because it was wrong, perhaps a twin's or a father's: it only helps to find the record.
    """
    if not before:
        compared = portray([now], today=today)
        return compared, filing_keys(compared)
    judge = NameJudge()
    compared = portray([now, *_right_once(now, before, judge, today)], today=today)
    return compared, filing_keys(portray([now, *before], today=today))


def _right_once(
    now: Description, before: Sequence[Description], judge: NameJudge, today: date
) -> Iterator[Description]:
    names = portray([now], today=today).names
    for one in before:
        right = replace(one, dob="", nhs_number="")
        is_form = any(
            judge.given(name.given, former.given) >= NameLikeness.CLOSE
            for name in names
            for former in portray([one], today=today).names
        )
        yield right if is_form else replace(right, given_name="", family_name="")
