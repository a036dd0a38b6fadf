"""The `communique` command: wires engines to the core; the only place that prints."""
