// E0110: two values on one line with nothing between them; what uses them is not blamed
enum Tier { Gold "An hour" Silver "A day" }
extend process { tier: Tier }
process a { tier = Gold }
process b { tier = Silver }
flow a -> b
