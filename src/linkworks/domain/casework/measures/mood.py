"""GAD-7 (anxiety) and PHQ-9 (depression), free to reproduce. An answer above "not at all"
to the last question of PHQ-9, on self-harm, opens the safety path at once."""

from linkworks.domain.casework.measures.instrument import Answer, Band, Instrument, Item, Scale

INTRODUCTION = "Over the last 2 weeks, how often have you been bothered by any of the following problems?"
HOW_OFTEN = (
    Answer(0, "not at all"),
    Answer(1, "several days"),
    Answer(2, "more than half the days"),
    Answer(3, "nearly every day"),
)
SELF_HARM = "self_harm"


def _item(key: str, label: str, wording: str, safety_above: int | None = None) -> Item:
    return Item(key, label, wording, HOW_OFTEN, higher_is_better=False, safety_above=safety_above)


GAD7_ITEMS = (
    _item("nervous", "Nervous or on edge", "Feeling nervous, anxious or on edge"),
    _item("control", "Cannot stop worrying", "Not being able to stop or control worrying"),
    _item("worry", "Worries too much", "Worrying too much about different things"),
    _item("relax", "Trouble relaxing", "Trouble relaxing"),
    _item("restless", "Restless", "Being so restless that it is hard to sit still"),
    _item("irritable", "Irritable", "Becoming easily annoyed or irritable"),
    _item("afraid", "Afraid", "Feeling afraid as if something awful might happen"),
)

GAD7 = Instrument(
    key="gad7",
    name="Anxiety (GAD-7)",
    introduction=INTRODUCTION,
    items=GAD7_ITEMS,
    scales=(
        Scale(
            key="total",
            label="Total, 0 to 21",
            items=tuple(item.key for item in GAD7_ITEMS),
            higher_is_better=False,
            bands=(Band(0, 4, "minimal"), Band(5, 9, "mild"), Band(10, 14, "moderate"), Band(15, 21, "severe")),
        ),
    ),
    citation=(
        "Spitzer, R. L., Kroenke, K., Williams, J. B. W. and Löwe, B. (2006): A brief measure for assessing "
        "generalized anxiety disorder, the GAD-7. Archives of Internal Medicine, 166(10), 1092-1097."
    ),
    is_opt_in=True,
)

PHQ9_ITEMS = (
    _item("interest", "Little interest", "Little interest or pleasure in doing things"),
    _item("down", "Down or hopeless", "Feeling down, depressed, or hopeless"),
    _item("sleep", "Sleep", "Trouble falling or staying asleep, or sleeping too much"),
    _item("tired", "Tired", "Feeling tired or having little energy"),
    _item("appetite", "Appetite", "Poor appetite or overeating"),
    _item(
        "failure",
        "Feels a failure",
        "Feeling bad about yourself — or that you are a failure or have let yourself or your family down",
    ),
    _item(
        "concentration",
        "Concentration",
        "Trouble concentrating on things, such as reading the newspaper or watching television",
    ),
    _item(
        "moving",
        "Slow or restless",
        "Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or "
        "restless that you have been moving around a lot more than usual",
    ),
    _item(
        SELF_HARM,
        "Thoughts of self-harm",
        "Thoughts that you would be better off dead or of hurting yourself in some way",
        safety_above=0,
    ),
)

PHQ9 = Instrument(
    key="phq9",
    name="Depression (PHQ-9)",
    introduction=INTRODUCTION,
    items=PHQ9_ITEMS,
    scales=(
        Scale(
            key="total",
            label="Total, 0 to 27",
            items=tuple(item.key for item in PHQ9_ITEMS),
            higher_is_better=False,
            bands=(
                Band(0, 4, "minimal"),
                Band(5, 9, "mild"),
                Band(10, 14, "moderate"),
                Band(15, 19, "moderately severe"),
                Band(20, 27, "severe"),
            ),
        ),
    ),
    citation=(
        "Kroenke, K., Spitzer, R. L. and Williams, J. B. W. (2001): The PHQ-9, validity of a brief depression "
        "severity measure. Journal of General Internal Medicine, 16(9), 606-613."
    ),
    is_opt_in=True,
)
