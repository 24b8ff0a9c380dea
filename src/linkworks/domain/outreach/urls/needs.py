"""What people need, who helps, and what only the lead reads."""

from django.urls import URLPattern, path

from linkworks.domain.outreach.views import call_concerns, need_onward, need_routes, needs

ONE = "campaigns/<uuid:campaign_id>"
NEED = f"{ONE}/needs/<uuid:need_id>"
CONCERN = f"{ONE}/concerns/<uuid:concern_id>"

patterns: list[URLPattern] = [
    path(f"{ONE}/needs", needs.campaign_needs, name="campaign_needs"),
    path(NEED, needs.NeedView.as_view(), name="need"),
    path(f"{NEED}/own", needs.own, name="need_own"),
    path(f"{NEED}/ask", needs.AskProvider.as_view(), name="need_ask"),
    path(f"{NEED}/refer", needs.ReferNeed.as_view(), name="need_refer"),
    path(f"{NEED}/services", need_onward.need_services, name="need_services"),
    path(f"{NEED}/services/<uuid:service_id>", need_onward.ChooseService.as_view(), name="need_service"),
    path(f"{ONE}/who-helps", need_routes.campaign_routes, name="campaign_routes"),
    path(f"{ONE}/who-helps/new", need_routes.NewRoute.as_view(), name="route_new"),
    path(f"{ONE}/who-helps/<uuid:route_id>/remove", need_routes.remove, name="route_remove"),
    path(f"{ONE}/providers/new", need_routes.NewProvider.as_view(), name="provider_new"),
    path(f"{ONE}/providers/<uuid:provider_id>", need_routes.EditProvider.as_view(), name="provider"),
    path(f"{ONE}/providers/<uuid:provider_id>/end", need_routes.end, name="provider_end"),
    path(f"{ONE}/kinds-of-help/new", need_routes.NewNeedType.as_view(), name="need_type_new"),
    path(f"{ONE}/how-soon", need_routes.EditClocks.as_view(), name="need_clocks"),
    path(f"{ONE}/concerns", call_concerns.campaign_concerns, name="campaign_concerns"),
    path(CONCERN, call_concerns.ConcernView.as_view(), name="call_concern"),
    path(f"{CONCERN}/own", call_concerns.acknowledge, name="concern_own"),
    path(f"{CONCERN}/to-case", call_concerns.to_case, name="concern_to_case"),
]
