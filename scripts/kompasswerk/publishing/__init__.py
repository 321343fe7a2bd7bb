"""Making the outputs: run the builders, bundle the offline copy, say what came out."""
