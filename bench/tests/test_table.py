from bench.support.table import Line, table


def test_a_line_is_judged_by_the_median_of_its_rounds():
    line = Line("Inbox", "p95 ms", (900.0, 140.0, 120.0), goal=150)

    assert line.measured == 140
    assert line.verdict == "pass"
    assert Line("Inbox", "p95 ms", (900.0, 160.0, 120.0), goal=150).verdict == "MISS"


def test_what_must_be_reached_is_judged_the_other_way_round():
    line = Line("Claim and save", "cycles/s", (290.0, 310.0, 320.0), least=300)

    assert (line.verdict, line.cells[2]) == ("pass", "≥ 300")
    assert Line("Claim and save", "cycles/s", (290.0,), least=300).verdict == "MISS"


def test_a_figure_for_scale_is_not_judged():
    assert Line("Bare SELECT", "CPU-ms", (1.0,)).verdict == ""


def test_the_table_says_goal_measured_and_how_far_the_rounds_lay_apart():
    head, rule, row = table([Line("Inbox", "CPU-ms", (21.46, 20.0, 23.1), goal=40, digits=1)]).splitlines()

    assert [cell.strip() for cell in row.split("|")[1:-1]] == ["Inbox", "CPU-ms", "≤ 40", "21.5", "20.0–23.1", "pass"]
    assert len(head) == len(rule) == len(row)
