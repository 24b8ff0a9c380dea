from linkworks.domain.casework.urls import allocation, daily, ending, plan, safety

app_name = "casework"
urlpatterns = [*daily.patterns, *plan.patterns, *safety.patterns, *ending.patterns, *allocation.patterns]
