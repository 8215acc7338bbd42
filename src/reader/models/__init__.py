"""Qt item models and the open page: they read storage and listen to changes."""
