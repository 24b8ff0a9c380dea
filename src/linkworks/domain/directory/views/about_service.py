"""What forms about one service share."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse

from linkworks.domain.directory.actions.tellings import settle_change
from linkworks.domain.directory.choices import ToldAbout
from linkworks.domain.directory.models import Service, ToldChange
from linkworks.domain.directory.policies import may_keep_services
from linkworks.domain.directory.selectors import get_service
from linkworks.domain.directory.selectors.tellings import find_told_change
from linkworks.foundation.access.permission import require
from linkworks.foundation.core.uuids import read_uuid
from linkworks.foundation.design.pages import FormPage, Notice


class AboutService(FormPage):
    service: Service

    def prepare(self) -> None:
        require(may_keep_services, self.actor)
        self.service = get_service(self.actor, self.kwargs["service_id"])

    def address(self, name: str) -> str:
        return reverse(f"directory:{name}", args=[self.service.pk])


class PutsRight(AboutService):
    """Opened from what somebody told, it shows their words, and settles it when it is saved."""

    def find_told(self) -> ToldChange | None:
        asked = read_uuid(self.request.GET.get("told", ""))
        return find_told_change(self.actor, self.service, asked) if asked else None

    def settle_told(self) -> None:
        if told := self.find_told():
            settle_change(self.actor, told=told)

    def _show(self, *args: Any, notice: Notice | None = None, **options: Any) -> HttpResponse:
        told = self.find_told() if notice is None else None
        if told:
            notice = Notice(f"Told to us: {ToldAbout(told.about).label}", (told.words,))
        return super()._show(*args, notice=notice, **options)
