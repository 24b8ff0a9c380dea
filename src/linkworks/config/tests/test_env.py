from pathlib import Path

import pytest

from linkworks.config.env import BadSetting, Environment, reference


def environment(**variables: str) -> Environment:
    return Environment(variables)


def test_each_kind_is_read() -> None:
    env = environment(NAME="Lewisham", SIZE="12", ON="Yes", HOSTS="a.example, b.example,", LEVEL="info")
    assert env.text("NAME", "A name.") == "Lewisham"
    assert env.number("SIZE", "A size.") == 12
    assert env.flag("ON", "Whether.", default=False) is True
    assert env.list("HOSTS", "Hosts.") == ["a.example", "b.example"]
    assert env.choice("LEVEL", "How much.", choices=("info", "error")) == "info"


def test_defaults_stand_in_for_what_is_missing_or_empty() -> None:
    env = environment(NAME="")
    assert env.text("NAME", "A name.", default="Lewisham") == "Lewisham"
    assert env.number("SIZE", "A size.", default=0) == 0
    assert env.flag("ON", "Whether.", default=True) is True


@pytest.mark.parametrize("value", ["twelve", "-1", "1.5", "13"])
def test_a_bad_number_is_refused_with_what_to_set(value: str) -> None:
    with pytest.raises(BadSetting, match=f"SIZE is '{value}': it must be a whole number from 0 to 12. A size."):
        environment(SIZE=value).number("SIZE", "A size.", most=12)


def test_a_bad_flag_is_refused() -> None:
    with pytest.raises(BadSetting, match="ON is 'perhaps': it must be on or off"):
        environment(ON="perhaps").flag("ON", "Whether.", default=False)


def test_a_bad_choice_is_refused() -> None:
    with pytest.raises(BadSetting, match="LEVEL is 'loud': it must be one of info, error"):
        environment(LEVEL="loud").choice("LEVEL", "How much.", choices=("info", "error"))


def test_a_missing_setting_is_refused_with_its_purpose() -> None:
    with pytest.raises(BadSetting, match="Set KEY: the key that signs sessions"):
        environment().text("KEY", "the key that signs sessions.")


def test_a_bad_secret_is_refused_without_showing_it() -> None:
    with pytest.raises(BadSetting) as refused:
        environment(KEY="hunter2").text("KEY", "The key.", shortest=50, secret=True)
    assert "hunter2" not in str(refused.value)


def test_a_secret_may_come_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("from a file\n")
    env = environment(KEY_FILE=str(tmp_path / "key"))
    assert env.text("KEY", "The key.", secret=True) == "from a file"


def test_a_secret_from_two_places_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match="Set KEY or KEY_FILE, not both"):
        environment(KEY="one", KEY_FILE="two").text("KEY", "The key.", secret=True)


def test_a_secret_file_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(BadSetting, match="KEY_FILE is '/nowhere/key', which cannot be read: No such file"):
        environment(KEY_FILE="/nowhere/key").text("KEY", "The key.", secret=True)


def test_a_database_address_becomes_what_django_wants() -> None:
    url = "postgresql://web:p%40ss@%2Frun%2Fpostgresql:5433/linkworks?sslmode=require"
    assert environment(DATABASE_URL=url).database("DATABASE_URL", "The database.") == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "linkworks",
        "USER": "web",
        "PASSWORD": "p@ss",
        "HOST": "/run/postgresql",
        "PORT": "5433",
        "OPTIONS": {"prepare_threshold": 0, "sslmode": "require"},
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }


@pytest.mark.parametrize(
    "url", ["mysql://web@host/linkworks", "postgresql://web@host", "linkworks", "postgresql://h:x/d"]
)
def test_a_bad_database_address_is_refused_without_its_password(url: str) -> None:
    with pytest.raises(BadSetting, match="DATABASE_URL has a value that cannot be used"):
        environment(DATABASE_URL=url).database("DATABASE_URL", "The database.")


def test_the_reference_has_a_row_for_every_setting_read() -> None:
    env = environment(KEY="x")
    env.text("KEY", "The key.", secret=True)
    env.number("SIZE", "A size.", default=3)
    assert reference(env.settings.values()).splitlines()[2:] == [
        "| `KEY` or `KEY_FILE` | text | must be set | The key. |",
        "| `SIZE` | a whole number, 0 or more | `3` | A size. |",
    ]
