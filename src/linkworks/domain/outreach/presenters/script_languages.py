"""A script in further languages: how much of it is there, and the texts of one part."""

from dataclasses import dataclass

from linkworks.domain.outreach.models import ScriptVersion
from linkworks.domain.outreach.presenters.script_versions import version_url
from linkworks.domain.outreach.scripts.content import Module, Script
from linkworks.domain.outreach.scripts.languages import NAMES, direction
from linkworks.domain.outreach.scripts.texts import texts_of, translated
from linkworks.foundation.core import words
from linkworks.foundation.design.parts import Link


@dataclass(frozen=True)
class LanguageBlock:
    name: str
    done: str
    parts: tuple[tuple[Link, str], ...]


@dataclass(frozen=True)
class TranslationsPage:
    title: str
    languages: tuple[LanguageBlock, ...]
    is_draft: bool
    back: Link

    @classmethod
    def of(cls, version: ScriptVersion) -> "TranslationsPage":
        script = version.read()
        return cls(
            title="Languages",
            languages=tuple(_language(version, script, tag) for tag in script.translations),
            is_draft=version.published_at is None,
            back=Link(str(version), version_url(version)),
        )


def _language(version: ScriptVersion, script: Script, tag: str) -> LanguageBlock:
    counts = [(module, _count(script, tag, module)) for module in script.modules]
    done, every = (sum(one[place] for _, one in counts) for place in (0, 1))
    parts = (
        (Link(module.title, version_url(version, "script_translate", tag, module.key)), f"{have} of {of}")
        for module, (have, of) in counts
    )
    return LanguageBlock(NAMES[tag], f"{done} of {words.count(every, 'text')}", tuple(parts))


def _count(script: Script, tag: str, module: Module) -> tuple[int, int]:
    texts = texts_of(module)
    return sum(bool(translated(script, tag, text)) for text in texts), len(texts)


@dataclass(frozen=True)
class Lapsed:
    now: str
    said: str


@dataclass(frozen=True)
class TranslatePage:
    """`lapsed` are the texts whose words have changed since they were translated."""

    title: str
    about: str
    back: Link
    tag: str
    direction: str
    lapsed: tuple[Lapsed, ...]

    @classmethod
    def of(cls, version: ScriptVersion, script: Script, module: Module, tag: str) -> "TranslatePage":
        kept = script.translations[tag]
        texts = [text for text in texts_of(module) if text.place in kept]
        return cls(
            title=f"“{module.title}” in {NAMES[tag]}",
            about=str(version),
            back=Link("Languages", version_url(version, "script_translations")),
            tag=tag,
            direction=direction(tag),
            lapsed=tuple(
                Lapsed(text.words, kept[text.place].says) for text in texts if kept[text.place].of != text.words
            ),
        )
