"""Straight-line programmes: a small step of JAX, taken many times for a few draws, as one piece of code.

XLA makes some 700 kernels of a year of the model; for 64 draws their sending, and the memory between them,
cost more than the sums. Here the whole step is one run of instructions without a branch, in which every
number stands for one vector of draws. LLVM compiles it, by way of llvmlite, which Numba brings along. Why:
``docs/decisions/0015-straight.md``.
"""
