"""`python -m alongside` is `alongside`."""

from __future__ import annotations

import sys

from alongside.cli import main

sys.exit(main())
