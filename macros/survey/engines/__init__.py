"""What counts the rows: one file an engine, each of which reads, holds and hands over text in the same way."""
