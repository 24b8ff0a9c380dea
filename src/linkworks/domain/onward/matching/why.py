"""One line that says why an option is there, with the words of the story that led to it."""

from linkworks.domain.onward.matching.options import Option, Part
from linkworks.domain.onward.matching.reading.circumstances import label_of

WORTH_SAYING = 0.3
MOST = 2


def why(option: Option) -> str:
    """ "Because of “unopened letters”: debts and bills they cannot pay." Needs first, then who it was made for."""
    reasons = [_need(part) for part in option.parts if part.worth >= WORTH_SAYING][:MOST]
    if option.made_for and len(reasons) < MOST:
        reasons.append(_made_for(option))
    if not reasons and option.parts:
        reasons = [_need(option.parts[0])]
    return " ".join(reasons) or "Near to the story in its words; no need was recognised."


def _need(part: Part) -> str:
    found = part.need
    if found.words:
        return f"Because of “{found.words}”: {found.need.label}."
    if found.sign and found.sign.words:
        return f"Because of “{found.sign.words}” ({label_of(found.sign.circumstance)}): {found.need.label}."
    if found.sign:
        return f"Because of what is known ({label_of(found.sign.circumstance)}): {found.need.label}."
    return f"{found.need.label.capitalize()}."


def _made_for(option: Option) -> str:
    sign = option.made_for
    if sign is None:
        return ""
    whose = f", of the {sign.of}" if sign.of else ""
    words = f" (“{sign.words}”{whose})" if sign.words else ""
    return f"Made for: {label_of(sign.circumstance)}{words}."
