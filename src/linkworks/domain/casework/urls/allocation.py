"""Accepting, allocating, handing over, covering."""

from django.urls import URLPattern

patterns: list[URLPattern] = []
