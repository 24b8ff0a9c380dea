"""From a script's facts to the form in which it is kept; `reading` is the way back."""

from typing import Any

from linkworks.domain.outreach.scripts.content import Answer, Module, Need, Script, Step, Translation


def write_script(script: Script) -> dict[str, Any]:
    return {
        "title": script.title,
        "language": script.language,
        "modules": [_module(module) for module in script.modules],
        "translations": {
            tag: {place: _translation(one) for place, one in texts.items()}
            for tag, texts in script.translations.items()
        },
    }


def _translation(one: Translation) -> dict[str, str]:
    return {"of": one.of, "says": one.says}


def _module(module: Module) -> dict[str, Any]:
    return {
        "key": module.key,
        "title": module.title,
        "opens": module.opens,
        "steps": [_step(step) for step in module.steps],
    }


def _step(step: Step) -> dict[str, Any]:
    return {
        "key": step.key,
        "kind": step.kind.value,
        "say": step.say,
        "guidance": step.guidance,
        "guards": [{"step": guard.step, "among": list(guard.among)} for guard in step.guards],
        "answers": [_answer(answer) for answer in step.answers],
        "only_alone": step.only_alone,
    }


def _answer(answer: Answer) -> dict[str, Any]:
    return {
        "key": answer.key,
        "label": answer.label,
        "goes": answer.goes,
        "needs": [_need(need) for need in answer.needs],
        "read_back": answer.read_back,
        "raises_concern": answer.raises_concern,
        "says_alone": answer.says_alone,
    }


def _need(need: Need) -> dict[str, str]:
    return {"type": need.type, "urgency": need.urgency, "read_back": need.read_back}
