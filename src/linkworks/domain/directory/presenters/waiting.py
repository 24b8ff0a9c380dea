"""On My day: something in the directory waits."""

from dataclasses import dataclass

from linkworks.foundation.design.parts import Link


@dataclass(frozen=True)
class WaitingPanel:
    heading: str
    says: str
    link: Link
