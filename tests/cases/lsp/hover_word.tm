// hover: a word of the language
process a
policy P { <|>forbid p: process when p.external }
