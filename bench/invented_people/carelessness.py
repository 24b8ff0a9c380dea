"""One row as somebody typed it: moved, married, called by a short name, and with slips."""

import string
from collections.abc import Callable
from dataclasses import replace
from random import Random

from bench.invented_people.error_models import ErrorModel
from bench.invented_people.people import Inventor, Somebody
from linkworks.domain.people.matching.portrait import Description

MONTHS = 12
SHORTEST = 3  # letters: below, a slip would leave nothing to know it by
BESIDE = dict(zip("qwertyuiopasdfghjklzxcvbnm", "wqetryuoipsadhgfkjlxzvcbnm", strict=True))


class Typist:
    def __init__(self, inventor: Inventor, errors: ErrorModel) -> None:
        self._inventor, self._chance, self._errors = inventor, inventor.chance, errors

    def type(self, person: Somebody) -> Description:
        row = person.described
        for careless in (self._life, self._names, self._birth, self._place, self._numbers):
            row = careless(row, person)
        return row

    def _happens(self, share: float) -> bool:
        return self._chance.random() < share

    def _life(self, row: Description, person: Somebody) -> Description:
        if row.sex == "F" and self._happens(self._errors.married):
            other = person.community.family_for(self._chance, "F")
            row = replace(row, family_name=f"{row.family_name}-{other}" if self._happens(0.25) else other)
        elif self._happens(self._errors.double_barrelled):
            row = replace(row, family_name=f"{row.family_name}-{person.community.family_for(self._chance, row.sex)}")
        if self._happens(self._errors.moved):
            row = replace(row, **self._inventor.home())
        if self._happens(self._errors.new_phone):
            row = replace(row, phone=self._inventor.mobile() if self._happens(0.7) else self._inventor.landline())
        elif self._happens(self._errors.other_phone_of_household):
            row = replace(row, phone=person.others_phones[0])
        return row

    def _names(self, row: Description, person: Somebody) -> Description:
        given, family = self._respelt(self._called(row, person), row.family_name, person)
        return replace(row, **self._as_entered(given, family))

    def _called(self, row: Description, person: Somebody) -> str:
        errors, chance, community, given = self._errors, self._chance, person.community, row.given_name
        if self._happens(errors.other_given):
            return community.given_for(chance, row.sex)
        if self._happens(errors.nickname):
            return community.other_form(chance, given)
        if self._happens(errors.middle_name):
            return f"{given} {community.given_for(chance, row.sex).split()[0]}"
        return given.split()[0] if self._happens(0.3) else given

    def _respelt(self, given: str, family: str, person: Somebody) -> tuple[str, str]:
        errors, chance, community = self._errors, self._chance, person.community
        if self._happens(errors.respelt):
            given = community.written_otherwise(chance, given)
        if self._happens(errors.respelt):
            family = community.written_otherwise(chance, family)
        given = slip(chance, given) if self._happens(errors.slip_in_given) else given
        return given, slip(chance, family) if self._happens(errors.slip_in_family) else family

    def _as_entered(self, given: str, family: str) -> dict[str, str]:
        errors, chance = self._errors, self._chance
        if self._happens(errors.initial):
            given = given[:1]
        elif self._happens(errors.no_given):
            given = ""
        if self._happens(errors.swapped_names):
            given, family = family, given
        if self._happens(errors.title_or_case):
            ways = ((given.upper(), family.upper()), (f"Mr {given}", family), (given.lower(), family))
            given, family = chance.choice(ways)
        return {"given_name": given, "family_name": family}

    def _birth(self, row: Description, person: Somebody) -> Description:
        errors, chance = self._errors, self._chance
        year, month, day = row.dob.split("-")
        if self._happens(errors.no_dob):
            return replace(row, dob="")
        if self._happens(errors.junk_dob):
            return replace(row, dob=chance.choice(["01/01/1900", "n/k", "00/00/0000", "unknown", f"01/01/{year}"]))
        if self._happens(errors.wrong_dob):
            year = str(int(year) + chance.randint(1, 9))
            month = f"{chance.randint(1, 12):02d}"
        elif self._happens(errors.day_and_month) and int(day) <= MONTHS:
            month, day = day, month
        elif self._happens(errors.slip_in_dob):
            if self._happens(0.6):
                day = f"{chance.randint(1, 28):02d}" if self._happens(0.3) else f"{day[0]}{chance.randint(0, 9)}"
            else:
                year = year[:3] + str(chance.randint(0, 9))
        formats = (
            f"{year}-{month}-{day}",
            f"{day}/{month}/{year}",
            f"{day}.{month}.{year}",
            f"{int(day)}/{int(month)}/{year}",
        )
        return replace(row, dob=chance.choice(formats))

    def _place(self, row: Description, person: Somebody) -> Description:
        errors, chance = self._errors, self._chance
        if self._happens(errors.no_address):
            return replace(row, address_line_1="", address_line_2="", town="", postcode="")
        line = row.address_line_1
        if self._happens(errors.slip_in_address):
            line = slip(chance, line)
        for whole, short in (("Street", "St"), ("Road", "Rd"), ("Avenue", "Ave"), ("Gardens", "Gdns")):
            if self._happens(0.3):
                line = line.replace(whole, short)
        postcode = "" if self._happens(errors.no_postcode) else row.postcode
        if postcode and self._happens(errors.slip_in_address / 2):
            postcode = postcode[:-1] + chance.choice("ABDEFG")
        return replace(row, address_line_1=line, postcode=postcode.replace(" ", "") if self._happens(0.2) else postcode)

    def _numbers(self, row: Description, person: Somebody) -> Description:
        errors, chance = self._errors, self._chance
        phone, number, sex = row.phone, row.nhs_number, row.sex
        if self._happens(errors.no_phone):
            phone = chance.choice(["", "n/k", "ex dir", "00000000000"])
        elif self._happens(0.3):
            phone = chance.choice([phone.replace(" ", ""), "+44 " + phone[1:], phone[1:].replace(" ", "")])
        if self._happens(errors.no_nhs_number):
            number = chance.choice(["", "", "", "n/k", "0000000000", "9999999999"])
        elif self._happens(errors.wrong_nhs_number):
            number = self._inventor.nhs_number()
        elif self._happens(errors.slip_in_nhs_number):
            place = chance.randrange(10)
            number = number[:place] + str((int(number[place]) + chance.randint(1, 9)) % 10) + number[place + 1 :]
        if self._happens(errors.no_sex):
            sex = ""
        elif self._happens(errors.wrong_sex):
            sex = "M" if sex == "F" else "F"
        return replace(row, phone=phone, nhs_number=number, sex=sex)


def slip(chance: Random, text: str) -> str:
    """One letter wrong, doubled, left out, put in, or swapped with the next."""
    if len(text) < SHORTEST:
        return text
    place = chance.randrange(1, len(text) - 1)
    before, letter, after = text[:place], text[place], text[place + 1 :]
    ways: tuple[Callable[[], str], ...] = (
        lambda: before + after,
        lambda: before + letter + letter + after,
        lambda: before + after[:1] + letter + after[1:],
        lambda: before + BESIDE.get(letter, "e") + after,
        lambda: before + chance.choice(string.ascii_lowercase) + after,
        lambda: before + chance.choice(string.ascii_lowercase) + letter + after,
    )
    return chance.choice(ways)()
