"""A campaign in numbers."""

from django.urls import URLPattern, path

from linkworks.domain.outreach.urls.campaigns import ONE
from linkworks.domain.outreach.views import board, end_report

patterns: list[URLPattern] = [
    path(f"{ONE}/board", board.board, name="board"),
    path(f"{ONE}/board/numbers", board.numbers, name="board_numbers"),
    path(f"{ONE}/report", end_report.report, name="report"),
    path(f"{ONE}/close", end_report.CloseCampaign.as_view(), name="close"),
]
