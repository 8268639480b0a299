// completion(library): categories of a set
threat A: Stride.Ta<|>
