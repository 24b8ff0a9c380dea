"""What is said where a service takes no more referrals of a person."""

from linkworks.domain.casework.models import Case
from linkworks.domain.directory.entry_words import limit_in_words
from linkworks.domain.directory.models import Service
from linkworks.domain.onward.selectors.limits import again_from, is_used_up, list_counted
from linkworks.foundation.core import words


def used_up(case: Case, service: Service) -> str:
    """Sentences, or blank while they take one more."""
    counted = list_counted(case, service)
    if not is_used_up(service, counted):
        return ""
    said = [f"They take at most {limit_in_words(service)}."]
    if counted:
        said.append(f"{case.person.known_as} was last referred there {words.ago(counted[0])}.")
    if again := again_from(service, counted):
        said.append(f"Again from {words.day(again)}.")
    return " ".join(said)
