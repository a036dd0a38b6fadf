"""Outside tools behind the core's protocols: one folder a kind."""
