// E0115: something else between the braces of use
use std.web { WebService = 3 }
process api: WebService
