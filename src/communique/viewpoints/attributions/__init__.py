"""Who is said to have said, thought, wanted or decided what: source, cue and content.

The default finds attributions by rules over a dependency parse and a hand-written lexicon; a model
that the user trained on a corpus of their own (``model.AttributionModel``) may choose instead.
"""

from communique.viewpoints.attributions.document import attributions, attributions_of_text
from communique.viewpoints.attributions.values import Attribution

__all__ = ["Attribution", "attributions", "attributions_of_text"]
