// E0206: a name that the used package does not have
use std.web { WebServic }
process api: WebService
