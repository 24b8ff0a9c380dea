from linkworks.domain.outreach.urls import calls, campaigns

app_name = "outreach"
urlpatterns = [*calls.patterns, *campaigns.patterns]
