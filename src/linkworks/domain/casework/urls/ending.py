"""The GP record, closing, the message back."""

from django.urls import URLPattern

patterns: list[URLPattern] = []
