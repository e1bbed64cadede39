"""What the `eras` command says instead of doing what it was asked for."""


class Complaint(Exception):
    """Why a command cannot do anything with what it was given; the message is all that is shown."""
