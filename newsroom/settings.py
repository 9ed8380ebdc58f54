"""Every setting of the paper, in one file, read from the environment.

Development needs nothing set. Production (`DEBUG` off, not the demo) refuses to start without its secrets and says
which; a value that cannot be meant is refused everywhere (environment.py). A file `var/env` with lines `NAME=value` is
read first, for servers without systemd.
"""

from pathlib import Path

from articles.richtext.widget import editor_config

from .environment import Environment, keep_private

BASE_DIR = Path(__file__).resolve().parent.parent
env = Environment()

# State: everything a run creates lives here, and nowhere else
STATE_DIR = env.state_directory("STATE_DIR", default=BASE_DIR / "var")
env.read_file(STATE_DIR / "env")

# Mode. DEMO is set by `manage.py demo`: production's behaviour on one's own machine, over plain http.
DEBUG = env.bool("DEBUG", default=True)
DEMO = env.bool("DEMO", default=False)
PRODUCTION = not DEBUG and not DEMO

# Secrets and hosts
DEVELOPMENT_KEY = "development-only-key-never-used-where-debug-is-off"
SECRET_KEY = env.str("SECRET_KEY", default=DEVELOPMENT_KEY if not PRODUCTION else "")
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[] if PRODUCTION else ["localhost", "127.0.0.1", "[::1]"])
SITE_URL = env.origin("SITE_URL", default="" if PRODUCTION else "http://127.0.0.1:8000")
CSRF_TRUSTED_ORIGINS = [SITE_URL] if SITE_URL else []
if PRODUCTION:
    required = ("SECRET_KEY", "ALLOWED_HOSTS", "SITE_URL", "DATABASE_URL")
    missing = [name for name in required if not env(name, default="")]
    if missing:
        raise SystemExit(
            f"Tòa soạn không khởi động khi thiếu thiết lập: {', '.join(missing)}. "
            f"Đặt trong môi trường hoặc trong tệp {STATE_DIR / 'env'} (xem README, mục Triển khai)."
        )

# Applications. `newsroom` comes first: its `test` command replaces Django's.
INSTALLED_APPS = [
    "newsroom.apps.NewsroomConfig",
    "comments.apps.CommentsConfig",
    "articles.apps.ArticlesConfig",
    "adminsortable2",
    "ckeditor",
    "axes",
    "newsroom.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

# The memory of pages stands before everything else: for a page it has, no session, no user, not even a file is looked
# at.
MIDDLEWARE = [
    "newsroom.memory.PageMemory",
    "django.middleware.security.SecurityMiddleware",
    "newsroom.http.PolicyHeaders",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Where it is asked for: behind nginx, for the pages that nginx stores; it compresses the others itself.
    "django.middleware.gzip.GZipMiddleware",
    "newsroom.http.Freshness",
    "newsroom.http.Trouble",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                # The admin demands these two. Both are lazy: a page that names neither reads no session.
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.request",
                "newsroom.masthead.masthead",
            ],
        },
    },
]

# Database. SQLite is the embedded default; DATABASE_URL=postgres://… is production's.
EMBEDDED_DATABASE = STATE_DIR / "newsroom.sqlite3"
DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{EMBEDDED_DATABASE}")}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASE_FILE = Path(DATABASES["default"]["NAME"])
    if DATABASE_FILE.is_absolute() and DATABASE_FILE.parent.is_dir():
        keep_private(DATABASE_FILE)
    # A new connection reads the whole schema first: that costs more than a page.
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    # FULL: an acknowledged comment survives a power cut. IMMEDIATE: writers queue instead of failing with "locked".
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": (
            "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;PRAGMA temp_store=MEMORY;"
            "PRAGMA mmap_size=134217728;PRAGMA cache_size=-20000;PRAGMA journal_size_limit=27103364;"
        ),
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    # A reader who gives up does not stop the query: the database does. Commands (migrate, backup) may take hours, even
    # where the database itself has a limit for everybody; only wsgi.py says that this process serves readers.
    SERVING = env.bool("NEWSROOM_SERVING", default=False)
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault(
        "options", "-c statement_timeout=5000 -c lock_timeout=3000" if SERVING else "-c statement_timeout=0"
    )
    DATABASES["default"]["OPTIONS"].setdefault("connect_timeout", 3)

# Accounts
AUTH_USER_MODEL = "newsroom.User"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
# Ten wrong passwords for one name from one address: half an hour of rest. The real owner, elsewhere, is not locked out.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.5
AXES_LOCKOUT_TEMPLATE = "admin/locked_out.html"
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

# Language and time: one language, one place
LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_I18N = True
USE_TZ = True
FORMAT_MODULE_PATH = ["newsroom.formats"]

