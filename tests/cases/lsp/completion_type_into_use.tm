// completion(library): a type of a package of which a line chooses names joins these
use std.web { WebService }

process a: Worke<|>
process b: WebService
