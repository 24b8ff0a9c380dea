"""Which services suit this person, and why: a story, facts and services in; options and refusals with reasons out.

Rules only: nothing here knows the web, the database or the clock.
"""
