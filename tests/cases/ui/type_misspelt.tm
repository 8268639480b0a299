// E0206: a misspelt type
use std.web
process api: WebServise "API"
