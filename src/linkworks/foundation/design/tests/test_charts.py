from datetime import date

from linkworks.foundation.design.charts import Reading, Scale, line_chart

from .pages import draw

MARCH, APRIL, MAY = date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)


def chart(*readings, **options):
    return line_chart("goal", "Singing", [Reading(on, value) for on, value in readings], **options)


def test_a_chart_tells_in_a_sentence_what_it_shows():
    assert chart().says == "Nothing has been recorded yet."
    assert chart((MARCH, 3)).says == "3 on 1 March 2026."
    assert chart((MAY, 7), (MARCH, 3)).says == "From 3 on 1 March 2026, up to 7 on 1 May 2026."
    assert chart((MARCH, 3), (MAY, 1), unit=" points").says == (
        "From 3 points on 1 March 2026, down to 1 points on 1 May 2026."
    )
    assert chart((MARCH, 3), (MAY, 3)).says == "3 on 1 March 2026, and the same on 1 May 2026."


def test_each_reading_is_beside_its_change():
    assert [point.change for point in chart((MARCH, 3), (APRIL, 3), (MAY, 1.5)).points] == ["", "same", "−1.5"]


def test_points_stay_inside_the_drawing_whatever_the_scale():
    drawn = chart((MARCH, 0), (APRIL, 63), (MAY, 27), scale=Scale(0, 63, 21))
    assert all(drawn.left <= point.x <= drawn.right for point in drawn.points)
    assert all(0 < point.y <= drawn.bottom for point in drawn.points)
    assert [level.label for level in drawn.levels] == ["0", "21", "42", "63"]


def test_readings_of_one_day_stand_beside_each_other():
    first, second = chart((MARCH, 1), (MARCH, 2)).points
    assert first.x < second.x


def test_the_drawing_is_named_described_and_repeated_in_a_table():
    source = '{% from "components/line-chart/macro.jinja" import line_chart %}{{ line_chart(chart) }}'
    html = draw(source, chart=chart((MARCH, 3), (MAY, 7)))
    assert 'aria-labelledby="goal-title goal-desc"' in html
    assert '<th scope="row">1 May 2026</th>' in html
    assert "style=" not in html
    assert "<svg" not in draw(source, chart=chart())
