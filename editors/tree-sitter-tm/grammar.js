/**
 * @file The grammar of tm, the language of threat models, for editors.
 *
 * It follows `grammar/src/grammar.lalrpop` production by production and names its nodes alike (`FlowDecl` is
 * `flow_declaration`, `BinaryExpr` is `binary_expression`), so that a test can compare whole trees. Where statements
 * end is decided by `src/scanner.c`, as `grammar/src/layout.rs` decides it for the compiler.
 *
 * @license MIT OR Apache-2.0
 */

/// <reference types="tree-sitter-cli/dsl" />
// @ts-check

// Words that begin a statement or a clause stay usable as names of properties.
const SOFT_WORDS = [
  'use', 'as', 'model', 'data', 'actor', 'process', 'store', 'boundary', 'flow', 'tag', 'view', 'assumption', 'external',
  'enum', 'scale', 'type', 'extend', 'control', 'threat', 'disable', 'matrix', 'catalog', 'fn', 'accept', 'dismiss',
  'transfer', 'mitigate', 'vulnerability', 'attacker', 'goal', 'attack', 'objective', 'policy', 'test', 'expect',
  'possible', 'assumed', 'no', 'forbid', 'require', 'over', 'on', 'each', 'when', 'carrying', 'along', 'through', 'with',
  'until', 'to', 'toward', 'apply', 'fix', 'step', 'inherited',
];

// Words that are no names anywhere.
const HARD_WORDS = [
  'where', 'in', 'and', 'or', 'not', 'if', 'then', 'else', 'exists', 'all', 'none', 'reaches', 'any', 'is', 'has', 'for',
  'true', 'false', 'unknown',
];

// Characters that turn the direction of text are refused everywhere, in comments and texts too.
const BIDI = '\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F\\u061C';

const commaSep1 = (rule) => seq(rule, repeat(seq(',', rule)), optional(','));
const commaSep = (rule) => optional(commaSep1(rule));
const text = (pattern) => token(new RustRegex(pattern));

