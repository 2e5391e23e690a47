"""Hands `define_env` to the generator; everything else has a room of its own."""


def define_env(env: object) -> None:
    """Register the macros; called by the generator, once a build or once a page."""
    from macros.binding import register

    register(env)


def on_pre_page_macros(env: object) -> None:
    """Called by the generator before a page's macros are carried out."""
    from macros.binding import show_slips

    show_slips(env)
