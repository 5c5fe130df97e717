"""The frame: what is counted, how it may change, and what every theory must keep."""

import jax

jax.config.update("jax_enable_x64", True)  # the books balance to 1e-9, which 32-bit numbers cannot show
