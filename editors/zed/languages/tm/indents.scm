(block "}" @end) @indent
(list_expression "]" @end) @indent
(comprehension "]" @end) @indent
(paren_expression ")" @end) @indent
(param_list ")" @end) @indent
(call ")" @end) @indent
