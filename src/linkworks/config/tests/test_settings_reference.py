import re

from linkworks.config.embedded.home import CHECKOUT
from linkworks.config.management.commands.settings import REFERENCE, page


def test_every_setting_is_in_the_reference_as_the_code_reads_it() -> None:
    assert REFERENCE.read_text() == page(REFERENCE), "run script/manage settings --write"


def test_every_setting_that_a_script_reads_is_in_the_reference() -> None:
    scripts = (file for file in (CHECKOUT / "script").iterdir() if file.is_file())
    read = {name for script in scripts for name in re.findall(r"\bLINKWORKS_[A-Z_]+\b", script.read_text())}
    assert not {name for name in read if name not in REFERENCE.read_text()}
