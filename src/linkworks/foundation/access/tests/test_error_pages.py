from uuid import uuid4

import pytest
from django.urls import reverse

pytestmark = pytest.mark.django_db

TITLE = "There is no page at this address"


def heading(response) -> str:
    return response.content.decode().split("<h1", 1)[1].split(">", 1)[1].split("</h1>")[0]


def test_staff_who_open_the_address_of_a_button_are_told_so_and_led_home(signed_in, link_worker):
    address = reverse("casework:task_done", args=[uuid4()])
    response = signed_in(link_worker).get(address)
    assert (response.status_code, response["Allow"], heading(response)) == (405, "POST", TITLE)
    assert '<a class="nhsuk-link" href="/">' in response.content.decode()


def test_the_public_who_open_the_address_of_a_button_are_told_so(client):
    address = reverse("client_link:answer", args=["a-sealed-token", uuid4()])
    response = client.get(address)
    assert (response.status_code, response["Allow"], heading(response)) == (405, "POST", TITLE)
    html = response.content.decode()
    assert "Signed in as" not in html
    assert "a-sealed-token" not in html
    assert '<a class="nhsuk-link" href="/">' in html
