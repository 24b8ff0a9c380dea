"""How a rehearsed call stands. It is signed and travels with the page, so that no table ever hears of it."""

from dataclasses import dataclass, field

from django.core import signing

from linkworks.domain.outreach.rehearsal.residents import Resident
from linkworks.domain.outreach.scripts.content import Script
from linkworks.domain.outreach.scripts.saying import value_of
from linkworks.domain.outreach.scripts.standing import standing
from linkworks.domain.outreach.scripts.walk import Given

SALT = "outreach.rehearsal"


@dataclass(frozen=True)
class Talk:
    resident: Resident
    given: Given = field(default_factory=dict)

    @classmethod
    def read(cls, resident: Resident, signed: str) -> "Talk":
        """What nobody signed, or belongs to another resident, begins anew."""
        try:
            key, given = signing.loads(signed, salt=SALT)
        except signing.BadSignature:
            return cls(resident)
        return cls(resident, given if key == resident.key else {})

    @property
    def signed(self) -> str:
        return signing.dumps([self.resident.key, self.given], salt=SALT, compress=True)

    def counted(self, script: Script) -> Given:
        """The answers that count, as in a call."""
        return standing(script, self.given)

    def answered(self, script: Script, step: str, chosen: list[str]) -> "Talk":
        """Given anew, an answer is changed. Raises Refused where nothing was chosen. A step that the script does not
        have changes nothing.
        """
        asked = script.steps.get(step)
        if asked is None:
            return self
        value = value_of(script, asked, self.counted(script), chosen)
        return Talk(self.resident, {**self.given, step: value})
