from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import uuid4

import pytest
import time_machine
from django.db import connection, transaction

from linkworks.foundation.core import clock
from linkworks.foundation.design import fields
from linkworks.foundation.design.jobs import forget_old_submissions
from linkworks.foundation.design.models import Submission
from linkworks.foundation.design.pages import FormPage

from .pages import request


class NoteForm(fields.Form):
    note = fields.TextField("Note")


@pytest.mark.django_db(transaction=True)
def test_two_posts_at_the_same_moment_are_saved_once():
    saved, token, together = [], uuid4(), Barrier(2)

    class AddNote(FormPage):
        form_class = NoteForm

        def save(self, form):
            saved.append(form.cleaned_data["note"])
            return "/notes/"

    def post(number):
        try:
            together.wait()
            with transaction.atomic():
                data = {"_submission": str(token), "note": f"Post {number}"}
                return AddNote.as_view()(request("post", data=data))["Location"]
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        answers = list(threads.map(post, [1, 2]))

    assert answers == ["/notes/", "/notes/"]
    assert len(saved) == 1


@pytest.mark.django_db
def test_old_submissions_are_forgotten():
    with time_machine.travel(clock.now() - timedelta(days=31)):
        Submission.claim(uuid4(), None)
    Submission.claim(uuid4(), None)
    forget_old_submissions(timestamp=0)
    assert Submission.objects.count() == 1
