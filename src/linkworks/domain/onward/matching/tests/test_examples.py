import numpy as np
import pytest

from linkworks.domain.onward.matching.meaning import model
from linkworks.domain.onward.matching.meaning.lessons import Lessons
from linkworks.domain.onward.matching.meaning.stored import FILE, missing_from, store, vectors_of
from linkworks.domain.onward.matching.reading import circumstances, needs
from linkworks.domain.onward.matching.reading.examples import examples


def test_every_example_means_what_the_lexicon_knows():
    known = circumstances.lexicon().keys()
    asked = {need.name for need in needs.lexicon()}

    assert frozenset().union(*(one.circumstances for one in examples())) <= known
    assert frozenset().union(*(one.needs for one in examples())) <= asked


def test_no_example_is_given_twice():
    sentences = [one.sentence.casefold() for one in examples()]

    assert sorted(sentences) == sorted(set(sentences))


def test_the_stored_examples_are_those_of_the_lexicon():
    assert not missing_from([one.sentence for one in examples()]), "run script/manage store_examples"


@pytest.mark.skipif(model.encoder() is None, reason="the language model is not installed")
def test_what_is_stored_is_what_the_model_reads():
    some = [one.sentence for one in examples()][::400]

    assert np.allclose(vectors_of(some, model.encoder()), model.encoder().encode(some), atol=0.002)


@pytest.mark.skipif(model.encoder() is None, reason="the language model is not installed")
def test_a_sentence_that_is_not_stored_yet_is_read(tmp_path):
    file = tmp_path / "examples.npz"
    store(["She grows beans."], model.encoder(), file)

    assert missing_from(["She grows beans.", "He bakes."], file) == ["He bakes."]
    assert vectors_of(["He bakes.", "She grows beans."], model.encoder(), file).shape == (2, 384)
    assert FILE.exists()


def test_examples_speak_for_what_they_mean_by_meaning_and_by_words():
    east, west = np.array([1, 0], np.float32), np.array([0, 1], np.float32)
    lessons = Lessons(["sunrise", "sunset"], np.stack([east, west]), np.array([[1, 0], [0, 1]], np.float32))
    between = np.array([[0.71, 0.71]], np.float32)

    [[near_east, far_west]] = lessons.apply(["dawn"], east[None]).tolist()
    [[in_words, not_in_words]] = lessons.apply(["a sunrise"], between).tolist()

    assert near_east > far_west + 0.3
    assert in_words > not_in_words + 0.1
