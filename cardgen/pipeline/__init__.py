"""The stages in their order, what one card depends on, and what is said where it cannot be made."""
