"""What our versions of the sign-in library's pages have in common."""

from typing import Any

from django.http import HttpResponse

from linkworks.foundation.design.pages import HAS_ERRORS

OK = 200


class ErrorsAnswer422:
    """A form with errors is shown again under a status of its own, as on all our form pages."""

    def form_invalid(self, form: Any) -> HttpResponse:
        response: HttpResponse = super().form_invalid(form)  # type: ignore[misc]
        if response.status_code == OK:
            response.status_code = HAS_ERRORS
        return response
