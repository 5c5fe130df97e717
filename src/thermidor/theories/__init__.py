"""The five theories and what they fill the slots with."""
