(model_declaration "model" @context name: (_) @name) @item
(element_declaration kind: _ @context name: (_) @name) @item
(flow_declaration "flow" @context name: (_) @name) @item
(flow_declaration "flow" @context !name source: (_) @name "->" @context target: (_) @name) @item
(type_declaration "type" @context name: (_) @name) @item
(enum_declaration "enum" @context name: (_) @name) @item
(scale_declaration "scale" @context name: (_) @name) @item
(matrix_declaration "matrix" @context name: (_) @name) @item
(control_declaration "control" @context name: (_) @name) @item
(threat_declaration "threat" @context name: (_) @name) @item
(fn_declaration "fn" @context name: (_) @name) @item
(policy_declaration "policy" @context name: (_) @name) @item
(test_declaration "test" @context title: (_) @name) @item
(accept_declaration "accept" @context threat: (_) @name) @item
(dismiss_declaration "dismiss" @context threat: (_) @name) @item
(transfer_declaration "transfer" @context threat: (_) @name) @item
(mitigate_declaration "mitigate" @context threat: (_) @name) @item
