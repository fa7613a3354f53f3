"""What bidigest costs, row by row, each with its bar and a verdict: `python -m benchmarks.cost`."""
