"""Practising a call with somebody who is not there. Nothing of it is kept: how it stands travels with the page."""
