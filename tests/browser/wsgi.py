"""The portal with its clock at a fixed moment, so that what is due does not depend on the day of the test."""

import time_machine

from tests.browser.portaal import NU

time_machine.travel(NU, tick=True).start()

from samenwerkingswijzer.wsgi import application  # noqa: E402

__all__ = ["application"]
