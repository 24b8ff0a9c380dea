"""My day, the case page, contacts, appointments, tasks."""

from django.urls import URLPattern

patterns: list[URLPattern] = []
