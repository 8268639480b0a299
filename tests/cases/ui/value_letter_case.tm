// E0304: a value in other letters, and one letter short
use std.web
process api: WebService { authentication = Oauth }
