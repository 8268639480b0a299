[
  (block)
  (list_expression)
  (comprehension)
  (paren_expression)
  (param_list)
  (call)
] @indent.begin

(block "}" @indent.branch @indent.end)
(list_expression "]" @indent.branch @indent.end)
(comprehension "]" @indent.branch @indent.end)
(paren_expression ")" @indent.branch @indent.end)
(param_list ")" @indent.branch @indent.end)
(call ")" @indent.branch @indent.end)

(multiline_string) @indent.ignore
[(comment) (doc_comment) (file_doc)] @indent.ignore
