from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given, strategies

from linkworks.foundation.core import clock
from linkworks.foundation.design import fields
from linkworks.foundation.design.fields.durations import parse_duration, tell_duration

LONG_AGO = date(1950, 1, 1)


def ask(field, files=None, **data):
    """A form of one field called `it`, filled in."""
    form_class = type("OneFieldForm", (fields.Form,), {"it": field})
    return form_class(
        data={f"it{key}" if key.startswith("_") else key: value for key, value in data.items()},
        files=files,
    )


def answer(field, **data):
    form = ask(field, **data)
    assert form.is_valid(), form.errors
    return form.cleaned_data["it"]


def error(field, **data):
    form = ask(field, **data)
    assert not form.is_valid()
    return form.errors["it"][0]


def day(day, month, year):
    return {"_day": day, "_month": month, "_year": year}


@pytest.mark.parametrize(
    ("label", "sentence"),
    [
        ("Full name", "Enter full name"),
        ("NHS number", "Enter NHS number"),
        ("What should we call you?", "Answer the question “What should we call you?”"),
    ],
)
def test_a_missing_answer_is_asked_for_by_its_label(label, sentence):
    assert error(fields.TextField(label), it="") == sentence


def test_a_line_has_a_limit_and_says_by_how_much_to_shorten():
    sentence = error(fields.TextField("Reference", max_length=10), it="x" * 12)
    assert "can hold 10 characters; this has 12. Shorten it by 2." in sentence


def test_words_are_counted_as_people_count_them():
    assert answer(fields.TextAreaField("Why", max_words=3), it="one  two\r\nthree") == "one  two\nthree"
    assert error(fields.TextAreaField("Why", max_words=3), it="a b c d") == (
        "“Why” may have 3 words; this has 4. Take out 1."
    )


class ForThePublic(fields.Form):
    marks_optional = True
    needed_at_times = frozenset({"may_text"})
    name = fields.TextField("Your name")
    role = fields.TextField("Your role", required=False)
    born = fields.DateField("Date of birth", required=False)
    needs = fields.CheckboxesField("What you need", choices=[("quiet", "A quiet room")], required=False)
    may_text = fields.YesNoField("May we text you?", required=False)
    news = fields.TickField("Send me news", required=False)


@pytest.mark.parametrize(
    ("name", "says_so"),
    [("name", False), ("role", True), ("born", True), ("needs", True), ("may_text", False), ("news", True)],
)
def test_a_public_form_says_after_the_label_what_may_be_left_empty(name, says_so):
    form = ForThePublic()
    label = form.fields[name].label
    drawn = form[name].as_field_group()
    assert label in drawn
    assert (f"{label} (optional)" in drawn) == says_so


def test_a_form_for_staff_does_not_mark_what_may_be_left_empty():
    form = type("F", (fields.Form,), {"it": fields.TextField("Role", required=False)})()
    assert "(optional)" not in form["it"].as_field_group()


def test_an_email_address_needs_its_form():
    assert answer(fields.EmailField(), it=" rosa@example.com ") == "rosa@example.com"
    assert error(fields.EmailField(), it="rosa@") == "Email address: enter it in the form name@example.com"


def test_an_nhs_number_is_kept_as_ten_digits_and_its_check_digit_is_checked():
    assert answer(fields.NhsNumberField(), it="999 000 0018") == "9990000018"
    assert "that is not an NHS number" in error(fields.NhsNumberField(), it="999 000 0019")


def test_a_stored_nhs_number_is_shown_in_threes():
    form = type("F", (fields.Form,), {"it": fields.NhsNumberField()})(initial={"it": "9990000018"})
    assert 'value="999 000 0018"' in form["it"].as_field_group()


def test_a_telephone_number_is_kept_one_way_and_shown_the_other():
    assert answer(fields.PhoneField(), it="07700 900123") == "+447700900123"
    assert "United Kingdom" in error(fields.PhoneField(), it="+33 1 42 68 53 00")
    assert error(fields.PhoneField("Which number?"), it="12").startswith("We could not read")
    form = type("F", (fields.Form,), {"it": fields.PhoneField()})(initial={"it": "+447700900123"})
    assert 'value="07700 900123"' in form["it"].as_field_group()


