from urllib.parse import unquote

from linkworks.foundation.design.qr import qr_address, qr_svg

ADDRESS = "https://links.example/sheet/abc"


def test_a_code_is_drawn_here_as_an_image_that_travels_with_the_page():
    assert qr_svg(ADDRESS).startswith("<svg")
    address = qr_address(ADDRESS)
    assert address.startswith("data:image/svg+xml")
    assert "<svg" in unquote(address)


def test_codes_of_two_addresses_differ():
    assert qr_svg(ADDRESS) != qr_svg(ADDRESS + "d")
