// E0115: a fact written as other formats do
use std.web
process y: WebService { authentication: OAuth2 }
