"""Languages by their codes. The framework's list is of those that software is translated into; people speak others."""

from django.conf.locale import LANG_INFO

SPOKEN = {
    "bfi": "British Sign Language",
    "fil": "Filipino",
    "gu": "Gujarati",
    "ha": "Hausa",
    "ku": "Kurdish",
    "lg": "Luganda",
    "ln": "Lingala",
    "om": "Oromo",
    "prs": "Dari",
    "ps": "Pashto",
    "rom": "Romani",
    "rw": "Kinyarwanda",
    "si": "Sinhala",
    "sn": "Shona",
    "so": "Somali",
    "ti": "Tigrinya",
    "tl": "Tagalog",
    "tw": "Twi",
    "yo": "Yoruba",
    "zh": "Chinese",
}


def language_name(code: str) -> str:
    """The code itself where nobody told us."""
    code = code.lower()
    return SPOKEN.get(code) or str(LANG_INFO.get(code, {}).get("name", code))
