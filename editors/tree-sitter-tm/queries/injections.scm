; Documentation and long texts are Markdown.
((multiline_string) @injection.content
  (#set! injection.language "markdown"))
