// completion: properties that the type lacks, those that rules read first
use std.web
process api: WebService {
  internet_facing
  <|>
}
