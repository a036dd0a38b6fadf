"""What each participant meant: attributions, points, themes, references."""
