"""The movable clock, and every service that follows it."""
