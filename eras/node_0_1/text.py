"""Values as the text that a program of this generation would have seen: None stands for null."""

from functools import partial

from nodecore.values import text_of

to_text = partial(text_of, nothing="null")
