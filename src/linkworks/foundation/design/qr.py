"""QR codes, drawn here: no address of ours is told to anybody who would draw them for us."""

from io import BytesIO
from typing import Any

import segno

# With the quiet border that cameras need; one error in seven can be mended, for paper that was folded.
LOOK: dict[str, Any] = {"scale": 4, "border": 4, "light": "#ffffff"}
MENDS = "m"


def qr_svg(text: str) -> str:
    """As an SVG file."""
    drawn = BytesIO()
    segno.make(text, error=MENDS).save(drawn, kind="svg", xmldecl=False, **LOOK)
    return drawn.getvalue().decode()


def qr_address(text: str) -> str:
    """The same as the address of an image that travels in the page."""
    return str(segno.make(text, error=MENDS).svg_data_uri(**LOOK))
