"""What a script is made of, typed in: parts, steps, answers, when a step is said, and translations."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from linkworks.domain.outreach.models import ScriptVersion
from linkworks.domain.outreach.scripts.checks import MOST_ANSWERS, MOST_NEEDS, asked_before
from linkworks.domain.outreach.scripts.content import Answer, Guard, Module, Need, Script, Step, StepKind
from linkworks.domain.outreach.scripts.languages import TAGS, direction
from linkworks.domain.outreach.scripts.texts import Text, braces_in, texts_of, translated
from linkworks.domain.outreach.scripts.words import ENDS, KINDS, URGENCIES
from linkworks.foundation.core.words import listed
from linkworks.foundation.design import fields
from linkworks.foundation.design.fields import Section
from linkworks.foundation.design.fields.base import FieldOnPage

SHIPPED = "shipped"
LONGEST_SAY = 600
LONGEST_LABEL = 120


class BeginForm(fields.Form):
    name = fields.TextField(
        "Name of the script", hint="Callers do not see it.", max_length=120, missing="Enter a name for the script"
    )
    origin = fields.RadiosField("What does it begin from?", missing="Choose what it begins from")

    def __init__(self, *args: Any, published: Iterable[ScriptVersion], **options: Any) -> None:
        super().__init__(*args, **options)
        versions = [(str(one.pk), str(one)) for one in published]
        shipped = (SHIPPED, "The welfare call that comes with Linkworks")
        self.fields["origin"].choices = [shipped, *versions]  # type: ignore[attr-defined]


class PartForm(fields.Form):
    title = fields.TextField(
        "Title",
        hint="One or two words, like “Food”. Callers choose parts by it.",
        max_length=60,
        missing="Enter a title for this part",
    )
    opens = fields.TickField(
        "It opens the call",
        required=False,
        hint="Parts that open the call come first, in their order. The others come in whatever order the talk takes.",
    )


class StepForm(fields.Form):
    say = fields.TextAreaField(
        "Words to say",
        rows=3,
        max_length=LONGEST_SAY,
        missing="Enter the words to say",
        hint="As they are said aloud. {name}, {caller}, {team}, {telephone}, {code} and {read_back} are filled in.",
    )
    guidance = fields.TextAreaField("Guidance for the caller", required=False, rows=2, max_length=LONGEST_SAY)
    kind = fields.RadiosField("What happens then?", choices=[(kind.value, label) for kind, label in KINDS.items()])

    def step(self, step: Step) -> Step:
        given = self.cleaned_data
        return replace(step, say=given["say"], guidance=given["guidance"], kind=StepKind(given["kind"]))


class NewStepForm(StepForm):
    labels = fields.TextAreaField(
        "Answers, where there are some to choose from",
        required=False,
        rows=5,
        hint=f"One on each line, {MOST_ANSWERS} at the most. First the one where all is well.",
    )

    def clean_labels(self) -> list[str]:
        return [line.strip() for line in self.cleaned_data["labels"].splitlines() if line.strip()]


class WhenForm(fields.Form):
    """A question to each step that surely comes before; what is ticked under one are alternatives."""

    only_alone = fields.TickField(
        "Only when they are known to be alone",
        required=False,
        hint="Otherwise it is written down as “not asked: not safe”.",
    )

    def __init__(self, *args: Any, script: Script, module: Module, step: Step, **options: Any) -> None:
        super().__init__(*args, **options)
        self.asked = [one for one in asked_before(script, module, step) if one.offers and one.answers]
        among = {guard.step: guard.among for guard in step.guards}
        self.initial = {"only_alone": step.only_alone, **among}
        for one in self.asked:
            self.fields[one.key] = fields.CheckboxesField(
                f"After “{one.name}”",
                required=False,
                small=True,
                choices=[(answer.key, answer.label) for answer in one.answers],
            )

    def step(self, step: Step) -> Step:
        given = self.cleaned_data
        guards = tuple(Guard(one.key, tuple(given[one.key])) for one in self.asked if given[one.key])
        return replace(step, guards=guards, only_alone=given["only_alone"])


def _names_of_need(number: int) -> tuple[str, ...]:
    return tuple(f"{part}_{number}" for part in ("type", "urgency", "says"))


class AnswerForm(fields.Form):
    sections = (
        Section("", ("label", "goes", "read_back", "raises_concern", "says_alone")),
        *(
            Section("Another need" if number > 1 else "A need that it raises", _names_of_need(number))
            for number in range(1, MOST_NEEDS + 1)
        ),
    )
    label = fields.TextField(
        "Answer", hint="What the caller presses.", max_length=LONGEST_LABEL, missing="Enter the answer"
    )
    goes = fields.SelectField("Where does it lead?", required=False, empty_line="The step below")
    read_back = fields.TextField(
        "Read back at the end", required=False, hint="Like “You have food for the next three days.”"
    )
    raises_concern = fields.TickField("Somebody may be hurt: the team lead is told at once", required=False)
    says_alone = fields.TickField("It means that they are alone and can talk freely", required=False)

    def __init__(self, *args: Any, module: Module, step: Step, need_types: Mapping[str, str], **options: Any) -> None:
        super().__init__(*args, **options)
        below = module.steps[module.steps.index(step) + 1 :]
        ends = [(goes, label[0].upper() + label[1:]) for goes, label in ENDS.items()]
        self.fields["goes"].choices = [*((one.key, one.name) for one in below), *ends]  # type: ignore[attr-defined]
        for number in range(1, MOST_NEEDS + 1):
            self._add_need(number, need_types)

    def _add_need(self, number: int, need_types: Mapping[str, str]) -> None:
        which = "" if number == 1 else f" (need {number})"
        urgencies = [(one, label.capitalize()) for one, label in URGENCIES.items()]
        self.fields[f"type_{number}"] = fields.SelectField(
            f"Kind of help{which}", required=False, empty_line="None", choices=list(need_types.items())
        )
        self.fields[f"urgency_{number}"] = fields.SelectField(f"By when{which}", required=False, choices=urgencies)
        self.fields[f"says_{number}"] = fields.TextField(
            f"What is read back about it{which}", required=False, hint="What will happen, and by when."
        )

    def clean(self) -> None:
        for number in range(1, MOST_NEEDS + 1):
            if not self.cleaned_data.get(f"type_{number}"):
                continue
            if not self.cleaned_data.get(f"urgency_{number}"):
                self.add_error(f"urgency_{number}", "Say by when the need is to be met")
            if not self.cleaned_data.get(f"says_{number}"):
                self.add_error(f"says_{number}", "Say what is read back to the person about this need")

    def answer(self, key: str) -> Answer:
        given = self.cleaned_data
        numbers = [number for number in range(1, MOST_NEEDS + 1) if given[f"type_{number}"]]
        return Answer(
            key,
            given["label"],
            goes=given["goes"],
            needs=tuple(Need(given[f"type_{n}"], given[f"urgency_{n}"], given[f"says_{n}"]) for n in numbers),
            read_back=given["read_back"],
            raises_concern=given["raises_concern"],
            says_alone=given["says_alone"],
        )


def initial_of(answer: Answer) -> dict[str, Any]:
    needs = {
        name: value
        for number, need in enumerate(answer.needs, 1)
        for name, value in (
            (f"type_{number}", need.type),
            (f"urgency_{number}", need.urgency),
            (f"says_{number}", need.read_back),
        )
    }
    return {
        "label": answer.label,
        "goes": answer.goes,
        "read_back": answer.read_back,
        "raises_concern": answer.raises_concern,
        "says_alone": answer.says_alone,
        **needs,
    }


class LanguageForm(fields.Form):
    language = fields.SelectField("Another language", missing="Choose a language")

    def __init__(self, *args: Any, script: Script, **options: Any) -> None:
        super().__init__(*args, **options)
        taken = {*script.translations, TAGS[script.language]}
        free = [(tag, name) for name, tag in TAGS.items() if tag not in taken]
        self.fields["language"].choices = free  # type: ignore[attr-defined]


class TranslationField(fields.TextAreaField):
    """Typed in its own direction, and read aloud in its own language."""

    def __init__(self, text: Text, tag: str) -> None:
        self.tag = tag
        super().__init__(text.words, required=False, rows=2, max_length=None)

    def options(self, bound: FieldOnPage) -> dict[str, Any]:
        attributes = {"lang": self.tag, "dir": direction(self.tag)}
        return super().options(bound) | {"attributes": attributes}


class TranslateForm(fields.Form):
    """The texts of one part, each with the same in another language; blank leaves it in the script's own."""

    def __init__(self, *args: Any, script: Script, module: Module, tag: str, **options: Any) -> None:
        super().__init__(*args, **options)
        self.texts = {f"text_{number}": text for number, text in enumerate(texts_of(module))}
        self.initial = {name: translated(script, tag, text) for name, text in self.texts.items()}
        for name, text in self.texts.items():
            self.fields[name] = TranslationField(text, tag)

    def clean(self) -> None:
        for name, text in self.texts.items():
            there, typed = braces_in(text.words), braces_in(self.cleaned_data.get(name) or text.words)
            if missing := sorted(there - typed):
                self.add_error(name, f"Write {listed(missing)} where it belongs, in these very letters")
            elif strange := sorted(typed - there):
                self.add_error(name, f"Take {listed(strange)} out: nothing is filled in there")

    def given(self) -> dict[Text, str]:
        return {text: self.cleaned_data[name].strip() for name, text in self.texts.items()}
