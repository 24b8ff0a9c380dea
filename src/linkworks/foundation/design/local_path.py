"""Where to go afterwards, when the address says so: only ever within Linkworks."""

from django.utils.http import url_has_allowed_host_and_scheme


def local_path(given: str, otherwise: str) -> str:
    """The path given, if it leads nowhere else."""
    is_ours = given.startswith("/") and url_has_allowed_host_and_scheme(given, allowed_hosts=None)
    return given if is_ours else otherwise
