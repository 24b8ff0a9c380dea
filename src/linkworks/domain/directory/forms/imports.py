from typing import Any

from linkworks.domain.directory.choices import FeedFormat
from linkworks.foundation.design import fields

LARGEST_MEGABYTES = 25
ONE_OF_TWO = "Bring a file, or give the address of a feed"


class ImportForm(fields.Form):
    name = fields.TextField(
        "What is the source called?",
        max_length=120,
        hint="Use the same name each time: it is by its source that an entry is found again.",
        missing="Say what the source is called",
    )
    file = fields.FileField(
        "A file",
        kinds=("json", "csv", "zip"),
        largest_megabytes=LARGEST_MEGABYTES,
        hint="JSON from a feed, or a zip archive of CSV tables.",
        required=False,
    )
    url = fields.TextField(
        "Or the address of an Open Referral feed",
        max_length=500,
        hint="For example https://feed.example/o/api/v1",
        required=False,
    )
    feed_format = fields.SelectField(
        "Which format is it in?",
        choices=[("", "Find out"), *FeedFormat.choices],
        required=False,
    )
    publisher = fields.TextField(
        "Who publishes it?",
        max_length=200,
        hint="They are named wherever their entries are shown.",
        required=False,
    )
    licence = fields.TextField(
        "On what terms may it be used?",
        max_length=200,
        hint="For example Open Government Licence v3.0. Leave it empty if the feed says it, or nobody knows.",
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if self.errors:
            return given
        if bool(given.get("file")) == bool(given.get("url")):
            self.add_error("file", ONE_OF_TWO)
        elif given.get("url") and not given["url"].lower().startswith(("http://", "https://")):
            self.add_error("url", "Give the whole address, beginning with https://")
        return given


class CommitForm(fields.Form):
    """`most_would_go` leaves the question in."""

    most_may_go = fields.TickField("Yes, most of what this source told before may go", required=False)

    def __init__(self, *args: Any, most_would_go: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        if not most_would_go:
            del self.fields["most_may_go"]
