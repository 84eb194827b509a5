"""Settings: nothing is needed to try it; production refuses what is unsafe, in words."""

from __future__ import annotations

import stat
import subprocess
import sys

import pytest

from alongside.config.environment import Config, UnsafeSettings

LONG = "kd83-Lq0z_mw71-Xb5r_tv62-Yc4p_nh59-Zd3s_jg48-We2f"
SAFE = {"ENVIRONMENT": "production", "SECRET_KEY": LONG + "0", "ALLOWED_HOSTS": "alongside.example.org"}


@pytest.fixture
def environment(monkeypatch, tmp_path):
    """Set these variables and no others that Alongside reads."""

    def given(**variables: str) -> Config:
        for name in Config.model_fields:
            monkeypatch.delenv(name.upper(), raising=False)
        monkeypatch.setenv("DATA_FOLDER", str(tmp_path))
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        return Config.load()

    return given


def test_nothing_has_to_be_set_to_try_it(environment, tmp_path):
    config = environment()
    assert config.environment == "demo"
    assert config.database["NAME"] == str(tmp_path / "alongside.sqlite3")
    assert len(config.key) > 50


def test_the_key_is_made_once_and_only_its_owner_can_read_it(environment, tmp_path):
    first, second = environment().key, environment().key
    assert first == second
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600


def test_processes_that_start_at_once_agree_on_the_key(tmp_path):
    asked = (
        "import pathlib, sys; from alongside.config.environment import _kept_key;"
        "print(_kept_key(pathlib.Path(sys.argv[1])))"
    )
    started = [
        subprocess.Popen(
            [sys.executable, "-c", asked, str(tmp_path / "secret-key")], stdout=subprocess.PIPE, text=True
        )
        for _ in range(4)
    ]
    keys = {process.communicate()[0].strip() for process in started}
    assert len(keys) == 1
    assert len(keys.pop()) > 50
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_the_data_folder_is_made_for_its_owner_only(environment, tmp_path):
    environment(DATA_FOLDER=str(tmp_path / "srv" / "alongside"))
    assert stat.S_IMODE((tmp_path / "srv" / "alongside").stat().st_mode) == 0o700


def test_a_data_folder_that_cannot_be_made_is_refused(environment, tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="ascii")
    with pytest.raises(UnsafeSettings, match="Set DATA_FOLDER to a folder"):
        environment(DATA_FOLDER=str(tmp_path / "file" / "alongside"))


def test_production_starts_when_it_is_safe(environment):
    config = environment(**SAFE)
    assert config.production
    assert config.key == SAFE["SECRET_KEY"]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"SECRET_KEY": ""}, "SECRET_KEY is missing"),
        ({"SECRET_KEY": "short"}, "at least 50 characters"),
        ({"SECRET_KEY": "a" * 80}, "too easy to guess"),
        ({"ALLOWED_HOSTS": ""}, "ALLOWED_HOSTS has to name each host"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS has to name each host"),
        ({"DEBUG_PAGES": "true"}, "DEBUG_PAGES is on"),
        ({"SECOND_FACTOR": "offered"}, "SECOND_FACTOR is offered"),
        (
            {"CSRF_TRUSTED_ORIGINS": "http://plain.example.org"},
            "http://plain.example.org, which is not encrypted",
        ),
    ],
)
def test_production_refuses_what_is_unsafe(environment, change, said):
    with pytest.raises(UnsafeSettings, match=said):
        environment(**{**SAFE, **change})


def test_a_second_factor_is_required_in_production_and_offered_in_a_demonstration(environment):
    assert environment(**SAFE).asks_for_second_factor == "required"
    assert environment().asks_for_second_factor == "offered"
    said = {"SECOND_FACTOR": "offered", "SECOND_FACTOR_ELSEWHERE": "true"}
    assert environment(**SAFE, **said).asks_for_second_factor == "offered"


def test_every_problem_is_told_at_once(environment):
    with pytest.raises(UnsafeSettings) as refusal:
        environment(ENVIRONMENT="production")
    assert str(refusal.value).count("\n") == 1
    assert "SECRET_KEY" in str(refusal.value)
    assert "ALLOWED_HOSTS" in str(refusal.value)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("ENVIRONMENT", "prod"),
        ("IDLE_MINUTES", "1"),
        ("SESSION_HOURS", "a day"),
        ("LOG_FORMAT", "xml"),
        ("TRUSTED_PROXIES", "-1"),
    ],
)
def test_a_value_that_cannot_be_is_named_and_explained(environment, name, value):
    with pytest.raises(UnsafeSettings) as refusal:
        environment(**{name: value})
    assert f"{name} cannot be used" in str(refusal.value)
    assert f"“{value}”" in str(refusal.value)


def test_a_secret_is_never_repeated(environment):
    with pytest.raises(UnsafeSettings) as refusal:
        environment(**{**SAFE, "SECRET_KEY": "hunter2"})
    assert "hunter2" not in str(refusal.value)
    with pytest.raises(UnsafeSettings) as refusal:
        _ = environment(DATABASE_URL="mysql://rosa:hunter2@localhost/records").database
    assert "hunter2" not in str(refusal.value)


def test_hosts_are_separated_by_commas(environment):
    config = environment(ALLOWED_HOSTS="one.example.org, two.example.org,")
    assert config.allowed_hosts == ["one.example.org", "two.example.org"]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("sqlite:////srv/a%20b.sqlite3", {"NAME": "/srv/a b.sqlite3"}),
        (
            "postgresql://rosa:p%40ss@db.example.org:5433/records?sslmode=require",
            {
                "NAME": "records",
                "USER": "rosa",
                "PASSWORD": "p@ss",
                "HOST": "db.example.org",
                "PORT": "5433",
                "OPTIONS": {"sslmode": "require", "options": "-c random_page_cost=1.1"},
            },
        ),
        (
            "postgresql://rosa:@/records?host=/run/sockets&options=",
            {"HOST": "/run/sockets", "OPTIONS": {"options": ""}},
        ),
    ],
)
def test_a_database_is_named_by_an_address(environment, url, expected):
    database = environment(DATABASE_URL=url).database
    assert {name: database[name] for name in expected} == expected


@pytest.mark.parametrize(
    "url", ["records.sqlite3", "sqlite://", "mysql://localhost/records", "postgresql://localhost/"]
)
def test_a_database_address_that_cannot_be_read_is_refused_with_examples(environment, url):
    with pytest.raises(UnsafeSettings, match="For example: sqlite:"):
        _ = environment(DATABASE_URL=url).database
