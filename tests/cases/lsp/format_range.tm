// format range: only what it touches
process   a
process  <|> b   {internet_facing}<|>
process   c
