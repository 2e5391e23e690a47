"""One file for each kind of chart: a figure in, a Vega-Lite specification out. Only released, rounded numbers enter."""
