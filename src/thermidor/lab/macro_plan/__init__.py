"""The macro model's short forms of planning held against the procedures for which they stand."""

from .compare import Compared, compared
from .forms import FORMS
from .sample import Sampled, sampled

__all__ = ["FORMS", "Compared", "Sampled", "compared", "sampled"]
