from datetime import date

import pytest

from linkworks.domain.directory.choices import AgeOf, ForGender, LiveState
from linkworks.domain.directory.models import Service
from linkworks.domain.onward.check_first import check_first
from linkworks.domain.people.choices import AdjustmentKind, Gender
from linkworks.domain.people.models import Person


@pytest.fixture(autouse=True)
def _spring(time_machine):
    time_machine.move_to("2026-03-02 10:00")


def check(service, needs=(), team_area="", **person):
    rosa = Person(given_name="Rosa", **{"date_of_birth": date(1980, 1, 1), "postcode": "SE8 4AA", **person})
    return check_first(Service(**service), rosa, needs=needs, team_area=team_area)


@pytest.mark.parametrize(
    ("service", "person", "sentences"),
    [
        ({}, {}, ()),
        ({"minimum_age": 18}, {}, ()),
        (
            {"most_referrals": 1, "most_referrals_days": 7},
            {},
            ("They take at most 1 referral of one person in 7 days.",),
        ),
        ({"most_referrals": 5}, {}, ("They take at most 5 referrals of one person.",)),
        ({"minimum_age": 18}, {"date_of_birth": None}, ()),
        ({"minimum_age": 46, "maximum_age": 46}, {}, ()),
        ({"minimum_age": 50}, {}, ("For people aged 50 and over. Rosa is 46.",)),
        ({"maximum_age": 25}, {}, ("For people aged up to 25. Rosa is 46.",)),
        (
            {"minimum_age": 60},
            {"date_of_birth": None},
            ("For people aged 60 and over. Rosa’s date of birth is not recorded.",),
        ),
        (
            {"minimum_age": 7, "maximum_age": 17, "age_of": AgeOf.CLIENT_OR_CHILD},
            {},
            ("For people aged 7 to 17. Or their child, if it is about a child. Rosa is 46.",),
        ),
        ({"gender": ForGender.WOMEN}, {"gender": Gender.WOMAN}, ()),
        ({"gender": ForGender.WOMEN}, {"gender": Gender.MAN}, ("For women. Rosa’s record says: man.",)),
        ({"gender": ForGender.MEN}, {}, ("For men. Gender is not recorded.",)),
        (
            {"gender": ForGender.WOMEN},
            {"gender": Gender.SELF_DESCRIBED, "gender_words": "agender"},
            ("For women. Rosa’s record says: agender.",),
        ),
        ({"postcode_districts": ["SE8"]}, {}, ()),
        ({"postcode_districts": ["SE6", "SE12"]}, {}, ("Only for SE6 and SE12. Rosa’s postcode is SE8 4AA.",)),
        ({"postcode_districts": ["SE6"]}, {"postcode": ""}, ("Only for SE6. Rosa’s postcode is not recorded.",)),
        ({"areas": ["London"]}, {}, ()),
        ({"areas": ["Lewisham"]}, {"town": "Lewisham"}, ()),
        ({"areas": ["Greenwich"]}, {"no_fixed_abode": True}, ("For Greenwich. Rosa has no fixed abode.",)),
        ({"live_state": LiveState.FULL}, {}, ("It is full at the moment: ask when there will be room.",)),
        ({"conditions_needed": ["carer_adult"]}, {}, ("It is not for everybody: read who it is for.",)),
        ({"languages": ["English"]}, {"preferred_language": "Somali"}, ("They speak English. Rosa prefers Somali.",)),
        ({"languages": ["English"], "access_features": ["interpreters"]}, {"preferred_language": "Somali"}, ()),
    ],
)
def test_facts_stand_beside_facts(service, person, sentences):
    assert check(service, **person) == sentences


def test_the_teams_own_area_needs_no_check():
    assert check({"areas": ["Lewisham", "Bromley"]}, team_area="Lewisham, London") == ()
    assert check({"areas": ["Bromley"]}, team_area="Lewisham") == ("For Bromley. Rosa’s postcode is SE8 4AA.",)


@pytest.mark.parametrize(("features", "delivery", "asked"), [([], ["in_person"], 1), (["step-free"], ["in_person"], 0)])
def test_step_free_access_is_asked_about_for_who_needs_it(features, delivery, asked):
    service = {"access_features": features, "delivery": delivery}
    assert len(check(service, needs=[AdjustmentKind.STEP_FREE])) == asked
    assert check(service) == ()
