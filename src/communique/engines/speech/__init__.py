"""The place of speech recognition: audio becomes turns of a transcript.

Nothing is here yet; a reader of audio says so and names what it needs.
"""
