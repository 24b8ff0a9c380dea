from linkworks.domain.outreach.urls import board, callers, calls, campaigns, ladder, lists, needs, scripts, told

app_name = "outreach"
urlpatterns = [
    *calls.patterns,
    *callers.patterns,
    *campaigns.patterns,
    *board.patterns,
    *lists.patterns,
    *scripts.patterns,
    *ladder.patterns,
    *told.patterns,
    *needs.patterns,
]
