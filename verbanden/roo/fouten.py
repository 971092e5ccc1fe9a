"""The one error of the register reader."""


class RegisterFout(Exception):
    """A register file that cannot be used; the message is one clear Dutch sentence for the user."""


class OnbekendeGemeente(RegisterFout):
    """A municipality that the register does not know; `suggesties` holds the names that come close."""

    def __init__(self, boodschap: str, suggesties: tuple[str, ...] = ()) -> None:
        super().__init__(boodschap)
        self.suggesties = suggesties
