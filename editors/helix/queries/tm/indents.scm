[
  (block)
  (list_expression)
  (comprehension)
  (paren_expression)
  (param_list)
  (call)
] @indent

["}" "]" ")"] @outdent
