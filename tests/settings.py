"""The settings, as they are, but for what would only slow tests down."""

from __future__ import annotations

import os
import tempfile

from jinja2 import FileSystemBytecodeCache

from tests import engine

os.environ["ENVIRONMENT"] = "demo"
os.environ["DATA_FOLDER"] = tempfile.gettempdir()
os.environ["SECRET_KEY"] = "only-for-tests-and-not-a-secret-at-all-0123456789"
os.environ["DATABASE_URL"] = engine.chosen()

from alongside.config.settings import *  # noqa: F403

# Making a password slow to guess makes every sign-in of a test slow.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# Pages name their files as they are, so that no test needs them collected first.
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True

# Every run would make the same code of every template again, which takes longer than opening every page.
TEMPLATES[0]["OPTIONS"]["bytecode_cache"] = FileSystemBytecodeCache()  # noqa: F405

# Thousands of pages are asked for here that are not found. tests/config/test_even_time.py turns it on.
EVEN_TIME_SECONDS = 0
