from bench.support.settings import *  # noqa: F403

# The one that the sign-in library insists on; it does next to nothing.
MIDDLEWARE = ["allauth.account.middleware.AccountMiddleware"]
ROOT_URLCONF = "bench.bare.urls"
