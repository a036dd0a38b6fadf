"""Who is said to have said, thought, wanted or decided what: source, cue and content."""
