from datetime import timedelta

import pytest

from linkworks.domain.casework.choices import NeedCategory, NeedStatus
from linkworks.domain.casework.models import Need
from linkworks.domain.casework.tests.factories import WhatMattersFactory
from linkworks.domain.onward.selectors.story import in_words, read_story
from linkworks.foundation.core import clock

pytestmark = pytest.mark.django_db


def need(case, **values):
    return Need.objects.create(team=case.team, person=case.person, case=case, **values)


def test_a_story_is_the_newest_words_on_what_matters_and_what_is_still_open(case, link_worker):
    WhatMattersFactory(case=case, words="Before", said_at=clock.now() - timedelta(days=3))
    WhatMattersFactory(case=case, words="My garden")
    need(case, category=NeedCategory.DEBT)
    need(case, category=NeedCategory.COMPANY, words="Somebody to eat with")
    need(case, category=NeedCategory.FOOD, status=NeedStatus.MET)

    assert [piece.words for piece in read_story(link_worker, case)] == ["My garden", "Debt", "Somebody to eat with"]


def test_the_worker_may_leave_a_piece_out_and_add_a_sentence(case, link_worker):
    WhatMattersFactory(case=case, words="My garden")
    company = need(case, category=NeedCategory.COMPANY, words="Somebody to eat with")

    told = in_words(read_story(link_worker, case), "Likes fish.", left_out={company.pk})
    assert told == "Likes fish.\nMy garden"
