"""Django's settings, built from one typed description of the installation (`environment.Config`).

There is one file, for every environment. Read `environment.py` for what may be set and why.
"""

from __future__ import annotations

from csp.constants import NONE, SELF

from alongside.config.environment import PACKAGE, Config
from alongside.config.logs import logging_settings

CONFIG = Config.load()

SECRET_KEY = CONFIG.key
DEBUG = CONFIG.debug_pages
# The machine itself may always ask: whatever watches over the server does.
ALLOWED_HOSTS = [*CONFIG.allowed_hosts, "localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = CONFIG.csrf_trusted_origins

ROOT_URLCONF = "alongside.config.urls"
WSGI_APPLICATION = "alongside.config.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "csp",
    "alongside.config",
    "alongside.ui",
    "alongside.agencies",
    "alongside.audit",
    "alongside.people",
    "alongside.cases",
    "alongside.notices",
    "alongside.outbox",
    "alongside.drafts",
    "alongside.known",
    "alongside.signing_in",
    "alongside.access",
    "alongside.chronology",
    "alongside.deadlines",
    "alongside.matching",
    "alongside.analysis",
    "alongside.family",
    "alongside.visits",
    "alongside.need_to_know",
    "alongside.sharing",
    "alongside.referrals",
    "alongside.front_door",
    "alongside.family_help",
    "alongside.early_help",
    "alongside.care",
    "alongside.strands",
    "alongside.contexts",
    "alongside.improvement",
    "alongside.assessments",
    "alongside.section47",
    "alongside.plans",
    "alongside.conferences",
    "alongside.closure",
    "alongside.partners",
    "alongside.letters",
    "alongside.briefings",
    "alongside.conference_day",
    "alongside.supervision",
    "alongside.desk",
    "alongside.explorer",
    "alongside.replay",
    "alongside.census",
    "alongside.reports",
    "alongside.retention",
    "alongside.api",
    "alongside.demo",
]

MIDDLEWARE = [
    "alongside.config.middleware.request_named",
    "alongside.config.middleware.in_even_time",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "alongside.config.middleware.browser_limited",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "alongside.signing_in.lasting.session_limited",
    "alongside.drafts.drafting.drafting",
    "alongside.signing_in.temporary.held_until_changed",
    "alongside.signing_in.required.held_until_second_factor",
    "alongside.config.middleware.nothing_stored",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "alongside.audit.middleware.every_page_leaves_a_row",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [PACKAGE / "templates"],
        "APP_DIRS": False,
        "OPTIONS": {
            "environment": "alongside.ui.jinja.environment",
            "auto_reload": CONFIG.debug_pages,
            "context_processors": ["alongside.signing_in.around.around"],
        },
    }
]

# --- Records ---------------------------------------------------------------------------------------
DATABASES = {"default": CONFIG.database}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# In the database, because limits on sign-in must hold across every process that serves.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "alongside_cache",
        # More than anybody can count up in an hour, so that many strangers never push out the limits on sign-in.
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    }
}

# --- The audit --------------------------------------------------------------------------------------
#: Pages that show the guidance, made-up people or one's own account, and nobody's records: reading them is
#: not written down. Every other page is.
AUDIT_SHOWS_NOBODY = frozenset({
    "healthz", "account_login", "account_change_password", "password_changed", "mfa_authenticate",
    "signing_in:confirm", "signing_in:safety", "signing_in:add-app", "signing_in:add-passkey",
    "signing_in:recovery-codes", "signing_in:remove-factor", "signing_in:sessions",
    "explorer:home", "explorer:export", "explorer:schema", "explorer:search", "explorer:reader", "explorer:actor", "explorer:topic", "explorer:limits", "explorer:words",
    "explorer:texts", "explorer:text", "explorer:chapter", "explorer:paragraph", "explorer:rules",
    "explorer:rules-to-check", "briefings:compare", "briefings:briefings", "briefings:document", "briefings:file",
    "replay:reading",
    "gallery:components", "gallery:child", "gallery:list", "gallery:form", "gallery:letter",
})  # fmt: skip

