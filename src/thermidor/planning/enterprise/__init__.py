"""Enterprises: what they hide, pad, hoard and when they work, each chosen under the incentives in force."""
