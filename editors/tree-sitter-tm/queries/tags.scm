; What GitHub and others list as definitions and references.

(model_declaration name: (name (identifier) @name)) @definition.module
(element_declaration name: (name (identifier) @name)) @definition.class
(flow_declaration name: (name (identifier) @name)) @definition.class
(type_declaration name: (name (identifier) @name)) @definition.type
(enum_declaration name: (name (identifier) @name)) @definition.enum
(scale_declaration name: (name (identifier) @name)) @definition.enum
(matrix_declaration name: (name (identifier) @name)) @definition.constant
(control_declaration name: (name (identifier) @name)) @definition.interface
(threat_declaration name: (name (identifier) @name)) @definition.interface
(policy_declaration name: (name (identifier) @name)) @definition.interface
(attacker_declaration name: (name (identifier) @name)) @definition.class
(goal_declaration name: (name (identifier) @name)) @definition.class
(fn_declaration name: (name (identifier) @name)) @definition.function

(type_ref (path (identifier) @name)) @reference.type
(flow_declaration source: (path (identifier) @name)) @reference.class
(flow_declaration target: (path (identifier) @name)) @reference.class
(apply control: (name_ref (identifier) @name)) @reference.implementation
(mitigate_declaration threat: (path (identifier) @name)) @reference.implementation
(postfix_expression . (name_ref (identifier) @name) (call)) @reference.call
