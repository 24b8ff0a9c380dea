from django.urls import path

from linkworks.foundation.accounts.views import second_factors

app_name = "staff"
urlpatterns = [
    path("account/second-step", second_factors.set_up_second_step, name="set_up_second_step"),
]
