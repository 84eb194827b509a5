"""The addresses of the interface. A token opens its operations, so signing in is not asked for there."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import URLPattern, path, re_path

from alongside.api import administering, views
from alongside.api.interface import BEGINS, interface

app_name = "api"
AT = BEGINS.strip("/")
HERE = "administration/<str:code>/systems/"


def operations() -> Iterator[URLPattern]:
    """Each operation at its address."""
    for pattern in interface.urls[0]:
        if isinstance(pattern, URLPattern) and pattern.name != "api-root":
            yield path(f"{AT}/{pattern.pattern}", views.for_systems(pattern.callback), name=str(pattern.name))


urlpatterns = [
    path(HERE, administering.systems, name="systems"),
    path(f"{HERE}new/", administering.new_system, name="new-system"),
    path(f"{HERE}<uuid:key>/", administering.system, name="system"),
    path(f"{HERE}<uuid:key>/token/", administering.renew_system, name="renew-system"),
    path(f"{HERE}<uuid:key>/shut-out/", administering.shut_out_system, name="shut-out-system"),
    path(f"{AT}/openapi.json", views.description, name="description"),
    *operations(),
    path(f"{AT}/", views.documentation, name="documentation"),
    re_path(rf"^{AT}/.*$", views.nowhere, name="nowhere"),
]
