// actions: the package that has the name
//! About this model.
process a: Fetches<|>Urls
