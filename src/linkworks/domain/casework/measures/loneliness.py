"""Three measures of loneliness: asked directly, UCLA-3 and De Jong Gierveld-6."""

from linkworks.domain.casework.measures.instrument import Answer, Band, Instrument, Item, Scale

DIRECT = Instrument(
    key="loneliness",
    name="Loneliness (asked directly)",
    introduction="",
    items=(
        Item(
            key="lonely",
            label="How often lonely",
            wording="How often do you feel lonely?",
            answers=(
                Answer(1, "often or always"),
                Answer(2, "some of the time"),
                Answer(3, "occasionally"),
                Answer(4, "hardly ever"),
                Answer(5, "never"),
            ),
            higher_is_better=True,
        ),
    ),
    citation=(
        "Office for National Statistics (2018): Measuring loneliness, guidance for use of the national indicators "
        "on surveys. Open Government Licence v3.0."
    ),
)

HOW_OFTEN = (Answer(1, "hardly ever or never"), Answer(2, "some of the time"), Answer(3, "often"))


def _ucla_item(key: str, label: str, wording: str) -> Item:
    return Item(key, label, wording, HOW_OFTEN, higher_is_better=False)


UCLA3 = Instrument(
    key="ucla3",
    name="Loneliness (UCLA, three items)",
    introduction="",
    items=(
        _ucla_item("companionship", "Lacks companionship", "How often do you feel that you lack companionship?"),
        _ucla_item("left_out", "Left out", "How often do you feel left out?"),
        _ucla_item("isolated", "Isolated from others", "How often do you feel isolated from others?"),
    ),
    scales=(Scale("total", "Total, 3 to 9", ("companionship", "left_out", "isolated"), higher_is_better=False),),
    citation=(
        "Hughes, M. E., Waite, L. J., Hawkley, L. C. and Cacioppo, J. T. (2004): A short scale for measuring "
        "loneliness in large surveys. Research on Aging, 26(6), 655-672."
    ),
)

HOW_TRUE = (Answer(3, "yes"), Answer(2, "more or less"), Answer(1, "no"))
YES_OR_NEARLY = {3: 1, 2: 1, 1: 0}
NO_OR_NEARLY = {3: 0, 2: 1, 1: 1}


def _emotional_item(key: str, label: str, wording: str) -> Item:
    return Item(key, label, wording, HOW_TRUE, higher_is_better=False, points=YES_OR_NEARLY)


def _social_item(key: str, label: str, wording: str) -> Item:
    return Item(key, label, wording, HOW_TRUE, higher_is_better=True, points=NO_OR_NEARLY)


EMOTIONAL = ("emptiness", "misses_people", "rejected")
SOCIAL = ("rely", "trust", "close")

DE_JONG_GIERVELD6 = Instrument(
    key="djg6",
    name="Loneliness (De Jong Gierveld, six items)",
    introduction=(
        "Please indicate for each of the statements the extent to which they apply to your situation, "
        "the way you feel now."
    ),
    items=(
        _emotional_item("emptiness", "Sense of emptiness", "I experience a general sense of emptiness."),
        _social_item("rely", "People to rely on", "There are plenty of people I can rely on when I have problems."),
        _social_item("trust", "People to trust", "There are many people I can trust completely."),
        _emotional_item("misses_people", "Misses people", "I miss having people around me."),
        _social_item("close", "People to feel close to", "There are enough people I feel close to."),
        _emotional_item("rejected", "Feels rejected", "I often feel rejected."),
    ),
    scales=(
        Scale(
            key="total",
            label="Loneliness, 0 to 6",
            items=EMOTIONAL + SOCIAL,
            higher_is_better=False,
            bands=(Band(0, 1, "not lonely"), Band(2, 4, "moderately lonely"), Band(5, 6, "severely lonely")),
            missing_allowed=1,
        ),
        Scale("emotional", "Emotional loneliness, 0 to 3", EMOTIONAL, higher_is_better=False),
        Scale("social", "Social loneliness, 0 to 3", SOCIAL, higher_is_better=False),
    ),
    citation=(
        "De Jong Gierveld, J. and Van Tilburg, T. (2006): A 6-item scale for overall, emotional, and social "
        "loneliness. Research on Aging, 28(5), 582-598."
    ),
)
