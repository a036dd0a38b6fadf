"""What is published: outline, draft, trace check, writers."""
