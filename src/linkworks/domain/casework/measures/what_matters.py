"""What matters to me: one question for each goal, put beside the person's own words."""

from linkworks.domain.casework.measures.instrument import Instrument, Item, nought_to_ten

WHAT_MATTERS = Instrument(
    key="what_matters",
    name="What matters to me",
    introduction="",
    items=(
        Item(
            key="close",
            label="How close to this",
            wording="How close are you to this, from 0 to 10?",
            answers=nought_to_ten("not at all close", "I am there"),
            higher_is_better=True,
        ),
    ),
    citation="Linkworks.",
)
