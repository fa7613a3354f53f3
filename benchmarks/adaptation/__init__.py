"""Learning what is added to the weights of the sentence model: examples, batches, network."""
