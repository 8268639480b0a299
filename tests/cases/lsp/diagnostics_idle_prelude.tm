// diagnostics: what is visible everywhere has no line that could be unused
//- tm.toml
name = "shop"
//- main.tm
<|>use std.web
process api: WebService
