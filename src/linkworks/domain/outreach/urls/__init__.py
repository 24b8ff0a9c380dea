from linkworks.domain.outreach.urls import board, calls, campaigns, lists

app_name = "outreach"
urlpatterns = [*calls.patterns, *campaigns.patterns, *board.patterns, *lists.patterns]
