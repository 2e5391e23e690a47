"""How a figure, a table or a number looks: HTML, SVG, words. Draws what `report` says and computes nothing."""
