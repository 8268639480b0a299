// actions: selected elements go into a boundary of their own, with their comments
// what customers see
process <|>web "Web"
/// Where orders are.
store orders {
  // as long as the law says
  kept = true
}<|>
process other
flow web -> orders
