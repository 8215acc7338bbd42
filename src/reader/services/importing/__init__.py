"""From a file's bytes to a clean article."""
