"""The first figures of numbers that ring nobody."""

from linkworks.foundation.core.phone import DRAMA_STEMS

MOBILE = next(stem for stem in DRAMA_STEMS if stem.startswith("+447"))
LONDON = next(stem for stem in DRAMA_STEMS if stem.startswith("+4420794"))
