"""Which services suit this person, and why: a story, facts and services in; options and refusals with reasons out.

Rules only: nothing here knows the web, the database or the clock.
"""

import os

# Before numpy is first read. On a busy machine its threads wait for one another ten times longer than the work takes.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
