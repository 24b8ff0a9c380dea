"""How careless the people are who typed a list. Different models, so that nothing is tuned to one of them."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class ErrorModel:
    """Shares out of one, of rows that come in. Hard ones are people who are not known but look as if they were."""

    name: str
    known: float = 0.6
    no_nhs_number: float = 0.5
    wrong_nhs_number: float = 0.005
    slip_in_nhs_number: float = 0.01
    nickname: float = 0.08
    slip_in_given: float = 0.04
    slip_in_family: float = 0.04
    initial: float = 0.015
    no_given: float = 0.003
    middle_name: float = 0.03
    swapped_names: float = 0.01
    title_or_case: float = 0.15
    respelt: float = 0.04
    married: float = 0.03
    double_barrelled: float = 0.02
    other_given: float = 0.002
    no_dob: float = 0.03
    day_and_month: float = 0.015
    slip_in_dob: float = 0.02
    junk_dob: float = 0.006
    wrong_dob: float = 0.002
    moved: float = 0.09
    new_phone: float = 0.15
    no_phone: float = 0.15
    other_phone_of_household: float = 0.05
    no_postcode: float = 0.04
    slip_in_address: float = 0.05
    no_address: float = 0.02
    no_sex: float = 0.05
    wrong_sex: float = 0.006
    twin: float = 0.012
    heir: float = 0.012
    sibling: float = 0.02
    namesake: float = 0.012
    neighbour: float = 0.012
    spouse: float = 0.03


USUAL = ErrorModel("usual")
TIDY = replace(
    USUAL,
    name="tidy",
    nickname=0.03,
    slip_in_given=0.015,
    slip_in_family=0.015,
    respelt=0.02,
    no_dob=0.01,
    moved=0.05,
    new_phone=0.08,
    no_phone=0.08,
    slip_in_dob=0.01,
    day_and_month=0.007,
    no_postcode=0.02,
)
MESSY = replace(
    USUAL,
    name="messy",
    nickname=0.12,
    slip_in_given=0.07,
    slip_in_family=0.07,
    respelt=0.07,
    initial=0.03,
    no_dob=0.04,
    moved=0.13,
    new_phone=0.2,
    no_phone=0.2,
    slip_in_dob=0.04,
    day_and_month=0.025,
    married=0.05,
    slip_in_address=0.12,
    no_postcode=0.08,
    swapped_names=0.02,
)
HARD = replace(
    USUAL, name="many look-alikes", twin=0.03, heir=0.03, sibling=0.04, namesake=0.03, neighbour=0.03, spouse=0.05
)
MODELS = (USUAL, TIDY, MESSY, HARD)
