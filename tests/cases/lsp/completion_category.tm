// completion(library): sets of categories
threat A: Strid<|>
