"""The frame: what is counted, how it may change, and what every theory must keep."""

import os

import jax

jax.config.update("jax_enable_x64", True)  # the books balance to 1e-9, which 32-bit numbers cannot show

# On a CPU, loops over the same draws become one: twice as fast and more (decision 0009). XLA reads this once,
# when it is first used, and has no other way to be told.
FUSION = "--xla_backend_extra_options=xla_cpu_use_multi_output_fusion=true"
if FUSION not in os.environ.get("XLA_FLAGS", ""):
    os.environ["XLA_FLAGS"] = f"{os.environ.get('XLA_FLAGS', '')} {FUSION}".strip()
