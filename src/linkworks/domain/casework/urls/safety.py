"""Measures, the safety path, safeguarding."""

from django.urls import URLPattern

patterns: list[URLPattern] = []
