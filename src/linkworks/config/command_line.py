"""``script/manage``: Django's commands, where a wrong setting or a missing database is a sentence, not a traceback.

Not called manage.py: pytest-django would take this folder for the root of the project.
"""

import os
import sys

from django.core.management import execute_from_command_line

from linkworks.config import database
from linkworks.config.embedded import EmbeddedError
from linkworks.config.env import BadSetting


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "linkworks.config.settings.local")
    try:
        os.environ.update(database.addresses(os.environ))
        execute_from_command_line(["script/manage", *sys.argv[1:]])
    except (BadSetting, EmbeddedError) as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
