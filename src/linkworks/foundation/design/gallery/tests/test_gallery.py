import html5lib
import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("path", ["/design/", "/design/fields", "/design/locking", "/design/public", "/design/done"])
def test_every_page_of_the_gallery_is_sound(client, path):
    response = client.get(path)
    assert response.status_code == 200
    page = html5lib.HTMLParser(strict=False).parse(response.content.decode())
    ids = [element.get("id") for element in page.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert sum(1 for element in page.iter() if str(element.tag).endswith("}h1")) == 1


def test_the_form_of_every_field_can_be_got_wrong(client):
    response = client.post("/design/fields", {"name": ""})
    assert response.status_code == 422
    assert "Enter their full name" in response.content.decode()
