"""Values and rules that need neither a database nor a window."""
