"""What matters, needs, the plan, research, advocacy."""

from django.urls import URLPattern

patterns: list[URLPattern] = []
