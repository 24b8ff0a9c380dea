"""ONS4, the four questions on personal well-being. They are never combined: there is no
scale, so no sum can be asked for."""

from linkworks.domain.casework.measures.instrument import Band, Instrument, Item, nought_to_ten

HIGH_IS_GOOD = (Band(0, 4, "low"), Band(5, 6, "medium"), Band(7, 8, "high"), Band(9, 10, "very high"))
ANXIETY = (Band(0, 1, "very low"), Band(2, 3, "low"), Band(4, 5, "medium"), Band(6, 10, "high"))

ONS4 = Instrument(
    key="ons4",
    name="Personal well-being (ONS4)",
    introduction=(
        "Next I would like to ask you four questions about your feelings on aspects of your life. There are no right "
        "or wrong answers. For each of these questions I'd like you to give an answer on a scale of nought to 10, "
        "where nought is 'not at all' and 10 is 'completely'."
    ),
    items=(
        Item(
            key="satisfied",
            label="Satisfied with life",
            wording="Overall, how satisfied are you with your life nowadays?",
            answers=nought_to_ten("not at all satisfied", "completely satisfied"),
            higher_is_better=True,
            bands=HIGH_IS_GOOD,
        ),
        Item(
            key="worthwhile",
            label="Things done are worthwhile",
            wording="Overall, to what extent do you feel that the things you do in your life are worthwhile?",
            answers=nought_to_ten("not at all worthwhile", "completely worthwhile"),
            higher_is_better=True,
            bands=HIGH_IS_GOOD,
        ),
        Item(
            key="happy",
            label="Happy yesterday",
            wording="Overall, how happy did you feel yesterday?",
            answers=nought_to_ten("not at all happy", "completely happy"),
            higher_is_better=True,
            bands=HIGH_IS_GOOD,
        ),
        Item(
            key="anxious",
            label="Anxious yesterday",
            wording=(
                "On a scale where nought is 'not at all anxious' and 10 is 'completely anxious', "
                "overall, how anxious did you feel yesterday?"
            ),
            answers=nought_to_ten("not at all anxious", "completely anxious"),
            higher_is_better=False,
            bands=ANXIETY,
        ),
    ),
    citation="Office for National Statistics: personal well-being harmonised standard. Open Government Licence v3.0.",
)
