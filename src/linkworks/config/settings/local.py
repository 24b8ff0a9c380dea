"""A trial on one's own machine, over plain HTTP on localhost."""

import os

from linkworks.config.local_secret import local_secret

os.environ.setdefault("LINKWORKS_SECRET_KEY", local_secret())
os.environ.setdefault("LINKWORKS_DEMONSTRATION", "on")
os.environ.setdefault("LINKWORKS_ADDRESS", f"http://localhost:{os.environ.get('LINKWORKS_PORT') or 8000}")
os.environ.setdefault("LINKWORKS_SEALING_KEYS", local_secret())

from linkworks.config.settings.base import *  # noqa: F403

INSTALLED_APPS += ["linkworks.foundation.design.gallery"]
SESSION_COOKIE_SECURE = False
CSRF_COOKIE_SECURE = False
SECURE_SSL_REDIRECT = False
SECURE_HSTS_SECONDS = 0
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
