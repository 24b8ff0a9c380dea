from linkworks.domain.outreach.urls import board, calls, campaigns, ladder, lists, scripts, told

app_name = "outreach"
urlpatterns = [
    *calls.patterns,
    *campaigns.patterns,
    *board.patterns,
    *lists.patterns,
    *scripts.patterns,
    *ladder.patterns,
    *told.patterns,
]
