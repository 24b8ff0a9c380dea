"""SWEMWBS, the short Warwick-Edinburgh scale. Its wording is licensed: an operator first
registers with the University of Warwick, then loads it from a file (see `wording`)."""

from decimal import Decimal

from linkworks.domain.casework.measures.instrument import Answer, Instrument, Item, Scale

NUMBERS_ONLY = tuple(Answer(value, str(value)) for value in range(1, 6))
ITEMS = tuple(
    Item(f"item_{number}", f"Statement {number}", f"Statement {number}", NUMBERS_ONLY, higher_is_better=True)
    for number in range(1, 8)
)

# fmt: off
METRIC = {
    raw: Decimal(figure)
    for raw, figure in enumerate(
        [
            "7.00", "9.51", "11.25", "12.40", "13.33", "14.08", "14.75", "15.32", "15.84", "16.36",
            "16.88", "17.43", "17.98", "18.59", "19.25", "19.98", "20.73", "21.54", "22.35", "23.21",
            "24.11", "25.03", "26.02", "27.03", "28.13", "29.31", "30.70", "32.55", "35.00",
        ],
        start=7,
    )
}
# fmt: on

SWEMWBS = Instrument(
    key="swemwbs",
    name="Mental well-being (SWEMWBS)",
    introduction="",
    items=ITEMS,
    scales=(
        Scale("raw", "Raw score, 7 to 35", tuple(item.key for item in ITEMS), higher_is_better=True),
        Scale(
            key="metric",
            label="Metric score, 7 to 35",
            items=tuple(item.key for item in ITEMS),
            higher_is_better=True,
            conversion=METRIC,
        ),
    ),
    citation=(
        "Stewart-Brown, S. and others (2009): Internal construct validity of the Warwick-Edinburgh Mental Well-being "
        "Scale. Health and Quality of Life Outcomes, 7, 15. "
        "© NHS Health Scotland, University of Warwick and University of Edinburgh."
    ),
    is_opt_in=True,
    needs_registration=True,
    has_wording=False,
)
