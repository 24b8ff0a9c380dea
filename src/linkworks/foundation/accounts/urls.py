from django.urls import path

from linkworks.foundation.accounts.views import kept_typing, lock, second_factors, staff

app_name = "staff"
urlpatterns = [
    path("staff", staff.members, name="members"),
    path("staff/invite", staff.Invite.as_view(), name="invite"),
    path("staff/<uuid:membership_id>", staff.member, name="member"),
    path("staff/<uuid:membership_id>/role", staff.ChangeRole.as_view(), name="role"),
    path("staff/<uuid:membership_id>/link", staff.NewLink.as_view(), name="link"),
    path("staff/<uuid:membership_id>/reset", staff.ResetSecondStep.as_view(), name="reset_second_step"),
    path("staff/<uuid:membership_id>/end", staff.EndMembership.as_view(), name="end_membership"),
    path("unlock", lock.Unlock.as_view(), name="unlock"),
    path("session", lock.stay_signed_in, name="stay_signed_in"),
    path("drafts", kept_typing.drafts, name="drafts"),
    path("kept", kept_typing.held_posts, name="held_posts"),
    path("kept/<uuid:held_id>/discard", kept_typing.discard_held_post, name="discard_held_post"),
    path("account/second-step", second_factors.set_up_second_step, name="set_up_second_step"),
]
