"""What the documentation computes while it is built: tables of the data files, scores on the gold, the plot."""
