// completion: kinds and types behind `on e:`
type Robot: process
threat A: Stride.Tampering "A" {
  on p: Ro<|>
}
