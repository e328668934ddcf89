"""Articles on one happening, and what their reports are about: reports in, stories and tables out."""

from dragoman.stories.grouping import group

__all__ = ["group"]
