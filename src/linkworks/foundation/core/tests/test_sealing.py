import pytest

from linkworks.foundation.core.sealing import CannotOpen, seal, unseal


def test_what_is_sealed_can_be_read_back_and_does_not_show():
    sealed = seal("She fears the letters", "notes")
    assert "letters" not in sealed
    assert unseal(sealed, "notes") == "She fears the letters"


def test_another_purpose_cannot_open_it():
    with pytest.raises(CannotOpen):
        unseal(seal("words", "notes"), "codes")


def test_a_former_key_still_opens(settings):
    settings.SEALING_KEYS = ["former"]
    sealed = seal("words", "notes")
    settings.SEALING_KEYS = ["newest", "former"]
    assert unseal(sealed, "notes") == "words"
    settings.SEALING_KEYS = ["newest"]
    with pytest.raises(CannotOpen):
        unseal(sealed, "notes")