module.exports = grammar({
  name: 'tm',

  externals: ($) => [$._end],

  extras: ($) => [/[ \t\v\f\r\n]/, $.file_doc, $.doc_comment, $.comment],

  word: ($) => $.identifier,

  // No word of the language is a name, but for the places that `_word` opens to some of them.
  reserved: { global: (_) => [...SOFT_WORDS, ...HARD_WORDS] },

  supertypes: ($) => [$.declaration, $.member, $.expression],

  inline: ($) => [$._statement],

  rules: {
    file: ($) => optional($._statements),

    block: ($) => seq('{', optional($._statements), '}'),

    _statements: ($) => choice(
      repeat1($._separator),
      seq(
        repeat($._separator),
        $._statement,
        repeat(seq(repeat1($._separator), $._statement)),
        repeat($._separator),
      ),
    ),

    _separator: ($) => choice(',', $._end),

    _statement: ($) => choice($.declaration, $.member),

    // ---- Declarations ----------------------------------------------------------------------------

    declaration: ($) => choice(
      $.use_declaration,
      $.model_declaration,
      $.element_declaration,
      $.flow_declaration,
      $.tag_declaration,
      $.view_declaration,
      $.assumption_declaration,
      $.enum_declaration,
      $.scale_declaration,
      $.type_declaration,
      $.extend_declaration,
      $.extend_threat_declaration,
      $.control_declaration,
      $.threat_declaration,
      $.disable_declaration,
      $.matrix_declaration,
      $.catalog_declaration,
      $.fn_declaration,
      $.accept_declaration,
      $.dismiss_declaration,
      $.transfer_declaration,
      $.mitigate_declaration,
      $.vulnerability_declaration,
      $.attacker_declaration,
      $.goal_declaration,
      $.attack_declaration,
      $.objective_declaration,
      $.policy_declaration,
      $.test_declaration,
    ),

    use_declaration: ($) => seq(
      'use',
      field('package', $.path),
      optional(seq('as', field('name', $.name))),
      optional(field('body', $.block)),
    ),
    model_declaration: ($) => seq('model', $._named),
    element_declaration: ($) => seq(
      optional('external'),
      field('kind', choice('actor', 'process', 'store', 'boundary', 'data')),
      $._named,
    ),
    flow_declaration: ($) => seq(
      optional('external'),
      'flow',
      optional(seq(field('name', $.name), ':')),
      field('source', $.path),
      '->',
      field('target', $.path),
      optional(seq('over', field('type', $.type_ref))),
      optional(field('title', $.title)),
      optional(field('body', $.block)),
    ),
    tag_declaration: ($) => seq('tag', $._titled),
    view_declaration: ($) => seq('view', $._titled),
    assumption_declaration: ($) => seq('assumption', $._titled),
    enum_declaration: ($) => seq('enum', $._listed),
    scale_declaration: ($) => seq('scale', $._listed),
    type_declaration: ($) => seq('type', $._named),
    extend_declaration: ($) => seq('extend', field('type', $.path), field('body', $.block)),
    extend_threat_declaration: ($) => seq('extend', 'threat', field('threat', $.path), field('body', $.block)),
    control_declaration: ($) => seq('control', $._named),
    threat_declaration: ($) => seq('threat', $._named),
    disable_declaration: ($) => seq('disable', field('threat', $.path), optional(field('body', $.block))),
    matrix_declaration: ($) => seq(
      'matrix',
      field('name', $.name),
      ':',
      field('rows', $.path),
      field('columns', $.path),
      '->',
      field('result', $.path),
      field('body', $.block),
    ),
    catalog_declaration: ($) => seq('catalog', $._titled),
    fn_declaration: ($) => seq(
      'fn',
      field('name', $.name),
      field('parameters', $.param_list),
      '=',
      field('value', $.expression),
    ),
    accept_declaration: ($) => seq(
      'accept',
      field('threat', $.path),
      'on',
      $.target,
      'until',
      field('until', $.date),
      optional(field('body', $.block)),
    ),
    dismiss_declaration: ($) => seq('dismiss', field('threat', $.path), 'on', $.target, optional(field('body', $.block))),
    transfer_declaration: ($) => seq(
      'transfer',
      field('threat', $.path),
      'on',
      $.target,
      'to',
      field('to', $.path),
      optional(field('body', $.block)),
    ),
    mitigate_declaration: ($) => seq(
      'mitigate',
      field('threat', $.path),
      'on',
      $.target,
      'with',
      field('control', $._postfix),
      optional(field('body', $.block)),
    ),
    vulnerability_declaration: ($) => seq(
      'vulnerability',
      field('name', $.name),
      'on',
      field('element', $.path),
      optional(field('title', $.title)),
      optional(field('body', $.block)),
    ),
    attacker_declaration: ($) => seq('attacker', $._titled),
    goal_declaration: ($) => seq('goal', $._titled),
    attack_declaration: ($) => seq(
      'attack',
      field('name', $.name),
      optional(field('title', $.title)),
      'toward',
      field('goal', $.path),
      field('body', $.block),
    ),
    objective_declaration: ($) => seq('objective', $._titled),
    policy_declaration: ($) => seq('policy', $._listed),
    test_declaration: ($) => seq(
      'test',
      field('title', $.title),
      optional(seq('with', field('model', $.path))),
      field('body', $.block),
    ),

    _named: ($) => seq(
      field('name', $.name),
      optional(seq(':', field('type', $.type_ref))),
      optional(field('title', $.title)),
      optional(field('body', $.block)),
    ),
    _titled: ($) => seq(
      field('name', $.name),
      optional(field('title', $.title)),
      optional(field('body', $.block)),
    ),
    _listed: ($) => seq(
      field('name', $.name),
      optional(field('title', $.title)),
      field('body', $.block),
    ),

    // ---- Members -----------------------------------------------------------------------------------

    member: ($) => choice(
      $.assign,
      $.flag,
      $.property_declaration,
      $.apply,
      $.on,
      $.each,
      $.when,
      $.fix,
      $.expect,
      $.forbid,
      $.require,
      $.row,
      $.step,
      $.gate,
    ),

    assign: ($) => seq(field('property', $.path), '=', field('value', $.expression)),
    flag: ($) => seq(field('name', $.identifier), optional(field('title', $.title))),
    property_declaration: ($) => seq(
      optional('inherited'),
      field('name', $._word),
      ':',
      field('type', $._property_type),
      optional(seq('=', field('default', $.expression))),
    ),
    apply: ($) => seq('apply', field('control', $._postfix), optional(field('body', $.block))),
    on: ($) => seq('on', choice(
      seq(field('name', $.name), ':', field('type', $.type_ref)),
      field('element', $.path),
    )),
    each: ($) => seq('each', field('name', $.name), 'in', field('list', $._postfix)),
    when: ($) => seq('when', field('condition', $.expression)),
    fix: ($) => seq('fix', field('title', $.title), field('body', $.block)),
    expect: ($) => seq('expect', choice(
      seq(
        optional(field('verdict', choice('possible', 'assumed', 'no'))),
        field('threat', $._postfix),
        'on',
        $.target,
      ),
      field('condition', $.expression),
    )),
    forbid: ($) => seq('forbid', $._policy),
    require: ($) => seq('require', $._policy),
    _policy: ($) => seq(field('name', $.name), ':', field('type', $.type_ref), 'when', field('condition', $.expression)),
    row: ($) => seq(field('name', $._word), '|', $.cells),
    cells: ($) => repeat1($._word),
    step: ($) => seq(
      'step',
      choice(
        field('title', $.title),
        seq(field('threat', $.path), 'on', field('element', $.path)),
      ),
      optional(field('body', $.block)),
    ),
    gate: ($) => seq(field('kind', choice('any', 'all')), field('body', $.block)),

    // ---- Names and types ---------------------------------------------------------------------------

    name: ($) => $.identifier,
    title: ($) => $._text,
    param_list: ($) => seq('(', commaSep($.param), ')'),
    param: ($) => seq(field('name', $.name), ':', field('type', $._property_type)),
    target: ($) => choice(
      $.path,
      seq(field('source', $.path), '->', field('target', $.path)),
      seq(
        field('name', $.name),
        ':',
        field('type', $.type_ref),
        optional(seq('when', field('condition', $.expression))),
      ),
    ),

    path: ($) => seq($._word, repeat(seq('.', $._word))),
    _word: ($) => choice($.identifier, ...SOFT_WORDS.map((word) => alias(word, $.identifier))),
    type_ref: ($) => seq($.path, repeat(seq('+', $.path))),
    _property_type: ($) => choice($.type_ref, $.list_type),
    list_type: ($) => seq('[', $.type_ref, ']'),

    // ---- Expressions, loosest first ------------------------------------------------------------------

    expression: ($) => choice($._or, $.if_expression),
    if_expression: ($) => seq(
      'if',
      field('condition', $.expression),
      'then',
      field('consequence', $.expression),
      'else',
      field('alternative', $.expression),
    ),
    _or: ($) => choice($._and, alias($._or_expression, $.binary_expression)),
    _or_expression: ($) => seq($._and, repeat1(seq('or', $._and))),
    _and: ($) => choice($._not, alias($._and_expression, $.binary_expression)),
    _and_expression: ($) => seq($._not, repeat1(seq('and', $._not))),
    _not: ($) => choice($.not_expression, $._comparison, $.quantifier_expression, $.reaches_expression),
    not_expression: ($) => seq('not', $._not),
    reaches_expression: ($) => seq(
      field('from', $._sum),
      'reaches',
      field('to', $._sum),
      optional(seq('carrying', field('carrying', $._sum))),
      optional($.along),
      optional($.through),
    ),
    along: ($) => seq('along', field('name', $.name), 'where', $._condition),
    through: ($) => seq('through', field('name', $.name), 'where', $._condition),
    quantifier_expression: ($) => seq(
      choice('exists', 'all', 'none'),
      field('name', $.name),
      choice(seq('in', field('list', $._postfix)), seq(':', field('type', $.type_ref))),
      'where',
      field('condition', $._condition),
    ),
    _condition: ($) => choice(
      alias($._not_condition, $.not_expression),
      $._comparison,
      $.quantifier_expression,
    ),
    _not_condition: ($) => seq('not', $._condition),
    _comparison: ($) => choice($._sum, alias($._comparison_expression, $.binary_expression), $.is_expression),
    _comparison_expression: ($) => seq($._sum, choice('has', '==', '!=', '<', '<=', '>', '>=', 'in'), $._sum),
    is_expression: ($) => seq($._sum, 'is', optional('not'), field('type', $.type_ref)),
    _sum: ($) => choice($._product, alias($._sum_expression, $.binary_expression)),
    _sum_expression: ($) => seq($._product, repeat1(seq(choice('+', '-'), $._product))),
    _product: ($) => choice($._unary, alias($._product_expression, $.binary_expression)),
    _product_expression: ($) => seq($._unary, repeat1(seq(choice('*', '/'), $._unary))),
    _unary: ($) => choice($.unary_expression, $._postfix),
    unary_expression: ($) => seq('-', $._unary),
    _postfix: ($) => choice($._atom, $.postfix_expression),
    postfix_expression: ($) => seq($._atom, repeat1(choice($.field, $.call))),
    field: ($) => seq('.', field('name', $._word)),
    call: ($) => seq('(', commaSep($.arg), ')'),
    arg: ($) => choice($.expression, seq(field('name', $._word), '=', field('value', $.expression))),
    _atom: ($) => choice(
      $.name_ref,
      $._literal,
      $.money,
      $.paren_expression,
      $.list_expression,
      $.comprehension,
    ),
    name_ref: ($) => $.identifier,
    money: ($) => seq($._number, field('currency', $.identifier)),
    paren_expression: ($) => seq('(', $.expression, ')'),
    list_expression: ($) => seq('[', commaSep($.expression), ']'),
    comprehension: ($) => seq(
      '[',
      $.expression,
      'for',
      field('name', $.name),
      'in',
      field('list', $._postfix),
      optional(seq('where', field('condition', $._condition))),
      ']',
    ),

    // ---- Tokens --------------------------------------------------------------------------------------

    _literal: ($) => choice($._number, $.percent, $.duration, $.date, $._text, $.boolean, $.unknown),
    _number: ($) => choice($.int, $.decimal),
    _text: ($) => choice($.string, $.multiline_string),
    boolean: (_) => choice('true', 'false'),
    unknown: (_) => 'unknown',
    identifier: (_) => text('[\\p{XID_Start}_]\\p{XID_Continue}*'),
    int: (_) => text('[0-9][0-9_]*'),
    decimal: (_) => text('[0-9][0-9_]*\\.[0-9][0-9_]*'),
    percent: (_) => text('[0-9][0-9_]*(\\.[0-9][0-9_]*)?%'),
    duration: (_) => text('[0-9][0-9_]*\\p{XID_Start}\\p{XID_Continue}*'),
    date: (_) => text('[0-9][0-9][0-9][0-9]-[0-9][0-9]?-[0-9][0-9]?'),
    string: (_) => text(`"([^"\\\\\\r\\n${BIDI}]|\\\\[^\\r\\n])*"`),
    multiline_string: (_) => text(`"""("{0,2}([^"\\\\${BIDI}]|\\\\(.|\\r|\\n)))*"""`),
    // Of two that match the same text, the first one wins.
    file_doc: (_) => text(`//![^\\r\\n${BIDI}]*`),
    doc_comment: (_) => text(`///([^/\\r\\n${BIDI}][^\\r\\n${BIDI}]*)?`),
    comment: (_) => text(`//[^\\r\\n${BIDI}]*`),
  },
});
