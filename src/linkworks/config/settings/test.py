"""For the tests: cheap passwords, plain static files, nothing leaves."""

from linkworks.config.settings.local import *  # noqa: F403

ALLOWED_HOSTS = ["*"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STATIC_ROOT = ROOT / "var" / "static-for-tests"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True
# A server that a test starts leaves no connection behind.
DATABASES["default"]["CONN_MAX_AGE"] = 0
