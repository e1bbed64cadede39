"""Options of any call: an object, a dict, or keywords."""


def merged(options, more):
    """`options` and the keywords `more` in one dict; what has no keys was taken for one without options."""
    return {**options, **more} if hasattr(options, "keys") else dict(more)
