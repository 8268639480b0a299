// E0206: one misspelt type gives one message, not one for each property
process api: WebServce {
  input_validation = true
  depth_limit = true
}
actor a
flow f: a -> api
