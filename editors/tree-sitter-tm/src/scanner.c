// Where statements end: the rules of `grammar/src/layout.rs`, for the parser of editors.
//
// A line's end ends a statement unless the grammar is inside `(` or `[` (then it never asks for `_end`), the line
// ends in an operator (then it does not ask either), or the next line begins with a word or a sign that goes on.
#include "tree_sitter/parser.h"

enum TokenType { END };

// The longest of the words that go on is `reaches`.
#define LONGEST 7

static bool is_space(int32_t c) { return c == ' ' || c == '\t' || c == '\v' || c == '\f'; }
static bool is_line_end(int32_t c) { return c == '\n' || c == '\r'; }

// Good enough behind a word of ASCII letters: no sign of the language lies above ASCII.
static bool is_word(int32_t c) {
  return c == '_' || c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static void skip_line(TSLexer *lexer) {
  while (!is_line_end(lexer->lookahead) && !lexer->eof(lexer)) lexer->advance(lexer, false);
}

// Passes over blanks, line ends and comments. False where a single `/` stands.
static bool skip_trivia(TSLexer *lexer) {
  for (;;) {
    if (is_space(lexer->lookahead) || is_line_end(lexer->lookahead)) {
      lexer->advance(lexer, false);
    } else if (lexer->lookahead == '/') {
      lexer->advance(lexer, false);
      if (lexer->lookahead != '/') return false;
      skip_line(lexer);
    } else {
      return true;
    }
  }
}

static bool is(const char *word, const char *text, unsigned length) {
  unsigned i = 0;
  while (i < length && word[i] == text[i]) i++;
  return i == length && text[i] == '\0';
}

// True where what stands here, at the beginning of a line, goes on with the statement of the line before.
static bool goes_on(TSLexer *lexer) {
  if (!skip_trivia(lexer)) return false;
  if (lexer->lookahead == '.') return true;
  if (lexer->lookahead == '-') {
    lexer->advance(lexer, false);
    return lexer->lookahead == '>';
  }
  char word[LONGEST];
  unsigned length = 0;
  while (length < LONGEST && lexer->lookahead >= 'a' && lexer->lookahead <= 'z') {
    word[length++] = (char)lexer->lookahead;
    lexer->advance(lexer, false);
  }
  if (is_word(lexer->lookahead)) return false;
  if (is(word, "over", length)) {
    // Before `=` or `:` it names a property.
    return !skip_trivia(lexer) || (lexer->lookahead != '=' && lexer->lookahead != ':');
  }
  return is(word, "and", length) || is(word, "or", length) || is(word, "then", length) || is(word, "else", length) ||
         is(word, "where", length) || is(word, "reaches", length);
}

void *tree_sitter_tm_external_scanner_create(void) { return NULL; }
void tree_sitter_tm_external_scanner_destroy(void *payload) { (void)payload; }
unsigned tree_sitter_tm_external_scanner_serialize(void *payload, char *buffer) {
  (void)payload;
  (void)buffer;
  return 0;
}
void tree_sitter_tm_external_scanner_deserialize(void *payload, const char *buffer, unsigned length) {
  (void)payload;
  (void)buffer;
  (void)length;
}

bool tree_sitter_tm_external_scanner_scan(void *payload, TSLexer *lexer, const bool *valid_symbols) {
  (void)payload;
  if (!valid_symbols[END]) return false;
  while (is_space(lexer->lookahead)) lexer->advance(lexer, true);
  if (!is_line_end(lexer->lookahead)) return false;
  bool returned = lexer->lookahead == '\r';
  lexer->advance(lexer, false);
  if (returned && lexer->lookahead == '\n') lexer->advance(lexer, false);
  lexer->mark_end(lexer);
  lexer->result_symbol = END;
  return !goes_on(lexer);
}
