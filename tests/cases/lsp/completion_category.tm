// completion: sets of categories
threat A: St<|>
