import pytest
from hypothesis import given
from hypothesis import strategies as st

from linkworks.foundation.core.reading_grade import count_syllables, grade, hard_sentences, sentences

SYLLABLES = {
    1: "while times played warm lunch through friend",
    2: "table places wanted horses people something lonely quiet client",
    3: "area company family benefits",
    4: "experience information community",
    5: "opportunity accommodation",
}
WORDS = [(count, word) for count, some in SYLLABLES.items() for word in some.split()]
TEXTS = st.lists(
    st.lists(st.sampled_from(["cat", "lunch", "Tuesday", "opportunity", "SE8", "12", "people"]), min_size=1).map(
        lambda words: " ".join(words) + "."
    ),
    min_size=1,
    max_size=6,
).map(" ".join)


@pytest.mark.parametrize(
    ("count", "word"), [(count, word) for count, some in SYLLABLES.items() for word in some.split()]
)
def test_syllables_are_counted_as_they_are_spoken(count, word):
    assert count_syllables(word) == count


def test_the_grade_is_that_of_the_formula():
    """Six words of one syllable in one sentence: 0.39 × 6 + 11.8 × 1 − 15.59."""
    assert grade("The cat sat on the mat.") == pytest.approx(-1.45)


def test_names_and_numbers_are_never_hard():
    assert grade("Ask for Oluwaseun at 020 7946 0106.") == grade("Ask for Jo at 0 0 0.")


def test_long_sentences_of_long_words_are_hard():
    hard = "Participants are provided with multidisciplinary rehabilitation opportunities. You can sit and eat."
    (sentence,) = hard_sentences(hard, 6.0)
    assert sentence.text.startswith("Participants")
    assert sentence.grade > 12


def test_lines_are_sentences_and_what_has_no_word_is_none():
    assert sentences("Come in\n\n…\nSit down. – Eat!") == ["Come in", "Sit down.", "– Eat!"]
    assert grade("…") == 0.0


@given(TEXTS, st.floats(min_value=-5, max_value=30))
def test_a_text_without_a_hard_sentence_is_not_hard(text, limit):
    if not hard_sentences(text, limit):
        assert grade(text) <= limit + 1e-9


@given(st.text(max_size=200))
def test_any_text_can_be_graded(text):
    assert isinstance(grade(text), float)
