from django.db.models import Exists, Q, QuerySet, Subquery

from linkworks.domain.casework.models import Case, Contact, ContactAttempt


def get_last_contact(case: Case) -> Contact | None:
    """The last conversation, with its note."""
    return Contact.objects.standing().filter(case=case).select_related("note", "by").order_by("-at").first()


def list_tries_since_contact(case: Case) -> QuerySet[ContactAttempt]:
    """What was tried since we last spoke with the person, oldest first: all of it where we never did."""
    contacts = Contact.objects.standing().filter(case=case)
    last = Subquery(contacts.order_by("-at").values("at")[:1])
    return ContactAttempt.objects.standing().filter(Q(at__gt=last) | ~Exists(contacts), case=case).order_by("at")
