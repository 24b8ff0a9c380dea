"""HSDS 3, which Open Referral UK 3.0 is a part of: its fields, what can be mended in them, and how a record divides."""
