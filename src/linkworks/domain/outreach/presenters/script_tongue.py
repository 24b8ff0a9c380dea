"""The words of a script in the language that the caller reads them in."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from linkworks.domain.outreach.scripts.content import Script
from linkworks.domain.outreach.scripts.languages import TAGS, direction
from linkworks.domain.outreach.scripts.texts import Text, translated


@dataclass(frozen=True)
class Spoken:
    """Words in one language. `mark` says which, where it is not the one that was asked for."""

    words: str
    tag: str
    direction: str
    mark: str = ""


@dataclass(frozen=True)
class Tongue:
    """A script in one language: its own where `tag` is blank. `names` are what stands in braces in its words."""

    script: Script
    tag: str
    names: Mapping[str, str]

    def say(self, text: Text) -> Spoken:
        if self.tag in ("", TAGS[self.script.language]):
            return self.plain(self.fill(text.words))
        if says := translated(self.script, self.tag, text):
            return Spoken(self.fill(says), self.tag, direction(self.tag))
        return replace(self.plain(self.fill(text.words)), mark=f"in {self.script.language}")

    def plain(self, words: str) -> Spoken:
        """In the script's own language, as they are."""
        own = TAGS[self.script.language]
        return Spoken(words, own, direction(own))

    def fill(self, words: str) -> str:
        """A brace that nobody knows stays as it is: a caller sees that something is missing."""
        for name, word in self.names.items():
            words = words.replace(f"{{{name}}}", word)
        return words
