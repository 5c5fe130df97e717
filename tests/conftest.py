"""What all tests share: properties are checked on the same examples every time, however busy the machine."""

from hypothesis import settings

settings.register_profile("thermidor", deadline=None, derandomize=True)
settings.load_profile("thermidor")
