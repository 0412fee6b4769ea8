"""Settings of Django for the workspace; what differs from place to place comes from the environment."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF

from custrata.web.site.environment import environment

ENVIRONMENT = environment()
SITE_FOLDER = ENVIRONMENT.folder
SECRET_KEY = ENVIRONMENT.secret
ALLOWED_HOSTS = list(ENVIRONMENT.hosts)
DATABASES = ENVIRONMENT.databases
DEBUG = False
HTTPS = ENVIRONMENT.https
PROXIES = ENVIRONMENT.proxies

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "axes",
    "csp",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "custrata.web.frame",
    "custrata.web.accounts",
    "custrata.web.workspaces",
    "custrata.web.audit",
    "custrata.web.strategies",
    "custrata.web.together",
    "custrata.web.studies",
    "custrata.web.steering",
    "custrata.web.customers",
    "custrata.web.data",
    "custrata.web.deliveries",
    "custrata.web.api",
]

MIDDLEWARE = [
    "custrata.web.site.door.health.HealthMiddleware",
    "custrata.web.site.door.proxies.ProxyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "custrata.web.site.door.packing.PackingMiddleware",
    "custrata.web.accounts.cookies.middleware.CookieSessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
    "custrata.web.frame.refusals.RefusalMiddleware",
    "custrata.web.site.letters.LettersMiddleware",
    "custrata.web.site.door.promises.PromiseMiddleware",
]

ROOT_URLCONF = "custrata.web.site.urls"
WSGI_APPLICATION = "custrata.web.site.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
AUTH_USER_MODEL = "accounts.User"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        # Our own first: allauth's pages wear our frame.
        "DIRS": [Path(__file__).parent / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": ["custrata.web.frame.templatetags.frame"],
        },
    }
]

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
# Nobody makes this site write to strangers, nor invites them to an account that they cannot make.
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
# Whoever changes how somebody comes in, that person hears of it, where mail reaches anybody.
ACCOUNT_EMAIL_NOTIFICATIONS = bool(ENVIRONMENT.mail.host)
ACCOUNT_ADAPTER = "custrata.web.accounts.adapter.AccountAdapter"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 900
ACCOUNT_SESSION_REMEMBER = True
# Sent straight to the provider: the content security policy lets no form leave the site.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_ADAPTER = "custrata.web.accounts.adapter.SocialAccountAdapter"
USERSESSIONS_TRACK_ACTIVITY = False
MFA_ADAPTER = "custrata.web.accounts.adapter.MFAAdapter"
# An address is proven by the invitation that was sent to it, not by a second mail.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not HTTPS

AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
# What allauth offers has other names than Django's: without this nothing would be counted.
AXES_USERNAME_CALLABLE = "custrata.web.site.door.knocking.name"
AXES_LOCKOUT_CALLABLE = "custrata.web.site.door.knocking.locked"
# Said outright: by itself it would believe whatever a browser claims, where a package for that is installed.
AXES_CLIENT_IP_CALLABLE = "custrata.web.site.door.knocking.address"
AXES_VERBOSE = False
# Who comes in is told by our own log; this one would keep the address asked for, with the secret of a link.
AXES_DISABLE_ACCESS_LOG = True
AXES_SENSITIVE_PARAMETERS = ["login", "password", "username", "ip_address", "csrfmiddlewaretoken"]

TASKS: dict[str, Any] = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

# How often somebody knocks is counted where all processes see it; little else is kept there.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_counts",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}

# Printed where no mail server is named; a team names one, such as smtp+tls://user:password@mail.example:587.
EMAIL = ENVIRONMENT.mail
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL.host else 'console'}.EmailBackend"
EMAIL_HOST, EMAIL_PORT = EMAIL.host, EMAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = EMAIL.user, EMAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = EMAIL.starttls, EMAIL.tls
EMAIL_TIMEOUT = 20
# Whether a mail reaches anybody: what is printed on the terminal does not.
MAIL_GOES_OUT = bool(EMAIL.host)
DEFAULT_FROM_EMAIL = SERVER_EMAIL = EMAIL.sender

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_I18N = False
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = SITE_FOLDER / "static"
WHITENOISE_USE_FINDERS = True
# Names carry no hash: after an upgrade nobody looks at yesterday's styles for longer than this.
WHITENOISE_MAX_AGE = 300 if not os.environ.get("CUSTRATA_FRESH_STATIC") else 0

# The database keeps hashes of their keys: who reads a backup or the table comes in as nobody.
SESSION_ENGINE = "custrata.web.accounts.cookies.store"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = HTTPS
SESSION_COOKIE_AGE = 14 * 24 * 3600
# Somebody who comes back after a weekend goes on; a browser left alone for longer does not.
SESSION_IDLE_S = ENVIRONMENT.idle_hours * 3600
# Browsers take a cookie of such a name from this host alone, over TLS: no neighbour in the domain plants one.
SESSION_COOKIE_NAME = "__Host-sessionid" if HTTPS else "sessionid"
CSRF_COOKIE_NAME = "__Host-csrftoken" if HTTPS else "csrftoken"
CSRF_COOKIE_SECURE = HTTPS
MESSAGE_STORAGE = "custrata.web.accounts.cookies.messages.MessageStorage"
CSRF_COOKIE_SAMESITE = "Lax"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
X_FRAME_OPTIONS = "DENY"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}

CSRF_FAILURE_VIEW = "custrata.web.frame.refusals.forged"

# Uploads are spooled where they will lie, so that a full /tmp stops none and the last step is a rename.
FILE_UPLOAD_TEMP_DIR = SITE_FOLDER / "arriving"
FILE_UPLOAD_TEMP_DIR.mkdir(parents=True, exist_ok=True)
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 2**20
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 2**20
DATA_UPLOAD_MAX_NUMBER_FILES = 500

LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # A page that is not there is told to who asked for it, not to who runs the site.
    # Nor is a name that is not ours, which every scanner of addresses sends; it is refused all the same.
    "loggers": {
        "django.request": {"level": "ERROR"},
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
