"""What was read, searched for, sent out and done: written once, chained, and able to prove it."""
