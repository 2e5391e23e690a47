"""What the pages say: figures, tables, numbers, proposals and method, without a tag or a colour in it."""
