from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "linkworks.foundation.accounts"
    label = "accounts"
