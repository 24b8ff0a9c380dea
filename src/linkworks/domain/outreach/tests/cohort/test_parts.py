import gc
from uuid import uuid4

import pytest

from linkworks.domain.outreach.actions.cohort.parts import do_in_parts
from linkworks.domain.outreach.choices import CohortState
from linkworks.domain.outreach.models import CohortImport
from linkworks.foundation.core.actor import Actor


def test_garbage_is_collected_again_after_a_part_that_failed(team):
    assert gc.isenabled()
    with pytest.raises(CohortImport.DoesNotExist):
        do_in_parts(Actor.system("match", team.pk), uuid4(), CohortState.MATCHING, [lambda *_: None])
    assert gc.isenabled()
