from datetime import timedelta
from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from linkworks.config.env import env
from linkworks.config.logging import log_configuration

ROOT = Path(__file__).resolve().parents[4]

# Lets commands that need no database start; anything that connects is refused.
NO_DATABASE = "postgresql://nobody@127.0.0.1:1/not-set"

SECRET_KEY = env.text(
    "LINKWORKS_SECRET_KEY",
    "The key that signs sessions and links: 50 or more random characters that nobody else knows.",
    shortest=50,
    secret=True,
)
DEBUG = False
# Whether a database that is empty at the first start becomes a demonstration, with invented people in it.
DEMONSTRATION = env.flag(
    "LINKWORKS_DEMONSTRATION", "Whether the first start makes a demonstration of an empty database.", default=False
)
PUBLIC_ADDRESS = env.text(
    "LINKWORKS_ADDRESS",
    "The address at which people reach Linkworks, for the links in messages.",
    default="http://localhost:8000",
).rstrip("/")
ALLOWED_HOSTS = env.list("LINKWORKS_HOSTS", "The host names that Linkworks answers to.", default="localhost")

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "axes",
    "csp",
    "django_htmx",
    "pghistory",
    "pgtrigger",
    "procrastinate.contrib.django",
    "linkworks.config.apps.WiringConfig",
    "linkworks.foundation.core",
    "linkworks.foundation.audit",
    "linkworks.foundation.design",
    "linkworks.foundation.accounts",
    "linkworks.foundation.access",
    "linkworks.foundation.imports",
    "linkworks.foundation.messaging",
    "linkworks.domain.people",
    "linkworks.domain.directory",
    "linkworks.domain.referrals",
    "linkworks.domain.casework",
    "linkworks.domain.onward",
    "linkworks.domain.outreach",
    "linkworks.domain.reports",
    "linkworks.interfaces.public_site",
    "linkworks.interfaces.interop.open_referral",
    "linkworks.interfaces.client_link",
    "linkworks.interfaces.partner_portal",
    "linkworks.demonstration",
]

MIDDLEWARE = [
    "linkworks.foundation.access.middleware.RequestId",
    "linkworks.config.health.Health",
    "linkworks.config.request_log.RequestLog",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "linkworks.interfaces.interop.open_referral.door.OpenDoor",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "linkworks.foundation.accounts.middleware.Admission",
    "linkworks.foundation.access.middleware.ActorTransaction",
    "linkworks.foundation.access.middleware.NothingToShow",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "linkworks.config.urls"
WSGI_APPLICATION = "linkworks.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "linkworks.config.jinja.environment",
            "context_processors": ["django.template.context_processors.request"],
        },
    },
    {"BACKEND": "django.template.backends.django.DjangoTemplates", "APP_DIRS": True},
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {
    "default": env.database(
        "DATABASE_URL",
        "PostgreSQL as the web role, which owns nothing. If not set, the embedded PostgreSQL is used.",
        default=NO_DATABASE,
    ),
    "owner": env.database(
        "DATABASE_OWNER_URL",
        "The same database as its owner, to migrate, back up and restore. Set both or neither.",
        default=NO_DATABASE,
    ),
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "linkworks.foundation.accounts.backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},
    },
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
RECORD_OPENING_URL = "casework:open_record"

SEALING_KEYS = env.text(
    "LINKWORKS_SEALING_KEYS",
    "The key that seals second factors and kept drafts in the database: 50 or more random characters. To change it,"
    " put the new one first and the former one behind a comma.",
    shortest=50,
    secret=True,
).split(",")

ACCOUNT_ADAPTER = "linkworks.foundation.accounts.adapters.AccountAdapter"
ACCOUNT_TEMPLATE_EXTENSION = "jinja"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
# Passwords are throttled by axes, by user and address; this one is for the codes of the second step.
ACCOUNT_RATE_LIMITS = {"login_failed": "5/5m/key"}
MFA_ADAPTER = "linkworks.foundation.accounts.adapters.SecondFactorAdapter"
MFA_ALLOW_UNVERIFIED_EMAIL = True  # an administrator enters the address
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"  # so that a passkey alone is two factors
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "Linkworks"
MFA_TOTP_TOLERANCE = 1  # time to type
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_remembered",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_USERNAME_CALLABLE = "linkworks.foundation.accounts.throttle.typed_email"
AXES_LOCKOUT_CALLABLE = "linkworks.foundation.accounts.throttle.too_many_tries"
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "login", "csrfmiddlewaretoken"]

LOCK_AFTER = timedelta(
    minutes=env.number(
        "LINKWORKS_LOCK_MINUTES", "After so many minutes without use a session locks.", default=15, least=1, most=60
    )
)
SIGN_OUT_AFTER = timedelta(
    hours=env.number(
        "LINKWORKS_SIGN_OUT_HOURS", "So many hours after signing in a session ends.", default=12, least=1, most=24
    )
)
KEEP_TYPED_TEXT = timedelta(days=7)
# The lock and the end are ours to keep; the cookie only has to outlive them, so that a late post is still kept.
SESSION_COOKIE_AGE = int(KEEP_TYPED_TEXT.total_seconds())
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/assets/"
STATIC_ROOT = ROOT / "var" / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SESSION_ENGINE = "linkworks.foundation.accounts.sessions"
SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "linkworks_session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "linkworks.foundation.accounts.views.old_page.old_page"
SECURE_SSL_REDIRECT = True
SECURE_HSTS_SECONDS = 31_536_000
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
# Room for a note of a million characters, so that the form can say what its limit is and keep what was typed.
DATA_UPLOAD_MAX_MEMORY_SIZE = 12_000_000
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

# Triggers are put in place by `manage upgrade`, from the models, like grants and policies.
PGTRIGGER_MIGRATIONS = False
PGHISTORY_APPEND_ONLY = True
SWEMWBS_WORDING = env.text(
    "LINKWORKS_SWEMWBS_WORDING",
    "The file with the wording of SWEMWBS, for an operator who has registered with the University of Warwick.",
    default="",
)

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"

MESSAGE_TRANSPORT = env.choice(
    "LINKWORKS_MESSAGE_TRANSPORT",
    "How messages leave: written into a folder, or printed by the job worker, which is for development only.",
    choices=("file", "console"),
    default="file",
)
MESSAGE_FOLDER = env.text(
    "LINKWORKS_MESSAGE_FOLDER",
    "The folder of the file transport. It holds what people were told: only this program's user may read it.",
    default="var/messages",
)
# Links with which staff choose a password leave the same way; an administrator can also hand them over.
EMAIL_BACKEND = f"django.core.mail.backends.{'filebased' if MESSAGE_TRANSPORT == 'file' else 'console'}.EmailBackend"
EMAIL_FILE_PATH = MESSAGE_FOLDER

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    }
}

# Proxies whose word about the client's address and about HTTPS is taken; config.wsgi sees to it.
TRUSTED_PROXIES = env.list(
    "LINKWORKS_PROXIES", "The addresses of the proxies that stand before Linkworks and do HTTPS.", default=""
)

LOGGING = log_configuration(
    env.choice("LINKWORKS_LOG_LEVEL", "The least that is logged.", choices=("INFO", "WARNING", "ERROR"), default="INFO")
)
