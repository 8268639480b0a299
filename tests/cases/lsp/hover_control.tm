// hover: a control shows its page and how often it stands
/// A wall.
control Wall: process "A wall" { strength = 60%, satisfies = "ISO 1", cost = 500 EUR }
process a { apply Wall }
process b { apply W<|>all }
