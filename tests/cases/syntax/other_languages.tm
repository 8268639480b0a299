process "API Server" as api
resource "aws_s3_bucket" "b" {
  acl = "private"
}
customer -> api: "orders"
def f(x): return x
{ "json": [1, 2, 3] }
key: value
import std.web
let x = 1;
<xml attr="1"/>