def test_a_postcode_may_be_half_only_where_that_will_do():
    assert answer(fields.PostcodeField(), it="se136jz") == "SE13 6JZ"
    assert answer(fields.PostcodeField(allow_half=True), it="se13") == "SE13"
    assert "only the first half" in error(fields.PostcodeField(), it="se13")


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        (fields.PhoneField("Your telephone number"), "+33 1 42 68 53 00"),
        (fields.EmailField("Your email address"), "rosa@"),
        (fields.NhsNumberField("Your NHS number"), "999"),
        (fields.PostcodeField("Your postcode"), "nowhere"),
    ],
)
def test_an_error_names_its_field_as_a_form_may_have_two_of_a_kind(field, typed):
    assert error(field, it=typed).startswith(f"{field.label}: ")


@pytest.mark.parametrize("field", [fields.TextField("Name"), fields.TextAreaField("Name")])
def test_marks_that_turn_a_line_round_and_ends_of_text_are_left_out(field):
    assert answer(field, it="\u202eRosa\x00 \u2067Diaz\u2069") == "Rosa Diaz"
    assert answer(field, it="مُحَمَّد") == "مُحَمَّد"


def test_a_date_that_is_asked_for_with_a_question_is_called_the_date():
    assert error(fields.DateField("When?"), **day("29", "2", "2027")) == "The date: February 2027 has only 28 days"
    assert error(fields.DateTimeField("When?"), **day("2", "3", "2027")).startswith("The date must include a time")


@time_machine.travel("2026-07-01")
def test_a_year_that_is_out_of_reach_is_told_the_reach():
    assert "from 1900 to 2026" in error(fields.DateField("Date of birth", past=True), **day("2", "3", "1850"))
    assert "from 1900 to 2200" in error(fields.DateField("Deadline"), **day("2", "3", "1850"))


def test_whole_numbers_and_their_range():
    field = fields.IntegerField("Minutes", smallest=1, largest=1_000)
    assert answer(field, it="1,000") == 1000
    assert error(field, it="ten") == "Enter minutes as a whole number, like 3"
    assert error(field, it="0") == "Minutes must be from 1 to 1,000"
    assert error(fields.IntegerField("Minutes", smallest=1), it="-3") == "Minutes must be 1 or more"
    assert error(fields.IntegerField("Minutes"), it="9" * 5000) == "Enter minutes as a whole number, like 3"


def test_decimal_numbers():
    field = fields.DecimalField("Cost", smallest=0)
    assert answer(field, it="£4.50") == Decimal("4.50")
    for wrong in ("4.505", "NaN", "four", "1e400"):
        assert error(field, it=wrong).startswith(("Enter cost as a number", "Cost must"))


@pytest.mark.parametrize(
    ("typed", "sentence", "focus"),
    [
        (day("31", "6", "1950"), "Date of birth: June has only 30 days", "day"),
        (
            day("29", "2", "2023"),
            "Date of birth: February 2023 has only 28 days",
            "day",
        ),
        (
            day("0", "2", "2023"),
            "Date of birth: the day must be a number from 1 to 31",
            "day",
        ),
        (
            day("1", "13", "1950"),
            "Date of birth: the month must be a number from 1 to 12",
            "month",
        ),
        (
            day("1", "1", "50"),
            "Date of birth: the year must have 4 numbers, like 1958",
            "year",
        ),
        (
            day("1", "1", "1850"),
            "Date of birth: check the year. It must be from 1900 to 2200",
            "year",
        ),
        (day("1", "", "1950"), "Date of birth must include a month", "month"),
        (day("1", "", ""), "Date of birth must include a month and a year", "month"),
        (day("", "", ""), "Enter date of birth", "day"),
        (
            day("²", "1", "1950"),
            "Date of birth: the day must be a number from 1 to 31",
            "day",
        ),
    ],
)
def test_an_impossible_date_says_why_and_points_at_the_box(typed, sentence, focus):
    form = ask(fields.DateField("Date of birth"), **typed)
    assert form.error_links == [{"text": sentence, "href": f"#id_it-{focus}"}]


