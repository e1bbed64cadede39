"""Options of any call: an object, a dict, or keywords."""


def is_object(options):
    """Whether it may have options, be it none."""
    return options is not None and not isinstance(options, (str, int, float))


def merged(options, more):
    """`options` and the keywords `more` in one dict; what has no keys was taken for one without options."""
    return {**options, **more} if hasattr(options, "keys") else dict(more)
