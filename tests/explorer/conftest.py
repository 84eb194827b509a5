"""The children with dates to keep that the desk's tests have."""

from tests.desk_work.conftest import many, noon, on_a_plan, read

__all__ = ["many", "noon", "on_a_plan", "read"]
