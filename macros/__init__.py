"""Hands `define_env` to the generator; everything else has a room of its own."""


def define_env(env: object) -> None:
    """Register the macros; called by the generator, once a build or once a page."""
    from macros.binding import register

    register(env)
