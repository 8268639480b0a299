// completion(library): a property half typed, the block not closed
use std.web
process api: WebService {
  internet_facing
  auth<|>

store db
