"""What is seen. Widgets say what is wanted; they store nothing."""
