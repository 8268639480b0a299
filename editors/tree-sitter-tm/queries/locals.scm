; Names that live inside one declaration: the carrier, its witnesses, parameters and bound variables.

[
  (threat_declaration)
  (policy_declaration)
  (fn_declaration)
  (test_declaration)
  (forbid)
  (require)
  (target)
  (quantifier_expression)
  (comprehension)
  (along)
  (through)
] @local.scope

(on name: (name (identifier) @local.definition.parameter))
(each name: (name (identifier) @local.definition.parameter))
(param name: (name (identifier) @local.definition.parameter))
(forbid name: (name (identifier) @local.definition.parameter))
(require name: (name (identifier) @local.definition.parameter))
(target name: (name (identifier) @local.definition.parameter))
(quantifier_expression name: (name (identifier) @local.definition.var))
(comprehension name: (name (identifier) @local.definition.var))
(along name: (name (identifier) @local.definition.var))
(through name: (name (identifier) @local.definition.var))

(name_ref (identifier) @local.reference)
