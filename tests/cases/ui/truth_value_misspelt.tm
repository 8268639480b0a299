// E0206: truth values are two words; words of other languages for them are told apart
use std.web
process api: WebService { input_validation = yes, audit_log = flase }
