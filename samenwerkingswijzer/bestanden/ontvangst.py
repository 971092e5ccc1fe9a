"""Measures what comes in while it comes in: what a browser says of the size counts for nothing."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

SAMEN = 2  # all files of one request together, in times the largest
FORMULIER = 3_000_000  # bytes that the rest of a form may take
TE_VEEL = "the files of one request are larger than the portal takes"


class TeGroot(UploadedFile):
    """Stands for a file of which we stopped keeping bytes, so that a form can say so and keep what was typed."""


class Maatbewaker(FileUploadHandler):
    """The first handler of every upload: keeps no more of a file than the limit, and ends a request without measure."""

    def __init__(self, request: Any = None) -> None:
        super().__init__(request)
        self.samen = 0
        self.gelezen = 0

    def handle_raw_input(
        self,
        input_data: Any,
        META: Any,  # noqa: N803 - Django's own name
        content_length: int,
        boundary: Any,
        encoding: str | None = None,
    ) -> None:
        """Refuse at once what says itself that it is too much."""
        if content_length > SAMEN * settings.GROOTSTE_BESTAND + FORMULIER:
            raise RequestDataTooBig(TE_VEEL)

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Begin to count."""
        super().new_file(*args, **kwargs)
        self.gelezen = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """Hand the bytes on to whoever keeps them, or to nobody when it is too much."""
        self.gelezen += len(raw_data)
        self.samen += len(raw_data)
        if self.samen > SAMEN * settings.GROOTSTE_BESTAND + FORMULIER:
            raise RequestDataTooBig(TE_VEEL)
        return raw_data if self.gelezen <= settings.GROOTSTE_BESTAND else None

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """Nothing when another handler has the file; a stand-in when it was too large."""
        if self.gelezen <= settings.GROOTSTE_BESTAND:
            return None
        for handler in self.request.upload_handlers if self.request else ():
            if half := getattr(handler, "file", None):
                half.close()  # what was kept of it goes at once
        return TeGroot(name=self.file_name, size=self.gelezen)
