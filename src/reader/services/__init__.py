"""What Reader does, one function for each thing a person can ask for; no Qt."""
