"""What may come of each way, and what must be said with it."""

from linkworks.domain.outreach.choices import OtherWay, StepResult

_R = StepResult
_LEARNT = (_R.NUMBER_FOUND, _R.IN_CARE, _R.MOVED, _R.DIED, _R.EXCLUDED)
_MET = (_R.SEEN_SAFE, _R.RING_AGAIN, _R.DECLINED, *_LEARNT, _R.HANDED_ON)

RESULTS: dict[str, tuple[StepResult, ...]] = {
    OtherWay.MESSAGE: (_R.SEEN_SAFE, _R.RING_AGAIN, _R.DECLINED, *_LEARNT, _R.NOTHING),
    OtherWay.OTHER_NUMBERS: (*_LEARNT, _R.NOTHING, _R.NOT_POSSIBLE),
    OtherWay.NEXT_OF_KIN: (*_MET, _R.NOTHING, _R.NOT_POSSIBLE),
    OtherWay.SURGERY: (_R.SEEN_SAFE, *_LEARNT, _R.HANDED_ON, _R.NOTHING, _R.NOT_POSSIBLE),
    OtherWay.RECORDS: (_R.SEEN_SAFE, *_LEARNT, _R.NOTHING, _R.NOT_POSSIBLE),
    OtherWay.DOORSTEP: (*_MET, _R.NOTHING, _R.NOT_POSSIBLE),
    OtherWay.NEIGHBOUR: (_R.SEEN_SAFE, *_LEARNT, _R.NOTHING, _R.NOT_POSSIBLE),
    OtherWay.POLICE: (_R.SEEN_SAFE, *_LEARNT, _R.HANDED_ON, _R.NOTHING, _R.NOT_POSSIBLE),
}

# Results for which somebody went to the door, or rang the police.
WENT = frozenset({_R.NOTHING, _R.SEEN_SAFE, _R.RING_AGAIN, _R.DECLINED})

NEEDS_WORDS = {
    _R.SEEN_SAFE: "Say how: what was seen or said.",
    _R.NOT_POSSIBLE: "Say why it could not be done.",
    _R.EXCLUDED: "Say why they should not be on the list.",
}
NEEDS_WHO = {
    _R.SEEN_SAFE: "Say who saw or heard them.",
    _R.DIED: "Say who told us.",
}
NEEDS_SERVICE = {
    _R.IN_CARE: "Say which hospital or home.",
    _R.HANDED_ON: "Say which service, and whom you spoke to there.",
}
