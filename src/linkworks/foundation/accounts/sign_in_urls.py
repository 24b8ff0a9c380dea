"""Addresses of signing in, under the names by which the sign-in library knows them.

The library's own list of addresses is not included: what stands here is all of it that can be reached. Nobody signs
up, changes an e-mail address or signs in by a code sent to them.
"""

from django.urls import path

from linkworks.foundation.accounts.views import confirm, passwords, second_factors, sessions, sign_in

urlpatterns = [
    path("sign-in", sign_in.SignIn.as_view(), name="account_login"),
    path("sign-in/second-step", sign_in.SecondStep.as_view(), name="mfa_authenticate"),
    path("sign-in/passkey", sign_in.SignInByPasskey.as_view(), name="mfa_login_webauthn"),
    path("sign-in/not-in-use", sign_in.NotInUse.as_view(), name="account_inactive"),
    path("sign-out", sign_in.SignOut.as_view(), name="account_logout"),
    path("forgotten-password", passwords.ForgottenPassword.as_view(), name="account_reset_password"),
    path("forgotten-password/sent", passwords.PasswordLinkSent.as_view(), name="account_reset_password_done"),
    path(
        "choose-password/<str:uidb36>/<str:key>",
        passwords.ChoosePassword.as_view(),
        name="account_reset_password_from_key",
    ),
    path("choose-password/done", passwords.PasswordChosen.as_view(), name="account_reset_password_from_key_done"),
    path("account", second_factors.Account.as_view(), name="mfa_index"),
    path("account/password", passwords.ChangePassword.as_view(), name="account_change_password"),
    path("account/app/add", second_factors.AddApp.as_view(), name="mfa_activate_totp"),
    path("account/app/remove", second_factors.RemoveApp.as_view(), name="mfa_deactivate_totp"),
    path("account/recovery-codes", second_factors.RecoveryCodes.as_view(), name="mfa_view_recovery_codes"),
    path("account/recovery-codes/new", second_factors.NewRecoveryCodes.as_view(), name="mfa_generate_recovery_codes"),
    path("account/passkeys/add", second_factors.AddPasskey.as_view(), name="mfa_add_webauthn"),
    path("account/passkeys/<int:pk>/rename", second_factors.RenamePasskey.as_view(), name="mfa_edit_webauthn"),
    path("account/passkeys/<int:pk>/remove", second_factors.RemovePasskey.as_view(), name="mfa_remove_webauthn"),
    path("account/sessions", sessions.Sessions.as_view(), name="usersessions_list"),
    path("account/confirm/password", confirm.ConfirmByPassword.as_view(), name="account_reauthenticate"),
    path("account/confirm/code", confirm.ConfirmByCode.as_view(), name="mfa_reauthenticate"),
    path("account/confirm/passkey", confirm.ConfirmByPasskey.as_view(), name="mfa_reauthenticate_webauthn"),
]
