from typing import Any
from uuid import uuid4

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower
from django.utils.functional import cached_property

from linkworks.foundation.accounts.choices import Role
from linkworks.foundation.core.models import Record


class Team(Record):
    """The unit that may see a record. `slug` names it in public addresses."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(unique=True)
    telephone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(blank=True)
    area = models.CharField(max_length=120, blank=True)
    first_contact_working_days = models.PositiveSmallIntegerField(default=5)
    attempts_before_letter = models.PositiveSmallIntegerField(default=3)
    opening_hours = models.CharField(max_length=120, default="Monday to Friday, 9am to 5pm")

    def __str__(self) -> str:
        return self.name


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, password: str | None = None, **extra: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), **extra)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email__iexact=username or "")


class User(AbstractBaseUser):
    """Somebody who signs in. What they may do hangs on their membership of a team, not on the user."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=120)
    is_active = models.BooleanField(default=True)
    is_demonstration = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(email=Lower("email")), name="email_in_lower_case")]

    def __str__(self) -> str:
        return self.name

    @cached_property
    def current_membership(self) -> "Membership | None":
        return self.memberships.select_related("team").filter(ended_at__isnull=True).first()

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name.split(" ")[0]


class Membership(Record):
    """A user's place in a team. A membership that has ended grants nothing and stays for the record."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role.choices)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["user"], condition=models.Q(ended_at__isnull=True), name="one_current_membership_per_user"
            )
        ]
