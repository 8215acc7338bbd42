"""Reader: collect articles, read them, highlight and tag passages, take the findings out."""

__version__ = "0.1.0"
