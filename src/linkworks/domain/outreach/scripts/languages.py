"""Languages that a script can be given in: the name that people use, and the tag that a browser reads aloud by."""

from collections.abc import Mapping

TAGS: Mapping[str, str] = {
    "Albanian": "sq",
    "Amharic": "am",
    "Arabic": "ar",
    "Bengali": "bn",
    "Bulgarian": "bg",
    "Cantonese": "yue",
    "Chinese": "zh",
    "Dari": "prs",
    "English": "en-GB",
    "Farsi": "fa",
    "French": "fr",
    "German": "de",
    "Greek": "el",
    "Gujarati": "gu",
    "Hebrew": "he",
    "Hindi": "hi",
    "Hungarian": "hu",
    "Igbo": "ig",
    "Italian": "it",
    "Krio": "kri",
    "Kurdish": "ckb",
    "Lingala": "ln",
    "Lithuanian": "lt",
    "Mandarin": "cmn",
    "Nepali": "ne",
    "Pashto": "ps",
    "Polish": "pl",
    "Portuguese": "pt",
    "Punjabi": "pa",
    "Romanian": "ro",
    "Russian": "ru",
    "Sinhala": "si",
    "Somali": "so",
    "Spanish": "es",
    "Swahili": "sw",
    "Sylheti": "syl",
    "Tamil": "ta",
    "Tigrinya": "ti",
    "Turkish": "tr",
    "Twi": "tw",
    "Ukrainian": "uk",
    "Urdu": "ur",
    "Vietnamese": "vi",
    "Welsh": "cy",
    "Yiddish": "yi",
    "Yoruba": "yo",
}
NAMES = {tag: name for name, tag in TAGS.items()}
FROM_THE_RIGHT = frozenset({"ar", "ckb", "fa", "he", "prs", "ps", "ur", "yi"})


def direction(tag: str) -> str:
    return "rtl" if tag in FROM_THE_RIGHT else "ltr"
