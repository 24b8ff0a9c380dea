"""A script in further languages: what is said, and what is marked."""

from dataclasses import replace

from linkworks.domain.outreach.presenters.script import ScriptView, Tongue
from linkworks.domain.outreach.scripts import editing
from linkworks.domain.outreach.scripts.reading import read_script
from linkworks.domain.outreach.scripts.shipped import welfare_call
from linkworks.domain.outreach.scripts.texts import label_of, texts_of, title_of, translate, translated, words_of

SCRIPT = read_script(welfare_call())
HELLO = SCRIPT.module("opening")
FIRST = HELLO.steps[0]
IN_URDU = translate(SCRIPT, "ur", {title_of(HELLO): "سلام", words_of(FIRST): "سلام، {name}؟"})


def shown(script, language, given_to=None, module=""):
    return ScriptView.of(script, given_to or {}, {"name": "Rosa"}, module=module, language=language)


def test_every_text_has_a_place_of_its_own():
    places = [text.place for module in SCRIPT.modules for text in texts_of(module)]
    assert len(places) == len(set(places))


def test_it_is_said_in_the_language_that_was_asked_for():
    card = shown(IN_URDU, "ur").step
    assert (card.module.words, card.module.tag, card.module.direction) == ("سلام", "ur", "rtl")
    assert card.say[0].words == "سلام، Rosa؟"


def test_what_has_no_translation_is_marked():
    (answer, *_) = shown(IN_URDU, "ur").step.answers
    assert (answer.label.words, answer.label.tag, answer.label.mark) == ("It is them", "en-GB", "in English")


def test_its_own_language_is_marked_nowhere():
    card = shown(IN_URDU, "").step
    assert (card.module.words, card.module.mark) == ("Hello", "")


def test_a_language_that_it_does_not_have_is_its_own():
    assert shown(IN_URDU, "cy").step.say[0].words == "Hello. May I speak to Rosa, please?"


def test_the_caller_may_choose_among_those_it_has():
    assert [(one.name, one.is_current) for one in shown(IN_URDU, "ur").languages] == [
        ("English", False),
        ("Urdu", True),
    ]
    assert shown(SCRIPT, "").languages == ()


def test_a_translation_lapses_when_the_words_change():
    changed = editing.change_step(IN_URDU, replace(FIRST, say="Hello. Is that {name}?"))
    assert translated(changed, "ur", words_of(FIRST)) == "سلام، {name}؟"
    assert translated(changed, "ur", words_of(changed.steps[FIRST.key])) == ""


def test_what_is_read_back_is_said_piece_by_piece():
    money = SCRIPT.steps["money-enough"]
    text = label_of(money, money.answers[0])
    assert text.words == "Managing"
    opened = {"who-answered": "person", "who-we-are": "carry-on", "money-enough": "managing"}
    tongue = Tongue(IN_URDU, "ur", {})
    card = shown(IN_URDU, "ur", opened)
    assert [piece.words for piece in card.read_back] == ["You are managing with money."]
    assert tongue.say(words_of(SCRIPT.steps["read-back"])).mark == "in English"
