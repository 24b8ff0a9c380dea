from linkworks.domain.casework.models import Case
from linkworks.domain.people.presenters.banner import banner_of
from linkworks.domain.people.selectors.person import before_contact
from linkworks.foundation.core.actor import Actor
from linkworks.foundation.design.parts import PersonBanner


def case_banner(actor: Actor, case: Case, *, href: str = "") -> PersonBanner:
    """Who a page about a case is about, and what must be seen before contact. One query."""
    return banner_of(case.person, before_contact(actor, [case.person_id])[case.person_id], href=href)
