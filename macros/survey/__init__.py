"""Files in, checked answers and sums out: the only stage that ever sees a row."""
