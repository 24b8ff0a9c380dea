from linkworks.domain.outreach.urls import board, calls, campaigns

app_name = "outreach"
urlpatterns = [*calls.patterns, *campaigns.patterns, *board.patterns]