# Files. Originals never lie in a served folder, and nobody else on the machine reads them: they still carry the
# photographer's GPS. What is served nginx must read, whatever the account's umask.
FILE_UPLOAD_PERMISSIONS = 0o644
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o755
STATIC_URL = "/static/"
STATIC_ROOT = STATE_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "newsroom.sheets.PaperSheet",
    "newsroom.scripts.PaperScript",
]
MEDIA_URL = "/media/"
MEDIA_ROOT = STATE_DIR / "media"
ORIGINALS_ROOT = STATE_DIR / "originals"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "originals": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {
            "location": ORIGINALS_ROOT,
            "base_url": None,
            "file_permissions_mode": 0o600,
            "directory_permissions_mode": 0o700,
        },
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
# AVIF beside WebP: a quarter less for readers to load, half as much again to store, a slower upload
PICTURE_AVIF = env.bool("PICTURE_AVIF", default=False)
# One machine without nginx serves its pictures itself.
SERVE_MEDIA = env.bool("SERVE_MEDIA", default=not PRODUCTION)
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024
# As much as nginx lets through: what somebody sends is read and checked without touching a disk that may be full.
FILE_UPLOAD_MAX_MEMORY_SIZE = 40 * 1024 * 1024
# An interview of forty exchanges posts more than Django's thousand fields.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000

# Freshness: see newsroom/http.py, memory.py. Behind nginx, which keeps pages, the application keeps none.
BEHIND_FRONT = env.bool("BEHIND_FRONT", default=PRODUCTION)
PAGE_CACHE = env.bool("PAGE_CACHE", default=not BEHIND_FRONT and not DEBUG)
# A withdrawal asks nginx itself for the pages it still holds (articles/refreshing.py): where nginx is, and the secret
# by which it knows who asks; `manage.py refresh_front --secret` prints that for deploy/nginx.conf.
FRONT_URL = env.origin("FRONT_URL", default=SITE_URL) if BEHIND_FRONT else ""
REFRESH_SECRET = env.secret("REFRESH_SECRET", derived_from=SECRET_KEY)

# Transport and headers. nginx speaks TLS and forwards exactly one X-Forwarded-Proto and X-Forwarded-For.
SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=PRODUCTION)
SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000 if PRODUCTION else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUCTION
SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_FRONT else None
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = PRODUCTION
CSRF_COOKIE_SECURE = PRODUCTION
CSRF_FAILURE_VIEW = "newsroom.views.forged"
SESSION_COOKIE_NAME = "__Host-toasoan" if PRODUCTION else "toasoan"
CSRF_COOKIE_NAME = "__Host-toasoan-csrf" if PRODUCTION else "toasoan-csrf"
SESSION_COOKIE_AGE = 14 * 24 * 3600
X_FRAME_OPTIONS = "DENY"
# The address axes and the comment door see: one proxy in front, or none.
AXES_IPWARE_PROXY_COUNT = 1 if BEHIND_FRONT else 0
AXES_IPWARE_META_PRECEDENCE_ORDER = ["HTTP_X_FORWARDED_FOR" if BEHIND_FRONT else "REMOTE_ADDR"]

# Mail: password resets for staff
EMAIL_CONFIG = env.email("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="toasoan@localhost")
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# Editor
CKEDITOR_CONFIGS = {"news": editor_config()}
SILENCED_SYSTEM_CHECKS = [
    # CKEditor 4.22.1 is end-of-life; SECURITY.md lists each advisory and why it does not reach us.
    "ckeditor.W001",
]

# The paper: what stands in the masthead and, by law, in the imprint
PAPER = {
    "name": env.str("PAPER_NAME", default="Tòa soạn"),
    "tagline": env.str("PAPER_TAGLINE", default="Báo của tỉnh nhà"),
    "governing_body": env.str("PAPER_GOVERNING_BODY", default=""),
    "licence": env.str("PAPER_LICENCE", default=""),
    "address": env.str("PAPER_ADDRESS", default=""),
    "phone": env.str("PAPER_PHONE", default=""),
    "email": env.str("PAPER_EMAIL", default=""),
    "editor_in_chief": env.str("PAPER_EDITOR_IN_CHIEF", default=""),
}
# Where to write about a hole in the site: /.well-known/security.txt, which is missing where nobody is named
SECURITY_CONTACT = env.str("SECURITY_CONTACT", default=PAPER["email"])

# Whether an interview waits for its interviewees to approve their words (“duyệt lời”) before it is published
REQUIRE_SIGN_OFF = env.bool("REQUIRE_SIGN_OFF", default=False)

# The words every picture of a story must have before it is published
PICTURE_NEEDS = env.choice("PICTURE_NEEDS", of=("caption", "credit", "alt"), default=("caption", "credit"))

# Hours from the receipt of a request until a correction must be out, by kind (articles/models/correction.py), e.g.
# CORRECTION_HOURS=cai-chinh=5,lam-ro=24. The defaults are a newsroom's habit, not quoted from any law: the deadlines of
# the press law in force, and of the decrees under it, are for the paper's own jurist to look up and to set here.
CORRECTION_HOURS = env.hours(
    "CORRECTION_HOURS", default={"dinh-chinh": 24, "cai-chinh": 24, "lam-ro": 48, "go-bai": 24}
)

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django.request": {"level": "ERROR"},
        "newsroom": {"level": "INFO"},
        "axes": {"level": "WARNING"},
    },
}
