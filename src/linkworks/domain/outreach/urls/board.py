"""A campaign in numbers."""

from django.urls import URLPattern, path

from linkworks.domain.outreach.urls.campaigns import ONE
from linkworks.domain.outreach.views import board

patterns: list[URLPattern] = [
    path(f"{ONE}/board", board.board, name="board"),
    path(f"{ONE}/board/numbers", board.numbers, name="board_numbers"),
]
