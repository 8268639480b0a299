; Later patterns win.

(identifier) @variable

; ---- Words ----------------------------------------------------------------------------------------

[
  "model" "data" "actor" "process" "store" "boundary" "flow" "tag" "view" "assumption" "enum" "scale" "type" "control"
  "threat" "matrix" "catalog" "fn" "vulnerability" "attacker" "goal" "attack" "objective" "policy" "test"
] @keyword

["accept" "dismiss" "transfer" "mitigate" "disable" "extend" "apply" "fix" "step" "expect" "forbid" "require"] @keyword

["use" "as"] @keyword.import

["external" "inherited"] @keyword.modifier

["if" "then" "else" "when"] @keyword.conditional

["each" "for" "in" "exists" "all" "none" "any" "where"] @keyword.repeat

["and" "or" "not" "is" "has" "reaches"] @keyword.operator

["on" "over" "with" "until" "to" "toward" "carrying" "along" "through" "possible" "assumed" "no"] @keyword

["=" "==" "!=" "<" "<=" ">" ">=" "->" "+" "-" "*" "/" "|"] @operator

["{" "}" "(" ")" "[" "]"] @punctuation.bracket

["," ":" "."] @punctuation.delimiter

; ---- Literals and comments --------------------------------------------------------------------------

[(boolean) (unknown)] @boolean
(int) @number
[(decimal) (percent)] @number.float
[(duration) (date)] @number
(money currency: (identifier) @type.builtin)
[(string) (multiline_string)] @string
(title [(string) (multiline_string)] @string.special)
(comment) @comment
[(doc_comment) (file_doc)] @comment.documentation

; ---- Names --------------------------------------------------------------------------------------------

(name_ref (identifier) @variable)
((name_ref (identifier) @constant) (#match? @constant "^[A-Z]"))
((path (identifier) @constant) (#match? @constant "^[A-Z]"))

(assign property: (path (identifier) @property))
(arg name: (identifier) @variable.parameter)
(field name: (identifier) @property)
((field name: (identifier) @constant) (#match? @constant "^[A-Z]"))
(property_declaration name: (identifier) @property)
(flag name: (identifier) @property)
((flag name: (identifier) @constant) (#match? @constant "^[A-Z]"))
(row name: (identifier) @constant)
(cells (identifier) @constant)

(type_ref (path (identifier) @type))
(extend_declaration type: (path (identifier) @type))
(use_declaration package: (path (identifier) @module))
(use_declaration body: (block (flag name: (identifier) @type)))
(scale_declaration body: (block (assign property: (path (identifier) @constant))))
(enum_declaration body: (block (flag name: (identifier) @constant)))

; Kinds that the language knows by itself.
((type_ref (path . (identifier) @type.builtin .))
  (#any-of? @type.builtin
    "actor" "process" "store" "boundary" "flow" "data" "model" "tag" "element" "node" "Bool" "Int" "Number" "Percent"
    "String" "Date" "Duration" "Money" "Matrix"))
((extend_declaration type: (path . (identifier) @type.builtin .))
  (#any-of? @type.builtin "actor" "process" "store" "boundary" "flow" "data" "model" "tag"))

; What is declared.
(name (identifier) @variable)
(each name: (name (identifier) @variable.parameter))
(on name: (name (identifier) @variable.parameter))
(param name: (name (identifier) @variable.parameter))
(quantifier_expression name: (name (identifier) @variable.parameter))
(comprehension name: (name (identifier) @variable.parameter))
(along name: (name (identifier) @variable.parameter))
(through name: (name (identifier) @variable.parameter))
(model_declaration name: (name (identifier) @module))
(use_declaration name: (name (identifier) @module))
(type_declaration name: (name (identifier) @type.definition))
(enum_declaration name: (name (identifier) @type.definition))
(scale_declaration name: (name (identifier) @type.definition))
(matrix_declaration name: (name (identifier) @type.definition))
(threat_declaration name: (name (identifier) @type.definition))
(control_declaration name: (name (identifier) @type.definition))
(policy_declaration name: (name (identifier) @type.definition))
(element_declaration kind: "data" name: (name (identifier) @type.definition))
(fn_declaration name: (name (identifier) @function))

; What is called, and what decisions are about.
(postfix_expression . (name_ref (identifier) @function.call) (call))
(accept_declaration threat: (path (identifier) @type))
(dismiss_declaration threat: (path (identifier) @type))
(transfer_declaration threat: (path (identifier) @type))
(mitigate_declaration threat: (path (identifier) @type))
(disable_declaration threat: (path (identifier) @type))
(extend_threat_declaration threat: (path (identifier) @type))
(expect threat: (name_ref (identifier) @type))
