from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from linkworks.foundation.design.page_registry import no_page
from linkworks.interfaces.client_link.views.door import Visit, by_link, forget_opening

SOMEWHERE_ELSE = "https://www.bbc.co.uk/weather"


@no_page
@by_link
def leave(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Away at once, to a page that anybody might look at; coming back asks for the year again."""
    response = HttpResponseRedirect(SOMEWHERE_ELSE)
    forget_opening(response, visit)
    return response
