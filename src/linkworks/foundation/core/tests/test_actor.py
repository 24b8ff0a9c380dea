from uuid import uuid4

import pytest

from linkworks.foundation.core.actor import Actor
from linkworks.foundation.core.errors import NotAllowed


def test_an_actor_works_for_one_team_and_nobody_for_none():
    team_id = uuid4()
    assert Actor.system("public form", team_id).own_team == team_id
    with pytest.raises(NotAllowed):
        _ = Actor.nobody().own_team