def test_a_month_may_be_a_word():
    assert answer(fields.DateField("Date"), **day("3", "Sept", "2024")) == date(2024, 9, 3)


@time_machine.travel("2026-03-10 09:00+00:00")
def test_dates_may_be_kept_to_the_past_or_the_future():
    assert error(fields.DateField("Date", past=True), **day("11", "3", "2026")) == "Date must be today or in the past"
    assert (
        error(fields.DateField("Date", future=True), **day("9", "3", "2026")) == "Date must be today or in the future"
    )
    late = fields.DateField("Review date", latest=lambda: date(2026, 9, 1))
    assert error(late, **day("2", "9", "2026")) == "Review date must be 1 September 2026 or earlier"


@pytest.mark.parametrize(
    ("typed", "at"),
    [
        ("2:30pm", time(14, 30)),
        ("14.30", time(14, 30)),
        ("9am", time(9)),
        ("12 a.m.", time(0)),
        ("noon", time(12)),
    ],
)
def test_a_time_is_read_as_people_write_it(typed, at):
    assert answer(fields.TimeField("Time"), it=typed) == at


@pytest.mark.parametrize("typed", ["25:00", "9", "13pm", "half past two"])
def test_a_time_that_cannot_be_read_is_asked_for_again(typed):
    assert error(fields.TimeField("Time"), it=typed) == "Enter time like 9:30am or 14:15"


def test_a_date_and_time_is_told_in_london():
    field = fields.DateTimeField("Appointment")
    told = answer(field, **day("1", "7", "2026"), _time="2:30pm")
    assert told == datetime(2026, 7, 1, 14, 30, tzinfo=clock.LONDON)
    assert error(field, **day("1", "7", "2026")) == "Appointment must include a time, like 9:30am or 14:15"
    assert error(field, **day("", "", ""), _time="9am") == "Appointment must include a date"


def test_what_was_kept_is_shown_again_in_its_boxes():
    at = datetime(2026, 7, 1, 13, 30, tzinfo=UTC)
    form = type("F", (fields.Form,), {"it": fields.DateTimeField("Appointment")})(initial={"it": at})
    html = form["it"].as_field_group()
    for box in ('name="it_day" type="text" value="1"', 'name="it_year" type="text" value="2026"', 'value="14:30"'):
        assert box in html


def test_a_choice_must_be_one_that_was_offered():
    field = fields.RadiosField("Role", choices=[("a", "A")])
    assert answer(field, it="a") == "a"
    assert error(field, it="z") == "Choose role from the list"


def test_none_of_these_cannot_stand_beside_another_answer():
    field = fields.CheckboxesField("Needs", choices=[("a", "A"), ("none", "None of these")], none="none")
    assert answer(field, it=["none"]) == ["none"]
    assert error(field, it=["a", "none"]) == "Choose “None of these”, or the ones that apply, but not both"


def test_a_scale_gives_a_number_and_nought_is_an_answer():
    assert answer(fields.ScaleField("How are you?"), it="0") == 0
    assert answer(fields.ScaleField("How are you?", required=False), it="") is None


def test_a_tick_that_is_needed_is_asked_for():
    assert answer(fields.TickField("I agree"), it="on") is True
    assert error(fields.TickField("I agree")) == "Tick the box “I agree” to go on"


def test_files_of_another_kind_or_too_large_are_refused():
    def send(name, size=3):
        return ask(
            fields.FileField("List", kinds=("csv",), largest_megabytes=1),
            files={"it": SimpleUploadedFile(name, b"x" * size)},
        )

    assert send("people.CSV").is_valid()
    assert send("people.exe").errors["it"] == ["Choose a file that ends in .csv"]
    assert send("people.csv", 1024 * 1024 + 1).errors["it"] == ["That file is too large. Choose one of up to 1 MB"]


class InterpreterForm(fields.Form):
    interpreter = fields.YesNoField("Do they need an interpreter?")
    language = fields.TextField("Which language?", only_if=fields.Given("interpreter", "yes"))
    seen = fields.DateField("Seen on", only_if=fields.Given("language", "British Sign Language"))


