matrix M: Level Level -> Level {
VeryHigh | VeryLow Low Moderate High VeryHigh
Low|VeryLow Low Low Low   Moderate // as agreed
  // between
  Größe | a   b
}
matrix S: A B -> C { Low | a bb, High | ccc d }
