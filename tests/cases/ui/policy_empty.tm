// E0703: a policy that asks nothing
policy Nothing "Nothing at all" { }