def test_an_answer_is_needed_only_on_the_branch_that_was_taken():
    assert InterpreterForm(data={"interpreter": "no"}).is_valid()
    assert list(InterpreterForm(data={"interpreter": "yes"}).errors) == ["language"]


def test_answers_of_a_branch_not_taken_are_blanked_all_the_way_down():
    typed = {
        "interpreter": "no",
        "language": "British Sign Language",
        "seen_day": "1",
        "seen_month": "1",
        "seen_year": "2020",
    }
    form = InterpreterForm(data=typed)
    assert form.is_valid()
    assert form.cleaned_data == {"interpreter": "no", "language": "", "seen": None}


def test_a_field_on_a_branch_is_drawn_under_the_answer_that_opens_it():
    form = InterpreterForm()
    assert [field.name for field in form.standing_fields()] == ["interpreter", "seen"]
    assert "Which language?" in form["interpreter"].as_field_group()


def test_every_field_is_labelled_described_and_marked_when_wrong():
    form = ask(fields.TextField("Name", hint="As they say it"), it="")
    html = form["it"].as_field_group()
    assert 'for="id_it"' in html
    assert 'aria-describedby="id_it-hint id_it-error"' in html
    assert "nhsuk-input--error" in html


def test_what_was_typed_is_never_markup():
    typed = "</textarea><script>alert(1)</script>"
    for field in (
        fields.TextField("A"),
        fields.TextAreaField("A"),
        fields.PhoneField(),
        fields.DateField("A"),
    ):
        html = ask(field, it=typed, _day=typed)["it"].as_field_group()
        assert "<script>" not in html


class SectionedForm(fields.Form):
    sections = (
        fields.Section("Who", ("name", "known"), hint="As they say it"),
        fields.Section("Why", ("why",)),
    )
    why = fields.TextField("Why?")
    known = fields.YesNoField("Do we know them?")
    name = fields.TextField("Name")


def test_a_form_in_sections_stands_and_reports_in_their_order():
    form = SectionedForm(data={})
    assert [(part.title, [field.name for field in standing]) for part, standing in form.standing_sections()] == [
        ("Who", ["name", "known"]),
        ("Why", ["why"]),
    ]
    assert [link["href"] for link in form.error_links] == ["#id_name", "#id_known", "#id_why"]


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("20 minutes", timedelta(minutes=20)),
        ("3h", timedelta(hours=3)),
        ("1 day, 12 hours", timedelta(hours=36)),
        ("2 Weeks", timedelta(days=14)),
        ("1 hour and 30 min", timedelta(minutes=90)),
    ],
)
def test_a_length_of_time_is_read_as_people_write_it(typed, meant):
    assert answer(fields.DurationField("Rest"), it=typed) == meant


@pytest.mark.parametrize("typed", ["soon", "3", "3 hours or so", "2 months"])
def test_a_length_that_cannot_be_read_says_how_to_write_it(typed):
    assert error(fields.DurationField("Rest"), it=typed) == "Write how long it is like 20 minutes, 3 hours or 2 days"


def test_a_length_may_be_left_out_but_not_be_endless():
    assert answer(fields.DurationField("Rest", required=False), it="") == timedelta()
    assert error(fields.DurationField("Rest"), it="") == "Enter rest"
    assert error(fields.DurationField("Rest"), it="9999 weeks") == "Choose a year or less"


@given(strategies.timedeltas(timedelta(minutes=1), timedelta(days=365)))
def test_a_length_is_shown_as_it_is_read(length):
    to_the_minute = length - length % timedelta(minutes=1)
    assert parse_duration(tell_duration(length)) == to_the_minute


@pytest.mark.parametrize(
    ("choices", "lines"),
    [
        ([("a", "A")], ["Choose one", "A"]),
        ([("", "Nobody"), ("a", "A")], ["Nobody", "A"]),
        ([("", ""), ("a", "A")], ["Choose one", "A"]),
    ],
)
def test_a_list_has_one_empty_line_which_says_what_it_means(choices, lines):
    form = ask(fields.SelectField("Who?", required=False, choices=choices))
    html = str(form["it"].as_field_group())
    assert [line.split("</option>")[0].split(">")[-1].strip() for line in html.split("<option")[1:]] == lines
