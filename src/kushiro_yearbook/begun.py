"""When the program began: what loads this first measures how long it takes to load the rest."""

from __future__ import annotations

import time

# On the clock of `time.perf_counter`.
BEGUN = time.perf_counter()
