"""Options of Rosa's, one for each way things can stand."""

from typing import Any

from linkworks.domain.casework.models import Case
from linkworks.domain.onward.choices import Choice, OnwardStatus, Rung
from linkworks.domain.onward.tests.factories import (
    ChosenOptionFactory,
    OnwardOutcomeFactory,
    OnwardReferralFactory,
    OnwardStepFactory,
    OptionFactory,
    SignpostingFactory,
)


def build(case: Case) -> dict[str, Any]:
    """The one that is under way has a referral and an outcome, which stand here by those names."""
    under_way = ChosenOptionFactory(case=case, service__name="Deptford lunch club")
    SignpostingFactory(case=case, option=under_way)
    referral = OnwardReferralFactory(case=case, option=under_way, status=OnwardStatus.ACCEPTED)
    OnwardStepFactory(case=case, onward_referral=referral)
    felt = "They were kind on the telephone"
    return {
        "not_asked": OptionFactory(case=case),
        "wanted": ChosenOptionFactory(case=case),
        "under_way": under_way,
        "refused": ChosenOptionFactory(case=case, choice=Choice.NO),
        "referral": referral,
        "outcome": OnwardOutcomeFactory(case=case, option=under_way, rung=Rung.REACHED, felt=felt),
    }
