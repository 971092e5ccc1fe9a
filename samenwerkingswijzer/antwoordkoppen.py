"""Response headers that Django and django-csp do not set themselves."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# The portal needs none of the powers of a browser.
GEEN_BEVOEGDHEDEN = ", ".join(
    f"{naam}=()"
    for naam in ("accelerometer", "camera", "geolocation", "gyroscope", "magnetometer", "microphone", "payment", "usb")
)


class AntwoordkoppenMiddleware:
    """Adds Permissions-Policy, and `Cache-Control: no-store` unless the view chose its own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request with the extra headers."""
        antwoord = self.get_response(request)
        antwoord.headers.setdefault("Permissions-Policy", GEEN_BEVOEGDHEDEN)
        antwoord.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        antwoord.headers.setdefault("Cache-Control", "no-store")
        if antwoord.headers["Cache-Control"].startswith("public"):
            _voor_iedereen_gelijk(antwoord)
        return antwoord


def _voor_iedereen_gelijk(antwoord: HttpResponse) -> None:
    """A public answer holds nothing of the reader: no cookie goes out with it, and it does not vary by cookie.

    Some middleware looks at the session all the same; a cookie in a kept answer would reach every other reader.
    """
    antwoord.cookies.clear()
    anders = [deel for deel in antwoord.headers.get("Vary", "").split(", ") if deel not in ("", "Cookie")]
    antwoord.headers["Vary"] = ", ".join(anders)
    if not anders:
        del antwoord.headers["Vary"]