# See alongside.config.middleware.in_even_time. Both kinds of answer are quicker than one step.
EVEN_TIME_SECONDS = 0.05
ANSWERED_IN_EVEN_TIME = frozenset({"desk:search"})

# What is typed and not sent is no act yet; a row for each second of typing would bury the others.
AUDIT_NOTHING_SENT = frozenset({"drafts:keep"})

# --- Language and time: stored in UTC, shown as it is in England ------------------------------------
LANGUAGE_CODE = "en-gb"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/London"

# --- Style sheets, scripts and pictures -------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = CONFIG.data_folder / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

# --- Signing in -------------------------------------------------------------------------------------
AUTH_USER_MODEL = "agencies.Practitioner"
AUTHENTICATION_BACKENDS = ["alongside.signing_in.adapter.Backend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "alongside.signing_in.guessable.NotEasilyGuessed"},
]
# Argon2id, which costs whoever stole the hashes memory as well as time. Older hashes are made anew at the next sign-in.
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
LOGIN_URL = "/sign-in/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/sign-in/"
ACCOUNT_ADAPTER = "alongside.signing_in.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
# Wrong tries are counted by alongside.signing_in.limits, so that nobody can shut another out.
ACCOUNT_RATE_LIMITS = {"login": "600/m/ip", "login_failed": "", "change_password": "5/m/user"}
# A second factor. Who proves themselves again, and when, is said by alongside.signing_in.recent.
SECOND_FACTOR = CONFIG.asks_for_second_factor
SECOND_FACTOR_ELSEWHERE = CONFIG.second_factor_elsewhere
MFA_ADAPTER = "alongside.signing_in.factors.Secrets"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_REAUTHENTICATION_REQUIRED = False
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_TOTP_ISSUER = "Alongside"
# Half a minute either way, for clocks that differ. A code is taken once all the same.
MFA_TOTP_TOLERANCE = 1
ALLAUTH_TRUSTED_PROXY_COUNT = CONFIG.trusted_proxies

# Signing in through one's organisation, to an account that is here already; it never makes one.
ORGANISATION_NAME = CONFIG.organisation_name if CONFIG.organisation_url else ""
SOCIALACCOUNT_ADAPTER = "alongside.signing_in.organisation.OrganisationAdapter"
SOCIALACCOUNT_EMAIL_VERIFICATION = "none"
# Begun by a link, because a policy that lets forms go only here stops them on the way to another site.
SOCIALACCOUNT_LOGIN_ON_GET = True
SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": CONFIG.organisations}}

# --- What leaves the service ------------------------------------------------------------------------
DEFAULT_FROM_EMAIL = CONFIG.email_from
WEBHOOK_HOSTS = frozenset(host.lower() for host in CONFIG.webhook_hosts)
EMAIL_FOLDER = CONFIG.data_folder / "e-mail"
EMAIL_BACKEND = CONFIG.email["backend"]
EMAIL_HOST = CONFIG.email["host"]
EMAIL_PORT = CONFIG.email["port"]
EMAIL_HOST_USER = CONFIG.email["user"]
EMAIL_HOST_PASSWORD = CONFIG.email["password"]
EMAIL_USE_TLS = CONFIG.email["starttls"]
EMAIL_USE_SSL = CONFIG.email["tls"]
EMAIL_TIMEOUT = 30
API_REQUESTS_A_MINUTE = CONFIG.api_requests_a_minute

SESSION_COOKIE_AGE = CONFIG.session_hours * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_IDLE_SECONDS = CONFIG.ends_after_minutes * 60
COVERED_AFTER_SECONDS = CONFIG.covered_after_minutes * 60
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "alongside.config.errors.form_expired"

# --- What a browser may do --------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"

if CONFIG.trusted_proxies:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

if CONFIG.production:
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_NAME = "__Host-csrf"

LOGGING = logging_settings(CONFIG.log_format, CONFIG.log_level)
