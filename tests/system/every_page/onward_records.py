"""Options of Rosa's, one for each way things can stand."""

from typing import Any

from linkworks.domain.casework.models import Case
from linkworks.domain.casework.tests.factories import WhatMattersFactory
from linkworks.domain.directory.choices import LiveState
from linkworks.domain.directory.tests.factories import ServiceFactory
from linkworks.domain.onward.actions.circumstances import confirm_circumstance
from linkworks.domain.onward.choices import Choice, OnwardStatus, Rung
from linkworks.domain.onward.selectors.looking import look_for_options
from linkworks.domain.onward.tests.factories import (
    ChosenOptionFactory,
    OnwardOutcomeFactory,
    OnwardReferralFactory,
    OnwardStepFactory,
    OptionFactory,
    SignpostingFactory,
)
from linkworks.foundation.core.actor import Actor

STORY = "I love walking. I look after my mother. My son is a veteran. I do not drink."


def something_to_find(worker: Actor, case: Case) -> None:
    """What options are found from, a circumstance that was confirmed, and services for and not for Rosa."""
    WhatMattersFactory(case=case, words=STORY)
    walks = {"categories": ["walking"], "description": "Led walks every Tuesday."}
    ServiceFactory(name="Strollers", **walks)
    ServiceFactory(name="Full Strollers", live_state=LiveState.FULL, **walks)
    for name, condition in (("Break", "carer_adult"), ("Comrades", "veteran"), ("Sober", "alcohol_drugs")):
        ServiceFactory(name=name, categories=["walking"], conditions_needed=[condition])
    ServiceFactory(name="Bereaved Walks", conditions_needed=["bereaved"], **walks)
    confirm_circumstance(worker, case=case, name="bereaved")
    look_for_options(worker, case)  # the language model takes its time at first; no page should wait for it


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
