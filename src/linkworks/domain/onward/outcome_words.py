from linkworks.domain.onward.choices import NeedMet, Rung, StoppedReason


def outcome_words(rung: str, need_met: str, stopped_because: str) -> str:
    """received help, need partly met · stopped: the wait was too long · did not happen"""
    if stopped_because:
        return f"stopped: {StoppedReason(stopped_because).label.lower()}"
    if not rung:
        return "did not happen"
    if rung == Rung.NEED_MET:
        return "received help, need met"
    met = {NeedMet.PARTLY: ", need partly met", NeedMet.NO: ", need not met"}
    return f"{Rung(rung).label.lower()}{met.get(NeedMet(need_met), '') if need_met else ''}"
