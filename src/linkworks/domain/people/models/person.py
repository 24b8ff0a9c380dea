import pghistory
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from linkworks.domain.people.choices import Gender
from linkworks.domain.people.models.practice import Practice
from linkworks.foundation.access.models import TeamRecord
from linkworks.foundation.core.names import fold_name
from linkworks.foundation.core.row_scope import RowScope


@pghistory.track()
class Person(TeamRecord):
    """Somebody supported, or who may be. Names are kept as typed; `search_name` is the folded form for finding."""

    row_scope = RowScope.PERSON
    person_column = "id"

    given_name = models.CharField("first name", max_length=100)
    family_name = models.CharField("last name", max_length=100)
    preferred_name = models.CharField(max_length=100, blank=True)
    pronouns = models.CharField(max_length=40, blank=True)
    date_of_birth = models.DateField(null=True, blank=True)
    nhs_number = models.CharField("NHS number", max_length=10, blank=True)
    gender = models.CharField(max_length=20, choices=Gender.choices, default=Gender.NOT_SAID)
    gender_words = models.CharField("words for gender", max_length=60, blank=True)
    ethnicity = models.CharField(max_length=60, blank=True)
    preferred_language = models.CharField("language", max_length=40, default="English")
    interpreter_needed = models.BooleanField("need for an interpreter", default=False)
    address_line_1 = models.CharField("first line of the address", max_length=120, blank=True)
    address_line_2 = models.CharField("second line of the address", max_length=120, blank=True)
    town = models.CharField(max_length=60, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    no_fixed_abode = models.BooleanField("answer about a fixed abode", default=False)
    practice = models.ForeignKey(
        Practice, null=True, blank=True, on_delete=models.PROTECT, related_name="people", verbose_name="GP practice"
    )
    died_on = models.DateField("date of death", null=True, blank=True)
    communication_asked_on = models.DateField("day communication needs were asked about", null=True, blank=True)
    search_name = models.CharField(max_length=310, editable=False, default="")

    # Set by `selectors.person.get_person`: why the actor opened the record today; blank where no reason is needed.
    opening_reason: str

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["team", "nhs_number"], condition=~models.Q(nhs_number=""), name="one_person_per_nhs_number"
            )
        ]
        indexes = [
            models.Index(fields=["team", "family_name", "given_name"], name="people_by_name"),
            models.Index(fields=["team", "date_of_birth"], name="people_by_birth"),
            models.Index(fields=["team", "postcode"], name="people_by_postcode"),
            GinIndex(fields=["search_name"], opclasses=["gin_trgm_ops"], name="people_by_like_name"),
        ]

    def __str__(self) -> str:
        return f"Person {self.pk}"

    @property
    def full_name(self) -> str:
        return f"{self.given_name} {self.family_name}"

    @property
    def known_as(self) -> str:
        return self.preferred_name or self.given_name or self.family_name

    @property
    def folded_names(self) -> str:
        """What `search_name` must be for these names."""
        return fold_name(f"{self.given_name} {self.family_name} {self.preferred_name}")
