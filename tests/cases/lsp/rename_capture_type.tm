// rename(WebService): a type that would be made of itself
use std.web
type S<|>vc: WebService { mood: Bool }
process zed: Svc
