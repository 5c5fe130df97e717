"""Claims on 1917, soviet power and the civil war."""

from .claim import Claim, Measured

REVOLUTION: tuple[Claim, ...] = (
    Claim(
        "c001-working-class-disintegrated",
        Measured(
            "industrial workers 1921 over 1917", lambda v: v["worker_number"].ratio(1921, 1917), high=0.55
        ),
        refuted_by="more than 55 of every 100 industrial workers of 1917 still at work in 1921",
    ),
    Claim(
        "c001-comintern-1919",
        Measured(
            "founding of the Third International", lambda v: v.event("comintern-founded"), 1919, 1919.999
        ),
        refuted_by="a founding congress in another year",
    ),
)
