"""What an installation may set, and what it must.

Every setting is an environment variable of the same name, in capitals. Nothing has to be set to
try Alongside: it then runs as a demonstration on one SQLite file. `ENVIRONMENT=production` asks
for what a real installation cannot do without, and refuses to start until it is given.
"""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from typing import Annotated, Any, Literal
from urllib.parse import unquote, urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_core import ErrorDetails
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

PACKAGE = Path(__file__).resolve().parents[1]
SHORTEST_SECRET = 50

List = Annotated[list[str], NoDecode]


class UnsafeSettings(Exception):
    """The settings cannot be used as they are. The message says what, where, why and what to do."""


def default_folder() -> Path:
    """`var/` beside the source when run from a check-out, else a folder of the user's own."""
    project = PACKAGE.parents[1]
    if (project / "pyproject.toml").is_file():
        return project / "var"
    home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(home) / "alongside"


class Config(BaseSettings):
    """The settings of one installation, read from the environment once, at start."""

    model_config = SettingsConfigDict(case_sensitive=False, extra="ignore", env_ignore_empty=True)

    environment: Literal["demo", "production"] = Field(
        "demo",
        description="What this installation is for. `production` turns on encrypted-only cookies and "
        "connections, and refuses to start without the settings marked *production*.",
    )
    data_folder: Path = Field(
        default_factory=default_folder,
        description="Where files of this installation are kept: the SQLite database, the secret key and "
        "the collected style sheets. Default: `var` beside the source, else `~/.local/share/alongside`.",
    )
    guidance_folder: Path | None = Field(
        None,
        description="A folder of your own for editions taken in and readings recorded (`taken_in/*.toml`, "
        "`checks.toml`), where the package stays as it is. Read once, at start.",
    )
    database_url: str = Field(
        "",
        repr=False,
        description="The database: `sqlite:///relative/path`, `sqlite:////absolute/path` or "
        "`postgresql://user:password@host:port/name`. Default: `alongside.sqlite3` in the data folder.",
    )
    secret_key: SecretStr | None = Field(
        None,
        description="Signs sign-ins. *Production*: at least 50 characters that nobody can guess. In a "
        "demonstration one is made and kept, readable by its owner only, in the data folder.",
    )
    allowed_hosts: List = Field(
        default=[],
        description="The host names people use to reach this installation, with commas between. "
        "*Production*: required, and `*` is refused. This machine itself may always ask.",
    )
    csrf_trusted_origins: List = Field(
        default=[],
        description="Other origins that may send forms here, with commas between, each starting with "
        "`https://`. Needed only behind a proxy that changes the host name.",
    )
    trusted_proxies: int = Field(
        0,
        ge=0,
        le=5,
        description="How many proxies of yours stand in front. They are then believed about the reader's "
        "address and about encryption (`X-Forwarded-For`, `X-Forwarded-Proto`).",
    )
    session_hours: int = Field(12, ge=1, le=24, description="Hours after which a sign-in ends in any case.")
    idle_minutes: int = Field(60, ge=5, le=240, description="Minutes without a page after which it ends.")
    shared_devices: bool = Field(
        False,
        description="Say true where people share computers, as in a school office. The screen is then covered after "
        "5 minutes without a key or a touch, and a sign-in ends after 15 without a page, if not before.",
    )
    second_factor: Literal["offered", "required"] | None = Field(
        None,
        description="Whether practitioners may sign in with a second factor (an app or a passkey) or must. Default: "
        "`required` in production, `offered` in a demonstration.",
    )
    second_factor_elsewhere: bool = Field(
        False,
        description="Say true where whatever signs people in before they get here asks for a second factor. "
        "`SECOND_FACTOR=offered` is refused in production without it.",
    )
    organisation_url: str = Field(
        "",
        description="The identity provider of your organisation, for signing in through it (OpenID Connect): the "
        "address before `/.well-known/openid-configuration`. Only practitioners who are here already can, by an "
        "e-mail address that it says is verified.",
    )
    organisation_client_id: str = Field("", description="What the identity provider calls this installation.")
    organisation_client_secret: SecretStr | None = Field(None, description="The secret it gave with that.")
    organisation_name: str = Field(
        "your organisation’s account", description="What the link to it says after “Sign in with”."
    )
    smtp_url: SecretStr | None = Field(
        None,
        description="The mail server: `smtps://user:password@host:465`, `smtp+starttls://user:password@host:587`, "
        "or `smtp://host:25` for one on this machine or network. Without it each e-mail is written to a file "
        "in `e-mail` in the data folder, and reaches nobody.",
    )
    email_from: str = Field(
        "alongside@localhost",
        description="The address that e-mails come from, for example `Alongside <alongside@example.gov.uk>`.",
    )
    webhook_hosts: List = Field(
        default=[],
        description="The hosts that events may be sent to, by name, with commas between. None unless listed: "
        "this server connects to nothing that is not named here.",
    )
    api_requests_a_minute: int = Field(
        600, ge=1, description="How many requests one system may make within a minute; more are told to wait."
    )
    nhs_numbers: Literal["off", "local", "file"] = Field(
        "off",
        description="Whether a practitioner may have an NHS number looked up. `local` looks at the records here "
        "that they may read; `file` at `nhs-numbers.csv` in the data folder, which a tracing service answered with. "
        "Either way no call is made, and nothing leaves this computer. There is no other way yet.",
    )
    debug_pages: bool = Field(
        False, description="Show programming details on error pages. Refused in production."
    )
    log_format: Literal["plain", "json"] = Field("plain", description="One line of words or of JSON each.")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        "INFO", description="The least important message that is written to the log."
    )

    @field_validator("allowed_hosts", "csrf_trusted_origins", "webhook_hosts", mode="before")
    @classmethod
    def _split_at_commas(cls, value: object) -> object:
        return (
            [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value
        )

    @field_validator("data_folder")
    @classmethod
    def _from_here(cls, value: Path) -> Path:
        return value.expanduser().absolute()

    @property
    def production(self) -> bool:
        return self.environment == "production"

    @property
    def organisations(self) -> list[dict[str, Any]]:
        """The identity provider, as the library that signs people in wants it; none where none is set."""
        if not self.organisation_url:
            return []
        secret = self.organisation_client_secret
        return [{
            "provider_id": "organisation", "name": self.organisation_name, "client_id": self.organisation_client_id,
            "secret": secret.get_secret_value() if secret else "", "settings": {"server_url": self.organisation_url},
        }]  # fmt: skip

    @property
    def ends_after_minutes(self) -> int:
        return min(self.idle_minutes, 15) if self.shared_devices else self.idle_minutes

    @property
    def covered_after_minutes(self) -> int:
        return 5 if self.shared_devices else 0

    @property
    def asks_for_second_factor(self) -> Literal["offered", "required"]:
        return self.second_factor or ("required" if self.production else "offered")

    @cached_property
    def key(self) -> str:
        """The secret key: as given, else the one kept in the data folder, made the first time."""
        if self.secret_key is not None:
            return self.secret_key.get_secret_value()
        return _kept_key(self.data_folder / "secret-key")

    @cached_property
    def database(self) -> dict[str, Any]:
        """Django's `DATABASES["default"]`. Raises UnsafeSettings when DATABASE_URL cannot be read."""
        if not self.database_url:
            return sqlite(self.data_folder / "alongside.sqlite3")
        parts = urlsplit(self.database_url)
        if parts.scheme == "sqlite" and not parts.netloc and len(parts.path) > 1:
            return sqlite(Path(unquote(parts.path[1:])).absolute())
        if parts.scheme in {"postgresql", "postgres"} and len(parts.path) > 1:
            return postgresql(self.database_url)
        raise UnsafeSettings(
            "DATABASE_URL cannot be read. It has to start with sqlite:/// or postgresql:// and name a file "
            "or a database. For example: sqlite:////srv/alongside/alongside.sqlite3, or "
            "postgresql://alongside:password@localhost:5432/alongside."
        )

    @cached_property
    def email(self) -> dict[str, Any]:
        """What sends e-mail, and where to. Raises UnsafeSettings when SMTP_URL cannot be read."""
        if self.smtp_url is None:
            files = "alongside.outbox.files.EmailBackend"
            return {**smtp("smtp://localhost"), "backend": files}
        return smtp(self.smtp_url.get_secret_value())

    def problems(self) -> Iterator[str]:
        """What keeps these settings from being used in production, a sentence or two each."""
        if not self.production:
            return
        if self.debug_pages:
            yield (
                "DEBUG_PAGES is on. In production its pages would show records and passwords to whoever "
                "meets an error. Leave it out."
            )
        if self.secret_key is None or len(set(self.key)) < 10 or len(self.key) < SHORTEST_SECRET:
            yield (
                f"SECRET_KEY is missing, or too easy to guess. In production whoever guesses it can sign in "
                f"as anybody. Set it to at least {SHORTEST_SECRET} characters made by chance, for example "
                "with: python3 -c 'import secrets; print(secrets.token_urlsafe(50))'."
            )
        if not self.allowed_hosts or "*" in self.allowed_hosts:
            yield (
                "ALLOWED_HOSTS has to name each host people use. Without it a forged address could send "
                "them elsewhere. For example: ALLOWED_HOSTS=alongside.example.gov.uk."
            )
        if self.asks_for_second_factor != "required" and not self.second_factor_elsewhere:
            yield (
                "SECOND_FACTOR is offered. In production one password that somebody gives away would then open "
                "children's records. Leave it out; or, where your identity provider asks for a second factor "
                "already, set SECOND_FACTOR_ELSEWHERE=true as well."
            )
        if self.organisation_url and not self.organisation_url.startswith("https://"):
            yield "ORGANISATION_URL is not encrypted. Whoever listens could sign in as anybody: start it with https://."
        if self.organisation_url and not self.organisation_client_id:
            yield "ORGANISATION_CLIENT_ID is missing. The identity provider gives it when you register Alongside there."
        for origin in self.csrf_trusted_origins:
            if not origin.startswith("https://"):
                yield (
                    f"CSRF_TRUSTED_ORIGINS has {origin}, which is not encrypted. Start each with https://."
                )

    @classmethod
    def load(cls) -> Config:
        """The settings from the environment. Raises UnsafeSettings, naming every problem at once."""
        try:
            config = cls()
        except ValidationError as errors:
            raise UnsafeSettings("\n".join(_in_words(error) for error in errors.errors())) from None
        if problems := list(config.problems()):
            raise UnsafeSettings("\n".join(problems))
        _make_private(config.data_folder)
        return config


def _in_words(error: ErrorDetails) -> str:
    """One pydantic error as a sentence. Never repeats a value that may be a secret."""
    name = str(error["loc"][0])
    about = Config.model_fields[name].description or ""
    given = (
        ""
        if name in {"secret_key", "database_url", "smtp_url", "organisation_client_secret"}
        else f" It is now “{error['input']}”."
    )
    return f"{name.upper()} cannot be used: {error['msg'].lower()}.{given} {about}"


def _make_private(folder: Path) -> None:
    """Make the data folder, for its owner's eyes only, if it is not there yet."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise UnsafeSettings(
            f"The data folder {folder} cannot be made: {error.strerror}. The database and the key belong in it. "
            "Set DATA_FOLDER to a folder that this user may write to."
        ) from None


def _kept_key(path: Path) -> str:
    """The key kept in `path`, made now if there is none. Processes that start at once agree on one."""
    if not path.exists():
        draft = path.with_name(f"{path.name}.{os.getpid()}")
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(64))
        # A link appears whole or not at all, and never in place of another process's key.
        with suppress(FileExistsError):
            path.hardlink_to(draft)
        draft.unlink()
    return path.read_text(encoding="ascii")


def smtp(url: str) -> dict[str, Any]:
    """How to reach a mail server, from its address. A password is never sent unencrypted."""
    parts = urlsplit(url)
    known = {"smtp": 25, "smtp+starttls": 587, "smtps": 465}
    try:
        port = parts.port or known.get(parts.scheme, 0)
    except ValueError:
        port = 0
    unknown = parts.scheme not in known or not parts.hostname or not port
    if unknown or (parts.password and parts.scheme == "smtp"):
        raise UnsafeSettings(
            "SMTP_URL cannot be used. It has to start with smtps://, smtp+starttls:// or smtp:// and name a host; "
            "a password needs one of the first two. For example: smtp+starttls://user:password@mail.example.org:587."
        )
    return {
        "backend": "django.core.mail.backends.smtp.EmailBackend",
        "host": parts.hostname,
        "port": port,
        "user": unquote(parts.username or ""),
        "password": unquote(parts.password or ""),
        "starttls": parts.scheme == "smtp+starttls",
        "tls": parts.scheme == "smtps",
    }


def sqlite(path: Path) -> dict[str, Any]:
    """One SQLite file, set so that nothing acknowledged is lost and the chronology stays append-only.

    Immediate transactions wait their turn instead of failing half way; full synchronisation keeps a
    saved act through a power cut; recursive triggers stop INSERT OR REPLACE from slipping past the
    triggers that guard the chronology.
    """
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA foreign_keys=ON;"
            "PRAGMA recursive_triggers=ON;PRAGMA cache_size=-20000",
        },
    }


#: What fetching a row by an index costs beside reading on. The server's own 4 is meant for turning disks, and
#: has it read a table of ten thousand rows whole rather than fetch a team's few hundred.
INDEXES_ARE_CHEAP = "-c random_page_cost=1.1"


def postgresql(url: str) -> dict[str, Any]:
    """A PostgreSQL database, by its address. Options after `?` go to the driver (`sslmode=require`).

    ``options=`` among them takes the place of ours, which a connection pool in between may refuse.
    """
    parts = urlsplit(url)
    options = {"options": INDEXES_ARE_CHEAP}
    options |= dict(pair.split("=", 1) for pair in parts.query.split("&") if "=" in pair)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path[1:]),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or "") or options.pop("host", ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {name: unquote(value) for name, value in options.items()},
    }
