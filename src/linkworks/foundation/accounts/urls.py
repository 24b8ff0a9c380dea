from django.urls import path

from linkworks.foundation.accounts.views import kept_typing, lock, second_factors

app_name = "staff"
urlpatterns = [
    path("unlock", lock.Unlock.as_view(), name="unlock"),
    path("session", lock.stay_signed_in, name="stay_signed_in"),
    path("drafts", kept_typing.drafts, name="drafts"),
    path("kept", kept_typing.held_posts, name="held_posts"),
    path("kept/<uuid:held_id>/discard", kept_typing.discard_held_post, name="discard_held_post"),
    path("account/second-step", second_factors.set_up_second_step, name="set_up_second_step"),
]
