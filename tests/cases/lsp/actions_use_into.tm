// actions: a name of a package of which a line chooses names joins these
use std.web { WebService }
process a: Fetches<|>Urls
process b: WebService
