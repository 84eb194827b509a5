"""The Jinja environment: what every template may use.

* ``govukButton({...})`` and every other GOV.UK macro, by its own name and with its own options.
* ``ui.due(...)``, ``ui.why(...)``, ``{% call ui.task(...) %}``: our components, one file each
  under ``templates/components/``; the first line of each file says what it takes.
* ``url("name", ref)`` and ``static("alongside/alongside.css")``.
* The filters of `alongside.ui.words`: ``{{ held_on|day }}``.
* Django adds ``request``, ``csrf_input`` and ``csrf_token``; `alongside.ui.pages.render` adds ``frame``.

Our own templates are strict: a name that is not there is an error. The GOV.UK macros lean on
missing options being false, so they live in an environment of their own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from django.template import engines
from django.template.backends.jinja2 import Jinja2
from django.templatetags.static import static
from django.urls import reverse
from jinja2 import Environment, PackageLoader, PrefixLoader, StrictUndefined
from markupsafe import Markup

from alongside.moments import day_of
from alongside.ui import words
from alongside.ui.due import standing
from alongside.ui.explained import explained, in_margin
from alongside.ui.parts import by_month

Macro = Callable[..., Markup]

GOVUK_COMPONENTS = (
    "accordion", "back-link", "breadcrumbs", "button", "character-count", "checkboxes", "cookie-banner",
    "date-input", "details", "error-message", "error-summary", "exit-this-page", "fieldset", "file-upload",
    "footer", "generic-header", "header", "hint", "input", "inset-text", "label", "notification-banner",
    "pagination", "panel", "password-input", "phase-banner", "radios", "select", "service-navigation",
    "skip-link", "summary-list", "table", "tabs", "tag", "task-list", "textarea", "warning-text",
)  # fmt: skip


#: What a layout may ask after even where no view gave it: the pages Django itself shows on an error.
NOT_GIVEN = {"frame": None, "form": None, "step": None, "banner": None, "confirmation": None,
             "sign_in_ending": None, "typed_before": ()}  # fmt: skip


FILTERS = {
    **words.FILTERS,
    "by_month": by_month,
    "day_of": day_of,
    "explained": explained,
    "in_margin": in_margin,
    "standing": standing,
}


@cache
def govuk() -> Environment:
    """The environment of the GOV.UK macros alone, lenient about options that are not given."""
    loader = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    return Environment(
        loader=loader, autoescape=True, auto_reload=False, trim_blocks=True, lstrip_blocks=True
    )


@cache
def govuk_macro(component: str) -> Macro:
    """The macro of one GOV.UK component, by its hyphenated name: ``govuk_macro("date-input")``."""
    module = govuk().get_template(f"govuk_frontend_jinja/components/{component}/macro.html").module
    macro: Macro = getattr(module, govuk_name(component))
    return macro


def govuk_name(component: str) -> str:
    """The name upstream gives a component's macro: ``govukDateInput`` for ``date-input``."""
    return "govuk" + component.title().replace("-", "")


def _when_called(component: str) -> Macro:
    return lambda *args, **kwargs: govuk_macro(component)(*args, **kwargs)


class Components:
    """Our components: ``ui.tag(...)`` is the macro ``tag`` of ``components/tag.html``."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment

    def __getattr__(self, name: str) -> Macro:
        if name.startswith("_"):
            raise AttributeError(name)
        template = self._environment.get_template(f"components/{name}.html")
        macro: Macro = getattr(template.module, name)
        return macro


def environment(**options: Any) -> Environment:
    """The environment for Django's Jinja2 backend (``OPTIONS["environment"]``)."""
    env = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        loader=options["loader"],
        auto_reload=options.get("auto_reload", False),
        bytecode_cache=options.get("bytecode_cache"),
    )
    env.filters.update(FILTERS)
    env.globals.update({govuk_name(component): _when_called(component) for component in GOVUK_COMPONENTS})
    env.globals.update(NOT_GIVEN, ui=Components(env), url=reverse_for, static=static)
    return env


def component(name: str) -> Macro:
    """One of our own components, for Python that must render it."""
    backend = engines["jinja2"]
    assert isinstance(backend, Jinja2)
    macro: Macro = getattr(backend.env.globals["ui"], name)
    return macro


def reverse_for(name: str, *args: Any, **kwargs: Any) -> str:
    """The address of a page, by its name: ``url("children:overview", child.reference)``."""
    return reverse(name, args=args, kwargs=kwargs)
