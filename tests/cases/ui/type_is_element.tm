// E0208: an element where a type is needed
process api
process web: api
