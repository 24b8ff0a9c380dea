"""What a visitor asks for, and who they are. Plain values: they are handed to the process that makes the load."""

from dataclasses import asdict, dataclass, field
from urllib.parse import urlencode

CSRF_SECRET = "b" * 32
AS_BEHIND_THE_PROXY = {
    "Host": "localhost",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-For": "127.0.0.1",
    "Referer": "https://localhost/",
    "Accept": "text/html",
    "Accept-Encoding": "br",
}


@dataclass(frozen=True)
class Visit:
    """One request; with `form` it is a post."""

    path: str
    form: dict[str, str] = field(default_factory=dict)

    @property
    def method(self) -> str:
        return "POST" if self.form else "GET"

    @property
    def body(self) -> str:
        return urlencode(self.form | {"csrfmiddlewaretoken": CSRF_SECRET}) if self.form else ""

    def headers(self, session: str) -> dict[str, str]:
        cookies = {"linkworks_session": session, "csrftoken": CSRF_SECRET}
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if self.form else {}
        return AS_BEHIND_THE_PROXY | kind | {"Cookie": "; ".join(f"{name}={it}" for name, it in cookies.items())}


@dataclass(frozen=True)
class Visitor:
    """Somebody with a session, who goes round these visits."""

    session: str
    visits: list[Visit]


@dataclass(frozen=True)
class Round:
    """So many seconds of visitors who each wait `think` seconds between an answer and the next request."""

    port: int
    visitors: list[Visitor]
    seconds: float
    think: float

    def as_dict(self) -> dict[str, object]:
        return asdict(self)

    @classmethod
    def from_dict(cls, given: dict[str, object]) -> "Round":
        visitors = [
            Visitor(one["session"], [Visit(**visit) for visit in one["visits"]])
            for one in given["visitors"]  # type: ignore[attr-defined]
        ]
        return cls(**given | {"visitors": visitors})  # type: ignore[arg-type]
