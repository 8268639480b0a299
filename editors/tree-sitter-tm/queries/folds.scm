[
  (block)
  (list_expression)
  (comprehension)
  (paren_expression)
  (call)
  (multiline_string)
] @fold
